"""What is said besides the article's words: "Photo.", "Note.", the source.

In the book each announcement is text of its own, set apart, so that everything heard can be read, too.
Announcements within a sentence ("End quote.") are heard with it, and not written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.formats.readalong.document import Passage, Sentence
from narrate.model import Narration


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words of ours and when they are heard."""

    id: str
    """ "a1", "a2" …: unique in the book, and the same in every run."""
    text: str
    start: int
    """First sample of the master."""


def announcements(narration: Narration) -> dict[int, list[Announcement]]:
    """The announcements of each block, in order, by the block's offset in the source."""
    script = narration.script
    found: dict[int, list[Announcement]] = {}
    number = 0
    for cue in narration.cues:
        utterance = script.utterances[cue.utterance]
        if utterance.start is not None:
            continue
        number += 1
        announcement = Announcement(f"a{number}", utterance.text, cue.start)
        block = script.article.blocks[utterance.block]
        found.setdefault(block.start, []).append(announcement)
    return found


def before(passage: Passage, said: Sequence[Announcement]) -> list[Announcement]:
    """What is announced before the passage's first sentence; everything, if it has none."""
    if not passage.sentences:
        return list(said)
    first = passage.sentences[0]
    return [each for each in said if each.start < first.start]


def after(passage: Passage, said: Sequence[Announcement]) -> list[Announcement]:
    """What is announced after the last sentence."""
    if not passage.sentences:
        return []
    last = passage.sentences[-1]
    return [each for each in said if each.start >= last.end]


def among(passage: Passage, said: Sequence[Announcement]) -> Iterator[str | Sentence | Announcement]:
    """The pieces of a passage, and between its sentences what is announced there."""
    last: Sentence | None = None
    for piece in passage.pieces():
        if isinstance(piece, Sentence):
            yield from _between(last, piece, said)
            last = piece
        yield piece


def _between(last: Sentence | None, sentence: Sentence, said: Sequence[Announcement]) -> list[Announcement]:
    """What is announced between two sentences; nothing, if there is no `last` one."""
    if last is None:
        return []
    return [each for each in said if last.end <= each.start < sentence.start]
