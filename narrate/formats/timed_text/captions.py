"""Utterances as captions, timed by their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from narrate.formats.credits import titles
from narrate.formats.timed_text.breaking import Fragment, broken, plain
from narrate.formats.timed_text.left_out import without_left_out
from narrate.formats.timestamps import milliseconds
from narrate.model import Cue, Narration, Utterance, Word

NARRATOR = "Narrator"
"""The speaker of what is not quoted."""


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
    """When each word of each line is heard, in milliseconds; empty if the engine tells no times."""


def captions(narration: Narration, width: int, *, labels: bool = False) -> Iterator[Caption]:
    """All captions of a narration in order of time, with lines of at most `width` characters.

    A caption lasts until the next one of its utterance begins. With `labels`, the text begins with "Name:"
    where somebody begins to be quoted. An utterance with no word times is divided in proportion to its
    characters. Text that makes no sound is shown for 1 ms, so that no text is lost.
    """
    done = 0
    last_speaker = NARRATOR
    for cue in narration.cues:
        utterance = shown(narration.script.utterances[cue.utterance], cue)
        speaker = speaker_name(utterance)
        begins = speaker not in (last_speaker, NARRATOR)
        last_speaker = speaker
        label = f"{speaker}:" if labels and begins else ""
        fragments = broken(utterance.text, width, _sentence_ends(utterance), label)
        spans = _spans(fragments, utterance, cue, narration.sample_rate)
        for fragment, (heard, end) in zip(fragments, spans, strict=True):
            start = max(heard, done)
            done = max(end, start + 1)
            words = _word_times(fragment, utterance, cue, narration.sample_rate)
            yield Caption(start, done, fragment.lines, speaker, words)


def shown(utterance: Utterance, cue: Cue) -> Utterance:
    """The utterance as it is to be read: without what is left out, in place of a recording its description.

    This follows SSML 1.1 (section 3.3.3). The words in place of a recording without a description are taken
    for what is said in it.
    """
    if not cue.description:
        return replace(utterance, text=without_left_out(utterance))
    return replace(utterance, text=f"[{cue.description}]", marks=(), speaker=None)


def _spans(
    fragments: Sequence[Fragment], utterance: Utterance, cue: Cue, sample_rate: int
) -> list[tuple[int, int]]:
    """When each fragment of an utterance is heard, in milliseconds: each until the next one begins."""
    if not fragments:
        return []
    samples = [cue.start]
    for fragment in fragments[1:]:
        samples.append(heard_from(fragment.offset, utterance, cue))
    samples.append(cue.end)
    times = [milliseconds(sample, sample_rate) for sample in samples]
    return list(pairwise(times))


def _word_times(
    fragment: Fragment, utterance: Utterance, cue: Cue, sample_rate: int
) -> tuple[tuple[int, ...], ...]:
    """When each word of each line is heard, in milliseconds; empty if the engine tells no times."""
    if not cue.words:
        return ()

    def time(offset: int) -> int:
        return milliseconds(heard_from(offset, utterance, cue), sample_rate)

    return tuple(tuple(map(time, offsets)) for offsets in fragment.offsets)


def speaker_name(utterance: Utterance) -> str:
    """The name of who is quoted, on one line, or NARRATOR."""
    if utterance.speaker is None:
        return NARRATOR
    return plain(utterance.speaker.name) or NARRATOR


def chapter_titles(narration: Narration) -> list[str]:
    """As they are to be read beside the captions, and never empty."""
    return [plain(title) or f"Chapter {n}" for n, title in enumerate(titles(narration), 1)]


def _sentence_ends(utterance: Utterance) -> set[int]:
    return {mark.end for mark in utterance.marks if mark.kind == "sentence"}


def heard_from(offset: int, utterance: Utterance, cue: Cue) -> int:
    """The sample at which the text from `offset` on is heard; inside a word, in proportion to characters."""
    whole = Word(0, len(utterance.text), cue.start, cue.end)
    words = cue.words or (whole,)
    index = bisect_right(words, offset, key=attrgetter("text_end"))
    if index == len(words):
        return cue.end
    word = words[index]
    inside = max(offset - word.text_start, 0)
    share = inside / (word.text_end - word.text_start)
    return word.start + round(share * (word.end - word.start))
