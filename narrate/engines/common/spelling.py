"""The phonemes of a segment, and which of them say which of its words.

What the engines share whose networks take phonemes: words are spelled in the sentence and each by itself, and
the two are aligned (`spoken_words`). Where the document gives the sounds, these are taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from narrate.engines.common.document import Run
from narrate.engines.common.segments import Segment, Span, words_of
from narrate.engines.common.spoken_words import shared_out

Spell = Callable[[str], Sequence[str]]
"""The phonemes of a text."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A stretch of a segment that is spelled in one go."""

    phonemes: Sequence[str]
    owners: tuple[tuple[Span, Span], ...]
    """For each word, the range of its phonemes, and where it is written in the document's text."""


def spelled(segment: Segment, spell: Spell, split_ipa: Spell) -> Iterator[Spelled]:
    """The stretches of a segment in order. `split_ipa` makes phonemes of sounds that are given in IPA."""
    for ipa, runs in groupby(segment.runs, key=_given_sounds):
        part = Segment(tuple(runs), ends_sentence=False)
        if ipa:
            phonemes = split_ipa(ipa)
            yield _owned(part, phonemes, [(0, len(part.text))], [phonemes])
            continue
        words = words_of(part.text)
        alone = [spell(part.text[start:end]) for start, end in words]
        together = spell(part.text)
        yield _owned(part, together, words, alone)


def _given_sounds(run: Run) -> str | None:
    return run.phonemes


def _owned(
    part: Segment, phonemes: Sequence[str], words: Sequence[Span], alone: Sequence[Sequence[str]]
) -> Spelled:
    ranges = shared_out(alone, phonemes)
    owners = [(said, part.written(*word)) for said, word in zip(ranges, words, strict=True)]
    return Spelled(phonemes, tuple(owners))


def shifted(owners: Sequence[tuple[Span, Span]], by: int) -> list[tuple[Span, Span]]:
    """The owners of a stretch that begins behind `by` other phonemes."""
    return [((first + by, last + by), written) for (first, last), written in owners]


def split(phonemes: Sequence[str], longest: int) -> Iterator[slice]:
    """Ranges of at most `longest` phonemes, cut at a space where there is one."""
    start = 0
    while len(phonemes) - start > longest:
        end = _last_space(phonemes, start + 1, start + longest) or start + longest
        yield slice(start, end)
        start = end
    if start < len(phonemes):
        yield slice(start, len(phonemes))


def _last_space(phonemes: Sequence[str], start: int, end: int) -> int | None:
    for index in range(end - 1, start - 1, -1):
        if phonemes[index] == " ":
            return index
    return None
