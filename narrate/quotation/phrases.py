"""Where noun phrases end: closed word classes and capital letters, no parser.

Every function takes the tokens of a sentence and indices into them, and returns an index: the token
after the phrase.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.quotation.tokens import Token
from narrate.quotation.words import (
    BODIES,
    FUNCTION_WORDS,
    JUDGE,
    OFFICE_WORDS,
    PARTICLES,
    PLURAL_HEADS,
    PREMODIFIERS,
    PREPOSITIONS,
    ROLES,
    SAY,
    SPEAK,
    SUFFIXES,
    TEXTS,
)

LONGEST_NAME = 12
"""Tokens in a run of capitals; longer ones are headlines and lists."""
LONGEST_DESCRIPTION = 7
"""Tokens; longer noun phrases with an article are clauses that were mistaken for one."""

HEADS = ROLES | BODIES | TEXTS
CUES = SAY | SPEAK | JUDGE


def is_head(word: str) -> bool:
    """Whether a lower-case noun, in either number, names a person, a body or a text."""
    if word in HEADS or word in PLURAL_HEADS or word.endswith(("woman", "women", "spokesmen")):
        return True
    return word.endswith("s") and (word[:-1] in HEADS or (word.endswith("ies") and word[:-3] + "y" in HEADS))


def is_plural_head(word: str) -> bool:
    """Officials, aides, police: heads that need no article."""
    return is_head(word) and (word in PLURAL_HEADS or (word.endswith("s") and word not in CUES))


def office_end(tokens: Sequence[Token], at: int) -> int:
    """End of a run of small words that are offices or stand before offices: "former campaign manager"."""
    while at < len(tokens) and not tokens[at].possessive and not tokens[at].capital:
        low = tokens[at].low
        if low not in PREMODIFIERS and not is_head(low):
            break
        at += 1
    return at


def name_end(tokens: Sequence[Token], at: int) -> int:
    """End of a run of capitalised words, with the small words that names have inside."""
    limit = min(len(tokens), at + LONGEST_NAME)
    while at < limit:
        token = tokens[at]
        if not (token.named or token.low in SUFFIXES or _joins(tokens, at)):
            break
        at += 1
        if token.possessive:
            break
    return at


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is no name by itself is part of one: van, of, &, Without."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if token.low in ("of", "for") and not token.capital:
        return is_head(before.low) and (after.named or after.low == "the")
    if not after.named:
        return False
    if token.low == "the":
        return before.low in ("of", "for")
    if token.low == "and":
        return before.low in OFFICE_WORDS and after.low in OFFICE_WORDS
    return token.text == "&" or token.low in PARTICLES or (token.capital and token.low in PREPOSITIONS)


def titled_name_end(tokens: Sequence[Token], at: int) -> int:
    """End of a name with offices inside it: "Clinton campaign spokesman Josh Schwerin"."""
    end = name_end(tokens, at)
    while end < len(tokens) and not tokens[end - 1].possessive:
        office = max(office_end(tokens, end), _local_office_end(tokens, end))
        named = office < len(tokens) and tokens[office].named
        if office == end or (tokens[office - 1].low in CUES and not named):
            break
        end = name_end(tokens, office)
    return end


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
    before_head = at + 1 < len(tokens) and is_head(tokens[at + 1].low)
    return token.low in CUES and not first and not (before_head and token.low not in SAY)
