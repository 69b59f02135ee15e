"""Where the bytes come from, and what is refused before anything is read into it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from narrate.errors import SourceError

LIMIT = 20_000_000
"""Bytes. A long book is 2 MB of text: more than ten times that is some other kind of file."""
_SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"%PDF-": "a PDF document",
    b"\x1f\x8b": "a gzip archive",
    b"ID3": "an MP3 recording",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
}
_SAVE_AS_TEXT = "save its text as a .txt file and give that"


def fetch(source: str | os.PathLike[str]) -> tuple[bytes, str]:
    """The bytes of a path, or of standard input for "-", and a name for them in messages.

    Raises SourceError: missing, a directory, not allowed, larger than LIMIT bytes.
    """
    if source == "-":
        return _limited(sys.stdin.buffer, "standard input"), "standard input"
    path = Path(source)
    try:
        if path.is_dir():
            raise SourceError("this is a directory, not an article", path, "name the file in it")
        _refuse_large(path.stat().st_size, str(path))
        with path.open("rb") as file:
            return _limited(file, str(path)), str(path)
    except FileNotFoundError as error:
        raise SourceError("no such file", path, "check the spelling and the folder") from error
    except PermissionError as error:
        raise SourceError("not allowed to read this file", path, "change its permissions") from error
    except (OSError, ValueError) as error:
        raise SourceError("this file cannot be read", path, str(error)) from error


def refuse_binary(data: bytes, name: str) -> None:
    """Raise SourceError where a known signature says that this is no text."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise SourceError(f"this is {what}, not text", name, _SAVE_AS_TEXT)


def refuse_noise(text: str, name: str) -> None:
    """Raise SourceError for decoded text that is mostly control characters, or that holds NULs."""
    sample = text[:100_000]
    controls = sum(character < " " and character not in "\t\n\v\f\r\x1b" for character in sample)
    # One in ten: text has none, and a stray form feed or backspace in a terminal log is far below it.
    if "\0" in sample or controls * 10 > len(sample):
        raise SourceError("this is not text", name, _SAVE_AS_TEXT)


def _limited(file: BinaryIO, name: str) -> bytes:
    data = file.read(LIMIT + 1)
    _refuse_large(len(data), name)
    return data


def _refuse_large(size: int, name: str) -> None:
    if size > LIMIT:
        raise SourceError(f"larger than {LIMIT // 1_000_000} MB", name, "split it into parts")
