"""The package document of a book (EPUB 3.3, 5; OPF 2.0.1): what it is, and in which order it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from narrate.english.dates import find_moment
from narrate.languages import tag_of
from narrate.model import Stated
from narrate.reading.authors import joined
from narrate.reading.epub.container import Container, text_of

_CONTAINER = "META-INF/container.xml"
_PACKAGE = "application/oebps-package+xml"
_NCX = "application/x-dtbncx+xml"
_DOCUMENTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_DC = "{http://purl.org/dc/elements/1.1/}"
_MAIL = re.compile(r"\s*<[^<>@\s]+@[^<>\s]+>$")
OUTSIDE = "outside the reading order of the book"
_GUIDE = {"cover": "cover", "title-page": "titlepage", "toc": "toc", "copyright-page": "copyright-page"}
"""EPUB 2's names for the parts of a book (OPF 2.0.1, 2.6), as EPUB 3 has them."""


@dataclass(frozen=True, slots=True)
class ManifestItem:
    """A file of the spine."""

    path: str
    types: frozenset[str]
    """What the guide says it is, in EPUB 3's names."""
    linear: bool
    """False for what is only read when something leads there."""


@dataclass(frozen=True, slots=True)
class Package:
    """What a book says about itself."""

    stated: Stated
    spine: tuple[ManifestItem, ...]
    """In reading order."""
    nav: str | None
    """Path of EPUB 3's table of contents."""
    ncx: str | None
    """Path of EPUB 2's."""


def package_of(container: Container) -> Package:
    """Read the package document. Raises SourceError where there is none, or no text is in its order."""
    path = _package_path(container)
    root = container.xml(path)
    items = {item.get("id", ""): item for item in root.iterfind(".//{*}manifest/{*}item")}
    spine = tuple(_spine(container, path, root, items))
    if not spine:
        raise container.broken("its package lists no text")
    picture = None
    cover = _cover(root, items)
    if cover is not None:
        picture = container.picture(path, cover.get("href", ""))
    nav = _with_property(items, "nav")
    ncx = _ncx(root, items)
    return Package(
        _stated(root, picture),
        spine,
        nav=_path(container, path, nav),
        ncx=_path(container, path, ncx),
    )


def _with_property(items: Mapping[str, _Element], name: str) -> _Element | None:
    """The first item of the manifest with this property (EPUB 3.3, D.5)."""
    for item in items.values():
        if name in item.get("properties", "").split():
            return item
    return None


def _path(container: Container, package: str, item: _Element | None) -> str | None:
    """The path of an item in the archive; None for no item, or one that is not there."""
    if item is None:
        return None
    return container.resolve(package, item.get("href", ""))


def _spine(
    container: Container, package: str, root: _Element, items: Mapping[str, _Element]
) -> Iterator[ManifestItem]:
    """The texts that the spine lists and the archive has."""
    guide = _guide(container, package, root)
    read: set[str] = set()  # some books list one file under every place in it
    for reference in root.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(reference.get("idref", ""))
        path = _path(container, package, item)
        if item is None or path is None or path in read:
            continue
        if item.get("media-type") not in _DOCUMENTS:
            continue
        read.add(path)
        types = guide.get(path, frozenset())
        is_linear = reference.get("linear", "yes") != "no"
        yield ManifestItem(path, types, is_linear)


def _ncx(root: _Element, items: Mapping[str, _Element]) -> _Element | None:
    """The item that the spine names, else the one of that type."""
    spine = root.find(".//{*}spine")
    if spine is not None:
        named = items.get(spine.get("toc", ""))
        if named is not None:
            return named
    for item in items.values():
        if item.get("media-type") == _NCX:
            return item
    return None


def _package_path(container: Container) -> str:
    """The first package that the container names (OCF 3.3, 4.2.6.3.1)."""
    for element in container.xml(_CONTAINER).iter("{*}rootfile"):
        if element.get("media-type", _PACKAGE) != _PACKAGE:
            continue
        path = container.resolve("", element.get("full-path", ""))
        if path:
            return path
    raise container.broken("it names no package document")


def _guide(container: Container, path: str, root: _Element) -> dict[str, frozenset[str]]:
    """What the guide says that files are."""
    found: dict[str, frozenset[str]] = {}
    for reference in root.iterfind(".//{*}guide/{*}reference"):
        where = container.resolve(path, reference.get("href", ""))
        kind = _GUIDE.get(reference.get("type", "").lower())
        if where and kind:
            others = found.get(where, frozenset())
            found[where] = others | {kind}
    return found


def _cover(root: _Element, items: Mapping[str, _Element]) -> _Element | None:
    """EPUB 3 marks the picture, EPUB 2 names its item in a `meta`."""
    marked = _with_property(items, "cover-image")
    if marked is not None:
        return marked
    for meta in root.iterfind(".//{*}meta[@name='cover']"):
        named = meta.get("content")
        if named is not None and named in items:
            return items[named]
    return None


def _stated(root: _Element, picture: str | None) -> Stated:
    """Dublin Core's elements (EPUB 3.3, 5.5.3)."""
    title = _first(root, "title")
    authors = [_MAIL.sub("", name) for name in _all(root, "creator")]
    return Stated(
        title=title,
        authors=joined(authors),
        published=find_moment(_first(root, "date") or ""),
        language=tag_of(_first(root, "language")),
        description=_first(root, "description"),
        site=_first(root, "publisher"),
        license=_first(root, "rights"),
        picture=picture,
        picture_alt=f"Cover of {title}" if picture and title else None,
    )


def _first(root: _Element, name: str) -> str | None:
    return next(iter(_all(root, name)), None)


def _all(root: _Element, name: str) -> list[str]:
    """What stands in the elements of this name, without the empty ones."""
    texts = []
    for element in root.iterfind(f".//{{*}}metadata//{_DC}{name}"):
        text = text_of(element)
        if text:
            texts.append(text)
    return texts
