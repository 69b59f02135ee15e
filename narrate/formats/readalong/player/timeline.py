"""When everything is heard, for the page's scripts: all times in seconds, in ascending order."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from narrate.formats.credits import artist, line, titles
from narrate.formats.readalong.document import Document, Passage, Quote, Sentence
from narrate.formats.readalong.markup.blocks import units
from narrate.formats.timestamps import milliseconds
from narrate.model import BlockKind, Narration


def timeline(narration: Narration, document: Document) -> dict[str, Any]:
    """The keys:

    - `key`: identifies this recording, so that a place in it can be remembered;
    - `title`, `artist`, `site`: for the lock screen of a phone; `duration`;
    - `chapters`: `starts` and `titles`;
    - `paragraphs`: `starts`, with any announcement before the text, and `sentences`, the number of the first
      sentence of each, from 0;
    - `sentences`: `starts` and `ends`; links to them count from 1;
    - `quotations`: `starts`, `ends` and `speakers` ("" for nobody known);
    - `photos` and `lists`: `starts` and `ends`, of captions with their credits and of whole lists;
    - `words`: for each sentence null, or `starts`, and `offsets` and `lengths` in its text, counted as
      JavaScript does (in UTF-16).
    """
    seconds = _Seconds(narration.sample_rate)
    sentences = list(document.sentences())
    article = narration.script.article
    data = {
        "title": line(article.title),
        "artist": artist(narration),
        "site": line(article.site or ""),
        "duration": seconds(narration.length),
        "chapters": {
            "starts": [seconds(chapter.start) for chapter in narration.chapters],
            "titles": titles(narration),
        },
        "paragraphs": _paragraphs(document, seconds),
        "sentences": {
            "starts": [seconds(sentence.start) for sentence in sentences],
            "ends": [seconds(sentence.end) for sentence in sentences],
        },
        "quotations": _quotations(sentences, seconds),
        "photos": _spans(document, "caption", seconds),
        "lists": _spans(document, "list_item", seconds),
        "words": [_words(sentence, seconds) for sentence in sentences],
    }
    written = json.dumps([data, [sentence.text for sentence in sentences]])
    return {"key": hashlib.sha256(written.encode()).hexdigest()[:16], **data}


class _Seconds:
    """Converts samples to seconds, rounded to the millisecond."""

    def __init__(self, sample_rate: int) -> None:
        self._sample_rate = sample_rate

    def __call__(self, samples: int) -> float:
        return milliseconds(samples, self._sample_rate) / 1000


def _paragraphs(document: Document, seconds: _Seconds) -> dict[str, list[Any]]:
    starts = []
    first_sentences = []
    number = 0
    for passage in document.passages():
        if not passage.sentences:
            continue
        starts.append(seconds(passage.start or 0))
        first_sentences.append(number)
        number += len(passage.sentences)
    return {"starts": starts, "sentences": first_sentences}


def _spans(document: Document, kind: BlockKind, seconds: _Seconds) -> dict[str, list[float]]:
    """When the captions or lists of a document are heard, each as a whole."""
    starts = []
    ends = []
    for unit in _units_of(document, kind):
        span = _span(unit)
        if span is None:
            continue
        start, end = span
        starts.append(seconds(start))
        ends.append(seconds(end))
    return {"starts": starts, "ends": ends}


def _units_of(document: Document, kind: BlockKind) -> Iterator[list[Passage]]:
    for chapter in document.chapters:
        for unit in units(chapter.passages):
            if unit[0].block.kind == kind:
                yield unit


def _span(unit: Sequence[Passage]) -> tuple[int, int] | None:
    """First sample of the passages that are heard, and the one after their last; None if none is."""
    starts = [passage.start for passage in unit if passage.start is not None]
    ends = [passage.end for passage in unit if passage.end is not None]
    if not starts or not ends:
        return None
    return starts[0], ends[-1]


def speakers(data: Mapping[str, Any]) -> dict[str, int]:
    """Who is quoted in a timeline, in the order of appearance, and in how many quotations."""
    quoted = data["quotations"]["speakers"]
    return dict(Counter(filter(None, quoted)))


def _quotations(sentences: list[Sentence], seconds: _Seconds) -> dict[str, list[Any]]:
    """Each from its first sentence to its last."""
    starts: dict[int, float] = {}
    ends: dict[int, float] = {}
    speakers: dict[int, str] = {}
    for quote, start, end in _quotes(sentences):
        starts.setdefault(quote.quotation, seconds(start))
        ends[quote.quotation] = seconds(end)
        speakers.setdefault(quote.quotation, line(quote.speaker))
    return {
        "starts": list(starts.values()),
        "ends": list(ends.values()),
        "speakers": list(speakers.values()),
    }


def _quotes(sentences: list[Sentence]) -> Iterator[tuple[Quote, int, int]]:
    """Every quote, and its first sample and the one after its last."""
    for sentence in sentences:
        for quote in sentence.quotes:
            start, end = _heard(sentence, quote)
            yield quote, start, end


def _heard(sentence: Sentence, quote: Quote) -> tuple[int, int]:
    """When the words of a quote are heard, or its sentence if words have no times."""
    # A word may have the quotation mark in it, which is not in the quote.
    words = [w for w in sentence.words if w.text_end > quote.start and w.text_start < quote.end]
    if not words:
        return sentence.start, sentence.end
    return words[0].start, words[-1].end


def _words(sentence: Sentence, seconds: _Seconds) -> dict[str, list[Any]] | None:
    if not sentence.words:
        return None
    places = _utf16_places(sentence.text)
    starts = []
    offsets = []
    lengths = []
    for word in sentence.words:
        offset = places[word.text_start]
        starts.append(seconds(word.start))
        offsets.append(offset)
        lengths.append(places[word.text_end] - offset)
    return {"starts": starts, "offsets": offsets, "lengths": lengths}


def _utf16_places(text: str) -> list[int]:
    """How many units of UTF-16 stand before each character, and before the end."""
    sizes = (2 if letter > "\uffff" else 1 for letter in text)
    return list(accumulate(sizes, initial=0))
