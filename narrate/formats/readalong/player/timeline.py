"""When everything is heard, for the page's scripts: all times in seconds, in ascending order."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from narrate.formats.credits import artist, line, titles
from narrate.formats.readalong.document import Document, Quote, Sentence
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
    passages = [passage for chapter in document.chapters for passage in chapter.passages]
    numbers = accumulate((len(passage.sentences) for passage in passages), initial=0)
    starts = []
    first_sentences = []
    for passage, number in zip(passages, numbers, strict=False):
        if passage.sentences:
            starts.append(seconds(passage.start or 0))
            first_sentences.append(number)
    return {"starts": starts, "sentences": first_sentences}


def _spans(document: Document, kind: BlockKind, seconds: _Seconds) -> dict[str, list[float]]:
    """When the captions or lists of a document are heard, each as a whole."""
    found = []
    for chapter in document.chapters:
        for unit in units(chapter.passages):
            times = [(p.start, p.end) for p in unit if p.start is not None and p.end is not None]
            if unit[0].block.kind == kind and times:
                found.append((times[0][0], times[-1][1]))
    return {
        "starts": [seconds(start) for start, _ in found],
        "ends": [seconds(end) for _, end in found],
    }


def speakers(data: Mapping[str, Any]) -> dict[str, int]:
    """Who is quoted in a timeline, in the order of appearance, and in how many quotations."""
    return dict(Counter(speaker for speaker in data["quotations"]["speakers"] if speaker))


def _quotations(sentences: list[Sentence], seconds: _Seconds) -> dict[str, list[Any]]:
    """Each from its first sentence to its last."""
    found: dict[int, tuple[int, int, str]] = {}
    for (start, end), quote in _quotes(sentences):
        begun = found.get(quote.quotation, (start, end, quote.speaker or ""))
        found[quote.quotation] = (begun[0], end, begun[2])
    return {
        "starts": [seconds(start) for start, _, _ in found.values()],
        "ends": [seconds(end) for _, end, _ in found.values()],
        "speakers": [line(speaker) for _, _, speaker in found.values()],
    }


def _quotes(sentences: list[Sentence]) -> Iterator[tuple[tuple[int, int], Quote]]:
    """Every quote with the times of its words, or of its sentence if words have no times."""
    for sentence in sentences:
        for quote in sentence.quotes:
            # A word may have the quotation mark in it, which is not in the quote.
            words = [w for w in sentence.words if w.text_end > quote.start and w.text_start < quote.end]
            span = (words[0].start, words[-1].end) if words else (sentence.start, sentence.end)
            yield span, quote


def _words(sentence: Sentence, seconds: _Seconds) -> dict[str, list[Any]] | None:
    if not sentence.words:
        return None
    places = list(accumulate((1 + (letter > "\uffff") for letter in sentence.text), initial=0))
    return {
        "starts": [seconds(word.start) for word in sentence.words],
        "offsets": [places[word.text_start] for word in sentence.words],
        "lengths": [places[word.text_end] - places[word.text_start] for word in sentence.words],
    }
