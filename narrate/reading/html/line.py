"""A line of a page: text that stands by itself, and what its elements say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from narrate.model import BlockKind
from narrate.reading.html.asides import Aside
from narrate.reading.html.containers import Container
from narrate.reading.html.pictures import Picture
from narrate.reading.html.tags import NOTE


@dataclass(frozen=True, slots=True)
class Line:
    """Text that stands by itself."""

    text: str
    """Folded, never empty."""
    kind: BlockKind | None
    """What the markup says; None for text in no element that says anything, and for lines in bold."""
    element: str
    """The innermost block element's tag; "img" for an alternative text, "tr" for a row of a table."""
    linked: float = 0.0
    """The share of its characters that are in links."""
    bold: float = 0.0
    """The share of its characters that are in bold."""
    evidence: str = ""
    """What of it stands in the page: no headers of a row, no number of an item. Empty for all of it."""
    unspoken: str | None = None
    """Why it is not for listening; None where it is."""
    pictures: tuple[Picture, ...] = ()
    """Those that it describes, or that stand before it."""
    container: Container | None = None
    """Where on the page it stands; None for a line that is made from the page's metadata."""
    asides: tuple[Aside, ...] = ()
    """What stands inside it and is no part of its sentence."""

    @property
    def is_link(self) -> bool:
        """Whether half of it, or more, is in links."""
        return self.linked >= 0.5

    @property
    def is_caption(self) -> bool:
        """Whether it is said of a picture: what it shows, or who took it."""
        return self.kind in ("caption", "credit")


def title_line(title: str) -> Line:
    """The title of a document as a line of its own."""
    return Line(title, "title", "title")


def without_headings_of_notes(lines: list[Line]) -> list[Line]:
    """The lines; a heading over footnotes opens no part that a listener would hear."""
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.kind == "heading" and below.unspoken == NOTE:
            lines[at] = replace(line, unspoken=NOTE)
    return lines


def described_once(lines: Sequence[Line]) -> list[Line]:
    """The lines; an alternative text that the line below says again gives way to it, and it is a caption."""
    once: list[Line] = []
    for line in lines:
        if once and _says_again(line, once[-1]):
            above = once.pop()
            shown = (*above.pictures, *line.pictures)
            once.append(replace(line, kind=above.kind, pictures=shown))
        else:
            once.append(line)
    return once


def _says_again(line: Line, above: Line) -> bool:
    """Whether a line begins with the alternative text above it."""
    return above.element == "img" and line.text.startswith(above.text.rstrip("."))
