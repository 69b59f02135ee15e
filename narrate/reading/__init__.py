"""Reading: bytes, files and standard input → Article. See `structure` for the steps."""

from __future__ import annotations

import os

from narrate.errors import SourceError
from narrate.model import Article
from narrate.reading.bylines import authors, published
from narrate.reading.decoding import decode
from narrate.reading.source import fetch
from narrate.reading.structure import blocks_of, pieces_of
from narrate.reading.title import title_of

__all__ = ["read", "read_bytes", "read_text"]


def read(source: str | os.PathLike[str]) -> Article:
    """Read a file, or standard input for "-". Raises SourceError where there is no article to read."""
    return read_bytes(*fetch(source))


def read_bytes(data: bytes, name: str = "standard input") -> Article:
    """Read text in any usual encoding; `name` is what error messages call it. Raises SourceError."""
    return _article(decode(data, name), name)


def read_text(text: str) -> Article:
    """Read decoded text. Raises SourceError where it is blank."""
    return _article(text.replace("\r\n", "\n").replace("\r", "\n"), "the text")


def _article(source: str, name: str) -> Article:
    pieces = pieces_of(source)
    if not pieces:
        raise SourceError("there is no text in it", name, "give an article as plain text")
    return Article(
        source=source,
        blocks=blocks_of(pieces),
        title=title_of(pieces),
        byline=authors(pieces),
        published=published(pieces),
    )
