"""Trees of elements: what an article says becomes text or the value of an attribute, and never markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from lxml import etree

Element = etree._Element
Child = Element | str

# What XML 1.0 (section 2.2) and so lxml refuses, and the line ends that HTML would change.
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\x85")
_TEXT_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def extend(parent: Element, children: Iterable[Child]) -> None:
    """Put elements and text after what an element already holds."""
    last = next(parent.iterchildren(reversed=True), None)
    for child in children:
        if isinstance(child, str):
            _add_text(parent, last, clean(child))
        else:
            parent.append(child)
            last = child


def _add_text(parent: Element, last: Element | None, text: str) -> None:
    """Put text at the end of an element whose last child is `last`."""
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def attribute_name(name: str) -> str:
    """The attribute that a keyword stands for: "class" for "class_", "aria-label" for "aria_label"."""
    return name.rstrip("_").replace("_", "-")


def clean(text: str) -> str:
    """`text` with U+FFFD for each character that no page can hold, so that places in it stay the same."""
    return _FORBIDDEN.sub("\ufffd", text)


def direction(text: str) -> str | None:
    """ "ltr" or "rtl", by the first letter that tells it (Unicode Standard Annex 9, rule P2), or None."""
    found = (_TEXT_DIRECTIONS.get(unicodedata.bidirectional(letter)) for letter in text)
    return next(filter(None, found), None)


def web_address(address: str | None) -> str | None:
    """An address that a link may lead to: http or https, and nothing that runs or reads files."""
    found = (address or "").strip()
    is_on_the_web = re.match(r"https?://[^\s/?#]", found, re.IGNORECASE)
    return found if is_on_the_web else None
