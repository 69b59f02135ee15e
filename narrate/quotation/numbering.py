"""People who are counted rather than named: one said, another; some of the guards; the other."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.english.reporting_verbs import JUDGE, REPORTING_VERBS
from narrate.quotation.noun_phrases import noun_end
from narrate.quotation.offices import is_head
from narrate.quotation.tokens import Token
from narrate.quotation.word_classes import AUXILIARIES, DETERMINERS, FUNCTION_WORDS, PEOPLE_BY_NUMBER

_SAYING = REPORTING_VERBS - JUDGE


def people_by_number_end(tokens: Sequence[Token], first: int) -> int | None:
    """Index of the token after a phrase such as "one" or "the other", at `first`; None if there is none."""
    last = first
    if tokens[first].low == "the" and first + 1 < len(tokens):
        last += 1
    if tokens[last].low not in PEOPLE_BY_NUMBER | {"other"}:
        return None
    partitive = _partitive_end(tokens, last + 1)
    if partitive is not None:
        return partitive
    return last + 1 if _speaks(tokens, first, last + 1) else None


def _partitive_end(tokens: Sequence[Token], at: int) -> int | None:
    """End of "of the guards"."""
    if at + 2 >= len(tokens) or tokens[at].low != "of" or tokens[at + 1].low not in DETERMINERS:
        return None
    end = noun_end(tokens, at + 2)
    if end == at + 2 or tokens[end - 1].capital or not is_head(tokens[end - 1].low):
        return None
    return end


def _speaks(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a verb of saying stands after a phrase, or before it and after a quotation."""
    following = (token for token in tokens[end:] if token.low not in AUXILIARIES)
    verb = next(following, None)
    if verb is not None and verb.low in _SAYING:
        return True
    return _is_inverted(tokens, first) and not _is_noun_after(tokens, end)


def _is_inverted(tokens: Sequence[Token], first: int) -> bool:
    """ "…,” said one."""
    if first < 2 or tokens[first - 1].low not in _SAYING:
        return False
    before = tokens[first - 2]
    return before.quotation >= 0 or before.text == ","


def _is_noun_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase goes on with a noun: said one shopper."""
    if at == len(tokens):
        return False
    return tokens[at].low[:1].isalpha() and tokens[at].low not in FUNCTION_WORDS
