"""What a proof-listening has found in a finished recording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal["missing", "repeated", "added", "moved", "changed", "cut", "name"]
"""What is wrong: words that are not heard, heard twice, heard and not in the script, heard in another place,
or heard as other words; a word that is cut off; a name that was probably said wrong."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Words that are not heard as they should have been said."""

    kind: FaultKind
    said: str
    """What should have been said, as it is written; "" for words that should not be there."""
    heard: str
    """What was heard in its place; "" for nothing."""
    words: int
    """How many words are missing, too many, or wrong."""
    start: int
    """First sample of the recording, at the rate of the proof."""
    end: int
    """Sample after the last; where words are missing, those around the gap are within."""
    chapter: int
    """Index into the chapters of the proof."""
    segment: int
    """Index of the segment of the timeline, as in the transcript."""
    source_start: int | None = None
    """Offset in the article of what should have been said; None for words that are not the article's."""
    source_end: int | None = None


@dataclass(frozen=True, slots=True)
class ProofChapter:
    """How well a chapter was understood."""

    title: str
    words: int
    """In their spoken form, that should have been said."""
    errors: int
    """Words that were recognised wrongly, missed or added, also by an error of the recogniser."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The result of listening to a recording and comparing it with its script."""

    title: str
    language: str
    """BCP 47 tag."""
    model: str
    """The recogniser, as it was asked for."""
    sample_rate: int
    """Hz, of the times."""
    length: int
    """Samples in the recording."""
    chapters: tuple[ProofChapter, ...]
    faults: tuple[Fault, ...]
    """In the order of the recording."""
    suspects: int
    """Stretches that did not fit when they were heard first. All but the faults were cleared by a second
    hearing."""

    @property
    def words(self) -> int:
        return sum(chapter.words for chapter in self.chapters)

    @property
    def word_error_rate(self) -> float:
        """Words recognised wrongly for each that should have been said; 0 where there are none."""
        return sum(chapter.errors for chapter in self.chapters) / max(self.words, 1)

    @property
    def fault_rate(self) -> float:
        """Faulty words for each 1,000 that should have been said; names are opinions, and are not counted."""
        faulty = sum(fault.words for fault in self.faults if fault.kind != "name")
        return 1000 * faulty / max(self.words, 1)
