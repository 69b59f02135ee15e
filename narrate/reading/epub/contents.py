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
    for path, lines_of in ((package.nav, _nav_lines), (package.ncx, _ncx_lines)):
        if path is None:
            continue
        entries = [_entry(container, path, *line) for line in lines_of(container.xml(path))]
        found = [entry for entry in entries if entry is not None]
        if found:
            return found
    return []


def _entry(container: Container, contents: str, title: str, address: str, level: int) -> Entry | None:
    """A line of the file `contents`; None where it has no title or leads nowhere."""
    path = container.resolve(contents, address)
    if not title or path is None:
        return None
    return Entry(title, path, urlsplit(address).fragment, min(level, 6))


def _nav_lines(root: _Element) -> Iterator[tuple[str, str, int]]:
    """The links of the `nav` whose type is "toc", else of the first (EPUB 3.3, 7)."""
    navs = list(root.iter("nav"))
    if not navs:
        return
    typed = (nav for nav in navs if "toc" in nav.get(EPUB_TYPE, "").split())
    level = 0
    for event, element in iterwalk(next(typed, navs[0]), events=("start", "end")):
        if element.tag == "ol":
            level += 1 if event == "start" else -1
        elif element.tag == "a" and event == "start":
            yield text_of(element), element.get("href", ""), max(level, 1)


def _ncx_lines(root: _Element) -> Iterator[tuple[str, str, int]]:
    """The navigation points (OPF 2.0.1, 2.4.1)."""
    level = 0
    for event, point in iterwalk(root, events=("start", "end"), tag="{*}navPoint"):
        if event == "end":
            level -= 1
            continue
        level += 1
        label = point.find("{*}navLabel")
        content = point.find("{*}content")
        if label is not None and content is not None:
            yield text_of(label), content.get("src", ""), level
