"""Utterances as captions, timed by their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from narrate.formats.credits import titles
from narrate.formats.timed_text.breaking import Piece, broken, plain
from narrate.formats.timestamps import milliseconds
from narrate.model import Cue, Narration, Utterance, Word

NARRATOR = "Narrator"
"""Who speaks where nobody is quoted."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is on the screen at one time."""

    start: int
    """Milliseconds."""
    end: int
    """Milliseconds; after `start`, and not after the next caption's start."""
    lines: tuple[str, ...]
    """One or two, as they are to be read: no markup, nothing escaped."""
    speaker: str
    """Who is quoted, or NARRATOR."""
    words: tuple[tuple[int, ...], ...] = ()
    """When each word of each line is heard, in milliseconds; empty where the engine tells no times."""


def captions(narration: Narration, width: int, *, labels: bool = False) -> Iterator[Caption]:
    """All captions of a narration in order of time, with lines of at most `width` characters.

    A caption lasts until the next one of its utterance begins. `labels`: where somebody begins to be quoted,
    the text begins with "Name:". An utterance with no word times is divided in proportion to its
    characters. Text that makes no sound is shown for 1 ms, so that no text is lost.
    """
    done, before = 0, NARRATOR
    for cue in narration.cues:
        utterance = shown(narration.script.utterances[cue.utterance], cue)
        speaker = speaker_name(utterance)
        label = f"{speaker}:" if labels and speaker not in (before, NARRATOR) else ""
        before = speaker
        pieces = broken(utterance.text, width, _sentence_ends(utterance), label)
        times = [cue.start, *(heard_from(piece.offset, utterance, cue) for piece in pieces[1:]), cue.end]
        # A text that shows nothing has no pieces, and its one span is for nobody.
        for piece, span in zip(pieces, pairwise(times), strict=False):
            start, end = (milliseconds(sample, narration.sample_rate) for sample in span)
            start = max(start, done)
            done = max(end, start + 1)
            yield Caption(start, done, piece.lines, speaker, _word_times(piece, utterance, cue, narration))


def shown(utterance: Utterance, cue: Cue) -> Utterance:
    """The utterance as it is to be read: in place of a recording, its description, "[A bell.]".

    So SSML 1.1 has it (section 3.3.3). Words that stand in for a recording without a description are taken
    for what is heard in it.
    """
    if not cue.description:
        return utterance
    return replace(utterance, text=f"[{cue.description}]", marks=(), speaker=None)


def _word_times(
    piece: Piece, utterance: Utterance, cue: Cue, narration: Narration
) -> tuple[tuple[int, ...], ...]:
    if not cue.words:
        return ()
    return tuple(
        tuple(milliseconds(heard_from(at, utterance, cue), narration.sample_rate) for at in offsets)
        for offsets in piece.offsets
    )


def speaker_name(utterance: Utterance) -> str:
    """The name of who is quoted, on one line, or NARRATOR."""
    return (plain(utterance.speaker.name) if utterance.speaker else "") or NARRATOR


def chapter_titles(narration: Narration) -> list[str]:
    """As they are to be read beside the captions, and never empty."""
    return [plain(title) or f"Chapter {n}" for n, title in enumerate(titles(narration), 1)]


def _sentence_ends(utterance: Utterance) -> set[int]:
    return {mark.end for mark in utterance.marks if mark.kind == "sentence"}


def heard_from(offset: int, utterance: Utterance, cue: Cue) -> int:
    """The sample at which the text from `offset` on is heard; inside a word, in proportion to characters."""
    words = cue.words or (Word(0, len(utterance.text), cue.start, cue.end),)
    index = bisect_right(words, offset, key=attrgetter("text_end"))
    if index == len(words):
        return cue.end
    word = words[index]
    share = max(offset - word.text_start, 0) / (word.text_end - word.text_start)
    return word.start + round(share * (word.end - word.start))
