"""The reporter's text as sentences of tokens, in which a quotation counts as one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from narrate.english.titles import SHORT_TITLES
from narrate.quotation.spans import Span
from narrate.quotation.word_classes import FUNCTION_WORDS

LONGEST_SENTENCE = 300
"""Tokens; longer "sentences" are tables and lists. It bounds the work on a text without full stops."""

_OTHERS = ("St", "Jr", "Sr", "Inc", "Corp", "Co", "Ltd", "vs", "No")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec")
_ABBREVIATIONS = "|".join((*SHORT_TITLES, *_OTHERS, *_MONTHS))
"""Words that keep their full stop."""
_UNSEEN = "\xad\u200b\u2060"
"""Soft hyphens and joiners, which web pages put inside words."""
_TOKEN = re.compile(
    rf"(?:{_ABBREVIATIONS})\.(?=[\s,])"
    r"|(?:[A-Z]\.){1,4}(?=[\s\-,’'A-Z]|$)"  # initials: J., U.S.
    rf"|[@#{_UNSEEN}]?[^\W_]+(?:(?:[’'&-]|(?<=[A-Z])/(?=[A-Z]{{2}})|[{_UNSEEN}]+)[^\W_]+)*"
    rf"|--|\.{{2,}}|[^\s\w{_UNSEEN}]"
)
_CONTRACTED_IS = ("'s", "’s")
_FULL_STOPS = frozenset(".!?")
_WITHOUT_UNSEEN = {ord(sign): None for sign in _UNSEEN}
_CLOSING = frozenset(".,;:!?)]-–—―")
_BEFORE_SENTENCE = frozenset(":—–")
"""What follows one of these may be a sentence of its own."""


class Token(NamedTuple):
    """A word, a punctuation mark or a whole quotation."""

    text: str
    """As written, without a possessive 's; all of it for a quotation."""
    low: str
    """In lower case; empty for a quotation."""
    start: int
    """Offset in the text."""
    end: int
    possessive: bool = False
    quotation: int = -1
    """Index of the quotation; -1 for everything else."""
    capital: bool = False
    """Whether it is written like a name: Ann, @ann, al-Ann, d'Ann."""
    named: bool = False
    """Whether it can be part of a name: a capital, and not just that of a sentence's first word."""


def tokenize(text: str, start: int, end: int, spans: Sequence[tuple[int, Span]]) -> list[Token]:
    """The tokens of the paragraph from `start` to `end`; `spans` are its quotations with their indices."""
    tokens: list[Token] = []
    for index, span in spans:
        tokens += _words(text, start, span.outer_start)
        quoted = text[span.start : span.end]
        tokens.append(Token(quoted, "", span.start, span.end, quotation=index))
        start = span.outer_end
    return tokens + _words(text, start, end)


def _words(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch without quotations."""
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word, low, possessive, capital = _word(match[0])
        if word[-1] == "s" and not possessive:
            possessive = _has_possessive_apostrophe(word, text, match.end())
        token = Token(word, low, match.start(), match.end(), possessive, -1, capital)
        tokens.append(token)
    return tokens


@lru_cache(maxsize=16_384)
def _word(written: str) -> tuple[str, str, bool, bool]:
    """(text, low, possessive, capital) of a token as it is written; most words are written often."""
    word = written.translate(_WITHOUT_UNSEEN)
    possessive = _has_possessive_s(word)
    if possessive:
        word = word[:-2]
    return word, word.lower(), possessive, _is_capital(word)


def _has_possessive_apostrophe(word: str, text: str, end: int) -> bool:
    """Whether an apostrophe follows a word in s: the brothers' house, but not "it's'"."""
    return text.startswith(("'", "’"), end) and not word.endswith(_CONTRACTED_IS)


def _has_possessive_s(word: str) -> bool:
    """Whether it ends in a possessive 's: "the mayor's", but not "he's"."""
    if len(word) < 3 or word[-2:].lower() not in _CONTRACTED_IS:
        return False
    return word[:-2].lower() not in FUNCTION_WORDS


def _is_capital(word: str) -> bool:
    if word[0].isupper() or word[0] == "@":
        return True
    # al-Ann, d'Ann
    return any(sign in "-’'" and after.isupper() for sign, after in pairwise(word))


def split_sentences(text: str, tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of a paragraph by sentence."""
    start = 0
    while start < len(tokens):
        end = _sentence_end(text, tokens, start)
        yield tokens[start:end]
        start = end


def _sentence_end(text: str, tokens: Sequence[Token], start: int) -> int:
    """Index of the token after the sentence that begins with a token."""
    limit = min(len(tokens), start + LONGEST_SENTENCE)
    for at in range(start + 1, limit):
        last = tokens[at - 1]
        if _may_end(last) and _ends_before(text, last, tokens[at]):
            return at
    return limit


def _may_end(token: Token) -> bool:
    """Only after a quotation or a full stop is it worth asking whether a sentence ends."""
    return token.text in _FULL_STOPS or token.quotation >= 0


def _ends_before(text: str, last: Token, token: Token) -> bool:
    """Whether a sentence ends between a quotation or a full stop and what follows it."""
    if token.text[0].islower() and not token.capital and token.quotation < 0:
        return False
    if last.quotation >= 0:
        return text[last.end - 1] in ".…" and token.text not in _CLOSING
    return text[last.end : last.end + 1].isspace()


def opens_sentence(token: Token, *, was_open: bool) -> bool:
    """Whether the word after a token is the first of a sentence; `was_open`: whether the token was."""
    if token.text in _BEFORE_SENTENCE:
        return True
    return was_open and not token.text[0].isalnum()
