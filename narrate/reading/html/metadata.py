"""What a page states about its article: JSON-LD, OpenGraph and meta elements, as trafilatura reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from copy import deepcopy
from typing import Any

from lxml.etree import _Element
from lxml.html import Element, HtmlElement

from narrate.languages import tag_of
from narrate.model import Stated
from narrate.network.addresses import public
from narrate.reading.authors import joined
from narrate.reading.html.addresses import on_web
from narrate.reading.html.moments import published_moment

_LONGEST = 200
"""Characters of names; ten authors have about 150. What is longer is a list of something else."""
_WORD = re.compile(r"\w+")
_WINDOW_PARTS = re.compile(r"\s+(?:[|‹›«»·•–—-]|::)\s+")
"""What stands between an article's title and its site's in the title of a window."""
_BY = re.compile(r"^(?:by:?|(?:view )?all posts by|posts by) ", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:you(?:r|['’]re)?|accounts?|logged|log ?in|sign ?(?:in|up)|comments?)\b", re.IGNORECASE
)
_FIRM = re.compile(r"\b(?:GmbH|Inc|LLC|Ltd|plc|AG|S\.A)\b")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_LICENSE_NAMES = ("dcterms.license", "dcterms.rights", "dc.rights", "license")
"""Dublin Core in HTML (DC-HTML 2008), and what pages made of it."""
_DEEPEST = 5
"""Levels of JSON-LD: page, graph, article, licence, its address."""


def metadata_of(root: HtmlElement, *, only_head: bool = False, url: str | None = None) -> Stated:
    """Read the metadata of a page as it was parsed, or of its head alone. `url` is where it came from."""
    from trafilatura.metadata import extract_metadata

    tree = _only_head(root) if only_head else root
    # `extensive` would take any date on the page for the article's.
    found = extract_metadata(tree, extensive=False)
    named = _named(tree)
    publisher = _in_linked_data(tree, "publisher", ("name",))
    sites = _sites(found.sitename, named.get("og:site_name"), publisher)
    address = _address(_canonical(tree), url) or _address(found.url, url)
    return Stated(
        title=_title(found.title, tree, sites),
        authors=_authors(found.author, sites),
        published=published_moment(tree, found.date, _in_linked_data(tree, "datePublished", ())),
        language=_language(root, named),
        description=_flat(found.description),
        site=_site(named.get("og:site_name"), publisher, found.sitename),
        url=address or public(url),
        license=_license(tree, named) or _flat(found.license),
        picture=_address(found.image, url),
        picture_alt=_flat(named.get("og:image:alt") or named.get("twitter:image:alt")),
    )


def _only_head(root: HtmlElement) -> HtmlElement:
    """A page that has nothing but the head of this one."""
    page = Element("html")
    head = root.find("head")
    if head is not None:
        page.append(deepcopy(head))
    return page


def _canonical(root: _Element) -> str | None:
    """The address under which the page wants to be known (RFC 6596)."""
    for link in root.iter("link"):
        if link.get("rel") == "canonical":
            return link.get("href")
    return None


def _sites(*names: str | None) -> frozenset[str]:
    """What the page calls its site, in lower case."""
    return frozenset((_flat(name) or "").casefold() for name in names)


def _named(root: _Element) -> dict[str, str]:
    """The contents of the `meta` elements by their name in lower case, the first of each."""
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower()
        named.setdefault(name, " ".join((meta.get("content") or "").split()))
    return named


def _flat(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def _title(found: str | None, root: _Element, sites: Set[str]) -> str | None:
    """What trafilatura finds, without the site's name behind it.

    Where the window's title knows nothing of it, it is that of a box.
    """
    title = _flat(found)
    if title is None:
        return None
    window = _flat(root.findtext(".//title"))
    if window and _is_of_box(title, window):
        return max(_WINDOW_PARTS.split(window), key=len)
    return _without_site(title, sites)


def _is_of_box(title: str, window: str) -> bool:
    """Whether a title has no word of the window's."""
    words = set(_WORD.findall(title.casefold()))
    known = _WORD.findall(window.casefold())
    return bool(words) and words.isdisjoint(known)


def _without_site(title: str, sites: Set[str]) -> str:
    """A title without the name of the site at its end."""
    *_, last = _WINDOW_PARTS.split(title)
    if last == title or last.casefold() not in sites:
        return title
    return title.removesuffix(last).rstrip(" |‹›«»·•–—-:")


def _authors(names: str | None, sites: Set[str]) -> str | None:
    """The people, or who else there is. Trafilatura divides names by semicolons."""
    flat = _flat(names)
    if flat is None or len(flat) > _LONGEST or "/" in flat:
        return None
    named = [_BY.sub("", name) for name in flat.split("; ") if not _NO_NAME.search(name)]
    others = [name for name in named if name.casefold() not in sites and not _FIRM.search(name)]
    # "The Times, London, UK" is a house and where it stands: people have two names.
    return joined(others if any(" " in name for name in others) else named)


def _site(*names: str | None) -> str | None:
    """The first that is a name; a host says nothing that the address does not."""
    for name in names:
        flat = _flat(name)
        # Of an address with user info, trafilatura takes that for a part of the host.
        host = (flat or "").rpartition("@")[2]
        if flat and len(flat) <= _LONGEST and not _HOST.fullmatch(host):
            return flat
    return None


def _address(found: str | None, base: str | None) -> str | None:
    """Absolute, of the web; None where it cannot be made so."""
    if not found:
        return None
    return on_web(found.strip(), base or "")


def _license(root: _Element, named: dict[str, str]) -> str | None:
    """The address that `rel=license` gives (HTML, 4.6.7.9), or what the page's metadata say."""
    linked = _linked_license(root)
    if linked is not None:
        return linked
    for name in _LICENSE_NAMES:
        if named.get(name):
            return named[name]
    return _in_linked_data(root, "license", ("url", "@id", "name"))


def _linked_license(root: _Element) -> str | None:
    """Where the first link with `rel=license` leads."""
    for element in root.iter("a", "link"):
        href = element.get("href")
        relations = (element.get("rel") or "").lower().split()
        if href and "license" in relations:
            return href.strip()
    return None


def _in_linked_data(root: _Element, key: str, parts: Sequence[str]) -> str | None:
    """The first value of a key of schema.org in the page's JSON-LD, or its part where it is a thing."""
    for data in _linked_data(root):
        found = _find(data, key, parts)
        if found:
            return found
    return None


def article_body(root: _Element) -> str | None:
    """The text of the article that the page states for search engines (schema.org `articleBody`)."""
    return _in_linked_data(root, "articleBody", ())


def _linked_data(root: _Element) -> Iterator[Any]:
    """What the page's JSON-LD scripts hold, those that can be parsed."""
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            with suppress(ValueError, RecursionError):
                yield json.loads(script.text or "")


def _find(data: Any, key: str, parts: Sequence[str], depth: int = 0) -> str | None:
    """The same below one value, however deep it is nested, within bounds."""
    if depth > _DEEPEST:
        return None
    if isinstance(data, dict):
        said = _text_of(data.get(key), parts)
        if said:
            return said
        inner = list(data.values())
    elif isinstance(data, list):
        inner = data
    else:
        return None
    for value in inner:
        found = _find(value, key, parts, depth + 1)
        if found:
            return found
    return None


def _text_of(stated: Any, parts: Sequence[str]) -> str | None:
    """A text, or the first part of a thing that is one; None for anything else."""
    values = [stated.get(part) for part in parts] if isinstance(stated, dict) else [stated]
    for value in values:
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _language(root: HtmlElement, named: dict[str, str]) -> str | None:
    """The first that is a language: of the page, of its Facebook card, of its HTTP header."""
    stated = (
        root.get("lang"),
        root.get("xml:lang"),
        named.get("og:locale"),
        named.get("content-language"),
    )
    for text in stated:
        tag = tag_of(text)
        if tag:
            return tag
    return None
