"""The package document (EPUB 3.3, section 5): what is in the book, and in which order it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from narrate.formats.readalong.epub.xml import markup, node
from narrate.formats.readalong.markup.elements import Element

OPF = "http://www.idpf.org/2007/opf"
TYPES = {
    "css": "text/css",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "mp3": "audio/mpeg",
    "ncx": "application/x-dtbncx+xml",
    "png": "image/png",
    "smil": "application/smil+xml",
    "webp": "image/webp",
    "xhtml": "application/xhtml+xml",
}
"""Media types by suffix (EPUB 3.3, section 3.2)."""
FOLDER = "EPUB/"
CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book."""

    name: str
    """In FOLDER; unique, an XML name, with a suffix that tells the media type."""
    properties: str = ""
    """ "nav" or "cover-image" (EPUB 3.3, appendix D.5)."""
    overlay: str = ""
    """Name of the overlay that belongs to a page."""


def package(metadata: Element, items: Sequence[Item], spine: Sequence[str], direction: str) -> bytes:
    """The document; `spine` names the pages in reading order, and `direction` says how they are turned."""
    manifest = node(OPF, "manifest", *map(_item, items))
    pages = [node(OPF, "itemref", idref=name) for name in spine]
    order = node(OPF, "spine", *pages, toc="toc.ncx")
    order.set("page-progression-direction", direction)
    # The language of our own words; the article's have an `xml:lang` of their own.
    root = node(
        OPF, "package", metadata, manifest, order, version="3.0", unique_identifier="id", xml_lang="en"
    )
    return markup(root)


def _item(item: Item) -> Element:
    _, _, suffix = item.name.rpartition(".")
    made = node(OPF, "item", id=item.name, href=item.name, media_type=TYPES[suffix])
    if item.properties:
        made.set("properties", item.properties)
    if item.overlay:
        made.set("media-overlay", item.overlay)
    return made
