"""From a document to an article: step 1, in its parts."""

from __future__ import annotations

import os

from narrate import reading, structure
from narrate.model import Article, Source
from narrate.reading import Document, fetch


def read(source: str | os.PathLike[str]) -> Article:
    """Read a file, a web address, or standard input for "-". Raises SourceError where there is no article."""
    return article_of(fetch(source))


def article_of(document: Document) -> Article:
    """Read what was fetched. Raises SourceError where there is no article."""
    return structure.recognize(reading.load(document))


def read_bytes(data: bytes, name: str = "standard input") -> Article:
    """Read a book, a web page, Markdown (by its name), or text in any usual encoding.

    `name` is what messages call it. Raises SourceError.
    """
    return article_of(Document(data, name))


def read_text(text: str) -> Article:
    """Read decoded plain text. Raises SourceError where it is blank."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return structure.recognize(Source(text, "the text"))
