"""What stands inside a sentence and is no part of it: marks of notes, deleted words, buttons, readings.

Such text is taken out of its line and follows it, with its reason, so that the sentence can be spoken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element

from narrate.reading.html.tags import BLOCKS, NOTE, is_note_mark, length_up_to, names_of, text_in

CONTROL = "button or form of the page"
DELETED = "deleted text"
READING = "how to read a word"
HIDDEN = "hidden from screen readers"
ONLY_SAID = "for screen readers only"
FORMULA = "formula"
DRAWING = "text in a drawing"

_BY_TAG = {
    **dict.fromkeys(("button", "select", "textarea", "option", "optgroup"), CONTROL),
    **dict.fromkeys(("del", "s", "strike"), DELETED),
    "rt": READING,
    "svg": DRAWING,
}
_ONLY_SAID = re.compile(
    r"(?:^|[-_\s])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|editsection)(?:$|[-_\s])", re.IGNORECASE
)
_INLINE = ("span", "small", "a", "i")
_NUMBER_SIZE = 8
"""Elements in the number of a footnote; a link, and what styles it."""
_LONGEST_NUMBER = 100
"""Characters, white space included."""
_NUMBER = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[*†‡§¶]{1,3})(?:\s*[,–-]\s*\d{1,3})*\s*[\])]?\s*")
_SEVERAL = re.compile(r"\d\s*[,–-]\s*\d|[*†‡§¶\[\]()]")
_BEFORE_NOTE = re.compile(r"(?:[.,;:!?…”’\")\]]|[^\W\d_]{4}|\b(?:1[5-9]|20)\d\d)$")
"""What the number of a note follows: an end, a word, a year; exponents follow units and bases."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that was taken out of a line."""

    text: str
    reason: str


def reason_for(element: _Element, before: str) -> str | None:
    """Why an element's text is no part of the sentence; None where it is. `before` is the text before it."""
    reason = _BY_TAG.get(str(element.tag))
    if reason is not None:
        return reason
    if _is_number_of_note(element, before):
        return NOTE
    if element.get("aria-hidden") == "true" and next(element.iter("a"), None) is None:
        return HIDDEN  # icons and second readings; a link is only kept from being a stop twice
    if _is_only_said(element):
        return ONLY_SAID
    return None


def _is_number_of_note(element: _Element, before: str) -> bool:
    """Whether an element is the number of a note, or the way back from one."""
    if element.tag == "sup":
        return _links_to_note(element) or _is_bare_number(element, before)
    return element.tag == "a" and is_note_mark(element)


def _is_only_said(element: _Element) -> bool:
    """Whether an element is there for screen readers, by the names that authors give such text."""
    if element.tag not in _INLINE or not element.get("class"):
        return False
    return _ONLY_SAID.search(names_of(element)) is not None


def holds_blocks(element: _Element) -> bool:
    """Whether an element holds more than a part of a line."""
    return next(element.iterdescendants(*BLOCKS), None) is not None


def _links_to_note(element: _Element) -> bool:
    """Whether a superscript leads to a place on the page."""
    for inner in islice(element.iter(), _NUMBER_SIZE):
        if inner.tag != "a":
            continue
        if (inner.get("href") or "").startswith("#") or is_note_mark(inner):
            return True
    return False


def _is_bare_number(element: _Element, before: str) -> bool:
    """Whether a superscript without a link is the number of a note, and no exponent."""
    if length_up_to(element, _LONGEST_NUMBER) == _LONGEST_NUMBER:
        return False
    text = text_in(element)
    if not _NUMBER.fullmatch(text):
        return False
    return _SEVERAL.search(text) is not None or _BEFORE_NOTE.search(before.rstrip()[-8:]) is not None
