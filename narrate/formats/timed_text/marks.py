"""When the marks of an SSML document are reached."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from narrate.formats.timed_text.captions import heard_from
from narrate.model import Cue, Utterance


def mark_times(utterance: Utterance, cue: Cue) -> Iterator[tuple[str, int]]:
    """The name of each mark of an utterance, in order, and the sample of the master at which it stands.

    That is where the next word begins; before a pause, where the last one ends.
    """
    for index, mark in enumerate(utterance.marks):
        if mark.kind == "mark":
            later = utterance.marks[index + 1 :]
            pauses = any(other.kind == "break" and other.start == mark.start for other in later)
            before = bisect_right(cue.words, mark.start, key=attrgetter("text_end"))
            if pauses and before:
                yield mark.value, cue.words[before - 1].end
            else:
                yield mark.value, heard_from(mark.start, utterance, cue) if mark.start else cue.start
