"""What the chapters of a book are called: EPUB 3's navigation document, else EPUB 2's NCX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    if package.nav is not None:
        lines = _nav_lines(container.xml(package.nav))
        entries = _entries(container, package.nav, lines)
        if entries:
            return entries
    if package.ncx is not None:
        lines = _ncx_lines(container.xml(package.ncx))
        return _entries(container, package.ncx, lines)
    return []


def _entries(container: Container, contents: str, lines: Iterable[tuple[str, str, int]]) -> list[Entry]:
    """The lines of the file `contents` that have a title and lead somewhere."""
    entries = []
    for title, address, level in lines:
        entry = _entry(container, contents, title, address, level)
        if entry is not None:
            entries.append(entry)
    return entries


def _entry(container: Container, contents: str, title: str, address: str, level: int) -> Entry | None:
    """A line of the file `contents`; None where it has no title or leads nowhere."""
    path = container.resolve(contents, address)
    if not title or path is None:
        return None
    return Entry(title, path, urlsplit(address).fragment, min(level, 6))


def _nav_lines(root: _Element) -> Iterator[tuple[str, str, int]]:
    """The links of the `nav` whose type is "toc", else of the first (EPUB 3.3, 7)."""
    contents = _toc_of(root)
    if contents is None:
        return
    level = 0
    for event, element in iterwalk(contents, events=("start", "end"), tag=("ol", "a")):
        if element.tag == "ol":
            level += 1 if event == "start" else -1
        elif event == "start":
            yield text_of(element), element.get("href", ""), max(level, 1)


def _toc_of(root: _Element) -> _Element | None:
    """The `nav` of that type, or the first where none has it."""
    for nav in root.iter("nav"):
        if "toc" in nav.get(EPUB_TYPE, "").split():
            return nav
    return next(root.iter("nav"), None)


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
