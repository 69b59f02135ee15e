"""Utterances as captions: at most two lines that fit, cut where a reader would pause, timed by the words.

A long utterance becomes several captions by optimal breaking (Knuth and Plass, "Breaking paragraphs into
lines", Software: Practice and Experience 11, 1981): of all ways to cut it, the one whose cuts cost least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from narrate.formats.timestamps import milliseconds
from narrate.model import Cue, Narration, Utterance, Word

NARRATOR = "Narrator"
"""Who speaks where nobody is quoted."""

# The cost of a cut, in units of one empty caption: a cut after a sentence is free, one in the middle of a
# clause is worse than an empty caption. Chosen by reading the captions of a dozen articles.
AFTER_CLAUSE = 0.3
AFTER_WORD = 1.0
IN_A_NAME = 100.0

_CLAUSE = re.compile(r"[,;:–—、，；：][\"'”’»)\]]*$|^-+$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2): one that is left open turns round
# what follows it, and a cut would leave it open. The marks LRM, RLM and ALM close by themselves.
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Caption:
    """What is on the screen at one time."""

    start: int
    """Milliseconds."""
    end: int
    """Milliseconds; > start, and at most the next caption's start."""
    lines: tuple[str, ...]
    """One or two, as they are to be read: no markup, nothing escaped."""
    speaker: str
    """Who is quoted, or NARRATOR."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word, or a piece of one that is longer than a line."""

    offset: int
    """In the utterance's text."""
    start: int
    """In the line that all units would make together."""
    end: int
    cut: float
    """What it costs to end a caption after it."""


def captions(narration: Narration, width: int, *, prefix: bool = False) -> Iterator[Caption]:
    """All captions of a narration in order of time, with lines of at most `width` characters.

    `prefix`: the first caption of somebody who is quoted begins with "Name: ". An utterance with no word
    times is divided in proportion to its characters. An utterance that makes no sound is on for 1 ms.
    """
    clock, before = 0, NARRATOR
    for cue in narration.cues:
        utterance = narration.script.utterances[cue.utterance]
        speaker = speaker_name(utterance)
        named = prefix and speaker not in (before, NARRATOR)
        before = speaker
        pieces = _divided(utterance, width, f"{speaker}:" if named else "")
        times = [*(_heard_from(offset, utterance, cue) for offset, _ in pieces), cue.end]
        for (_, lines), span in zip(pieces, pairwise(times), strict=True):
            start, end = (milliseconds(sample, narration.sample_rate) for sample in span)
            start = max(start, clock)
            clock = max(end, start + 1)
            yield Caption(start, clock, lines, speaker)


def speaker_name(utterance: Utterance) -> str:
    """The name of who is quoted, on one line, or NARRATOR."""
    return (plain(utterance.speaker.name) if utterance.speaker else "") or NARRATOR


def plain(text: str) -> str:
    """`text` on one line: without control characters and what would turn the direction of other text."""
    return " ".join(_DIRECTION.sub("", _CONTROL.sub(" ", text)).split())


def _heard_from(offset: int, utterance: Utterance, cue: Cue) -> int:
    """The sample at which the text from `offset` on is heard; inside a word, in proportion to characters."""
    if offset == 0:
        return cue.start
    words = cue.words or (Word(0, len(utterance.text), cue.start, cue.end),)
    word = next((word for word in words if word.text_end > offset), None)
    if word is None:
        return cue.end
    part = max(offset - word.text_start, 0) / (word.text_end - word.text_start)
    return word.start + round(part * (word.end - word.start))


# -- dividing -------------------------------------------------------------------------------------
def _divided(utterance: Utterance, width: int, prefix: str) -> list[tuple[int, tuple[str, ...]]]:
    """Offset in the utterance's text and lines of each caption; none for a text that shows nothing."""
    found = [*_pieces(prefix, width), *_pieces(utterance.text, width)]
    glued = len(_pieces(prefix, width))
    shown = " ".join(piece for _, piece in found)
    ends = accumulate((len(piece) + 1 for _, piece in found), initial=-1)
    sentences = {mark.end for mark in utterance.marks if mark.kind == "sentence"}
    units = []
    for number, ((offset, piece), (before, end)) in enumerate(zip(found, pairwise(ends), strict=True)):
        name = number < glued
        cut = IN_A_NAME if name else _cost(piece, offset + len(piece) in sentences)
        units.append(_Unit(0 if name else offset, before + 1, end, cut))
    return [
        (units[i].offset, tuple(shown[a:b] for a, b in _lines(units[i:j], width)))
        for i, j in pairwise(_cuts(units, width))
    ]
