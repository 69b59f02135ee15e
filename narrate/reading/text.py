"""Plain text → a source."""

from __future__ import annotations

from narrate.model import Source, Stated
from narrate.network.addresses import public
from narrate.reading.decoding import decode
from narrate.reading.document import Document


def read_text(document: Document) -> Source:
    """Read plain text in any usual encoding. Raises SourceError for what is no text."""
    text = decode(document.data, document.name, document.charset)
    return Source(text, document.name, stated=Stated(url=public(document.url)))
