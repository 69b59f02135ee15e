"""A text in fragments of at most two lines, cut where a reader would pause.

By optimal breaking (Knuth and Plass, "Breaking paragraphs into lines", Software: Practice and Experience 11,
1981): of all ways to cut a text, the one whose cuts and empty places cost least.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from narrate.formats.timed_text.line_breaks import columns, line_width, parts

# The cost of a cut, in units of one empty fragment: after a sentence it is free, in the middle of a clause it
# is as bad as showing nothing. Chosen by reading captions of news articles.
AFTER_SENTENCE = 0.0
AFTER_CLAUSE = 0.3
AFTER_WORD = 1.0
IN_A_PHRASE = 2.0
"""Between two characters of Chinese or Japanese that may belong to one word."""
IN_THE_LABEL = 100.0
UNEVEN = 8
"""Columns by which one line may be longer than the other, so that no phrase is divided between them."""

_CLAUSE = re.compile(r"[,;:–—、，；：。！？][」』）】]*[\"'”’»)\]]*$|^-+$")
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
    """Where each word of each line begins in the text; 0 for the words of a label. Spaces separate words: of
    Chinese and Japanese, which have none, a line is one."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a part of one that may be broken. `start` and `end` are columns along one endless line."""

    text: str
    offset: int
    start: int
    end: int
    cut: float
    """What it costs to end a fragment after it."""
    is_joined: bool = False
    """Whether no space stands before it."""


def plain(text: str) -> str:
    """`text` on one line, without control characters and what would change the direction of other text."""
    return " ".join(_DIRECTION.sub("", _CONTROL.sub(" ", text)).split())


def broken(text: str, width: int, sentence_ends: Collection[int] = (), label: str = "") -> list[Fragment]:
    """`text` in fragments of at most two lines of `width` columns; none for a text that shows nothing.

    A letter has one column, and a character of Chinese, Japanese and Korean two.

    `sentence_ends`: offsets in `text` after the last character of each sentence. `label`: words to put
    before the text, which are kept together with its beginning.
    """
    width = line_width(text, width)
    words = list(_words(text, width, sentence_ends, label))
    cuts = _cuts(words, width)
    return [_fragment(words[first:end], width) for first, end in pairwise(cuts)]


def _fragment(words: Sequence[_Word], width: int) -> Fragment:
    lines = _lines(words, width)
    texts = [_joined(line) for line in lines]
    offsets = [_offsets(line) for line in lines]
    return Fragment(words[0].offset, tuple(texts), tuple(offsets))


def _joined(line: Sequence[_Word]) -> str:
    """The words with the spaces that stand between them."""
    rest = [word.text if word.is_joined else f" {word.text}" for word in line[1:]]
    return line[0].text + "".join(rest)


def _offsets(line: Sequence[_Word]) -> tuple[int, ...]:
    """Where what spaces divide begins."""
    later = [word.offset for word in line[1:] if not word.is_joined]
    return (line[0].offset, *later)


def _words(text: str, width: int, sentence_ends: Collection[int], label: str) -> Iterator[_Word]:
    """The words of the label and of the text, in order."""
    start = 0
    for match in re.finditer(r"\S+", _CONTROL.sub(" ", label)):
        for word in _parts(match, start, width):
            yield replace(word, offset=0, cut=IN_THE_LABEL)
            start = word.end
        start += 1
    for match in re.finditer(r"\S+", _CONTROL.sub(" ", text)):
        for word in _parts(match, start, width):
            end = word.offset + len(word.text)
            yield replace(word, cut=AFTER_SENTENCE) if end in sentence_ends else word
            start = word.end
        start += 1


def _parts(match: re.Match[str], start: int, width: int) -> Iterator[_Word]:
    """What stands between two spaces, in one part or several; `start`: the column of the first."""
    is_joined = False
    for first, last, ends_phrase in parts(match[0], width):
        shown = plain(match[0][first:last])
        if not shown:
            continue
        end = start + columns(shown)
        cut = _cost(shown) if ends_phrase else IN_A_PHRASE
        yield _Word(shown, match.start() + first, start, end, cut, is_joined)
        is_joined = True
        start = end


def _cost(word: str) -> float:
    """What it costs to cut the text after the word, if no sentence ends there."""
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

    def cost(cut: int) -> float:
        first_line = words[cut - 1].end - start
        second_line = end - words[cut].start
        longer = max(first_line, second_line)
        if longer > width:
            return inf
        return longer + (UNEVEN if words[cut - 1].cut == IN_A_PHRASE else 0)

    cut = min(range(1, len(words)), key=cost)
    return words[:cut], words[cut:]
