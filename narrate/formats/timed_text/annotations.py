"""When the marks of an SSML document (SSML 1.1, section 3.3.2) are reached."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from narrate.formats.timed_text.captions import heard_from
from narrate.model import Cue, Mark, Utterance


def mark_times(utterance: Utterance, cue: Cue) -> Iterator[tuple[str, int]]:
    """The name of each SSML mark of an utterance, in order, and the sample of the master at which it stands.

    That is where the next word begins; before a pause, where the last one ends.
    """
    for index, annotation in enumerate(utterance.marks):
        if annotation.kind != "mark":
            continue
        later = utterance.marks[index + 1 :]
        if _pause_follows(annotation.start, later):
            yield annotation.value, _end_of_speech(annotation.start, utterance, cue)
        else:
            yield annotation.value, _start_of_speech(annotation.start, utterance, cue)


def _pause_follows(offset: int, later: Iterable[Mark]) -> bool:
    """Whether a <break> stands at the same place of the text, after the mark."""
    return any(other.kind == "break" and other.start == offset for other in later)


def _end_of_speech(offset: int, utterance: Utterance, cue: Cue) -> int:
    """The sample at which the text before `offset` has been said."""
    count = bisect_right(cue.words, offset, key=attrgetter("text_end"))
    if count == 0:
        return _start_of_speech(offset, utterance, cue)
    return cue.words[count - 1].end


def _start_of_speech(offset: int, utterance: Utterance, cue: Cue) -> int:
    """The sample at which the text from `offset` on begins."""
    return heard_from(offset, utterance, cue) if offset else cue.start
