"""What was fetched, and what is refused before anything is read into it."""

from __future__ import annotations

import re
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
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""What no text holds: white space and the escape character of terminals are left out."""


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


def limited(file: BinaryIO, name: str) -> bytes:
    data = file.read(LIMIT + 1)
    refuse_large(len(data), name)
    return data


def refuse_large(size: int, name: str) -> None:
    """Raise SourceError for more than LIMIT bytes."""
    if size > LIMIT:
        raise SourceError(f"larger than {LIMIT // 1_000_000} MB", name, "split it into parts")
