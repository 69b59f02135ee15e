"""A text in pieces of at most two lines, cut where a reader would pause.

By optimal breaking (Knuth and Plass, "Breaking paragraphs into lines", Software: Practice and Experience 11,
1981): of all ways to cut a text, the one whose cuts and empty places cost least.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

# The cost of a cut, in units of one empty piece: after a sentence it is free, in the middle of a clause it
# is as bad as showing nothing. Chosen by reading the captions of news articles.
AFTER_SENTENCE = 0.0
AFTER_CLAUSE = 0.3
AFTER_WORD = 1.0
IN_THE_LABEL = 100.0

_CLAUSE = re.compile(r"[,;:–—、，；：][\"'”’»)\]]*$|^-+$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2): one that is left open turns round
# what follows it, and a cut would leave it open. The marks LRM, RLM and ALM end by themselves and stay.
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One or two lines of a text."""

    offset: int
    """Of its first character in the text."""
    lines: tuple[str, ...]
    """As they are to be read: nothing escaped."""
    offsets: tuple[tuple[int, ...], ...]
    """Of each line's words, which spaces part, in the text; a label's are 0."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a part of one that is longer than a line. `start` and `end` count along one endless line."""

    text: str
    offset: int
    start: int
    end: int
    cut: float
    """What it costs to end a piece after it."""


def plain(text: str) -> str:
    """`text` on one line, without control characters and what would turn the direction of other text."""
    return " ".join(_DIRECTION.sub("", _CONTROL.sub(" ", text)).split())


def broken(text: str, width: int, sentence_ends: Collection[int] = (), label: str = "") -> list[Piece]:
    """`text` in pieces of at most two lines of `width` characters; none for a text that shows nothing.

    `sentence_ends`: offsets in `text` after the last character of each sentence. `label`: words to put
    before the text, which are kept together with its beginning.
    """
    words = list(_words(text, width, sentence_ends, label))
    return [_piece(words[i:j], width) for i, j in pairwise(_cuts(words, width))]


def _piece(words: Sequence[_Word], width: int) -> Piece:
    lines = _lines(words, width)
    return Piece(
        words[0].offset,
        tuple(" ".join(word.text for word in line) for line in lines),
        tuple(tuple(word.offset for word in line) for line in lines),
    )


def _words(text: str, width: int, sentence_ends: Collection[int], label: str) -> Iterator[_Word]:
    at = 0
    for source in (label, text):
        for match in re.finditer(rf"\S{{1,{width}}}", _CONTROL.sub(" ", source)):
            if word := plain(match[0]):
                cut = IN_THE_LABEL if source is label else _cost(word, match.end() in sentence_ends)
                yield _Word(word, 0 if source is label else match.start(), at, at + len(word), cut)
                at += len(word) + 1


def _cost(word: str, ends_sentence: bool) -> float:
    if ends_sentence:
        return AFTER_SENTENCE
    return AFTER_CLAUSE if _CLAUSE.search(word) else AFTER_WORD


def _cuts(words: Sequence[_Word], width: int) -> list[int]:
    """Where the pieces begin, and at last the number of words."""
    cheapest = [0.0] + [inf] * len(words)
    before = [0] * (len(words) + 1)
    for i in range(len(words)):
        for j in _ends(words, i, width):
            empty = 1 - (words[j - 1].end - words[i].start) / (2 * width)
            cost = cheapest[i] + empty**2 + (words[j - 1].cut if j < len(words) else 0.0)
            if cost < cheapest[j]:
                cheapest[j], before[j] = cost, i
    cuts = [len(words)]
    while cuts[-1]:
        cuts.append(before[cuts[-1]])
    return cuts[::-1]


def _ends(words: Sequence[_Word], first: int, width: int) -> Iterator[int]:
    """Where a piece that begins with word `first` can end: while it fits into two lines."""
    line, start = 1, words[first].start
    for index in range(first, len(words)):
        if words[index].end - start > width:
            line, start = line + 1, words[index].start
        if line > 2:
            return
        yield index + 1


def _lines(words: Sequence[_Word], width: int) -> tuple[Sequence[_Word], ...]:
    """One line if it fits, else two as even as can be."""
    start, end = words[0].start, words[-1].end
    if end - start <= width:
        return (words,)

    def longest(k: int) -> int:
        return max(words[k - 1].end - start, end - words[k].start)

    cut = min(range(1, len(words)), key=longest)
    return words[:cut], words[cut:]
