"""Where noun phrases end: closed word classes and capital letters, no parser.

Every function takes the tokens of a sentence and indices into them, and returns an index: the token
after the phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from narrate.quotation.gender import is_given, of_first_name
from narrate.quotation.nouns import (
    BODIES,
    HONORIFICS,
    OFFICE_WORDS,
    PARTICLES,
    PLURAL_HEADS,
    PREMODIFIERS,
    ROLES,
    SUFFIXES,
    TEXTS,
)
from narrate.quotation.tokens import Token
from narrate.quotation.words import FUNCTION_WORDS, JUDGE, PREPOSITIONS, SAY, SPEAK

LONGEST_NAME = 12
"""Tokens in a run of capitals; longer ones are headlines and lists."""
LONGEST_NICKNAME = 20
"""Characters; longer quotations inside a run of capitals are titles."""
LONGEST_DESCRIPTION = 7
"""Tokens; longer noun phrases with an article are clauses that were mistaken for one."""

HEADS = ROLES | BODIES | TEXTS
CUES = SAY | SPEAK | JUDGE
_VERBS = CUES - ((TEXTS | {"state"}) - SAY)
"""Without those that are nouns inside a phrase: the state news agency, the police report."""


_INITIALS = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZ")
"""Letters inside names, without their full stop; "I" is a word."""

_ELECT = ("elect", "in", "of")
"""What follows the first part of a noun for a person: president-elect, son-in-law, mother-of-two."""


def core(word: str) -> str:
    """The part of a hyphenated noun that says what it is: wife of ex-wife, mother of mother-of-two."""
    parts = word.split("-")
    if word in HEADS or len(parts) == 1:
        return word
    if parts[1] in _ELECT:
        return parts[0] if parts[0] in ROLES else word
    return parts[-1] if parts[-1] in ROLES else word


@lru_cache(maxsize=4096)
def is_head(word: str) -> bool:
    """Whether a lower-case noun, in either number, names a person, a body or a text."""
    word = core(word)
    if word in HEADS or word in PLURAL_HEADS or word.endswith(("woman", "women", "spokesmen")):
        return True
    return word.endswith("s") and (word[:-1] in HEADS or (word.endswith("ies") and word[:-3] + "y" in HEADS))


@lru_cache(maxsize=4096)
def is_office(word: str) -> bool:
    """Whether a word is an office or stands before offices: former, deputy, mayor."""
    return word in PREMODIFIERS or is_head(word)


def is_plural_head(word: str) -> bool:
    """Officials, aides, police: heads that need no article."""
    return is_head(word) and (word in PLURAL_HEADS or (word.endswith("s") and word not in CUES))


def office_end(tokens: Sequence[Token], at: int) -> int:
    """End of a run of small words that are offices or stand before offices: "former campaign manager"."""
    while at < len(tokens) and not tokens[at].possessive and not tokens[at].capital:
        low = tokens[at].low
        if not (is_office(low) or low.endswith("-year-old")):
            break
        at += 1
    return at


def name_end(tokens: Sequence[Token], at: int) -> int:
    """End of a run of capitalised words, with the small words that names have inside."""
    limit = min(len(tokens), at + LONGEST_NAME)
    while at < limit:
        token = tokens[at]
        if not (token.named or token.low in SUFFIXES or _joins(tokens, at) or is_nickname(tokens, at)):
            break
        at += 1
        if token.possessive:
            break
    return at


def is_nickname(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation stands inside a name: Robert “Bob” Lee."""
    if tokens[at].quotation < 0 or not 0 < at < len(tokens) - 1 or len(tokens[at].text) > LONGEST_NICKNAME:
        return False
    return tokens[at - 1].named and tokens[at + 1].named and is_given(tokens[at - 1].text)


def is_surname(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word for an office or a body ends a name: Lord Baker, Susan King, Peter T. King."""
    if at == 0 or not tokens[at].capital:
        return False
    before = tokens[at - 1]
    if before.low in HONORIFICS:
        return True
    initial = len(before.text) == 2 and before.text[1] == "."
    # The lists of first names have "Us": capitals throughout are no first name.
    first_name = not before.text.isupper() and of_first_name(before.text) is not None
    return before.capital and (initial or first_name)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is no name by itself is part of one: van, of, &, Without."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if token.low in ("of", "for") and not token.capital:
        return _takes_of(tokens, at - 1) and (after.named or after.low == "the")
    if not after.named:
        return False
    if token.low == "and":
        return (before.low in OFFICE_WORDS and after.low in OFFICE_WORDS) or _is_second_office(tokens, at)
    return (
        (token.low == "the" and before.low in ("of", "for"))
        or (token.low == "on" and before.named and before.low in BODIES)
        or (token.text in _INITIALS and before.named)
        or token.text == "&"
        or token.low in PARTICLES
        or (token.capital and token.low in PREPOSITIONS)
    )


def _takes_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether "of" or "for" after a word goes on with its name: a Bank of, People for the Care of."""
    if is_head(tokens[at].low):
        return not is_surname(tokens, at)
    before = tokens[max(0, at - 4) : at]
    return any(t.low == "for" and i and is_plural_head(before[i - 1].low) for i, t in enumerate(before))


def _is_second_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands between two offices of one person: "Gov. and Party Chairman Ann Lee"."""
    if not (tokens[at - 1].low in HONORIFICS or tokens[at - 1].low in ROLES):
        return False
    for i in range(at + 1, min(len(tokens) - 1, at + LONGEST_NAME)):
        if not tokens[i].named:
            return False
        if tokens[i].low in ROLES and not is_plural_head(tokens[i].low):
            return tokens[i + 1].named
    return False


def titled_name_end(tokens: Sequence[Token], at: int) -> int:
    """End of a name with offices inside it: "Clinton campaign spokesman Josh Schwerin"."""
    end = name_end(tokens, at)
    while end < len(tokens) and not tokens[end - 1].possessive:
        office = max(office_end(tokens, end), _local_office_end(tokens, end))
        named = office < len(tokens) and tokens[office].named
        if office == end or not (named or _closes_title(tokens[office - 1].low)):
            break
        end = name_end(tokens, office)
    return end


def _closes_title(word: str) -> bool:
    """Whether a small word can end a phrase that began with a name: "the Oldtown mayor"."""
    return is_head(word) and word not in CUES


def _local_office_end(tokens: Sequence[Token], start: int) -> int:
    """End of an office with words that are no offices, if a name follows: "Oldtown fire chief Ann Lee"."""
    at = start
    while at < min(len(tokens) - 1, start + 3) and not (
        tokens[at].capital or _ends_noun(tokens, at, first=False)
    ):
        at += 1
    return at if at > start and is_head(tokens[at - 1].low) and tokens[at].named else start


def noun_end(tokens: Sequence[Token], start: int) -> int:
    """End of a noun phrase: where a function word, a verb of saying or punctuation comes."""
    at, limit = start, min(len(tokens), start + LONGEST_DESCRIPTION)
    while at < limit and not _ends_noun(tokens, at, first=at == start):
        at += 1
    return at


def _ends_noun(tokens: Sequence[Token], at: int, *, first: bool) -> bool:
    token = tokens[at]
    if token.quotation >= 0 or not token.text[0].isalnum():
        return True
    if token.capital:
        return token.low in FUNCTION_WORDS and not token.named
    if token.low in FUNCTION_WORDS or token.low.endswith("ly"):
        return True
    # "the accused men" is a phrase, "the agency accused men" a sentence.
    participle = at + 1 < len(tokens) and is_head(tokens[at + 1].low) and not is_head(tokens[at - 1].low)
    return token.low in _VERBS and not first and not (participle and token.low not in SAY)
