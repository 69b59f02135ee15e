"""When each word of a text is heard, from when its parts are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from narrate.engines.common.document import Run, Sentence, runs_of
from narrate.model import Samples, Word
from narrate.waves import loudest

Span = tuple[int, int]

_WORD = re.compile(r"\w(?:\S*\w)?")
"""From the first letter or digit to the last between two white spaces."""
_FRAME = 0.01
"""Seconds; the resolution with which a word's sound is found."""
_SOUND = 10 ** (-35 / 20)
"""Share of the peak that a word's first and last sound have; below it is a pause."""


def timed(sentences: Sequence[Sentence], parts: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a document, each between white space and without the punctuation around it.

    `parts`: stretches of the text with their times, in order. A word of several parts lasts from the
    first to the last; one that is a share of a part gets that share of its time. A word that no part
    covers is not heard and left out. The result is in order and does not overlap.
    """
    return tuple(_timed(_spans(sentences), [part for part in parts if part.end > part.start]))


def _spans(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Where the words are; none reaches from one sentence into the next."""
    for sentence in sentences:
        runs = runs_of(sentence)
        if not runs:
            continue
        offset = runs[0].start
        for match in _WORD.finditer(_text(runs)):
            start, end = match.span()
            yield offset + start, offset + end


def _text(runs: Sequence[Run]) -> str:
    """What stands from the first run to the last; the white space between runs is one of spaces."""
    start = runs[0].start
    text = [" "] * (runs[-1].start + len(runs[-1].text) - start)
    for run in runs:
        place = run.start - start
        text[place : place + len(run.text)] = run.text
    return "".join(text)


def _timed(spans: Iterator[Span], parts: Sequence[Word]) -> Iterator[Word]:
    first = done = 0
    for text_start, text_end in spans:
        first = _skipped(parts, first, text_start)
        heard = _parts_before(parts, first, text_end)
        if not heard:
            continue
        begin = _moment(heard[0], text_start)
        start = max(begin, done)
        end = max(_moment(heard[-1], text_end), start)
        if end > start:
            yield Word(text_start, text_end, start, end)
        done = end


def _skipped(parts: Sequence[Word], first: int, offset: int) -> int:
    """The number of the first part, from `first` on, that ends behind an offset."""
    while first < len(parts) and parts[first].text_end <= offset:
        first += 1
    return first


def _parts_before(parts: Sequence[Word], first: int, offset: int) -> Sequence[Word]:
    """The parts from `first` on that begin before an offset."""
    last = first
    while last < len(parts) and parts[last].text_start < offset:
        last += 1
    return parts[first:last]


def _moment(part: Word, offset: int) -> int:
    """When a place in the text is reached, kept within the part."""
    share = (offset - part.text_start) / (part.text_end - part.text_start)
    return part.start + round((part.end - part.start) * min(max(share, 0), 1))


def audible(samples: Samples, words: Sequence[Word], sample_rate: int) -> Iterator[Word]:
    """The words without the pauses around them; one in which nothing is loud stays as it is."""
    if not len(samples):
        return
    size = max(round(_FRAME * sample_rate), 1)
    level = loudest(samples, size)
    loud = level > level.max() * _SOUND
    for word in words:
        first_frame = word.start // size
        last_frame = -(-word.end // size)
        heard = np.flatnonzero(loud[first_frame:last_frame]) + first_frame
        if not heard.size:
            yield word
            continue
        first_sample = int(heard[0]) * size
        last_sample = (int(heard[-1]) + 1) * size
        start = max(word.start, first_sample)
        end = min(word.end, last_sample)
        yield replace(word, start=start, end=end)
