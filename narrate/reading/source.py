"""Where the bytes come from, and what is refused before anything is read into it."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
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
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""A scheme of RFC 3986, 3.1, of two letters or more: one is a drive of Windows."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""What no text holds: white space and the escape character of terminals are left out."""
_HOST = re.compile(r"(?:www\.|[\w-]+\.(?:[\w-]+\.)*[a-z]{2,}/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """What was fetched, before anything is read into it."""

    data: bytes
    name: str
    """What messages call it: its path or address."""
    url: str | None = None
    """Where it came from in the end, where it came from the web."""
    folder: Path | None = None
    """Where it lies, where it is a file."""
    media_type: str | None = None
    """What the server says it is: "text/html"."""
    charset: str | None = None
    """The encoding that the server names."""


def is_address(source: str | os.PathLike[str]) -> bool:
    """Whether this is a web address, or would be one with another scheme, and no path."""
    return isinstance(source, str) and _ADDRESS.match(source) is not None


def fetch(source: str | os.PathLike[str]) -> Document:
    """What lies at a path, at a web address, or on standard input for "-".

    Raises SourceError: missing, a directory, not allowed, larger than LIMIT bytes; see `web` for addresses.
    """
    if source == "-":
        return Document(_limited(sys.stdin.buffer, "standard input"), "standard input")
    if isinstance(source, str) and is_address(source):
        from narrate.reading.web import download

        return download(source)
    return _read_file(Path(source))


def _read_file(path: Path) -> Document:
    try:
        if path.is_dir():
            raise SourceError("this is a directory, not an article", path, "name the file in it")
        refuse_large(path.stat().st_size, str(path))
        with path.open("rb") as file:
            return Document(_limited(file, str(path)), str(path), folder=path.parent)
    except FileNotFoundError as error:
        is_host = _HOST.match(str(path)) is not None
        remedy = "begin web addresses with https://" if is_host else "check the spelling and the folder"
        raise SourceError("no such file", path, remedy) from error
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
    controls = len(_CONTROL.findall(sample))
    # One in ten: text has none, and a stray form feed or backspace in a terminal log is far below it.
    if "\0" in sample or controls * 10 > len(sample):
        raise SourceError("this is not text", name, _SAVE_AS_TEXT)


def _limited(file: BinaryIO, name: str) -> bytes:
    data = file.read(LIMIT + 1)
    refuse_large(len(data), name)
    return data


def refuse_large(size: int, name: str) -> None:
    """Raise SourceError for more than LIMIT bytes."""
    if size > LIMIT:
        raise SourceError(f"larger than {LIMIT // 1_000_000} MB", name, "split it into parts")
