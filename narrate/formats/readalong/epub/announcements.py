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
        if utterance.start is None:
            number += 1
            block = script.article.blocks[utterance.block]
            found.setdefault(block.start, []).append(Announcement(f"a{number}", utterance.text, cue.start))
    return found


def before(passage: Passage, said: Sequence[Announcement]) -> list[Announcement]:
    """What is announced before the passage's first sentence; everything, if it has none."""
    return [each for each in said if not passage.sentences or each.start < passage.sentences[0].start]


def after(passage: Passage, said: Sequence[Announcement]) -> list[Announcement]:
    """What is announced after the last sentence."""
    return [each for each in said if passage.sentences and each.start >= passage.sentences[-1].end]


def among(passage: Passage, said: Sequence[Announcement]) -> Iterator[str | Sentence | Announcement]:
    """The pieces of a passage, and between its sentences what is announced there."""
    heard = 0
    for piece in passage.pieces():
        if isinstance(piece, Sentence):
            if heard:
                yield from (each for each in said if heard <= each.start < piece.start)
            heard = piece.end
        yield piece
