"""How long the pauses are: by what ends before them, and never twice quite the same.

A reader's pauses vary with what was said; those of a clock are heard as a machine's. The variation comes from
a hash of the text, so the same text always gets the same pauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import pairwise

from narrate.model import BlockKind, Mark, Utterance
from narrate.pauses import BETWEEN_SENTENCES

# Seconds of silence after a block: chosen after what newsreaders leave, not measured.
AFTER_BLOCK: dict[BlockKind, float] = {
    "title": 0.9,
    "byline": 0.7,
    "dateline": 0.3,
    "notice": 0.8,
    "caption": 0.7,
    "credit": 0.7,
    "heading": 0.6,
    "list_item": 0.5,
    "label": 0.3,
}
BEFORE_HEADING = 1.1
BEFORE_CREDIT = 0.35
# Seconds where the voice changes inside a paragraph: at a sentence's end, and in the middle of one.
AT_SENTENCE = BETWEEN_SENTENCES
AT_CLAUSE = 0.15
AFTER_ANNOUNCEMENT = 0.3
SENTENCE_ENDS = tuple(".!?…。！？؟।۔")
VARIATION = 0.12
"""Largest share by which a pause is longer or shorter. Chosen, not measured: the longest of a kind is
a quarter longer than the shortest."""
# Times that a pause is longer after what ends so: an unfinished thought hangs, a question waits.
LONGER_AFTER = {"…": 1.3, "...": 1.3, "?": 1.15, "!": 1.1, ":": 0.85, ";": 0.85}
_CLOSING = "\"'”’»)]"
_CLOSING_BEFORE_PAUSE = "\"'”’»)"


def paced(utterance: Utterance, scale: float = 1.0) -> Utterance:
    """The utterance with its pauses, after it and between its sentences, `scale` times as long and varied."""
    pause = utterance.pause_after * scale * _share(utterance.text)
    return replace(utterance, pause_after=round(pause, 3), marks=_with_breaks(utterance, scale))


def pause_after_cut(text: str) -> float:
    """Seconds of silence after a stretch of a paragraph, before somebody else goes on."""
    ends_sentence = text.rstrip(_CLOSING_BEFORE_PAUSE).endswith(SENTENCE_ENDS)
    return AT_SENTENCE if ends_sentence else AT_CLAUSE


def _with_breaks(utterance: Utterance, scale: float) -> tuple[Mark, ...]:
    """Its marks with a pause after each sentence but the last, sorted by where they start."""
    marks = [*utterance.marks, *_breaks(utterance, scale)]
    marks.sort(key=lambda mark: (mark.start, mark.kind != "break", -mark.end))
    return tuple(marks)


def _breaks(utterance: Utterance, scale: float) -> Iterator[Mark]:
    """A pause between any two sentences that have none yet."""
    sentences = _of_kind(utterance, "sentence")
    given = {mark.start for mark in _of_kind(utterance, "break")}
    for one, other in pairwise(sentences):
        if given.isdisjoint(range(one.end, other.start + 1)):
            said = utterance.text[one.start : one.end]
            seconds = BETWEEN_SENTENCES * scale * _share(said)
            yield Mark("break", one.end, one.end, f"{round(seconds * 1000)}ms")


def _of_kind(utterance: Utterance, kind: str) -> list[Mark]:
    return [mark for mark in utterance.marks if mark.kind == kind]


def _share(said: str) -> float:
    """How long the pause after `said` is, of one that is as usual."""
    ending = said.rstrip().rstrip(_CLOSING)
    longer = next((times for end, times in LONGER_AFTER.items() if ending.endswith(end)), 1.0)
    digest = blake2b(said.encode("utf-8", "replace"), digest_size=4).digest()
    chance = int.from_bytes(digest) / 2**31 - 1
    return longer * (1 + VARIATION * chance)
