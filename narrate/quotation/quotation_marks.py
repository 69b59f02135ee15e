"""Quotation marks, and which way each of them looks.

A mark is judged by its sign and by what stands beside it, so that one that is missing or typed the wrong
way round costs one quotation and never the rest of the text. `spans` pairs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from narrate.quotation.word_classes import NO_APOSTROPHE_OPENING

SINGLE = "'"
"""The family of single quotation marks, which look like apostrophes."""
DOUBLE = '"'

Direction = Literal[-1, 0, 1]

_SIGN = re.compile(r"''|``|[\"“”„‟«»‹›「」『』]|(?<!\w)['‘’‚](?=\S)|(?<=\S)['’](?!\w)|‘|‚")
_FAMILY = {
    '"': '"', "“": '"', "”": '"', "„": '"', "‟": '"', "''": '"', "``": '"',
    "«": "«", "»": "«", "‹": "‹", "›": "‹", "'": "'", "‘": "'", "’": "'", "‚": "'",
    "「": "「", "」": "「", "『": "『", "』": "『",
}  # fmt: skip
_BY_SIGN: dict[str, Direction] = {
    "“": 1, "„": 1, "‘": 1, "``": 1, "「": 1, "『": 1, "«": 1, "‹": 1,
    "»": -1, "›": -1, "”": -1, "」": -1, "』": -1,
}  # fmt: skip
"""Which way a mark looks if its neighbours do not tell."""
_BEFORE_OPENING = frozenset(" \t\n\xa0\u2009\u202f([{—–-=>/")
_BEFORE_INNER_OPENING = frozenset("'‘\"“:")
"""The same, unless white space follows: then it closes."""
_AFTER_CLOSING = frozenset(" \t\n\xa0\u2009\u202f)]}—–-.,;:!?…</'’\"”")
_WORD = re.compile(r"\w+")
_DECADE = re.compile(r"\d0s?\b")


@dataclass(frozen=True, slots=True)
class QuotationMark:
    """One quotation mark of a text."""

    start: int
    """Offset in the text."""
    end: int
    family: str
    """The same for every sign that it can pair with."""
    direction: Direction
    """1 looks like an opening mark, -1 like a closing one, 0 like either."""

    def is_single_opening(self) -> bool:
        """Whether it is a single mark that looks like an opening one."""
        return self.family == SINGLE and self.direction > 0


def find_quotation_marks(text: str, start: int, end: int) -> list[QuotationMark]:
    """The quotation marks of the paragraph from `start` to `end`, in order, without apostrophes."""
    found = []
    for match in _SIGN.finditer(text, start, end):
        sign = match.group()
        family = _FAMILY[sign]
        before, after = _neighbours(text, start, end, match)
        direction = _direction(sign, before, after)
        if family == SINGLE and _is_apostrophe(text, match.start(), end, direction):
            continue
        mark = QuotationMark(match.start(), match.end(), family, direction)
        found.append(mark)
    return found


def _neighbours(text: str, start: int, end: int, match: re.Match[str]) -> tuple[str, str]:
    """The characters on both sides of a sign; at the ends of its paragraph, a space."""
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    return before, after


def _direction(sign: str, before: str, after: str) -> Direction:
    """Which way a sign looks: by its neighbours if they agree, else by itself."""
    can_open = before in _BEFORE_OPENING or (before in _BEFORE_INNER_OPENING and not after.isspace())
    can_close = after in _AFTER_CLOSING
    if can_open == can_close:
        return _BY_SIGN.get(sign, 0)
    return 1 if can_open else -1


def _is_apostrophe(text: str, at: int, end: int, direction: Direction) -> bool:
    """Whether a single sign is no quotation mark: it is one only if its surroundings say so."""
    if direction <= 0:
        return direction == 0
    if text[at] == "‘":
        return False
    return _is_shortened(text, at + 1, end)


def _is_shortened(text: str, at: int, end: int) -> bool:
    """Whether a word is written with an apostrophe in front: '90s, 'em."""
    if _DECADE.match(text, at, end):
        return True
    word = _WORD.match(text, at, end)
    return word is not None and word.group().lower() in NO_APOSTROPHE_OPENING
