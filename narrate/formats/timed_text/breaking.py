"""A text in fragments of at most two lines, cut where a reader would pause.

By optimal breaking (Knuth and Plass, "Breaking paragraphs into lines", Software: Practice and Experience 11,
1981): of all ways to cut a text, the one whose cuts and empty places cost least.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

# The cost of a cut, in units of one empty fragment: after a sentence it is free, in the middle of a clause it
# is as bad as showing nothing. Chosen by reading captions of news articles.
AFTER_SENTENCE = 0.0
AFTER_CLAUSE = 0.3
AFTER_WORD = 1.0
IN_THE_LABEL = 100.0

_CLAUSE = re.compile(r"[,;:–—、，；：][\"'”’»)\]]*$|^-+$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2): one that is left open turns round
# what follows it, and a cut would leave it open. LRM, RLM and ALM affect nothing after them and stay.
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Fragment:
    """One or two lines of a text."""

    offset: int
    """Of its first character in the text."""
    lines: tuple[str, ...]
    """As they are to be read: nothing escaped."""
    offsets: tuple[tuple[int, ...], ...]
    """Where each word of each line begins in the text; 0 for the words of a label. Spaces separate words."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a part of one that is longer than a line. `start` and `end` count along one endless line."""

    text: str
    offset: int
    start: int
    end: int
    cut: float
    """What it costs to end a fragment after it."""


def plain(text: str) -> str:
    """`text` on one line, without control characters and what would change the direction of other text."""
    return " ".join(_DIRECTION.sub("", _CONTROL.sub(" ", text)).split())


def broken(text: str, width: int, sentence_ends: Collection[int] = (), label: str = "") -> list[Fragment]:
    """`text` in fragments of at most two lines of `width` characters; none for a text that shows nothing.

    `sentence_ends`: offsets in `text` after the last character of each sentence. `label`: words to put
    before the text, which are kept together with its beginning.
    """
    words = list(_words(text, width, sentence_ends, label))
    cuts = _cuts(words, width)
    return [_fragment(words[first:end], width) for first, end in pairwise(cuts)]


def _fragment(words: Sequence[_Word], width: int) -> Fragment:
    lines = _lines(words, width)
    texts = [" ".join(word.text for word in line) for line in lines]
    offsets = [tuple(word.offset for word in line) for line in lines]
    return Fragment(words[0].offset, tuple(texts), tuple(offsets))


def _words(text: str, width: int, sentence_ends: Collection[int], label: str) -> Iterator[_Word]:
    """The words of the label and of the text, in order."""
    start = 0
    for match in _runs(label, width):
        word = plain(match[0])
        if word:
            end = start + len(word)
            yield _Word(word, 0, start, end, IN_THE_LABEL)
            start = end + 1
    for match in _runs(text, width):
        word = plain(match[0])
        if word:
            end = start + len(word)
            cost = _cost(word, match.end() in sentence_ends)
            yield _Word(word, match.start(), start, end, cost)
            start = end + 1


def _runs(text: str, width: int) -> Iterator[re.Match[str]]:
    """Words, and parts of those that are longer than a line."""
    return re.finditer(rf"\S{{1,{width}}}", _CONTROL.sub(" ", text))


def _cost(word: str, ends_sentence: bool) -> float:
    """What it costs to cut the text after the word."""
    if ends_sentence:
        return AFTER_SENTENCE
    return AFTER_CLAUSE if _CLAUSE.search(word) else AFTER_WORD


def _cuts(words: Sequence[_Word], width: int) -> list[int]:
    """Where the fragments begin, and at last the number of words.

    For each number of words, the cheapest way to cut them, from the cheapest ways for fewer.
    """
    count = len(words)
    cheapest = [0.0] + [inf] * count
    # Where the last fragment begins in the cheapest way.
    last_start = [0] * (count + 1)
    for start in range(count):
        for end in _ends(words, start, width):
            cut = words[end - 1].cut if end < count else 0.0
            cost = cheapest[start] + _emptiness(words[start], words[end - 1], width) + cut
            if cost < cheapest[end]:
                cheapest[end] = cost
                last_start[end] = start
    cuts = [count]
    while cuts[-1] > 0:
        cuts.append(last_start[cuts[-1]])
    cuts.reverse()
    return cuts


def _emptiness(first: _Word, last: _Word, width: int) -> float:
    """What the empty places of a fragment cost: 0 for two full lines, nearly 1 for one short word."""
    length = last.end - first.start
    empty = 1 - length / (2 * width)
    return empty**2


def _ends(words: Sequence[_Word], first: int, width: int) -> Iterator[int]:
    """Where a fragment that begins with word `first` can end: while it fits into two lines."""
    line = 1
    line_start = words[first].start
    for index in range(first, len(words)):
        word = words[index]
        if word.end - line_start > width:
            line += 1
            line_start = word.start
        if line > 2:
            return
        yield index + 1


def _lines(words: Sequence[_Word], width: int) -> tuple[Sequence[_Word], ...]:
    """One line if it fits, else two that are as even as can be."""
    start = words[0].start
    end = words[-1].end
    if end - start <= width:
        return (words,)

    def longer_line(cut: int) -> int:
        first_line = words[cut - 1].end - start
        second_line = end - words[cut].start
        return max(first_line, second_line)

    cut = min(range(1, len(words)), key=longer_line)
    return words[:cut], words[cut:]
