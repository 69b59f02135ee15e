"""Which tokens belong to a name: capitals, and the lower-case words between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from narrate.quotation.gender import is_given, of_first_name
from narrate.quotation.nouns import BODIES, HONORIFICS, OFFICE_WORDS, PARTICLES, ROLES, SUFFIXES
from narrate.quotation.offices import is_head, is_plural_head
from narrate.quotation.tokens import Token
from narrate.quotation.word_classes import PREPOSITIONS

LONGEST_NAME = 12
"""Tokens in a run of capitals; longer ones are headlines and lists."""
LONGEST_NICKNAME = 20
"""Characters; longer quotations inside a run of capitals are titles."""
LONGEST_PURPOSE = 4
"""Tokens in which "for" is looked for before "of": People for the Care of."""

_INITIALS = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZ")
"""Letters inside names, without their full stop; "I" is a word."""


def belongs_to_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token of a run of capitals is part of the name."""
    token = tokens[at]
    if token.named or token.low in SUFFIXES:
        return True
    return _joins(tokens, at) or is_nickname(tokens, at)


def is_nickname(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation stands inside a name: Robert “Bob” Lee."""
    token = tokens[at]
    if token.quotation < 0 or len(token.text) > LONGEST_NICKNAME or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return before.named and after.named and is_given(before.text)


def is_surname(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word for an office or a body ends a name: Lord Baker, Susan King, Peter T. King."""
    if at == 0 or not tokens[at].capital:
        return False
    before = tokens[at - 1]
    if before.low in HONORIFICS:
        return True
    return before.capital and (_is_initial(before.text) or _is_first_name(before.text))


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."


def _is_first_name(word: str) -> bool:
    # The lists of first names have "Us": capitals throughout are no first name.
    return not word.isupper() and of_first_name(word) is not None


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is no name by itself is part of one: van, of, &, Without."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    token, after = tokens[at], tokens[at + 1]
    if token.low in ("of", "for") and not token.capital:
        return (after.named or after.low == "the") and _takes_of(tokens, at - 1)
    return after.named and _joins_names(tokens, at)


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word before a capital is part of a name."""
    token = tokens[at]
    if token.low == "and":
        return _joins_offices(tokens, at)
    return _is_inside_name(token) or _continues(tokens[at - 1], token)


def _is_inside_name(token: Token) -> bool:
    """Whether a word is part of a name wherever a capital follows: van, &, Without."""
    if token.capital:
        return token.low in PREPOSITIONS or token.low in PARTICLES
    return token.low in PARTICLES or token.text == "&"


def _continues(before: Token, token: Token) -> bool:
    """Whether a word is part of a name by the word before it: of the, Committee on, John F."""
    match token.low:
        case "the":
            return before.low in ("of", "for")
        case "on":
            return before.named and before.low in BODIES
    return before.named and token.text in _INITIALS


def _takes_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether "of" or "for" after a word goes on with its name: a Bank of, People for the Care of."""
    if is_head(tokens[at].low):
        return not is_surname(tokens, at)
    start = max(0, at - LONGEST_PURPOSE)
    purposes = [i for i in range(start + 1, at) if tokens[i].low == "for"]
    return any(is_plural_head(tokens[i - 1].low) for i in purposes)


def _joins_offices(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands inside an office, or between two offices of one person."""
    before, after = tokens[at - 1], tokens[at + 1]
    if before.low in OFFICE_WORDS and after.low in OFFICE_WORDS:
        return True
    titled = before.low in HONORIFICS or before.low in ROLES
    return titled and _is_second_office(tokens, at + 1)


def _is_second_office(tokens: Sequence[Token], start: int) -> bool:
    """Whether an office and a name follow "and": "Gov. and Party Chairman Ann Lee"."""
    limit = min(len(tokens) - 1, start + LONGEST_NAME - 1)
    named = takewhile(lambda i: tokens[i].named, range(start, limit))
    office = next((i for i in named if _is_singular_role(tokens[i].low)), None)
    return office is not None and tokens[office + 1].named


def _is_singular_role(word: str) -> bool:
    return word in ROLES and not is_plural_head(word)
