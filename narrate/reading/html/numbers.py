"""The numbers that browsers write before the items of ordered lists (HTML, 4.4.5 and 4.4.8)."""

from __future__ import annotations

import re

from lxml.etree import _Element

from narrate.reading.html.tags import HEADINGS, names_of

_NAMED = HEADINGS | {"figure", "article", "section", "table"}
"""What an item begins with that is an entry with a name of its own."""
_PLAIN = re.compile(
    r"(?:^|[-_\s])(?:(?:un|non?-?)(?:styled|numbered|bullets?|list)|plainlist)(?:$|[-_\s])", re.IGNORECASE
)
_NO_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_WHOLE = re.compile(r"\s*([+-]?\d{1,6})\s*$")
_LETTERS = 26


class Numbers:
    """Counts the items of one list."""

    def __init__(self, parent: _Element) -> None:
        self._type = _type_of(parent)
        self._step = 1
        first = 1
        if parent.get("reversed") is not None:
            self._step = -1
            first = len(parent)
        self._next = _whole(parent.get("start"), first)

    def of(self, item: _Element) -> str:
        """What stands before the next item: "3."; empty where browsers or listeners want nothing."""
        number = _whole(item.get("value"), self._next)
        self._next = number + self._step
        if self._type is None or _is_named(item):
            return ""
        if self._type in ("a", "A") and 0 < number <= _LETTERS:
            return f"{chr(ord(self._type) + number - 1)}."
        return f"{number}."


def _type_of(parent: _Element) -> str | None:
    """How a list is numbered: "1", "a", "I"; None for one that is not."""
    if parent.tag != "ol":
        return None
    is_plain = _PLAIN.search(names_of(parent)) or _NO_STYLE.search(parent.get("style", ""))
    return None if is_plain else parent.get("type", "1")


def _is_named(item: _Element) -> bool:
    """Whether an item is an entry with a name of its own."""
    first = next(iter(item), None)
    return first is not None and first.tag in _NAMED


def _whole(value: str | None, otherwise: int) -> int:
    match = _WHOLE.match(value or "")
    return int(match[1]) if match else otherwise
