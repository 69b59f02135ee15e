"""Words as they are compared: what should have been said, and what was heard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from narrate.model import Mark

SpokenForms = Callable[[str], Sequence[Mark]]
"""From a text to its marks of kind "sub": figures, dates, units and abbreviations in words."""
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text, in its spoken form."""

    text: str
    """Lower case, without accents and apostrophes: "fifty"."""
    start: int
    """Offset in the text. All words of a spoken form have the place of what is written: "50,000"."""
    end: int
    is_form: bool = False
    """Whether it is of a spoken form, and not written so."""


@dataclass(frozen=True, slots=True)
class ScriptWord:
    """A word that should have been said."""

    text: str
    passage: int
    """Index of the passage that it belongs to."""
    start: int
    """Offset in the text of the passage."""
    end: int
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word that was recognised."""

    text: str
    clip: int
    """Index of the clip that it was heard in."""
    start: int
    """Offset in what was recognised in the clip."""
    end: int
    is_form: bool = False
    """Whether it is of the spoken form of figures or signs, which the recogniser has written."""


_DIGITS = {
    word: str(number)
    for number, word in enumerate("zero one two three four five six seven eight nine ten".split())  # noqa: SIM905
}


def as_figures(words: Sequence[str]) -> str:
    """Some words in one, with small numbers in figures: "two", "b1b" as "2b1b"."""
    return "".join(_DIGITS.get(word, word) for word in words)


def tokens(text: str, marks: Sequence[Mark]) -> Iterator[Token]:
    """The words of a text in their spoken forms. `marks`: of kind "sub", in order, not overlapping."""
    position = 0
    for mark in marks:
        yield from _plain(text, position, mark.start)
        for word in _WORD.findall(mark.value):
            yield Token(folded(word), mark.start, mark.end, is_form=True)
        position = mark.end
    yield from _plain(text, position, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        yield Token(folded(match[0]), match.start(), match.end())


def folded(word: str) -> str:
    """A word in lower case, without accents and apostrophes; letters of other scripts stay."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(filter(str.isalnum, decomposed))
