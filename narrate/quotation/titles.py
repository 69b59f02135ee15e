"""Where the name begins in a phrase that may start with offices: "Deputy Mayor of Oldtown Ann Lee".

As in `phrases`, functions take the tokens of a sentence and indices into them.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.quotation.gender import is_given, of_first_name
from narrate.quotation.nouns import (
    BODIES,
    HONORIFICS,
    HONOURS,
    OFFICE_WORDS,
    PARTICLES,
    ROLES,
    SUFFIXES,
    TEXTS,
)
from narrate.quotation.phrases import is_head, is_plural_head, is_surname
from narrate.quotation.tokens import Token

_INSIDE = ("of", "for", "on", "and", "&", "the")
"""Small words inside the names of bodies and offices."""


def name_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """Index of the first word of the name; `end` where the phrase has offices only."""
    body = _body_start(tokens, first, end)
    if body is not None:
        return body
    cut = first
    for i in range(first, end):
        token, more = tokens[i], i + 1 < end
        opens = (token.low in HONORIFICS or token.possessive) and more
        if opens or (is_head(token.low) and not _in_name(tokens, first, i, end)):
            cut = i + 1
    if first < cut < end:
        cut = _after_office(tokens, cut, end)
    return _after_small_words(tokens, cut, end)


def without_honours(tokens: Sequence[Token], first: int, end: int) -> int:
    """End of the name without what is written after it: Ann Lee MP."""
    at = end
    while at - first > 2 and tokens[at - 1].low in HONOURS:
        at -= 1
    titled = first < at and (tokens[first].low in HONORIFICS or of_first_name(tokens[first].text) is not None)
    return at if titled else end


def _body_start(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """The first capital of a body's name: State Department, Food Safety Committee. None for people."""
    last = tokens[end - 1]
    if not last.capital or last.low not in BODIES or end - first < 2 or is_surname(tokens, end - 1):
        return None
    if any(tokens[i].low in ROLES and tokens[i + 1].low == "of" for i in range(first, end - 1)):
        return None
    at = end - 1
    while at > first and (tokens[at - 1].capital or tokens[at - 1].low in _INSIDE):
        at -= 1
    return at


def _in_name(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Whether a word for an office or a body belongs to the name."""
    if at == first and at + 2 == end and tokens[at].capital and is_given(tokens[at].text):
        return True
    if tokens[at].low in TEXTS and tokens[at].capital and at + 1 < end and is_given(tokens[at].text):
        return True  # Bill
    surname = at + 1 == end or tokens[at + 1].low in SUFFIXES
    return _heads_name(tokens, at, end) or (at > first and surname and is_surname(tokens, at))


def _heads_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """The Center for Progress, a Senate, Riders Without Helmets: a body, and not a title before a name."""
    if not tokens[at].capital:
        return False
    low, follower = tokens[at].low, tokens[at + 1].low if at + 1 < end else None
    if follower in ("without", "against") or (follower == "for" and is_plural_head(low)):
        return True
    return low in BODIES and follower in (None, "of", "for", "on")


def _after_small_words(tokens: Sequence[Token], cut: int, end: int) -> int:
    """Skip what cannot begin a name: all up to a small word, but for those inside names."""
    at = cut
    for i in range(cut, end - 1):
        if _heads_name(tokens, i, end):
            return at
        if tokens[i].text.islower() and not tokens[i].named and tokens[i].low not in PARTICLES | SUFFIXES:
            at = i + 1
    return at


def _after_office(tokens: Sequence[Token], cut: int, end: int) -> int:
    """Skip "of State", "for Human Rights" between an office and a name."""
    if tokens[cut].low not in ("of", "for"):
        return cut
    at = cut + 1
    while at < end and (tokens[at].low in OFFICE_WORDS or tokens[at].low in _INSIDE):
        at += 1
    if tokens[at - 1].low in _INSIDE and end - at > 1:
        at += 1
    if at > cut + 1:
        return at
    # "Mayor of Oldtown Ann Lee": a place is one word more often than not, and two are one as well.
    return end if end - at < 3 else at + 1
