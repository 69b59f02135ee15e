"""Element tree → lines of text, in the order of the page, each with what its elements say it is.

White space is folded as a browser folds it (CSS Text 3, 4.1): within a line every stretch is one space, and
inline elements neither add nor take any. `<br>` is white space, two of them end a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lxml.etree import _Element, iterwalk

from narrate.model import BlockKind
from narrate.reading.html import pictures, tables, tags
from narrate.reading.html.numbers import Numbers

_BREAK = "\x1e"
"""Stands for `<br>` until the line is folded; no text has a record separator."""
# White space at its ends is folded later; a record separator is white space, too.
_BREAKS = re.compile(rf"{_BREAK}(?:[^\S{_BREAK}]*+{_BREAK})+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
"""Soft hyphens, and marks of no width, would break words apart."""
_OPENING, _CLOSING = "“‘", "”’"
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.!?][”\"’']?$")


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
    evidence: str = ""
    """What of it stands in the page: no headers of a row, no number of an item. Empty for all of it."""
    unspoken: str | None = None
    """Why it is not for listening; None where it is."""
    pictures: tuple[pictures.Picture, ...] = ()
    """Those that it describes, or that stand before it."""


def lines_of(root: _Element) -> list[Line]:
    """All text below an element. Takes time in proportion to its size, however deep it is nested."""
    flow = _Flow(captioned=pictures.captioned(root))
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            flow.leave(element)
            flow.add(element.tail if element is not root else None)
        elif element.tag == "table" and (rows := tables.rows_of(element)) is not None:
            flow.add_rows(rows)
            walk.skip_subtree()
        else:
            flow.enter(element)
            flow.add(element.text)
    flow.end_line()
    flow.hang_pictures()
    return _described_once(_without_headings_of_notes(flow.lines))


def _without_headings_of_notes(lines: list[Line]) -> list[Line]:
    """The lines; a heading over footnotes opens no part that a listener would hear."""
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.kind == "heading" and below.unspoken == tags.NOTE:
            lines[at] = replace(line, unspoken=tags.NOTE)
    return lines


def _described_once(lines: Sequence[Line]) -> list[Line]:
    """The lines; an alternative text that the line below says again gives way to it, and it is a caption."""
    once: list[Line] = []
    for line in lines:
        above = once[-1] if once else None
        if above and above.element == "img" and line.text.startswith(above.text.rstrip(".")):
            once[-1] = replace(above, text=line.text, element=line.element, evidence=line.evidence)
        else:
            once.append(line)
    return once


@dataclass(frozen=True, slots=True)
class _Frame:
    """An element that text stands in as a line of its own, and what such text is."""

    element: _Element
    kind: BlockKind | None
    unspoken: str | None
    numbers: Numbers | None
    """Of a list; None for what is none."""


@dataclass(slots=True)
class _Flow:
    """The line that is being filled, and where in the tree it is."""

    captioned: set[_Element]
    """What holds a picture and its caption."""
    lines: list[Line] = field(default_factory=list)
    _waiting: list[pictures.Picture] = field(default_factory=list)
    """Pictures whose line is still to come."""
    _number: str = ""
    """Of the item that begins with the next line."""
    _text: list[str] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _quotes: int = 0
    _figures: int = 0
    _links: int = 0
    _bold: int = 0
    _counts: Counter[str] = field(default_factory=Counter)
    """Visible characters of the line: all, those in links, those in bold."""

    def enter(self, element: _Element) -> None:
        """An element begins."""
        kind = self._kind_of(element)
        if kind or element.tag in tags.BLOCKS:
            self.end_line()
            outer = self._frames[-1] if self._frames else None
            inherited = outer.kind if outer and element.tag not in tags.SECTIONS else None
            unspoken = (outer.unspoken if outer else None) or tags.unspoken(element)
            numbers = Numbers(element) if element.tag in tags.LISTS else None
            if element.tag == "li" and outer and outer.numbers and not unspoken:
                self._number = outer.numbers.of(element)
            self._frames.append(_Frame(element, kind or inherited, unspoken, numbers))
        elif element.tag == "br":
            self.add(_BREAK)
        elif element.tag == "q":
            self.add(_OPENING[self._quotes % 2])
        elif element.tag == "img":
            self._show(element)
        self._count(element, 1)

    def leave(self, element: _Element) -> None:
        """An element ends."""
        self._count(element, -1)
        if self._frames and self._frames[-1].element is element:
            self.end_line()
            self._frames.pop()
            self._number = "" if element.tag == "li" else self._number  # an empty item's
            if element.tag == "figure" and self.lines and self.lines[-1].kind in ("caption", "credit"):
                self.hang_pictures()  # below their caption
        elif element.tag == "q":
            self.add(_CLOSING[self._quotes % 2])

    def add(self, text: str | None) -> None:
        """Text, as it stands in the source of the page."""
        if not text:
            return
        if text[0].isupper() and self._text and _SENTENCE_END.search(self._text[-1][-4:]):
            self._text.append(" ")  # such elements are set apart by style sheets
        self._text.append(text)
        visible = len(text.replace(_BREAK, "").strip())
        self._counts["all"] += visible
        self._counts["linked"] += visible if self._links else 0
        self._counts["bold"] += visible if self._bold else 0

    def add_rows(self, rows: Sequence[tables.Row]) -> None:
        """The rows of a table, one line each."""
        self.end_line()
        self.lines += [Line(row.text, "paragraph", "tr", evidence=row.cells) for row in rows]

    def end_line(self) -> None:
        """What has been gathered becomes a line, or several where two breaks divide it."""
        frame = self._frames[-1] if self._frames else None
        element = str(frame.element.tag) if frame else "body"
        kind = frame.kind if frame else None
        if kind is None and element in tags.PARAGRAPHS and not self._is_bold():
            kind = "paragraph"
        linked = self._counts["linked"] / max(self._counts["all"], 1)
        unspoken = frame.unspoken if frame else None
        for part in _BREAKS.split("".join(self._text).translate(_INVISIBLE)):
            if text := " ".join(part.replace(_BREAK, " ").split()):
                shown = tuple(self._waiting)
                numbered, evidence = (f"{self._number} {text}", text) if self._number else (text, "")
                self.lines.append(Line(numbered, kind, element, linked, evidence, unspoken, shown))
                self._waiting.clear()
                self._number = ""
        self._text.clear()
        self._counts.clear()

    def hang_pictures(self) -> None:
        """Pictures that no line has come for belong to the one before them."""
        if self.lines and self._waiting:
            last = self.lines[-1]
            self.lines[-1] = replace(last, pictures=(*last.pictures, *self._waiting))
            self._waiting.clear()

    def _show(self, image: _Element) -> None:
        picture = pictures.picture_of(image, self.captioned)
        said = pictures.description(image, self.captioned)
        if said:
            self.lines.append(Line(said, "caption", "img", pictures=(picture,) if picture else ()))
        elif picture:
            self._waiting.append(picture)

    def _kind_of(self, element: _Element) -> BlockKind | None:
        if self._figures and tags.is_credit(element):
            # Behind "Photograph:" it goes on; the rules for plain text know where a credit begins.
            return None if self._text and self._text[-1].rstrip().endswith(":") else "credit"
        return "caption" if tags.is_caption(element) else tags.KINDS.get(str(element.tag))

    def _count(self, element: _Element, step: int) -> None:
        self._quotes += step * (element.tag == "q")
        self._links += step * (element.tag == "a")
        self._bold += step * (element.tag in ("b", "strong"))
        self._figures += step * (element.tag == "figure" or element in self.captioned)

    def _is_bold(self) -> bool:
        return self._counts["bold"] * 10 > self._counts["all"] * 9  # but for a full stop
