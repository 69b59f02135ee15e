"""Words that are cut off: what a recogniser completes by itself is found by the times of the timeline.

A timeline says to the sample when each word is heard. A recording that has lost or got a little sound is
shorter or longer than its timeline, and its pauses come early or late from there on. One in which a word was
silenced is quiet where somebody should speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np

from narrate.proofing.recording import FRAMES_PER_SECOND, Recording

QUIET = 0.15
"""Seconds of quiet in a word from which it is cut off. In 5,000 words of three recordings the longest, before
a plosive, was 0.11."""
SHORTEST_LOSS, LONGEST_LOSS = 0.1, 2.0
"""Seconds by which a recording may differ from its timeline for the place to be looked for: codecs add up to
0.05, and what is longer is a sentence, which the recogniser misses."""
PAUSE = 0.2
"""Seconds between two words from which they are parted by a pause that can be found again."""
STEP = 0.12
"""Seconds by which pauses have to come early or late: their ends are blurred by soft consonants."""
AROUND = 3
"""Pauses from a place on of which most have to agree on the shift."""


@dataclass(frozen=True, slots=True)
class TimedText:
    """A word of the timeline."""

    passage: int
    """Index of its passage."""
    start: int
    """Offset in the text of the passage."""
    end: int
    begins: float
    """Seconds from the start of the recording."""
    ends: float
    is_single: bool = True
    """Whether it is one word: there may be a pause in "1,250" and in "past—a"."""


def is_word(text: str) -> bool:
    """Whether a word of the timeline is one word for those who hear it."""
    return text.replace("’", "").replace("'", "").isalpha()


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of which one is cut off."""

    words: Sequence[TimedText]
    shift: float
    """Seconds by which the recording is late there, against its timeline; < 0: it is early."""


def cuts(recording: Recording, words: Sequence[TimedText], duration: float) -> list[Cut]:
    """The words that are not heard to their end. `duration`: seconds, of the timeline."""
    difference = recording.duration - duration
    if abs(difference) < SHORTEST_LOSS:
        return [Cut([word], 0.0) for word in words if word.is_single and _is_silenced(recording, word)]
    if abs(difference) > LONGEST_LOSS:
        return []
    return list(_shifted(recording, words, difference))


def _is_silenced(recording: Recording, word: TimedText) -> bool:
    levels = recording.levels[_frame(word.begins) : _frame(word.ends)]
    return _longest_run(levels < recording.threshold) >= QUIET * FRAMES_PER_SECOND


def _longest_run(is_quiet: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> int:
    longest = length = 0
    for quiet in is_quiet.tolist():
        length = length + 1 if quiet else 0
        longest = max(longest, length)
    return longest


def _shifted(recording: Recording, words: Sequence[TimedText], difference: float) -> Iterator[Cut]:
    """The phrases, from pause to pause, after which the recording is early or late."""
    starts = _after_pauses(words)
    shifts = _shifts(recording, [words[index].begins for index in starts], difference)
    bounds = [0, *starts, len(words)]
    last = 0.0
    for number, (first, end) in enumerate(pairwise(bounds)):
        after = shifts[number : number + AROUND]
        shift = median(after) if after else difference
        is_here = not after or after[0] == shift
        if is_here and abs(shift - last) >= STEP:
            yield Cut(words[first:end], last)
            last = shift


def _after_pauses(words: Sequence[TimedText]) -> list[int]:
    """The indices of the words that have a pause before them."""
    pairs = enumerate(pairwise(words), 1)
    return [index for index, (word, other) in pairs if _is_pause(word, other)]


def _is_pause(word: TimedText, other: TimedText) -> bool:
    return other.begins - word.ends >= PAUSE


def _shifts(recording: Recording, begins: Sequence[float], difference: float) -> list[float]:
    """How much later than it should each word behind a pause begins: 0, or about `difference`."""
    found = []
    ends = np.array(recording.ends_of_pauses())
    for begin in begins:
        # Of the two places where the pause may end, the one that has an end nearer to it.
        distances = [(float(np.min(np.abs(ends - begin - shift))), shift) for shift in (0.0, difference)]
        found.append(min(distances)[1])
    return found


def _frame(seconds: float) -> int:
    return round(seconds * FRAMES_PER_SECOND)
