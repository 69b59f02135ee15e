"""Which of the phonemes of a sentence belong to which of its words.

Synthesizers are best given a sentence whole ("the" is said otherwise before a vowel, "of the" may be one
word), and then say no more of its words. Each word is therefore spelled out once by itself, and the
two are aligned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, pairwise

Span = tuple[int, int]

MARKS = frozenset("ˈˌːˑ")
"""Stress and length: Unicode calls them letters, but they make no sound and change with the sentence."""
NEAR = 1
"""Phonemes by which the boundary between two words may be off a space and still be meant to be there: more,
and the second word of "of the", spoken as one, would be lost."""


def shared_out(alone: Sequence[Sequence[str]], together: Sequence[str]) -> list[Span]:
    """For each word, the range of `together` that says it; empty for a word that is not heard.

    `alone`: the phonemes of each word by itself; `together`: those of the sentence, with its spaces. The
    ranges are in order and do not overlap.
    """
    places = [index for index, phoneme in enumerate(together) if _sounds(phoneme)]
    heard = [together[place] for place in places]
    words = [list(filter(_sounds, word)) for word in alone]
    starts = _starts(words, heard, _after_spaces(together))
    return [_range(places, first, last) for first, last in pairwise(starts)]


def _range(places: Sequence[int], first: int, last: int) -> Span:
    """From the place of the first phoneme to the one behind the last; empty where there is none."""
    return (places[first], places[last - 1] + 1) if first < last else (0, 0)


def _sounds(phoneme: str) -> bool:
    return phoneme.isalpha() and phoneme not in MARKS


def _after_spaces(together: Sequence[str]) -> list[int]:
    """How many phonemes sound before each space, and at the end."""
    found, count = [0], 0
    for phoneme in together:
        if phoneme.isspace():
            found.append(count)
        count += _sounds(phoneme)
    return [*found, count]


def _starts(words: Sequence[Sequence[str]], heard: Sequence[str], spaces: Sequence[int]) -> list[int]:
    """Number of the first phoneme of each word, and of the one after the last."""
    starts = [0]
    places = [*_mapped(words, heard), len(heard) + 1]
    for place, following in pairwise(places):
        # Neither this word nor the next may lose its last phoneme to a space that belongs to another pair.
        nearest = _nearest(spaces, place, starts[-1], following)
        starts.append(max(starts[-1], nearest))
    return [*starts[: len(words)], len(heard)]


def _nearest(spaces: Sequence[int], place: float, after: int, before: float) -> int:
    """The space nearest to a place, where one is near, between two others; else the place itself."""
    between = [space for space in spaces if after < space < before and abs(space - place) <= NEAR]
    return min(between, key=lambda space: abs(space - place), default=round(place))


def _mapped(words: Sequence[Sequence[str]], heard: Sequence[str]) -> Iterator[float]:
    """Where each word ends among the phonemes that are heard, between two where it is not certain."""
    spelled = list(chain.from_iterable(words))
    blocks = SequenceMatcher(None, spelled, heard, autojunk=False).get_opcodes()
    ends = [block[2] for block in blocks]
    at = 0
    for word in words:
        at += len(word)
        if not blocks:
            yield 0
            continue
        index = min(bisect_left(ends, at), len(blocks) - 1)
        yield _end_in(blocks[index], at)


def _end_in(block: tuple[str, int, int, int, int], at: int) -> float:
    """Where what is spelled up to a place ends among what is heard, inside one block of difflib's."""
    _, spelled_start, spelled_end, heard_start, heard_end = block
    if spelled_end == spelled_start:
        return heard_end
    share = (at - spelled_start) / (spelled_end - spelled_start)
    return heard_start + (heard_end - heard_start) * share
