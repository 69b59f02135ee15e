"""Books in EPUB 2 and 3 → a source: chapters in reading order, each under its title.

1.  The archive is opened, within bounds, and refused where it is protected (`container`).
2.  The package says what the book is and in which order it is read (`package`), the table of contents what
    its chapters are called (`contents`).
3.  Every chapter is read as a document of which all is text; one without a heading gets the title that the
    table of contents gives it (`chapters`).

Covers, title pages, tables of contents and indexes are kept and not spoken.
"""

from __future__ import annotations

from dataclasses import replace

from narrate.errors import SourceError
from narrate.model import Source
from narrate.reading.document import Document

__all__ = ["is_epub", "read_book"]

_TYPE = "application/epub+zip"
_ZIP = b"PK\x03\x04"
_MIMETYPE = b"mimetypeapplication/epub+zip"
"""Name and content of the first file of the archive (OCF 3.3, 4.3.3), from byte 30."""


def is_epub(document: Document) -> bool:
    """Whether this is a book: by its first file, its type or its name."""
    if document.media_type == _TYPE or document.name.lower().endswith(".epub"):
        return True
    return document.data.startswith(_ZIP) and _MIMETYPE in document.data[30:80]


def read_book(document: Document) -> Source:
    """Read a book. Raises SourceError: broken, protected, too large unpacked, or without text."""
    from narrate.reading.epub.chapters import lines_of_book
    from narrate.reading.epub.container import Container
    from narrate.reading.epub.package import package_of
    from narrate.reading.html.layout import lay_out
    from narrate.reading.html.lead import with_lead
    from narrate.reading.html.line import title_line

    with Container(document.data, document.name) as container:
        package = package_of(container)
        lines = lines_of_book(container, package)
        if not any(line.unspoken is None for line in lines):
            raise SourceError("there is no text in this book", document.name, "it may be made of pictures")
        if package.stated.title:
            lines.insert(0, title_line(package.stated.title))
        source = lay_out(lines, document.name, package.stated)
        return replace(with_lead(source), is_book=True)
