"""The reporter's text as sentences of tokens, in which a quotation counts as one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narrate.quotation.marks import Span
from narrate.quotation.words import FUNCTION_WORDS, SAY

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Rev|St|Jr|Sr|Sec|Hon|Cpl|Pvt|Det|Messrs|Mme"
    "|Inc|Corp|Co|Ltd|vs|No|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Calif|Fla|Pa|Va|Md|Mass|Conn|Ariz|Tex|Wash|Ore|Mich"
)
_TOKEN = re.compile(
    rf"(?:{_ABBREVIATIONS})\.(?=[\s,])|(?:[A-Z]\.){{1,4}}(?=[\s\-,’'A-Z]|$)|[@#]?[^\W_]+(?:[’'&/-][^\W_]+)*|--|\.{{2,}}|[^\s\w]"
)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_STOPS = frozenset(".!?")


class Token(NamedTuple):
    """A word, a punctuation mark or a whole quotation."""

    text: str
    """As written, without a possessive 's; all of it for a quotation."""
    low: str
    """In lower case; empty for a quotation."""
    start: int
    end: int
    possessive: bool
    quotation: int
    """Index of the quotation; -1 for everything else."""
    named: bool = False
    """Whether it can be part of a name: written like one, and no other word at the start of a sentence."""

    @property
    def capital(self) -> bool:
        """Whether it is written like a name."""
        text = self.text
        return (
            text[:1].isupper() or text[:1] == "@" or "-" in text and text[text.find("-") + 1 :][:1].isupper()
        )


class Sentence(NamedTuple):
    """A sentence of the reporter's, with the quotations in it folded into one token each."""

    tokens: list[Token]
    paragraph: int


class Vocabulary:
    """Which words the text writes small, and which with a capital inside sentences.

    That tells names from other words where a sentence starts: "Rose said" from "Roses are".
    """

    def __init__(self, text: str) -> None:
        self._small = set(_SMALL.findall(text))
        self._names = set(_NAME_INSIDE.findall(text))

    def is_name(self, word: str, *, first: bool) -> bool:
        """Whether a capitalised word can be a name; `first`: it starts a sentence."""
        low = word.lower()
        if low in FUNCTION_WORDS or low in SAY:
            return len(word) > 1 and word.isupper() and low not in SAY
        return not first or word in self._names or not (low in self._small or low.endswith(_ENDINGS))


_SMALL = re.compile(r"\b[a-z]{3,}\b")
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*[\w]")
_ENDINGS = ("ing", "ly", "ed")


def sentences(text: str, paragraphs: Sequence[tuple[int, int]], spans: Sequence[Span]) -> Iterator[Sentence]:
    """Every sentence of the paragraphs, in order."""
    vocabulary = Vocabulary(text)
    at = 0
    for index, (start, end) in enumerate(paragraphs):
        first = at
        while at < len(spans) and spans[at].paragraph == index:
            at += 1
        for tokens in _split(text, _tokens(text, start, end, spans, first, at)):
            yield Sentence(_mark_names(tokens, vocabulary), index)


def _tokens(text: str, start: int, end: int, spans: Sequence[Span], first: int, last: int) -> Iterator[Token]:
    for index in range(first, last):
        span = spans[index]
        yield from _words(text, start, span.outer_start)
        yield Token(text[span.start : span.end], "", span.start, span.end, False, index)
        start = span.outer_end
    yield from _words(text, start, end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        bare = word
        if len(word) > 2 and word[-2] in "'’" and word[-1] in "sS":
            bare = word[:-2]
        elif word[-1] == "s" and text[match.end() : match.end() + 1] in ("'", "’"):
            yield Token(word, word.lower(), match.start(), match.end(), True, -1)
            continue
        yield Token(bare, bare.lower(), match.start(), match.end(), bare is not word, -1)


def _split(text: str, tokens: Iterator[Token]) -> Iterator[list[Token]]:
    current: list[Token] = []
    for token in tokens:
        if current and _ends_before(text, current[-1], token):
            yield current
            current = []
        current.append(token)
    if current:
        yield current


def _mark_names(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    first = True
    for i, token in enumerate(tokens):
        if token.quotation >= 0:
            first = False
        elif token.text[0].isalnum() or token.text[0] == "@":
            if token.capital and vocabulary.is_name(token.text, first=first):
                tokens[i] = token._replace(named=True)
            first = False
        else:
            first = first or token.text in ":—–"
    return tokens


def _ends_before(text: str, last: Token, token: Token) -> bool:
    """Whether a sentence ends between two tokens."""
    if not (token.capital or token.quotation >= 0 or not token.text[0].isalnum() or token.text[0].isdigit()):
        return False
    if last.quotation >= 0:
        return text[last.end - 1] in ".…" and token.text not in _PUNCTUATION
    return last.text in _STOPS and text[last.end : last.end + 1].isspace()


_PUNCTUATION = frozenset(".,;:!?)]-–—")
