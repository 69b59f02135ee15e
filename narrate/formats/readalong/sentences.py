"""The sentences of a block with their times. One may go on through several utterances: “Come,” she said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from narrate.model import Cue, Quotation, Script, Utterance, Word

_ENDS = re.compile(r"[.!?…。！？؟।۔]\W*$")
_GOES_ON = re.compile(r"\W*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody says in a sentence, without the quotation marks."""

    start: int
    """Offset in the sentence's text."""
    end: int
    quotation: int
    """Index into the script's quotations; one that has several sentences is in all of them."""
    speaker: str | None
    """The speaker's full name, where the article tells it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article and when it is heard."""

    id: str
    """ "s1", "s2" …: unique in the document, and the same in every run."""
    text: str
    """Exactly as in the source."""
    offset: int
    """Of its first character in the source."""
    start: int
    """First sample of the master."""
    end: int
    """Sample after the last; announcements in the midst of the sentence are inside."""
    words: tuple[Word, ...]
    """In order, with offsets in `text` and samples of the master; empty where the engine gives no times."""
    quotes: tuple[Quote, ...] = ()
    """Direct quotations, in order."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A sentence of one utterance, or the part of a sentence that the utterance holds."""

    text: str
    offset: int
    """Of its first character in the source."""
    start: int
    end: int
    words: tuple[Word, ...]
    """As the engine gives them."""
    base: int
    """Of the utterance in the source: the words' offsets count from it."""


def fragments(utterance: Utterance, cue: Cue) -> Iterator[Fragment]:
    """Tile an utterance with its sentences; an announcement has none."""
    if utterance.start is None:
        return
    marks = [mark.start for mark in utterance.marks if mark.kind == "sentence"]
    edges = sorted({0, *marks[1:], len(utterance.text)})
    end = cue.start
    for first, last in pairwise(edges):
        text = utterance.text[first:last].strip()
        at = utterance.text.index(text, first)
        words = _inside(cue.words, at, at + len(text))
        start, end = _times(cue, words, at / len(utterance.text), (at + len(text)) / len(utterance.text), end)
        start = cue.start if first == 0 else start
        end = cue.end if last == edges[-1] else end
        if text:
            yield Fragment(text, utterance.start + at, start, end, words, utterance.start)


def joined(script: Script, parts: Sequence[Fragment], number: int) -> Iterator[Sentence]:
    """The sentences of one block, numbered from `number` on, and the direct quotations in them."""
    sentence: list[Fragment] = []
    for part in parts:
        if sentence and not _goes_on(sentence[-1].text, part.text):
            yield _sentence(script, sentence, number)
            number, sentence = number + 1, []
        sentence.append(part)
    if sentence:
        yield _sentence(script, sentence, number)


def _inside(words: tuple[Word, ...], start: int, end: int) -> tuple[Word, ...]:
    """The words that begin in a stretch of the text."""
    first, last = (bisect_left(words, at, key=attrgetter("text_start")) for at in (start, end))
    return words[first:last]


def _times(cue: Cue, words: Sequence[Word], first: float, last: float, before: int) -> tuple[int, int]:
    """By the words; where the engine gives no times, by the share of the text (0 to 1) before it.

    What has no word in an utterance that has some makes no sound; it stands where the one `before` ended.
    """
    if words:
        return words[0].start, words[-1].end
    if cue.words:
        return before, before
    length = cue.end - cue.start
    return cue.start + round(first * length), cue.start + round(last * length)


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence has not ended: no full stop, or a small letter after it (“Go!” she said)."""
    letter = _GOES_ON.match(after)
    return not _ENDS.search(before) or bool(letter and letter.group()[-1].islower())


def _sentence(script: Script, parts: Sequence[Fragment], number: int) -> Sentence:
    start, end = parts[0].offset, parts[-1].offset + len(parts[-1].text)
    words = tuple(
        replace(word, text_start=first, text_end=min(word.text_end + part.base, end) - start)
        for part in parts
        for word in part.words
        for first in [word.text_start + part.base - start]
    )
    quotes = tuple(_quotes(script.quotations, start, end))
    text = script.article.source[start:end]
    return Sentence(f"s{number}", text, start, parts[0].start, parts[-1].end, words, quotes)


def _quotes(quotations: Sequence[Quotation], start: int, end: int) -> Iterator[Quote]:
    """The direct quotations that reach into a stretch of the source."""
    for index in range(bisect_left(quotations, start, key=attrgetter("end")), len(quotations)):
        quotation = quotations[index]
        if quotation.start >= end:
            return
        if quotation.kind == "direct" and quotation.end > start:
            speaker = quotation.speaker.name if quotation.speaker else None
            yield Quote(max(quotation.start, start) - start, min(quotation.end, end) - start, index, speaker)
