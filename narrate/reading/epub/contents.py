"""What the chapters of a book are called: EPUB 3's navigation document, else EPUB 2's NCX."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.etree import _Element, iterwalk

from narrate.reading.epub.container import Container, text_of
from narrate.reading.epub.package import Package
from narrate.reading.html.tags import EPUB_TYPE


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    title: str
    path: str
    """The file that it leads to."""
    fragment: str
    """The id of the element in it; empty for its beginning."""
    level: int
    """1 for a chapter, or a part of several; 2 for what is below it, and so on to 6."""


def entries_of(container: Container, package: Package) -> list[Entry]:
    """The table of contents, in its order; empty where a book has none."""
    for path, lines in ((package.nav, _nav_lines), (package.ncx, _ncx_lines)):
        if path is None:
            continue
        entries = [
            Entry(title, where, urlsplit(address).fragment, min(level, 6))
            for title, address, level in lines(container.xml(path))
            if title and (where := container.resolve(path, address))
        ]
        if entries:
            return entries
    return []


def _nav_lines(root: _Element) -> Iterator[tuple[str, str, int]]:
    """The links of the `nav` whose type is "toc" (EPUB 3.3, 7)."""
    navs = list(root.iter("nav"))
    toc = next((nav for nav in navs if "toc" in nav.get(EPUB_TYPE, "").split()), None)
    toc = toc if toc is not None else next(iter(navs), None)
    level = 0
    for event, element in iterwalk(toc, events=("start", "end")) if toc is not None else ():
        if element.tag == "ol":
            level += 1 if event == "start" else -1
        elif element.tag == "a" and event == "start":
            yield text_of(element), element.get("href", ""), max(level, 1)


def _ncx_lines(root: _Element) -> Iterator[tuple[str, str, int]]:
    """The navigation points (OPF 2.0.1, 2.4.1)."""
    level = 0
    for event, point in iterwalk(root, events=("start", "end"), tag="{*}navPoint"):
        level += 1 if event == "start" else -1
        if event == "start":
            label, content = point.find("{*}navLabel"), point.find("{*}content")
            if label is not None and content is not None:
                yield text_of(label), content.get("src", ""), level
