"""Where noun phrases end: closed word classes and capital letters, no parser.

Every function takes the tokens of a sentence and indices into them. Those called `…_end` return the index of
the token after the phrase. `offices` says which words are offices, `name_parts` which belong to a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.english.reporting_verbs import REPORTING_VERBS, SAY
from narrate.quotation.name_parts import LONGEST_NAME, belongs_to_name
from narrate.quotation.nouns import TEXTS
from narrate.quotation.offices import is_head, is_office
from narrate.quotation.tokens import Token
from narrate.quotation.word_classes import FUNCTION_WORDS

LONGEST_DESCRIPTION = 7
"""Tokens; longer noun phrases with an article are clauses that were mistaken for one."""
LONGEST_LOCAL_OFFICE = 3
"""Tokens of an office that has other words in it: "fire chief" has two."""

_VERBS = REPORTING_VERBS - ((TEXTS | {"state"}) - SAY)
"""Without those that are nouns inside a phrase: the state news agency, the police report."""


def office_end(tokens: Sequence[Token], at: int) -> int:
    """End of a run of lower-case words that are offices or stand before them: "former campaign manager"."""
    while at < len(tokens) and _is_office_inside(tokens[at]):
        at += 1
    return at


def _is_office_inside(token: Token) -> bool:
    if token.possessive or token.capital:
        return False
    return is_office(token.low) or token.low.endswith("-year-old")


def name_end(tokens: Sequence[Token], at: int) -> int:
    """End of a run of capitalised words, with the lower-case words that names have inside."""
    limit = min(len(tokens), at + LONGEST_NAME)
    while at < limit and belongs_to_name(tokens, at):
        at += 1
        if tokens[at - 1].possessive:
            break
    return at


def titled_name_end(tokens: Sequence[Token], at: int) -> int:
    """End of a name with offices inside it: "Clinton campaign spokesman Josh Schwerin"."""
    end = name_end(tokens, at)
    office = _title_end(tokens, end)
    while office > end:
        end = name_end(tokens, office)
        office = _title_end(tokens, end)
    return end


def _title_end(tokens: Sequence[Token], start: int) -> int:
    """End of an office after a name; `start` if there is none, or if it can be no title."""
    if start == len(tokens) or tokens[start - 1].possessive:
        return start
    end = max(office_end(tokens, start), _local_office_end(tokens, start))
    return end if _can_end_title(tokens, end) else start


def _can_end_title(tokens: Sequence[Token], end: int) -> bool:
    """Whether an office ends before a name, or with a noun: "the Oldtown mayor"."""
    if end < len(tokens) and tokens[end].named:
        return True
    noun = tokens[end - 1].low
    return is_head(noun) and noun not in REPORTING_VERBS


def _local_office_end(tokens: Sequence[Token], start: int) -> int:
    """End of an office with words that are no offices, if a name follows: "Oldtown fire chief Ann Lee"."""
    limit = min(len(tokens) - 1, start + LONGEST_LOCAL_OFFICE)
    at = start
    while at < limit and not tokens[at].capital and not _ends_noun(tokens, at):
        at += 1
    ends_with_office = at > start and is_head(tokens[at - 1].low)
    return at if ends_with_office and tokens[at].named else start


def noun_end(tokens: Sequence[Token], start: int) -> int:
    """End of a noun phrase: where a function word, a reporting verb or punctuation comes."""
    limit = min(len(tokens), start + LONGEST_DESCRIPTION)
    if start == limit or _ends_phrase(tokens[start]):
        return start
    # A verb that comes first is a noun here: the claim.
    following = range(start + 1, limit)
    return next((at for at in following if _ends_noun(tokens, at)), limit)


def _ends_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase ends before a token that is not its first."""
    token = tokens[at]
    if _ends_phrase(token):
        return True
    if token.capital or token.low not in _VERBS:
        return False
    return token.low in SAY or not _is_participle(tokens, at)


def _ends_phrase(token: Token) -> bool:
    """Whether no noun phrase has a token inside: a quotation, punctuation, a function word, an adverb."""
    if token.quotation >= 0 or not token.text[0].isalnum():
        return True
    if token.capital:
        return token.low in FUNCTION_WORDS and not token.named
    return token.low in FUNCTION_WORDS or token.low.endswith("ly")


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    """ "the accused men" is a phrase, "the agency accused men" a sentence."""
    if at + 1 == len(tokens):
        return False
    return is_head(tokens[at + 1].low) and not is_head(tokens[at - 1].low)
