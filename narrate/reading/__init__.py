"""Reading: bytes, files, web addresses and standard input → Article.

`source` fetches (with `web`), `decoding` makes text of bytes; `html`, `markdown` and `epub` read markup into
a `page`, `structure` recognises what the parts of a text are, `language` tells which language it is in.
"""

from __future__ import annotations

import os
from dataclasses import replace

from narrate.errors import SourceError
from narrate.model import Article
from narrate.reading.bylines import authors, published
from narrate.reading.decoding import decode
from narrate.reading.epub import is_epub, read_book
from narrate.reading.html import is_html, read_page
from narrate.reading.language import language_of
from narrate.reading.markdown import is_markdown, read_markdown
from narrate.reading.page import Page, Stated
from narrate.reading.source import Document, fetch
from narrate.reading.structure import blocks_of, pieces_of, recognize, recognize_book
from narrate.reading.title import title_of

__all__ = ["Document", "fetch", "read", "read_bytes", "read_document", "read_text"]


def read(source: str | os.PathLike[str]) -> Article:
    """Read a file, a web address, or standard input for "-". Raises SourceError where there is no article."""
    return read_document(fetch(source))


def read_bytes(data: bytes, name: str = "standard input") -> Article:
    """Read a book, a web page, Markdown (by its name), or text in any usual encoding.

    `name` is what messages call it. Raises SourceError.
    """
    return read_document(Document(data, name))


def read_text(text: str) -> Article:
    """Read decoded plain text. Raises SourceError where it is blank."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _article(Page(text, tuple(pieces_of(text))), "the text")


def read_document(document: Document) -> Article:
    """Read what was fetched. Raises SourceError where there is no article."""
    page = _page(document)
    return _article(page, document.name)


def _page(document: Document) -> Page:
    """The document's text with its parts recognised."""
    if is_epub(document):
        book = read_book(document)
        return replace(book, pieces=tuple(recognize_book(book.pieces)))
    if is_markdown(document):
        page = read_markdown(document)
    elif is_html(document):
        page = read_page(document)
    else:
        text = decode(document.data, document.name, document.charset)
        return Page(text, tuple(pieces_of(text)), Stated(url=document.url))
    return replace(page, pieces=tuple(recognize(page.pieces)))


def _article(page: Page, name: str) -> Article:
    pieces, stated = page.pieces, page.stated
    if not pieces:
        raise SourceError("there is no text in it", name, "give an article as plain text")
    said = (piece.text for piece in pieces if piece.reason is None)
    return Article(
        source=page.source,
        blocks=blocks_of(pieces),
        title=title_of(pieces),
        language=language_of(said, stated.language),
        byline=stated.authors or authors(pieces),
        published=stated.published or published(pieces),
        site=stated.site,
        url=stated.url,
        license=stated.license,
        images=page.images,
    )
