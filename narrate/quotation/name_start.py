"""Where the name begins in a phrase that may start with offices: "Deputy Mayor of Oldtown Ann Lee".

As in `noun_phrases`, functions take the tokens of a sentence and indices into them; the phrase is
`tokens[first:end]`.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.quotation.gender import is_given, of_first_name
from narrate.quotation.name_parts import is_surname
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
from narrate.quotation.offices import is_head, is_plural_head
from narrate.quotation.tokens import Token

_INSIDE = frozenset(("of", "for", "on", "and", "&", "the"))
"""Small words inside the names of bodies and offices."""
_AFTER_BODY = (None, "of", "for", "on")
"""What follows a word for a body in the body's own name; None: nothing."""
_AFTER_MEMBERS = ("without", "against")
"""What follows the members of a body in its name: Riders Without Helmets."""
_SMALL_WORDS_OF_NAMES = PARTICLES | SUFFIXES


def name_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """Index of the first word of the name; `end` if the phrase has offices only."""
    if _is_body(tokens, first, end):
        return _body_start(tokens, first, end)
    cut = _after_titles(tokens, first, end)
    if first < cut < end:
        cut = _after_office(tokens, cut, end)
    return _after_small_words(tokens, cut, end)


def _after_titles(tokens: Sequence[Token], first: int, end: int) -> int:
    """Index after the last word that no name begins before."""
    backwards = range(end - 1, first - 1, -1)
    last = next((i for i in backwards if _is_before_name(tokens, first, i, end)), first - 1)
    return last + 1


def without_honours(tokens: Sequence[Token], first: int, end: int) -> int:
    """End of the name without what is written after it: Ann Lee MP."""
    at = end
    while at - first > 2 and tokens[at - 1].low in HONOURS:
        at -= 1
    begins_name = first < at and _begins_name(tokens[first])
    return at if begins_name else end


def _begins_name(token: Token) -> bool:
    return token.low in HONORIFICS or of_first_name(token.text) is not None


def _is_body(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a phrase ends with the name of a body, and not of a person: Food Safety Committee."""
    last = tokens[end - 1]
    if not last.capital or last.low not in BODIES or end - first < 2:
        return False
    return not (is_surname(tokens, end - 1) or _has_office_of(tokens, first, end))


def _has_office_of(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it has somebody's office with "of" in it: Secretary of the Senate."""
    return any(tokens[i].low in ROLES and tokens[i + 1].low == "of" for i in range(first, end - 1))


def _body_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """Index of the first capital of a body's name, which ends the phrase."""
    at = end - 1
    while at > first and (tokens[at - 1].capital or tokens[at - 1].low in _INSIDE):
        at -= 1
    return at


def _is_before_name(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Whether the name begins after a word at the earliest: an office, an honorific, an owner."""
    token = tokens[at]
    if at + 1 < end and (token.possessive or token.low in HONORIFICS):
        return True
    return is_head(token.low) and not _is_in_name(tokens, first, at, end)


def _is_in_name(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Whether a word for an office, a body or a text belongs to the name."""
    if _is_given_in_name(tokens, first, at, end) or _heads_name(tokens, at, end):
        return True
    ends_name = at + 1 == end or tokens[at + 1].low in SUFFIXES
    return at > first and ends_name and is_surname(tokens, at)


def _is_given_in_name(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    """Whether a word is a first name here: Dean in "Dean Lee", Bill before any name."""
    token = tokens[at]
    is_one_of_two = at == first and at + 2 == end
    is_text = token.low in TEXTS and at + 1 < end
    return token.capital and (is_one_of_two or is_text) and is_given(token.text)


def _heads_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """The Center for Progress, a Senate, Riders Without Helmets: a body, and not a title before a name."""
    if not tokens[at].capital:
        return False
    low = tokens[at].low
    follower = tokens[at + 1].low if at + 1 < end else None
    return _is_body_before(low, follower) or _are_members_before(low, follower)


def _is_body_before(word: str, follower: str | None) -> bool:
    return word in BODIES and follower in _AFTER_BODY


def _are_members_before(word: str, follower: str | None) -> bool:
    """Whether a word is for the members of a body in its name: Riders Without, People for."""
    return follower in _AFTER_MEMBERS or (follower == "for" and is_plural_head(word))


def _after_small_words(tokens: Sequence[Token], cut: int, end: int) -> int:
    """Skip what cannot begin a name: all up to a small word, but for those inside names."""
    headed = (i for i in range(cut, end - 1) if _heads_name(tokens, i, end))
    stop = next(headed, end - 1)
    small = (i + 1 for i in range(cut, stop) if _is_small_word(tokens[i]))
    return max(small, default=cut)


def _is_small_word(token: Token) -> bool:
    """Whether a word is in lower case, and none that names have inside."""
    return token.text.islower() and not token.named and token.low not in _SMALL_WORDS_OF_NAMES


def _after_office(tokens: Sequence[Token], cut: int, end: int) -> int:
    """Skip "of State", "for Human Rights" between an office and a name."""
    if tokens[cut].low not in ("of", "for"):
        return cut
    at = _after_office_words(tokens, cut + 1, end)
    if at > cut + 1:
        return at
    # With one word behind "of" that is the place, and there is no name.
    return end


def _after_office_words(tokens: Sequence[Token], start: int, end: int) -> int:
    """End of a run of words of which offices are made, and of the word that its last "of" asks for.

    "Mayor of Oldtown Ann Lee": a place is one word more often than not.
    """
    at = start
    while at < end and (tokens[at].low in OFFICE_WORDS or tokens[at].low in _INSIDE):
        at += 1
    needs_word = tokens[at - 1].low in _INSIDE
    return at + 1 if needs_word and end - at > 1 else at
