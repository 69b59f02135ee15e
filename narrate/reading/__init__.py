"""Reading: bytes, files, web addresses and standard input → Source.

`source` fetches a `document` (with `web`), `decoding` makes text of its bytes; `text`, `html`, `markdown`,
`epub` and `subtitles` load a source from it.
"""

from __future__ import annotations

from narrate.model import Source
from narrate.reading.document import Document
from narrate.reading.epub import is_epub, read_book
from narrate.reading.html import is_html, read_page
from narrate.reading.markdown import is_markdown, read_markdown
from narrate.reading.source import fetch
from narrate.reading.subtitles import is_subtitles, read_subtitles
from narrate.reading.text import read_text

__all__ = ["Document", "fetch", "load"]


def load(document: Document) -> Source:
    """Read a book, subtitles, a web page, Markdown (by its name), or text in any usual encoding.

    Raises SourceError.
    """
    if is_epub(document):
        return read_book(document)
    if is_subtitles(document):
        return read_subtitles(document)
    if is_markdown(document):
        return read_markdown(document)
    if is_html(document):
        return read_page(document)
    return read_text(document)
