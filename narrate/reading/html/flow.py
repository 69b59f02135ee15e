"""Element tree → lines of text, in the order of the page, each with what its elements say it is.

White space is folded as a browser folds it (CSS Text 3, 4.1): within a line every stretch is one space, and
inline elements neither add nor take any. `<br>` is white space; two of them end a line, and so does one
between what reads as lines (`breaks`). What is no part of its line's sentence follows it (`asides`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element, iterwalk

from narrate.model import BlockKind
from narrate.reading.html import asides, pictures, scripts, tables, tags
from narrate.reading.html.asides import Aside
from narrate.reading.html.breaks import BREAK
from narrate.reading.html.frames import Frame, frame_in
from narrate.reading.html.gathered import Gathered
from narrate.reading.html.line import Line, described_once, without_headings_of_notes

_PROSE = 60
"""Columns of a line that is more than a label."""
_TAKEN_WHOLE = ("math", "table")
"""Elements that may be read in one go, with all that is in them."""


def lines_of(root: _Element) -> list[Line]:
    """All text below an element. Takes time in proportion to its size, however deep it is nested."""
    flow = _Flow(captioned=pictures.captioned(root))
    walk = iterwalk(root, events=("start", "end"))
    skipped: _Element | None = None
    for event, element in walk:
        if event == "end":
            if element is not skipped:
                flow.leave(element)
            if element is not root:
                flow.add(element.tail)
        elif element.tag in _TAKEN_WHOLE and flow.take_whole(element):
            walk.skip_subtree()
            skipped = element
        else:
            flow.enter(element)
            flow.add(element.text)
    flow.end_line()
    flow.hang_pictures()
    return described_once(without_headings_of_notes(flow.lines))


@dataclass(slots=True)
class _Flow:
    """The line that is being filled, and where in the tree it is."""

    captioned: set[_Element]
    """What holds a picture and its caption."""
    lines: list[Line] = field(default_factory=list)
    _gathered: Gathered = field(default_factory=Gathered)
    _waiting: list[pictures.Picture] = field(default_factory=list)
    """Pictures whose line is still to come."""
    _number: str = ""
    """Of the item that begins with the next line."""
    _frames: list[Frame] = field(default_factory=list)
    _figures: int = 0

    def add(self, text: str | None) -> None:
        """Text, as it stands in the source of the page."""
        self._gathered.add(text)

    def take_whole(self, element: _Element) -> bool:
        """Read a formula, or a table of data, in one go; False for a table that lays out a page."""
        if element.tag == "math":
            self._add_formula(element)
            return True
        rows = tables.rows_of(element)
        if rows is None:
            return False
        self._add_rows(element, rows)
        return True

    def enter(self, element: _Element) -> None:
        """An element begins."""
        kind = self._kind_of(element)
        reason = None
        if not self._gathered.is_in_aside:
            reason = asides.reason_for(element, self._gathered.before)
        is_block = kind is not None or element.tag in tags.BLOCKS
        if is_block or (reason and asides.holds_blocks(element)):
            self._begin_block(element, kind, reason)
        elif reason:
            self._gathered.begin_aside(element, reason)
        else:
            self._begin_inline(element)
        self._count(element, 1)

    def _begin_inline(self, element: _Element) -> None:
        """Add what an element shows besides the text in it."""
        tag = element.tag
        if tag == "br":
            self.add(BREAK)
        elif tag == "q":
            self._gathered.open_quotation()
        elif tag == "img":
            self._show(element)
        elif tag in ("option", "optgroup"):
            self.add(" ")

    def _begin_block(self, element: _Element, kind: BlockKind | None, reason: str | None) -> None:
        self.end_line()
        outer = self._frame()
        frame = frame_in(outer, element, kind, reason)
        self._frames.append(frame)
        is_spoken_item = element.tag == "li" and not frame.unspoken
        if is_spoken_item and outer and outer.numbers:
            self._number = outer.numbers.of(element)

    def leave(self, element: _Element) -> None:
        """An element ends."""
        self._count(element, -1)
        frame = self._frame()
        if self._gathered.is_aside(element):
            self._gathered.end_aside()
        elif frame is not None and frame.element is element:
            self._end_block(element)
        elif element.tag == "q":
            self._gathered.close_quotation()

    def _end_block(self, element: _Element) -> None:
        self.end_line()
        frame = self._frames.pop()
        frame.container.close()
        if element.tag == "li":
            self._number = ""  # an empty item's
        elif element.tag == "figure" and self._ends_in_caption():
            self.hang_pictures()  # below their caption

    def _ends_in_caption(self) -> bool:
        """Whether the last line is of a picture."""
        return bool(self.lines) and self.lines[-1].is_caption

    def _add_formula(self, math: _Element) -> None:
        """A formula, in its place where it can be said in a line, else beside the line."""
        said = scripts.formula_text(math)
        if said is None:
            self._gathered.set_aside(tags.text_in(math), asides.FORMULA)
        else:
            self.add(said)

    def _add_rows(self, table: _Element, rows: Sequence[tables.Row]) -> None:
        """The rows of a table, one line each."""
        self._begin_block(table, None, None)
        frame = self._frames.pop()
        for row in rows:
            line = Line(
                text=row.text,
                kind="paragraph",
                element="tr",
                linked=row.linked,
                evidence=row.cells,
                unspoken=frame.unspoken or row.unspoken,
                container=frame.container,
                asides=row.asides,
            )
            self._append(line)
        frame.container.close()

    def end_line(self) -> None:
        """What has been gathered becomes a line, or several where breaks divide it."""
        parts = self._gathered.parts()
        taken = tuple(self._gathered.asides)
        if parts:
            *earlier, last = parts
            for part in earlier:
                self._append(self._line(part))
            self._append(self._line(last, taken))
        else:
            self._append_asides(taken)
        self._gathered.clear()

    def _line(self, text: str, taken: tuple[Aside, ...] = ()) -> Line:
        """The next line; the number and the pictures that wait for it are its own."""
        frame = self._frame()
        line = Line(
            text=f"{self._number} {text}" if self._number else text,
            kind=self._kind_of_line(frame),
            element=str(frame.element.tag) if frame else "body",
            linked=self._gathered.linked,
            bold=self._gathered.bold,
            evidence=text if self._number else "",
            unspoken=frame.unspoken if frame else None,
            pictures=tuple(self._waiting),
            container=frame.container if frame else None,
            asides=taken,
        )
        self._waiting.clear()
        self._number = ""
        return line

    def _kind_of_line(self, frame: Frame | None) -> BlockKind | None:
        """What its elements say that it is; a paragraph all in bold may be a heading."""
        if frame is None:
            return None
        if frame.kind is None and frame.element.tag in tags.PARAGRAPHS and not self._gathered.is_bold:
            return "paragraph"
        return frame.kind

    def _append_asides(self, taken: Sequence[Aside]) -> None:
        """Text beside a line that has no other: the button in a heading is the heading."""
        for aside in taken:
            line = self._line(aside.text)
            is_heading = line.kind == "heading" and aside.reason == asides.CONTROL
            if line.unspoken is None and not is_heading:
                line = replace(line, unspoken=aside.reason)
            self._append(line)

    def _append(self, line: Line) -> None:
        if line.container is not None:
            is_prose = tags.width(line.text) >= _PROSE and not line.is_link
            line.container.add(len(self.lines), len(line.text), line.linked, is_prose=is_prose)
        self.lines.append(line)

    def hang_pictures(self) -> None:
        """Pictures that no line has come for belong to the one before them."""
        if self.lines and self._waiting:
            last = self.lines[-1]
            self.lines[-1] = replace(last, pictures=(*last.pictures, *self._waiting))
            self._waiting.clear()

    def _show(self, image: _Element) -> None:
        """A picture: its alternative text is a line of its own, or else the picture waits for its line."""
        if not self._gathered.is_empty and pictures.is_formula(image):
            self.add(image.get("alt"))
            return
        picture = pictures.picture_of(image, self.captioned)
        said = pictures.description(image, self.captioned)
        if said:
            frame = self._frame()
            container = frame.container if frame else None
            shown = (picture,) if picture else ()
            self.lines.append(Line(said, "caption", "img", pictures=shown, container=container))
        elif picture:
            self._waiting.append(picture)

    def _frame(self) -> Frame | None:
        """The innermost block; None outside all of them."""
        return self._frames[-1] if self._frames else None

    def _kind_of(self, element: _Element) -> BlockKind | None:
        """What the text in an element is, as its tag and names say."""
        if self._figures and tags.is_credit(element):
            # Behind "Photograph:" it goes on; the rules for plain text know where a credit begins.
            continues = self._gathered.before.rstrip().endswith(":")
            return None if continues else "credit"
        if tags.is_caption(element):
            return "caption"
        return tags.KINDS.get(str(element.tag))

    def _count(self, element: _Element, step: int) -> None:
        """An element begins (1) or ends (-1)."""
        self._gathered.count(element, step)
        if element.tag == "figure" or element in self.captioned:
            self._figures += step
