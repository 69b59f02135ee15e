"""The files of a book → lines, each chapter under its title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from lxml import etree
from lxml.etree import _Element

from narrate.model import Stated
from narrate.reading.epub.container import Container, text_of
from narrate.reading.epub.contents import Entry, entries_of
from narrate.reading.epub.package import OUTSIDE, ManifestItem, Package
from narrate.reading.html import whole_lines
from narrate.reading.html.layout import resolved
from narrate.reading.html.line import Line
from narrate.reading.html.parsing import clean
from narrate.reading.html.tags import BLOCKS, EPUB_TYPE, HEADINGS

_UNSPOKEN = {
    "cover": "cover",
    "titlepage": "title page",
    "halftitlepage": "title page",
    "toc": "table of contents",
    "landmarks": "table of contents",
    "loi": "list of pictures",
    "lot": "list of tables",
    "index": "index",
    "copyright-page": "copyright page",
    "page-list": "table of contents",
}
"""Parts of a book (EPUB Structural Semantics 1.1) that nobody listens to."""
_TITLE_PAGE, _TITLE_PAGE_OTHERS = 60, 4
"""Words of a title page, and words that the package does not know: "a novel by", a place."""
_MORE_WORDS = 2
"""Words of a heading that its title in the table of contents may lack: "Chapter 1"."""
_CONTAINERS = frozenset(("body", "section", "article", "div", "blockquote", "ul", "ol", "table"))


def lines_of_book(container: Container, package: Package) -> list[Line]:
    """All lines of a book, in reading order. A file that is broken is no chapter lost: SourceError."""
    titles: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries_of(container, package):
        titles[entry.path].append(entry)
    lines: list[Line] = []
    for item in package.spine:
        lines += _lines_of_file(container, package, item, titles[item.path])
    return lines


def _lines_of_file(
    container: Container, package: Package, item: ManifestItem, entries: Sequence[Entry]
) -> list[Line]:
    root = container.xml(item.path)
    body = root.find("body")
    if body is None:
        raise container.broken(f"{item.path} has no text")
    clean(body)
    types = item.types | _types(root) | _types(body) | _types_of_only_section(body)
    reason = _reason(item, types, is_nav=item.path == package.nav)
    if reason is None:
        _set_titles(body, entries)
    lines = resolved(whole_lines(body), partial(container.picture, item.path))
    if reason is None and _is_title_page(lines, package):
        reason = _UNSPOKEN["titlepage"]
    if reason is None:
        return lines
    return [replace(line, unspoken=reason) for line in lines]


def _reason(item: ManifestItem, types: frozenset[str], *, is_nav: bool) -> str | None:
    """Why nothing in the file is spoken; None where it is text."""
    for kind in sorted(types):
        if kind in _UNSPOKEN:
            return _UNSPOKEN[kind]
    if is_nav:
        return _UNSPOKEN["toc"]
    return None if item.linear else OUTSIDE


def _types(element: _Element) -> frozenset[str]:
    """What an element says it is, by its type or its role."""
    types = set((element.get(EPUB_TYPE) or "").split())
    role = (element.get("role") or "").removeprefix("doc-")
    if role:
        types.add(role)
    return frozenset(types)


def _types_of_only_section(body: _Element) -> frozenset[str]:
    """Many books put the type on the one element that holds the file."""
    inner = [child for child in body if isinstance(child.tag, str)]
    return _types(inner[0]) if len(inner) == 1 else frozenset()


def _is_title_page(lines: Iterable[Line], package: Package) -> bool:
    """Whether a file says little but what the package says: title, authors, publisher, date."""
    stated = package.stated
    if not stated.title:
        return False
    words = _words(" ".join(line.text for line in lines))
    if len(words) > _TITLE_PAGE or not set(words).issuperset(_words(stated.title)):
        return False
    others = set(words) - _words_stated(stated)
    return len(others) <= _TITLE_PAGE_OTHERS


def _words_stated(stated: Stated) -> set[str]:
    """What a title page may say, as words."""
    words: set[str] = set()
    for text in (stated.title, stated.authors, stated.site, stated.published):
        words.update(_words(text or ""))
    return words


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _set_titles(body: _Element, entries: Sequence[Entry]) -> None:
    """Make headings of the titles that the table of contents knows, where the file has none there."""
    order = list(body.iter())
    places = _places_of_ids(order)
    said = [set(_words(text_of(heading))) for heading in body.iter(*HEADINGS)]
    for entry in entries:
        wanted = set(_words(entry.title))
        if any(wanted <= words for words in said):
            continue
        start = places.get(entry.fragment, 0)
        first = _first_text(order[start:], body)
        if first is not None:
            _set_title(body, entry, first)


def _places_of_ids(elements: Iterable[_Element]) -> dict[str, int]:
    """Where the elements stand that an address can lead to, by their id."""
    places = {}
    for place, element in enumerate(elements):
        name = element.get("id")
        if name:
            places[name] = place
    return places


def _set_title(body: _Element, entry: Entry, first: _Element) -> None:
    """Make a heading of the block that says the title, or put one before it."""
    if first.tag not in _CONTAINERS and _is_said(entry.title, first):
        first.tag = f"h{entry.level}"
    elif first.tag not in HEADINGS:
        _insert_before(etree.Element(f"h{entry.level}"), entry.title, first, body)


def _first_text(elements: Iterable[_Element], body: _Element) -> _Element | None:
    """The block that holds the first text in these elements."""
    for element in elements:
        if (element.text or "").strip():
            return _block_of(element, body)
    return None


def _block_of(element: _Element, body: _Element) -> _Element:
    """The innermost block that an element is or stands in."""
    for outer in (element, *element.iterancestors()):
        if outer.tag in BLOCKS:
            return outer
    return body


def _is_said(title: str, element: _Element) -> bool:
    """Whether an element's text is this title: in another case, with other marks, or with a number more."""
    words = _words(title)
    said = _words(text_of(element))
    is_longer = len(said) > len(words) + _MORE_WORDS
    return not is_longer and set(said).issuperset(words)


def _insert_before(heading: _Element, title: str, element: _Element, body: _Element) -> None:
    heading.text = title
    parent = element.getparent()
    if element is body or parent is None:
        heading.tail, body.text = body.text, None
        body.insert(0, heading)
    else:
        parent.insert(parent.index(element), heading)
