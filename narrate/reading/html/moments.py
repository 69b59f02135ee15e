"""When an article was published, with the time of day and the zone that its page states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from narrate.english.dates import find_moment

_PUBLISHED = re.compile(
    r"publish|pubdate|pub-date|pub_date|issued|created|posted|(?:^|[.:_-])date$", re.IGNORECASE
)
"""In names of `meta` elements, and in `itemprop`, `property` and `class` of `time` elements."""
_CHANGED = re.compile(r"modif|updat|revis|chang|expir", re.IGNORECASE)
_NAMING = ("property", "name", "itemprop", "http-equiv", "class")


def published_moment(root: _Element, day: str | None, in_linked_data: str | None) -> str | None:
    """The moment of `day`, "2016-12-14", that the page states for its publication; else `day` itself.

    `in_linked_data` is schema.org's `datePublished`.
    """
    if day is None:
        return None
    for text in _stated(root, in_linked_data):
        moment = find_moment(text)
        if moment is not None and moment[:10] == day and moment != day:
            return moment
    return day


def _stated(root: _Element, in_linked_data: str | None) -> Iterator[str]:
    """Where pages state it, the most reliable first."""
    if in_linked_data:
        yield in_linked_data
    yield from _named(root, "meta", "content")
    yield from _named(root, "time", "datetime")
    # Of times that are not named, only a single one is sure to be the article's.
    times = [time.get("datetime", "") for time in root.iter("time") if not _CHANGED.search(_names(time))]
    if len(set(times)) == 1:
        yield times[0]


def _named(root: _Element, tag: str, attribute: str) -> Iterator[str]:
    """Values of elements that are named as a date of publication."""
    for element in root.iter(tag):
        names = _names(element)
        value = element.get(attribute)
        if value and _PUBLISHED.search(names) and not _CHANGED.search(names):
            yield value


def _names(element: _Element) -> str:
    return " ".join(element.get(name, "") for name in _NAMING).strip()
