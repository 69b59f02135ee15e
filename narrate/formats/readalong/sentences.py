"""The sentences of a block with their times. A sentence may be spread over utterances: “Come,” she said."""

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
    """Index into the script's quotations; all sentences of a longer quotation have the same."""
    speaker: str | None
    """The speaker's full name, if the article gives it."""


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
    """Sample after the last; announcements within the sentence are included."""
    words: tuple[Word, ...]
    """In order, with offsets in `text` and samples of the master; empty if the engine gives no times."""
    quotes: tuple[Quote, ...] = ()
    """Direct quotations, in order."""

    def said(self) -> str:
        """What is quoted in it, one quote directly after the other."""
        return "".join(self.text[quote.start : quote.end] for quote in self.quotes)


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
    """Split an utterance into its sentences, without gaps; an announcement has none."""
    if utterance.start is None:
        return
    length = len(utterance.text)
    edges = _edges(utterance)
    end = cue.start
    for first, last in pairwise(edges):
        text = utterance.text[first:last].strip()
        at = utterance.text.index(text, first)
        until = at + len(text)
        words = _inside(cue.words, at, until)
        start, end = _times(cue, words, at / length, until / length, end)
        # Without gaps: the first and the last take in what is silent at the ends of the utterance.
        if first == 0:
            start = cue.start
        if last == edges[-1]:
            end = cue.end
        if text:
            offset = utterance.start + at
            yield Fragment(text, offset, start, end, words, utterance.start)


def _edges(utterance: Utterance) -> list[int]:
    """Where the sentences of an utterance begin, and where the last one ends: offsets in its text."""
    starts = [mark.start for mark in utterance.marks if mark.kind == "sentence"]
    return sorted({0, *starts[1:], len(utterance.text)})


def joined(script: Script, parts: Sequence[Fragment], number: int) -> Iterator[Sentence]:
    """The sentences of one block, numbered from `number` on, and the direct quotations in them."""
    for count, sentence in enumerate(_grouped(parts), number):
        yield _sentence(script, sentence, count)


def _grouped(parts: Sequence[Fragment]) -> list[list[Fragment]]:
    """The parts of each sentence."""
    sentences: list[list[Fragment]] = []
    for part in parts:
        if sentences and _goes_on(sentences[-1][-1].text, part.text):
            sentences[-1].append(part)
        else:
            sentences.append([part])
    return sentences


def _inside(words: tuple[Word, ...], start: int, end: int) -> tuple[Word, ...]:
    """The words that begin in a stretch of the text."""
    first = bisect_left(words, start, key=attrgetter("text_start"))
    last = bisect_left(words, end, key=attrgetter("text_start"))
    return words[first:last]


def _times(cue: Cue, words: Sequence[Word], first: float, last: float, before: int) -> tuple[int, int]:
    """Start and end of a sentence, by its words.

    If the engine gives no times, they follow from the shares of the text (0 to 1) before its `first` and
    `last` character. A sentence without words, in an utterance that has some, makes no sound: it stands at
    the end of the one `before`.
    """
    if words:
        return words[0].start, words[-1].end
    if cue.words:
        return before, before
    length = cue.end - cue.start
    return cue.start + round(first * length), cue.start + round(last * length)


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence has not ended: no full stop, or a lower-case letter after it (“Go!” she said)."""
    if not _ENDS.search(before):
        return True
    letter = _GOES_ON.match(after)
    return letter is not None and letter.group()[-1].islower()


def _sentence(script: Script, parts: Sequence[Fragment], number: int) -> Sentence:
    """The sentence that has these parts, and the text of the source between them."""
    start = parts[0].offset
    end = parts[-1].offset + len(parts[-1].text)
    words: list[Word] = []
    for part in parts:
        words += _placed(part, start, end)
    quotes = tuple(_quotes(script.quotations, start, end))
    text = script.article.source[start:end]
    return Sentence(f"s{number}", text, start, parts[0].start, parts[-1].end, tuple(words), quotes)


def _placed(part: Fragment, start: int, end: int) -> Iterator[Word]:
    """The words of a part, with offsets in the sentence from `start` to `end` of the source."""
    for word in part.words:
        first = part.base + word.text_start
        # As the engine gives it, a word may reach beyond the end of the sentence.
        last = min(part.base + word.text_end, end)
        yield replace(word, text_start=first - start, text_end=last - start)


def _quotes(quotations: Sequence[Quotation], start: int, end: int) -> Iterator[Quote]:
    """The direct quotations that reach into a stretch of the source."""
    first = bisect_left(quotations, start, key=attrgetter("end"))
    for index in range(first, len(quotations)):
        quotation = quotations[index]
        if quotation.start >= end:
            return
        is_reached = quotation.end > start
        if is_reached and quotation.kind == "direct":
            yield _quote(quotation, index, start, end)


def _quote(quotation: Quotation, index: int, start: int, end: int) -> Quote:
    """The part of a quotation that is in a stretch of the source, with offsets in the stretch."""
    first = max(quotation.start, start)
    last = min(quotation.end, end)
    speaker = quotation.speaker.name if quotation.speaker else None
    return Quote(first - start, last - start, index, speaker)
