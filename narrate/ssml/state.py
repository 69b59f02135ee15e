"""How far a document is read: the elements that are open, and what was collected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from narrate.model import Mark, Voice
from narrate.ssml.choosing import Chooser
from narrate.ssml.collecting import Collector
from narrate.ssml.metadata import Told
from narrate.ssml.notes import Notes
from narrate.ssml.scanning import Tag


@dataclass(slots=True)
class Frame:
    """An element that is open."""

    tag: Tag
    voice: Voice
    """Who speaks in it."""
    language: str
    base: str
    """What addresses in it are relative to (section 3.1.4), itself relative to the document."""
    silent: bool = False
    """Whether its content is about the document."""
    is_vendors: bool = False
    """Whether it is not part of SSML."""
    marks: int = 0
    """How many marks end with it."""
    cuts: bool = False
    """Whether an utterance ends with it."""
    instead: str = ""
    """What is said where it holds no text."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """The tag's."""
        return self.tag.attributes

    @property
    def is_paragraph(self) -> bool:
        """Whether it is one whose text is spoken."""
        return self.tag.name == "p" and not self.silent


class State:
    """What handlers of elements read and change."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        """`voices`: at least one, in order of preference."""
        self.chooser = Chooser(voices)
        self.default = voices[0]
        self.collector = Collector(voices[0])
        self.told = Told()
        self.notes = Notes()
        self.frames: list[Frame] = []
        self.language = "en"
        """The document's."""
        self.lexicons: dict[str, str] = {}
        """Addresses, by the names that <lookup> has for them."""

    @property
    def innermost(self) -> Frame | None:
        """The element that was opened last; None before the first."""
        return self.frames[-1] if self.frames else None

    def push(self, tag: Tag) -> Frame:
        """Open an element, which is spoken as what is around it."""
        if not self.frames:
            frame = Frame(tag, self.default, self.language, base="")
        else:
            around = self.frames[-1]
            frame = Frame(tag, around.voice, around.language, around.base, around.silent)
        self.frames.append(frame)
        return frame

    def begin(self, frame: Frame, mark: Mark) -> None:
        """Begin a mark that ends with an element."""
        self.collector.begin(mark)
        frame.marks += 1
