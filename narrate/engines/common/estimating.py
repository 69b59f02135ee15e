"""When words are heard, for an engine that does not tell: shared out over the sound by their length.

A word's share is its number of sounds, which is guessed from its spelling: a group of vowels is one sound,
so is a pair of consonants that is written for one ("sh", "ck", "ll"), a final silent "e" is none, a digit is
three, and a vowel lasts as long as two consonants. Silence is shared out to nobody: the pauses of the sound
are laid to the boundaries between words where the shares fit best, at a full stop or comma if they can be, so
that errors do not add up beyond a pause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from narrate.engines.common.document import Sentence, parse, runs_of
from narrate.engines.common.segments import Segment, Span, words_of
from narrate.engines.common.words import timed
from narrate.model import Samples, Speech, Word
from narrate.waves import loudest

FRAME = 0.01
"""Seconds; the resolution with which silence is found."""
SOUND = 10 ** (-40 / 20)
"""Share of the peak above which something is said."""
PAUSE = 0.12
"""Seconds of silence that end a clause. The closure of a "t" or "k" lasts up to 0.1."""

_SILENT_END = re.compile(r"(?<=[a-z]{2})e\b")
_SOUNDS = re.compile(r"(?P<vowels>[aeiouyà-öø-ÿ]+)|(?P<digit>\d)|(?:[csptgw]h|ck|ng|qu|([^\W\d_])\3?)")
_LENGTHS = {"vowels": 2.0, "digit": 6.0}
_CONSONANT = 1.0
# What it costs to pause behind a word, in frames, the unit of the misfit of lengths. The figures (and the
# weights) are those with the least error among a dozen tried, on 1,700 words of news in hibari's voice.
_STOPS = ((re.compile(r"[.!?…][\"'”’)\]]*$"), 0.0), (re.compile(r"[,;:—–][\"'”’)\]]*$"), 2.0))
_NO_STOP = 40.0

Frames = NDArray[np.intp]


def with_words(speech: Speech, ssml: str) -> Speech:
    """The same speech with estimated times, where it has none. `ssml`: the document that it speaks."""
    if speech.words or not speech.samples.any():
        return speech
    sentences = parse(ssml)
    said = list(_said(sentences))
    if not said:
        return speech
    parts = list(_estimated(said, speech))
    words = timed(sentences, parts)
    return replace(speech, words=words, estimated=True)


def _estimated(said: Sequence[tuple[str, Span]], speech: Speech) -> Iterator[Word]:
    """The words over the stretches of the sound."""
    stretches = _stretches(speech.samples, speech.sample_rate)
    if len(stretches) > len(said):
        stretches = [np.concatenate(stretches)]
    size = round(FRAME * speech.sample_rate)
    groups = _groups([text for text, _ in said], stretches)
    for group, frames in zip(groups, stretches, strict=True):
        yield from _shared_out(said[group], frames, size, len(speech.samples))


def _said(sentences: Sequence[Sentence]) -> Iterator[tuple[str, Span]]:
    """Each word as it is said, and where in the document's text it is written."""
    for sentence in sentences:
        runs = runs_of(sentence)
        if not runs:
            continue
        segment = Segment(runs, ends_sentence=True)
        for start, end in words_of(segment.text):
            word = segment.text[start:end]
            yield word, segment.written(start, end)


def weight(word: str) -> float:
    """How long a word is, in consonants."""
    spelled = _SILENT_END.sub("", word.lower())
    total = 0.0
    for match in _SOUNDS.finditer(spelled):
        total += _LENGTHS.get(match.lastgroup or "", _CONSONANT)
    return total or 1.0


def _stretches(samples: Samples, sample_rate: int) -> list[Frames]:
    """The numbers of the frames that sound, between one pause and the next."""
    size = round(FRAME * sample_rate)
    level = loudest(samples, size)
    loud = np.flatnonzero(level > level.max() * SOUND)
    cuts = np.flatnonzero(np.diff(loud) > PAUSE / FRAME) + 1
    return np.split(loud, cuts)


def _groups(words: Sequence[str], stretches: Sequence[Frames]) -> list[slice]:
    """The words of each stretch: the split whose parts have lengths most like those of the stretches.

    Dynamic programming over the boundaries between words, stretch by stretch.
    """
    sums = np.concatenate([[0], np.cumsum(list(map(weight, words)))])
    sums *= sum(map(len, stretches)) / sums[-1]
    # length[i, j]: of the words from boundary i to boundary j; infinite where there are none.
    length = np.where(np.tri(len(sums), k=-1).T > 0, sums - sums[:, None], np.inf)
    inner_stops = map(_reluctance, words[:-1])
    stop = np.array([0.0, *inner_stops, 0.0])
    cost = np.full(len(sums), np.inf)
    cost[0] = 0
    back = []
    for frames in stretches:
        with np.errstate(invalid="ignore"):
            misfit = (length - len(frames)) ** 2 / (length + len(frames))
        total = cost[:, None] + np.nan_to_num(misfit, nan=np.inf) + stop
        back.append(total.argmin(axis=0))
        cost = total.min(axis=0)
    bounds = [len(words)]
    for step in reversed(back):
        bounds.append(int(step[bounds[-1]]))
    bounds.reverse()
    return [slice(*pair) for pair in pairwise(bounds)]


def _reluctance(word: str) -> float:
    """To take the boundary behind a word for a pause."""
    for pattern, cost in _STOPS:
        if pattern.search(word):
            return cost
    return _NO_STOP


def _shared_out(said: Sequence[tuple[str, Span]], frames: Frames, size: int, length: int) -> Iterator[Word]:
    """Words over the frames that sound, each of `size` samples; there are `length` in all."""
    weights = [weight(text) for text, _ in said]
    sums = list(accumulate(weights, initial=0.0))
    places = [round(total / sums[-1] * len(frames)) for total in sums]
    spans = pairwise(places)
    for (_, written), (first, last) in zip(said, spans, strict=True):
        if first == last:
            continue
        first_frame = int(frames[first])
        last_frame = int(frames[last - 1])
        start = first_frame * size
        end = (last_frame + 1) * size
        yield Word(*written, start, min(end, length))
