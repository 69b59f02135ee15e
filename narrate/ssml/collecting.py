"""Text and marks on their way into drafts of utterances."""

from __future__ import annotations

from dataclasses import dataclass, replace

from narrate.model import Mark, Voice
from narrate.ssml.drafts import Draft
from narrate.ssml.writing import spelled

_LONGEST_DESCRIPTION = 10_000
"""Characters of a recording's description, from which no more is added to it: nobody listens to so much."""


@dataclass(slots=True)
class Opened:
    """A mark that has no end yet."""

    mark: Mark
    """With its start in the current draft."""
    order: int
    """Its place among the draft's marks."""


class Collector:
    """Puts text and marks into the current draft, and begins drafts."""

    def __init__(self, voice: Voice) -> None:
        self.draft = Draft(voice, 0)
        self.drafts = [self.draft]
        self.paragraph = 0
        """Number of the paragraph that the next draft stands in."""
        self._open: list[Opened] = []

    def text(self, text: str) -> None:
        """Add text that is to be said."""
        self.draft.add(text)

    def point(self, mark: Mark) -> None:
        """Add a mark that lies between two characters."""
        at = self.draft.length
        self.draft.marks.append(replace(mark, start=at, end=at))

    def begin(self, mark: Mark) -> None:
        """Begin a mark, which is to be ended by `end`; the last one begun ends first."""
        opened = Opened(mark, 0)
        self._open.append(opened)
        self._resume(opened)

    def end(self, count: int = 1) -> None:
        """End the marks that were begun last."""
        for _ in range(count):
            self._write(self._open.pop())

    def is_blank_in_mark(self) -> bool:
        """Whether there is no text in the mark that was begun last."""
        begun = self._open[-1].mark
        return self.draft.visible <= begun.start

    def describe(self, text: str) -> None:
        """Add to the description of the recording that is open (<desc>, section 3.3.3), if one is."""
        innermost = self._recording()
        if innermost is not None:
            attributes = dict(innermost.mark.attributes)
            known = attributes.get("desc", "")
            if len(known) > _LONGEST_DESCRIPTION:
                return
            description = [known, *text.split()]
            attributes["desc"] = " ".join(description).strip()
            innermost.mark = replace(innermost.mark, attributes=tuple(attributes.items()))

    def cut(self, voice: Voice, record: str | None = None, sounds: bool = False) -> None:
        """End the utterance and begin one; the marks that are open go on in it.

        What is said in place of a recording (`sounds`) stays one utterance, whatever is in it.
        """
        if self._is_in_recording():
            return
        for opened in self._open:
            self._write(opened)
        before = self.draft
        self.draft = Draft(voice, self.paragraph, record, sounds=sounds)
        if not before.says_something:
            self.draft.take_the_place_of(before)
        self.drafts.append(self.draft)
        for opened in self._open:
            self._resume(opened)

    def _is_in_recording(self) -> bool:
        return self.draft.sounds and self._recording() is not None

    def _recording(self) -> Opened | None:
        """The innermost recording that is open."""
        recordings = (opened for opened in reversed(self._open) if opened.mark.kind == "audio")
        return next(recordings, None)

    def _resume(self, opened: Opened) -> None:
        at = self.draft.length
        opened.mark, opened.order = replace(opened.mark, start=at, end=at), len(self.draft.marks)
        self.draft.marks.append(opened.mark)

    def _write(self, opened: Opened) -> None:
        """Put a mark in its place, with its end."""
        mark = replace(opened.mark, end=self.draft.length)
        letters = spelled(self.draft.text_from(mark.start)) if _spells(mark) else None
        if letters:
            mark = Mark("sub", mark.start, mark.end, letters)
        self.draft.marks[opened.order] = mark


def _spells(mark: Mark) -> bool:
    return mark.kind == "say-as" and mark.value in ("characters", "spell-out") and not mark.attributes
