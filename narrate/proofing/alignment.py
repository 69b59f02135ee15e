"""Which of the words that were heard are which of those that should have been said.

The two lists are aligned as a whole first, word by word, which is fast. Runs of equal words are then taken as
certain, and what lies between them is aligned again by sound, where several words may be one: "cease fire".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.proofing.sounds import Sounds

CERTAIN = 10
"""Letters in a run of equal words from which it is an anchor: "of the" occurs everywhere."""
JOINED = 3
"""Words, at most, that may sound like one."""
LARGEST = 400_000
"""Pairs of words in a stretch that is aligned by sound; a longer one keeps the alignment by words. Noise of
five minutes has as many."""
GAP = 1.0
"""Cost of a word that the other side does not have; a pair of unlike words costs a little less than two."""
UNLIKE, ALIKE = 1.9, 0.4
JOINING = 0.05
"""Cost of taking several words as one: enough that single words are preferred where they are as good."""
LEAST = 0.6
"""Similarity below which several words are not taken as one."""
_SHAPES = [(n, m) for n in range(1, JOINED + 1) for m in range(1, JOINED + 1)]
Step = tuple[int, int, float]
"""Words of either side, and how similar they are."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words that belong together; one of the two ranges is empty for what the other side does not have."""

    said: int
    """Index of the first word that should have been said."""
    said_end: int
    heard: int
    """Index of the first word that was heard."""
    heard_end: int
    similarity: float
    """1: they sound the same; 0: one side is missing."""


def aligned(said: Sequence[str], heard: Sequence[str], sounds: Sounds) -> list[Match]:
    """All words of both lists, in order, each in one match."""
    matches: list[Match] = []
    at_said = at_heard = 0
    for anchor in [*_anchors(said, heard), (len(said), len(heard), 0)]:
        start_said, start_heard, length = anchor
        matches += _between(said, heard, (at_said, start_said), (at_heard, start_heard), sounds)
        for step in range(length):
            here, there = start_said + step, start_heard + step
            matches.append(Match(here, here + 1, there, there + 1, 1.0))
        at_said, at_heard = start_said + length, start_heard + length
    return matches


def _anchors(said: Sequence[str], heard: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Starts and length of each run of equal words that is long enough to be certain."""
    from rapidfuzz.distance import Levenshtein  # of the extra

    for block in Levenshtein.opcodes(said, heard):
        if block.tag != "equal":
            continue
        run = said[block.src_start : block.src_end]
        if sum(map(len, run)) >= CERTAIN:
            yield block.src_start, block.dest_start, len(run)


def _between(
    said: Sequence[str],
    heard: Sequence[str],
    said_range: tuple[int, int],
    heard_range: tuple[int, int],
    sounds: Sounds,
) -> list[Match]:
    """The matches in a stretch without anchors."""
    words, others = said[slice(*said_range)], heard[slice(*heard_range)]
    if len(words) * len(others) > LARGEST:
        found = _by_words(words, others)
    else:
        found = _by_sound(words, others, sounds)
    first, second = said_range[0], heard_range[0]
    return [
        Match(
            each.said + first,
            each.said_end + first,
            each.heard + second,
            each.heard_end + second,
            each.similarity,
        )
        for each in found
    ]


def _by_words(words: Sequence[str], others: Sequence[str]) -> list[Match]:
    from rapidfuzz.distance import Levenshtein

    matches = []
    for block in Levenshtein.opcodes(words, others):
        said, heard = block.src_start, block.dest_start
        while said < block.src_end or heard < block.dest_end:
            said_end, heard_end = min(said + 1, block.src_end), min(heard + 1, block.dest_end)
            matches.append(Match(said, said_end, heard, heard_end, float(block.tag == "equal")))
            said, heard = said_end, heard_end
    return matches


def _by_sound(words: Sequence[str], others: Sequence[str], sounds: Sounds) -> list[Match]:
    """The cheapest way from the start to the end of both (dynamic programming)."""
    grid = _Grid(words, others, sounds)
    for said in range(len(words) + 1):
        for heard in range(len(others) + 1):
            grid.fill(said, heard)
    return _retraced(grid.steps)


class _Grid:
    """What it costs to come to each pair of places in two lists of words, and the last step of the way."""

    def __init__(self, words: Sequence[str], others: Sequence[str], sounds: Sounds) -> None:
        self._words = words
        self._others = others
        self._sounds = sounds
        width = len(others) + 1
        self._costs = [[0.0] * width for _ in range(len(words) + 1)]
        self.steps: list[list[Step]] = [[(0, 0, 0.0)] * width for _ in range(len(words) + 1)]

    def fill(self, said: int, heard: int) -> None:
        """Choose the cheapest way to a place; the places before it have been filled."""
        if said or heard:
            cost, step = min(self._ways(said, heard))
            self._costs[said][heard] = cost
            self.steps[said][heard] = step

    def _ways(self, said: int, heard: int) -> Iterator[tuple[float, Step]]:
        if said:
            yield self._costs[said - 1][heard] + GAP, (1, 0, 0.0)
        if heard:
            yield self._costs[said][heard - 1] + GAP, (0, 1, 0.0)
        for n, m in _SHAPES:
            if n <= said and m <= heard:
                yield from self._way(said, heard, (n, m))

    def _way(self, said: int, heard: int, shape: tuple[int, int]) -> Iterator[tuple[float, Step]]:
        """Taking the last words of one side for the last of the other; `shape`: how many."""
        n, m = shape
        words, others = tuple(self._words[said - n : said]), tuple(self._others[heard - m : heard])
        similarity = self._sounds.similarity(words, others)
        before = self._costs[said - n][heard - m]
        if n == m == 1:
            yield before + _cost(similarity), (n, m, similarity)
        elif similarity >= LEAST:
            joined = _cost(similarity) * max(n, m) + JOINING * (n + m)
            yield before + joined, (n, m, similarity)


def _cost(similarity: float) -> float:
    return 0.0 if similarity == 1 else ALIKE + (UNLIKE - ALIKE) * (1 - similarity)


def _retraced(steps: Sequence[Sequence[Step]]) -> list[Match]:
    said, heard = len(steps) - 1, len(steps[0]) - 1
    matches = []
    while said or heard:
        n, m, similarity = steps[said][heard]
        matches.append(Match(said - n, said, heard - m, heard, similarity))
        said, heard = said - n, heard - m
    return matches[::-1]
