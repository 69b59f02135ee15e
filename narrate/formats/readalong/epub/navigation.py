"""The contents: a page of the book (EPUB 3.3, section 7), and a list for old readers (OPF 2.0.1, 2.4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from uuid import UUID

from narrate.formats.readalong.epub.outline import Entry
from narrate.formats.readalong.epub.xhtml import element, page
from narrate.formats.readalong.epub.xml import markup, node
from narrate.formats.readalong.markup.elements import Element

NCX = "http://www.daisy.org/z3986/2005/ncx/"
NAV = "nav.xhtml"
Landmark = tuple[str, str, str]
"""Kind (`epub:type`), name and page."""

_ncx = partial(node, NCX)


def navigation(
    title: str, entries: Sequence[Entry], landmarks: Sequence[Landmark], language: str, direction: str
) -> bytes:
    """The page of contents, with the book's landmarks, which are for programs only."""
    heading = element("h1", "Contents", id="contents", lang="en")
    toc = element("nav", heading, _list(entries), epub_type="toc", role="doc-toc", aria_labelledby="contents")
    marks = (
        element("li", element("a", name, href=address, epub_type=kind)) for kind, name, address in landmarks
    )
    hidden = element(
        "nav", element("h2", "Landmarks"), element("ol", *marks), epub_type="landmarks", lang="en"
    )
    hidden.set("hidden", "hidden")
    return page(title, [toc, "\n", hidden], language, direction)


def ncx(title: str, entries: Sequence[Entry], identity: UUID) -> bytes:
    """The same contents in the form that EPUB 2 had."""
    head = _ncx("head", _ncx("meta", name="dtb:uid", content=identity.urn))
    points = _ncx("navMap", *_points(entries, count(1)))
    return markup(_ncx("ncx", head, _ncx("docTitle", _ncx("text", title)), points, version="2005-1"))


def _list(entries: Sequence[Entry]) -> Element:
    made = element("ol")
    for entry in entries:
        language = {"lang": entry.language} if entry.language else {}
        link = element("a", entry.title, href=entry.address, **language)
        item = element("li", link)
        if entry.entries:
            item.append(_list(entry.entries))
        made.append(item)
    return made


def _points(entries: Sequence[Entry], order: count[int]) -> Iterator[Element]:
    for entry in entries:
        number = str(next(order))
        label = _ncx("navLabel", _ncx("text", entry.title))
        below = _points(entry.entries, order)
        target = _ncx("content", src=entry.address)
        yield _ncx("navPoint", label, target, *below, id=f"n{number}", playOrder=number)
