"""What a page states about its article: JSON-LD, OpenGraph and meta elements, as trafilatura reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from copy import deepcopy
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element
from lxml.html import Element, HtmlElement

from narrate.languages import tag_of
from narrate.model import Stated
from narrate.reading.authors import joined

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

    head = deepcopy(root.find("head")) if only_head else None
    page = Element("html")
    page.extend([head] if head is not None else [])
    tree = page if only_head else root
    # `extensive` would take any date on the page for the article's.
    found = extract_metadata(tree, extensive=False)
    named = _named(tree)
    publisher = _in_linked_data(tree, "publisher", ("name",))
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    sites = {
        (_flat(name) or "").casefold() for name in (found.sitename, named.get("og:site_name"), publisher)
    }
    return Stated(
        title=_title(found.title, tree, sites),
        authors=_authors(found.author, sites),
        published=found.date,
        language=_language(root, named),
        description=_flat(found.description),
        site=_site(named.get("og:site_name"), publisher, found.sitename),
        url=_address(canonical, url) or _address(found.url, url) or url,
        license=_license(tree, named) or _flat(found.license),
        picture=_address(found.image, url),
        picture_alt=_flat(named.get("og:image:alt") or named.get("twitter:image:alt")),
    )


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
    title, window = _flat(found), _flat(root.findtext(".//title"))
    words = set(_WORD.findall((title or "").casefold()))
    if window and words and not words & set(_WORD.findall(window.casefold())):
        return max(_WINDOW_PARTS.split(window), key=len)
    *_, last = _WINDOW_PARTS.split(title or "")
    if title and last != title and last.casefold() in sites:
        return title.removesuffix(last).rstrip(" |‹›«»·•–—-:")
    return title


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
    flat = (_flat(name) for name in names)
    return next((name for name in flat if name and len(name) <= _LONGEST and not _HOST.fullmatch(name)), None)


def _address(found: str | None, base: str | None) -> str | None:
    """Absolute, of the web; None where it cannot be made so."""
    try:
        address = urljoin(base or "", (found or "").strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if found and parts.scheme in ("http", "https") and parts.netloc else None


def _license(root: _Element, named: dict[str, str]) -> str | None:
    """The address that `rel=license` gives (HTML, 4.6.7.9), or what the page's metadata say."""
    for element in root.iter("a", "link"):
        if "license" in (element.get("rel") or "").lower().split() and element.get("href"):
            return str(element.get("href")).strip()
    named_so = next((named[name] for name in _LICENSE_NAMES if named.get(name)), None)
    return named_so or _in_linked_data(root, "license", ("url", "@id", "name"))


def _in_linked_data(root: _Element, key: str, parts: Sequence[str]) -> str | None:
    """The first value of a key of schema.org in the page's JSON-LD, or its part where it is a thing."""
    return next((found for data in _linked_data(root) if (found := _find(data, key, parts))), None)


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
    if depth > _DEEPEST or not isinstance(data, list | dict):
        return None
    if isinstance(data, dict):
        stated = data.get(key)
        stated = [stated.get(part) for part in parts] if isinstance(stated, dict) else [stated]
        if said := next((text.strip() for text in stated if isinstance(text, str) and text.strip()), None):
            return said
    inner = data.values() if isinstance(data, dict) else data
    return next((found for value in inner if (found := _find(value, key, parts, depth + 1))), None)


def _language(root: HtmlElement, named: dict[str, str]) -> str | None:
    stated = (
        root.get("lang"), root.get("xml:lang"), named.get("og:locale"), named.get("content-language")
    )  # fmt: skip
    return next((tag for text in stated if (tag := tag_of(text))), None)
