"""The reporter's text as sentences of tokens, in which a quotation counts as one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from narrate.quotation.gender import is_given, of_first_name
from narrate.quotation.marks import Span
from narrate.quotation.nouns import HONORIFICS, ROLES
from narrate.quotation.words import AUXILIARIES, FUNCTION_WORDS, JUDGE, SAY, SPEAK

LONGEST_SENTENCE = 300
"""Tokens; longer "sentences" are tables and lists. It bounds the work on a text without full stops."""

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Rev|St|Jr|Sr|Sec|Hon|Cpl|Pvt|Det|Messrs|Mme"
    "|Del|Amb|Supt|Cmdr|Spc|Pfc|Msgr"
    "|Inc|Corp|Co|Ltd|vs|No|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec"
)
_UNSEEN = "\xad\u200b\u2060"
"""Soft hyphens and joiners, which web pages put inside words."""
_TOKEN = re.compile(
    rf"(?:{_ABBREVIATIONS})\.(?=[\s,])"
    r"|(?:[A-Z]\.){1,4}(?=[\s\-,’'A-Z]|$)"  # initials: J., U.S.
    rf"|[@#{_UNSEEN}]?[^\W_]+(?:(?:[’'&-]|(?<=[A-Z])/(?=[A-Z]{{2}})|[{_UNSEEN}]+)[^\W_]+)*"
    rf"|--|\.{{2,}}|[^\s\w{_UNSEEN}]"
)
_ENDS = frozenset(".!?")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*\w")
_PAIR = re.compile(r"\b([A-Z][a-z]+\.?) (?=([A-Z][a-z]+)\b)")
_WITHOUT_UNSEEN = {ord(sign): None for sign in _UNSEEN}
_VERB_ENDINGS = ("ing", "ly", "ed")
_CONTRACTION = re.compile("[’']")
_AFTER_NAME = SAY | SPEAK | JUDGE | AUXILIARIES | {"", "and", ":", "(", "who"}
"""What shows that the word before it is somebody; "" is a quotation."""
_CLOSING = frozenset(".,;:!?)]-–—")


class Token(NamedTuple):
    """A word, a punctuation mark or a whole quotation."""

    text: str
    """As written, without a possessive 's; all of it for a quotation."""
    low: str
    """In lower case; empty for a quotation."""
    start: int
    end: int
    possessive: bool = False
    quotation: int = -1
    """Index of the quotation; -1 for everything else."""
    capital: bool = False
    """Whether it is written like a name: Ann, @ann, al-Ann, d'Ann."""
    named: bool = False
    """Whether it can be part of a name: a capital, and not just that of a sentence's first word."""


class Sentence(NamedTuple):
    """A sentence of the reporter's, with the quotations in it folded into one token each."""

    tokens: list[Token]
    paragraph: int


class Vocabulary:
    """Which words a text writes small, and which with a capital inside sentences.

    That tells names from other words where a sentence starts: "Rose said" from "Roses are".
    """

    def __init__(self, text: str) -> None:
        self._small = set(_SMALL.findall(text))
        self._names = set(_NAME_INSIDE.findall(text))
        self._also_names = set(_also_names(text))

    def is_name(self, word: str) -> bool:
        """Whether a word that is capitalised inside a sentence can be a name."""
        low = word.lower()
        if low in SAY:
            return False
        if low in FUNCTION_WORDS or _CONTRACTION.split(low, maxsplit=1)[0] in FUNCTION_WORDS:
            return len(word) > 1 and (word.isupper() or word in self._also_names)
        return True

    def starts_with_name(self, word: str, following: Token | None) -> bool:
        """Whether the first word of a sentence can be one: "Rubio said", but not "Likewise, she said"."""
        if not self.is_name(word):
            return False
        low = word.lower()
        if word in self._names or (word.isupper() and len(word) > 1) or following is None:
            return True
        if low in ROLES and following.low == "of":
            return True  # Mayor of Oldtown Ann Lee
        if low in self._small or low.endswith(_VERB_ENDINGS):
            return False
        return following.capital or following.low in _AFTER_NAME or is_given(word)


def _also_names(text: str) -> Iterator[str]:
    """Function words that are somebody's name in this text: Theresa May, Will Young."""
    end = 0
    for match in _PAIR.finditer(text):
        one, other = match.groups()
        start = match.start()
        if other.lower() in FUNCTION_WORDS and (one.lower() in HONORIFICS or is_given(one)):
            yield other
        elif one.lower() in AUXILIARIES and _inside(text[max(end, start - 2) : start]) and of_first_name(one):
            yield one
        end = match.end()


def _inside(before: str) -> bool:
    """Whether what stands before a word, of which the last two characters count, ends no sentence."""
    return len(before) == 2 and before[1] == " " and not (before[0] in ".!?" or before[0].isspace())


def sentences(text: str, paragraphs: Sequence[tuple[int, int]], spans: Sequence[Span]) -> Iterator[Sentence]:
    """Every sentence of the paragraphs, in order."""
    vocabulary = Vocabulary(text)
    at = 0
    for index, (start, end) in enumerate(paragraphs):
        first = at
        while at < len(spans) and spans[at].paragraph == index:
            at += 1
        tokens = _tokens(text, start, end, list(enumerate(spans[first:at], first)))
        for sentence in _split(text, tokens):
            yield Sentence(_mark_names(sentence, vocabulary), index)


def _tokens(text: str, start: int, end: int, spans: Sequence[tuple[int, Span]]) -> list[Token]:
    tokens: list[Token] = []
    for index, span in spans:
        tokens += _words(text, start, span.outer_start)
        tokens.append(Token(text[span.start : span.end], "", span.start, span.end, quotation=index))
        start = span.outer_end
    return tokens + _words(text, start, end)


def _words(text: str, start: int, end: int) -> list[Token]:
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word, possessive = match[0], False
        if not word.isascii():
            word = word.translate(_WITHOUT_UNSEEN)
        if len(word) > 2 and word[-2] in "'’" and word[-1] in "sS":
            possessive = word[:-2].lower() not in FUNCTION_WORDS
            word = word[:-2] if possessive else word
        elif word[-1] == "s" and text[match.end() : match.end() + 1] in ("'", "’"):
            possessive = True
        tokens.append(
            Token(word, word.lower(), match.start(), match.end(), possessive, -1, _is_capital(word))
        )
    return tokens


def _is_capital(word: str) -> bool:
    if word[0].isupper() or word[0] == "@":
        return True
    return not word.isalpha() and any(sign in "-’'" and after.isupper() for sign, after in pairwise(word))


def _split(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens by sentence. Only after a quotation or a full stop is it worth asking whether one ends."""
    start, may_end = 0, False
    for at, token in enumerate(tokens):
        if at > start and (
            at - start == LONGEST_SENTENCE or (may_end and _ends_before(text, tokens[at - 1], token))
        ):
            yield list(tokens[start:at])
            start = at
        may_end = token.quotation >= 0 or token.text in _ENDS
    if start < len(tokens):
        yield list(tokens[start:])


def _ends_before(text: str, last: Token, token: Token) -> bool:
    """Whether a sentence ends between a quotation or a full stop and what follows it."""
    if token.text[0].islower() and not token.capital and token.quotation < 0:
        return False
    if last.quotation >= 0:
        return text[last.end - 1] in ".…" and token.text not in _CLOSING
    return text[last.end : last.end + 1].isspace()


def _mark_names(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    first = True
    for i, token in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.capital and (
            vocabulary.starts_with_name(token.text, following) if first else vocabulary.is_name(token.text)
        ):
            tokens[i] = token._replace(named=True)
        # What follows a colon or a dash may be a sentence of its own.
        first = token.text in (":", "—", "–") or (first and not token.text[0].isalnum())
    return tokens
