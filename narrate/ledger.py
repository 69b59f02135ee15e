"""The ledger: what has become of every character of an article, accounted for once.

A character that is not white space is spoken as it is written, spoken in another form, left out for a reason,
not heard although an engine was given it, or unaccounted for. The last must not happen: blocks tile the
source, and utterances tile the blocks that are spoken. The ledger does not take that on trust, it counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from narrate.model import (
    BY_CORRECTION,
    LEFT_OUT_BY_CORRECTION,
    Block,
    Cue,
    Mark,
    Script,
    Utterance,
    Word,
)

Fate = Literal["spoken", "changed", "left out", "not heard", "unaccounted"]
FATES: tuple[Fate, ...] = ("spoken", "changed", "left out", "not heard", "unaccounted")
OTHERWISE = frozenset({"sub", "phoneme", "say-as"})
"""Kinds of marks that say how their stretch is spoken."""
SILENT_FORM = "it has no spoken form"
"""Why a stretch is left out that a rule reads as nothing: a footnote's number, a dash between two names."""
ORIGINS = {"phoneme": "pronunciation"}
"""What changed a stretch whose mark does not say so."""
NO_SOUND = "the engine made no sound of it"
_WORD = re.compile(r"\w(?:\S*\w)?")
"""From the first letter or digit to the last between two white spaces: a word has a time of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the source with one fate. White space at its ends is not part of it."""

    start: int
    """Offset in the source."""
    end: int
    fate: Fate
    utterance: int | None = None
    """Index of the utterance that speaks it."""
    spoken: str | None = None
    """The spoken form, or the sounds in IPA, where it is changed."""
    reason: str | None = None
    """Why it is left out or not heard; what changed it: the rule, or the lexicon."""


def ledger(script: Script, cues: Sequence[Cue] = ()) -> list[Entry]:
    """What has become of every character of the script's article, in order.

    With the `cues` of a recording, words that no sound was made of are found, too.
    """
    article = script.article
    entries = list(_left_out(article.blocks))
    entries += _spoken(script, cues)
    entries.sort(key=attrgetter("start"))
    complete = _complete(article.source, entries)
    return list(_trimmed(article.source, complete))


def _left_out(blocks: Iterable[Block]) -> Iterator[Entry]:
    for block in blocks:
        if not block.spoken:
            yield Entry(block.start, block.end, "left out", reason=block.reason)


def unaccounted(script: Script) -> list[tuple[int, int]]:
    """Start and end of each stretch of the source, white space apart, with no utterance and no reason."""
    source = script.article.source
    spans = [(entry.start, entry.end) for entry in _left_out(script.article.blocks)]
    spans += filter(None, map(_span, script.utterances))
    spans.sort()
    gaps = _gaps(spans, len(source))
    return [(start, end) for start, end in gaps if source[start:end].strip()]


def _span(utterance: Utterance) -> tuple[int, int] | None:
    """What an utterance speaks of the source; None for an announcement, whose words are our own."""
    if utterance.start is None or utterance.end is None:
        return None
    return utterance.start, utterance.end


def totals(source: str, entries: Iterable[Entry]) -> Counter[Fate]:
    """How many characters that are not white space have each fate."""
    counted: Counter[Fate] = Counter()
    for entry in entries:
        counted[entry.fate] += sum(not char.isspace() for char in source[entry.start : entry.end])
    return counted


def _spoken(script: Script, cues: Sequence[Cue]) -> Iterator[Entry]:
    heard = {cue.utterance: cue.words for cue in cues}
    for utterance in script.utterances:
        if utterance.start is None:
            continue  # an announcement: words of our own
        entries = _entries(utterance)
        if cues:
            entries = _heard(entries, utterance, heard.get(utterance.index, ()))
        yield from entries


def _entries(utterance: Utterance) -> Iterator[Entry]:
    """The stretches of an utterance: as they are written, and between them what is said otherwise."""
    offset = utterance.start or 0
    begin = offset
    for mark in _outermost(utterance.marks):
        changed = _changed(utterance, mark)
        if begin < changed.start:
            yield Entry(begin, changed.start, "spoken", utterance.index)
        yield changed
        begin = changed.end
    end = offset + len(utterance.text)
    if begin < end:
        yield Entry(begin, end, "spoken", utterance.index)


def _outermost(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks that say how something is spoken, in order, without those inside another one."""
    end = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.kind in OTHERWISE and end <= mark.start < mark.end:
            yield mark
            end = mark.end


def _changed(utterance: Utterance, mark: Mark) -> Entry:
    """What a mark makes of its stretch."""
    offset = utterance.start or 0
    entry = Entry(offset + mark.start, offset + mark.end, "spoken", utterance.index)
    if mark.kind == "sub":
        if not mark.value.strip():
            reason = LEFT_OUT_BY_CORRECTION if mark.origin == BY_CORRECTION else SILENT_FORM
            return replace(entry, fate="left out", reason=reason)
        written = utterance.text[mark.start : mark.end]
        if mark.value == written:
            return entry
    usual_origin = ORIGINS.get(mark.kind, "SSML")
    origin = mark.origin or usual_origin
    return replace(entry, fate="changed", spoken=mark.value or None, reason=origin)


def _heard(entries: Iterable[Entry], utterance: Utterance, words: Sequence[Word]) -> Iterator[Entry]:
    """The same entries, with the words cut out that no sound was made of."""
    silent = list(_silent_words(utterance, words))
    for entry in entries:
        inside = [span for span in silent if entry.start <= span[0] and span[1] <= entry.end]
        yield from _without(entry, inside)


def _silent_words(utterance: Utterance, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where in the source the words of an utterance are that no sound was made of."""
    offset = utterance.start or 0
    for match in _WORD.finditer(utterance.text):
        start, end = match.span()
        if not _is_timed(start, end, words):
            yield offset + start, offset + end


def _is_timed(start: int, end: int, words: Sequence[Word]) -> bool:
    """Whether one of the words, which are in order, is heard in a stretch of the text."""
    before_end = bisect_left(words, end, key=lambda word: word.text_start)
    return before_end > 0 and words[before_end - 1].text_end > start


def _without(entry: Entry, silent: Sequence[tuple[int, int]]) -> Iterator[Entry]:
    if entry.fate == "left out":
        yield entry
        return
    at = entry.start
    for start, end in silent:
        if at < start:
            yield replace(entry, end=start, start=at)
        yield replace(entry, start=start, end=end, fate="not heard", spoken=None, reason=NO_SOUND)
        at = end
    if at < entry.end:
        yield replace(entry, start=at)


def _gaps(spans: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """What lies between the spans, which are in order and may overlap."""
    reached = 0
    for start, end in spans:
        if reached < start:
            yield reached, start
        reached = max(reached, end)
    if reached < length:
        yield reached, length


def _complete(source: str, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries in order, and what lies between them as unaccounted for."""
    spans = [(entry.start, entry.end) for entry in entries]
    missing = [Entry(start, end, "unaccounted") for start, end in _gaps(spans, len(source))]
    yield from sorted((*entries, *missing), key=lambda entry: entry.start)


def _trimmed(source: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without white space at their ends; those of white space alone are none."""
    for entry in entries:
        text = source[entry.start : entry.end]
        if text.strip():
            start = entry.start + len(text) - len(text.lstrip())
            yield replace(entry, start=start, end=start + len(text.strip()))
