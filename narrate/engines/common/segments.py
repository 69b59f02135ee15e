"""A document as texts that are said in one go, and their sounds put together again.

What the engines share that say one text after another in one prosody each: `perform` gives them the
texts, takes the silence off the sounds, sets the document's pauses between them, and brings the times
of what was said back to the characters that were written.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np

from narrate.engines.common.document import Pause, Run, Sentence, aligned
from narrate.engines.common.headroom import within_range
from narrate.engines.common.words import timed
from narrate.errors import SynthesisError
from narrate.model import Samples, Speech, Word
from narrate.pauses import WITHOUT_BREAK
from narrate.waves import UnreadableError, decoding, sounding, within

Span = tuple[int, int]

SILENCE = -50.0
"""dB below a sound's peak, under which its ends are silence: a final "f" is about -40 dB."""
GUARD = 0.025
"""Seconds kept before and after what is audible, at rate 1.0: the soft start of an "h", the decay of a vowel.
Faster speech keeps less, or a text of many short sentences would not be as much shorter as was asked for."""


@dataclass(frozen=True)
class Segment:
    """Text that is said in one go."""

    runs: tuple[Run, ...]
    """At least one; alike in rate, pitch and volume."""
    ends_sentence: bool

    @property
    def prosody(self) -> Run:
        """A run with the rate, pitch and volume of all."""
        return self.runs[0]

    @cached_property
    def origins(self) -> tuple[Span, ...]:
        """For each character of `text`, where in the document's text it comes from."""
        return tuple(span for _, span in self._characters)

    @cached_property
    def text(self) -> str:
        """What is said: aliases in place, white space made single."""
        return "".join(char for char, _ in self._characters)

    @cached_property
    def _characters(self) -> tuple[tuple[str, Span], ...]:
        return tuple(_single_spaced(_characters(self.runs)))

    def written(self, start: int, end: int) -> Span:
        """Where in the document's text the characters `text[start:end]`, at least one, come from."""
        return self.origins[start][0], self.origins[end - 1][1]


@dataclass(frozen=True, slots=True)
class Sound:
    """What an engine makes of one segment."""

    samples: Samples
    words: tuple[Word, ...] = ()
    """When which characters of the document are heard, in order; empty where that is not known."""


def words_of(text: str) -> list[Span]:
    """Where the words are: between white space, with a letter or digit, and with their punctuation."""
    found = re.finditer(r"\S+", text)
    return [match.span() for match in found if any(map(str.isalnum, match[0]))]


def perform(
    sentences: Sequence[Sentence], say: Callable[[Segment], Sound], sample_rate: int, rate: float = 1.0
) -> Speech:
    """Say every segment and put the sounds together. `sample_rate`: Hz, of what `say` gives;
    `rate`: the voice's.

    A segment with no letter or digit is not said. Samples are in [-1, 1]: where a loud segment would clip,
    all of the document is made softer.
    """
    sounds: list[Samples] = [np.zeros(0, np.float32)]
    heard: list[Word] = []
    at = 0
    samples: Samples
    for part in _with_gaps(segments(sentences)):
        if isinstance(part, Pause):
            length = round(part.seconds * sample_rate)
            samples = np.zeros(length, np.float32)
        else:
            guard = round(GUARD * sample_rate / (rate * part.prosody.rate))
            sound = _trimmed(say(part), guard)
            heard += [replace(word, start=at + word.start, end=at + word.end) for word in sound.words]
            factor = np.float32(10 ** (part.prosody.volume / 20))
            samples = sound.samples * factor
        sounds.append(samples)
        at += len(samples)
    whole: Samples = np.concatenate(sounds)
    words = timed(sentences, heard)
    return Speech(within_range(whole), sample_rate, words)


def decoded(
    source: Path | BinaryIO,
    sample_rate: int,
    options: Mapping[str, str] | None = None,
    *,
    longest: float = math.inf,
) -> Samples:
    """A sound file that came back for a segment, as mono at `sample_rate` Hz, shape (n,).

    `options` are libav's. Raises SynthesisError if the file is not a sound, or takes more than `longest`
    seconds: a small file can hold days of silence.
    """
    sound = [np.zeros(0, np.float32)]
    length = 0
    try:
        with decoding(source, sample_rate, options) as (_, blocks):
            for block in blocks:
                length += len(block)
                if length > longest * sample_rate:
                    raise SynthesisError(f"the speech that came back is longer than {longest:g} seconds")
                sound.append(block)
        return np.concatenate(sound)
    except UnreadableError as error:
        raise SynthesisError("the speech that came back cannot be read", error) from error


def segments(sentences: Sequence[Sentence]) -> Iterator[Segment | Pause]:
    """The document in order. What is said alike stays together, as much of a sentence as can be."""
    for sentence in sentences:
        parts = list(filter(_is_heard, _joined(sentence)))
        _mark_end(parts)
        yield from parts


def _mark_end(parts: list[Segment | Pause]) -> None:
    """Let the last segment of a sentence know that it is that."""
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        if isinstance(part, Segment):
            parts[index] = replace(part, ends_sentence=True)
            return


def _is_heard(part: Segment | Pause) -> bool:
    """Whether it takes time: a text without a letter or digit does not."""
    return isinstance(part, Pause) or bool(words_of(part.text))


def _joined(sentence: Sentence) -> list[Segment | Pause]:
    parts: list[Segment | Pause] = []
    for part in sentence:
        if isinstance(part, Pause):
            parts.append(part)
            continue
        runs: tuple[Run, ...] = (part,)
        if parts and _continues(parts[-1], part):
            before = cast(Segment, parts.pop())
            runs = (*before.runs, part)
        segment = Segment(runs, ends_sentence=False)
        parts.append(segment)
    return parts


def _continues(before: Segment | Pause, run: Run) -> bool:
    return isinstance(before, Segment) and _prosody(before.prosody) == _prosody(run)


def _prosody(run: Run) -> tuple[float, float, float]:
    return run.rate, run.pitch, run.volume


def _with_gaps(parts: Iterator[Segment | Pause]) -> Iterator[Segment | Pause]:
    """The same with a pause between sentences that have none."""
    ended = False
    for part in parts:
        if ended and isinstance(part, Segment):
            yield Pause(WITHOUT_BREAK)
        yield part
        ended = isinstance(part, Segment) and part.ends_sentence


def _characters(runs: Sequence[Run]) -> Iterator[tuple[str, Span]]:
    """What is said, character by character; an alias is stretched over the text that it stands for."""
    end = runs[0].start
    for run in runs:
        # White space alone makes no run: it shows as a distance between two.
        if run.start > end:
            yield " ", (end, run.start)
        end = run.start + len(run.text)
        yield from aligned(run)


def _single_spaced(characters: Iterator[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    after_space = True
    for char, span in characters:
        is_space = char.isspace()
        if not is_space:
            yield char, span
        elif not after_space:
            yield " ", span
        after_space = is_space


def _trimmed(sound: Sound, guard: int) -> Sound:
    """Without the silence around it, but for `guard` samples; the words move along and are kept inside."""
    first, last = sounding(sound.samples, SILENCE, guard)
    return Sound(sound.samples[first:last], within(sound.words, first, last))
