"""Reading: bytes, files and standard input → Article. See `structure` for the steps, `html` for web pages."""

from __future__ import annotations

import os
from collections.abc import Sequence

from narrate.errors import SourceError
from narrate.model import Article
from narrate.reading.bylines import authors, published
from narrate.reading.decoding import decode
from narrate.reading.html import is_html, read_page
from narrate.reading.html.metadata import Metadata
from narrate.reading.piece import Piece
from narrate.reading.source import fetch
from narrate.reading.structure import blocks_of, pieces_of, recognize
from narrate.reading.title import title_of

__all__ = ["read", "read_bytes", "read_text"]


def read(source: str | os.PathLike[str]) -> Article:
    """Read a file, or standard input for "-". Raises SourceError where there is no article to read."""
    return read_bytes(*fetch(source))


def read_bytes(data: bytes, name: str = "standard input") -> Article:
    """Read a web page, or text in any usual encoding; `name` is what messages call it. Raises SourceError."""
    if is_html(data, name):
        page = read_page(data, name)
        return _article(page.source, recognize(page.pieces), name, page.stated)
    text = decode(data, name)
    return _article(text, pieces_of(text), name)


def read_text(text: str) -> Article:
    """Read decoded plain text. Raises SourceError where it is blank."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _article(text, pieces_of(text), "the text")


def _article(source: str, pieces: Sequence[Piece], name: str, stated: Metadata = Metadata()) -> Article:  # noqa: B008
    if not pieces:
        raise SourceError("there is no text in it", name, "give an article as plain text")
    return Article(
        source=source,
        blocks=blocks_of(pieces),
        title=title_of(pieces),
        language=stated.language or "en",
        byline=stated.authors or authors(pieces),
        published=stated.published or published(pieces),
    )
