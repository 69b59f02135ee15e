"""Element tree → lines of text, in the order of the page, each with what its elements say it is.

White space is folded as a browser folds it (CSS Text 3, 4.1): within a line every stretch is one space, and
inline elements neither add nor take any. `<br>` is white space; two of them end a line, and so does one
between what reads as lines (`breaks`). What is no part of its line's sentence follows it (`asides`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element, iterwalk

from narrate.model import BlockKind
from narrate.reading.html import asides, pictures, scripts, tables, tags
from narrate.reading.html.asides import Aside
from narrate.reading.html.breaks import BREAK, divided
from narrate.reading.html.containers import Container, container_of
from narrate.reading.html.line import Line, described_once, without_headings_of_notes
from narrate.reading.html.numbers import Numbers

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
"""Soft hyphens, and marks of no width, would break words apart."""
_OPENING, _CLOSING = "“‘", "”’"
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.!?][”\"’']?$")
_TEX = re.compile(r"\\\(.{1,500}?\\\)|\\\[.{1,2000}?\\\]", re.DOTALL)
"""Formulas in the marks that MathJax and KaTeX look for."""
_PROSE = 60
"""Columns of a line that is more than a label."""


def lines_of(root: _Element) -> list[Line]:
    """All text below an element. Takes time in proportion to its size, however deep it is nested."""
    flow = _Flow(captioned=pictures.captioned(root))
    walk = iterwalk(root, events=("start", "end"))
    skipped: _Element | None = None
    for event, element in walk:
        if event == "end":
            if element is not skipped:
                flow.leave(element)
            flow.add(element.tail if element is not root else None)
        elif element.tag == "math":
            flow.add_formula(element)
            walk.skip_subtree()
            skipped = element
        elif element.tag == "table" and (rows := tables.rows_of(element)) is not None:
            flow.add_rows(element, rows)
            walk.skip_subtree()
            skipped = element
        else:
            flow.enter(element)
            flow.add(element.text)
    flow.end_line()
    flow.hang_pictures()
    return described_once(without_headings_of_notes(flow.lines))


@dataclass(frozen=True, slots=True)
class _Frame:
    """An element that text stands in as a line of its own, and what such text is."""

    element: _Element
    container: Container
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
    _aside: _Element | None = None
    """The element whose text is being taken out of the line."""
    _aside_text: list[str] = field(default_factory=list)
    _aside_reason: str = ""
    _asides: list[Aside] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _quotes: int = 0
    _figures: int = 0
    _links: int = 0
    _bold: int = 0
    _raised: int = 0
    _counts: Counter[str] = field(default_factory=Counter)
    """Visible characters of the line: all, those in links, those in bold."""

    def enter(self, element: _Element) -> None:
        """An element begins."""
        kind = self._kind_of(element)
        reason = None if self._aside is not None else asides.reason_for(element, self._before())
        if kind or element.tag in tags.BLOCKS or (reason and asides.holds_blocks(element)):
            self._begin_block(element, kind, reason)
        elif reason:
            self._begin_aside(element, reason)
        elif element.tag == "br":
            self.add(BREAK)
        elif element.tag == "q":
            self.add(_OPENING[self._quotes % 2])
        elif element.tag == "img":
            self._show(element)
        elif element.tag in ("option", "optgroup"):
            self.add(" ")
        self._count(element, 1)

    def _before(self) -> str:
        return self._text[-1] if self._text else ""

    def _begin_block(self, element: _Element, kind: BlockKind | None, reason: str | None) -> None:
        self.end_line()
        outer = self._frames[-1] if self._frames else None
        inherited = outer.kind if outer and element.tag not in tags.SECTIONS else None
        unspoken = (outer.unspoken if outer else None) or reason or tags.unspoken(element)
        numbers = Numbers(element) if element.tag in tags.LISTS else None
        if element.tag == "li" and outer and outer.numbers and not unspoken:
            self._number = outer.numbers.of(element)
        container = container_of(element, outer.container if outer else None)
        self._frames.append(_Frame(element, container, kind or inherited, unspoken, numbers))

    def _begin_aside(self, element: _Element, reason: str) -> None:
        self._end_aside()
        self._aside, self._aside_reason = element, reason

    def _end_aside(self) -> None:
        """What was gathered beside the line is kept with it."""
        text = " ".join("".join(self._aside_text).replace(BREAK, " ").translate(_INVISIBLE).split())
        if text:
            self._asides.append(Aside(text, self._aside_reason))
        self._aside = None
        self._aside_text.clear()

    def leave(self, element: _Element) -> None:
        """An element ends."""
        self._count(element, -1)
        if element is self._aside:
            self._end_aside()
        elif self._frames and self._frames[-1].element is element:
            self.end_line()
            self._frames.pop().container.close()
            self._number = "" if element.tag == "li" else self._number  # an empty item's
            if element.tag == "figure" and self.lines and self.lines[-1].kind in ("caption", "credit"):
                self.hang_pictures()  # below their caption
        elif element.tag == "q":
            self.add(_CLOSING[self._quotes % 2])

    def add(self, text: str | None) -> None:
        """Text, as it stands in the source of the page."""
        if not text:
            return
        if self._aside is not None:
            self._aside_text.append(text)
            return
        if text[0].isupper() and self._text and _SENTENCE_END.search(self._text[-1][-4:]):
            self._text.append(" ")  # such elements are set apart by style sheets
        visible = len(text.replace(BREAK, "").strip())
        self._text.append(self._as_script(text))
        self._counts["all"] += visible
        self._counts["linked"] += visible if self._links else 0
        self._counts["bold"] += visible if self._bold else 0

    def _as_script(self, text: str) -> str:
        if self._raised and self._before().strip():
            return scripts.raised(text)
        return text

    def add_formula(self, math: _Element) -> None:
        """A formula, in its place where it can be said in a line, else beside the line."""
        said = scripts.formula_text(math)
        if said is None:
            text = " ".join(tags.text_in(math).split())
            self._asides += [Aside(text, asides.FORMULA)] if text else []
        else:
            self.add(said)

    def add_rows(self, table: _Element, rows: Sequence[tables.Row]) -> None:
        """The rows of a table, one line each."""
        self._begin_block(table, None, None)
        frame = self._frames.pop()
        for row in rows:
            unspoken = frame.unspoken or row.unspoken
            self._append(
                Line(
                    row.text,
                    "paragraph",
                    "tr",
                    row.linked,
                    0.0,
                    row.cells,
                    unspoken,
                    (),
                    frame.container,
                    row.asides,
                )
            )
        frame.container.close()

    def end_line(self) -> None:
        """What has been gathered becomes a line, or several where breaks divide it."""
        if self._aside is not None:
            self._end_aside()
        text = self._without_tex("".join(self._text))
        parts = divided(text.translate(_INVISIBLE)) if text and not text.isspace() else []
        taken = tuple(self._asides)
        for at, part in enumerate(parts):
            self._append(self._line(part, taken if at == len(parts) - 1 else ()))
        if not parts:
            self._append_asides(taken)
        self._text.clear()
        self._asides.clear()
        self._counts.clear()

    def _without_tex(self, text: str) -> str:
        """The text without formulas that a script would draw; they are kept beside the line."""
        if "\\" not in text:
            return text
        self._asides += [Aside(formula, asides.FORMULA) for formula in _TEX.findall(text)]
        return _TEX.sub(" ", text)

    def _line(self, text: str, taken: tuple[Aside, ...]) -> Line:
        frame = self._frames[-1] if self._frames else None
        element = str(frame.element.tag) if frame else "body"
        kind = frame.kind if frame else None
        if kind is None and element in tags.PARAGRAPHS and not self._is_bold():
            kind = "paragraph"
        total = max(self._counts["all"], 1)
        numbered, evidence = (f"{self._number} {text}", text) if self._number else (text, "")
        shown = tuple(self._waiting)
        self._waiting.clear()
        self._number = ""
        return Line(
            numbered,
            kind,
            element,
            self._counts["linked"] / total,
            self._counts["bold"] / total,
            evidence,
            frame.unspoken if frame else None,
            shown,
            frame.container if frame else None,
            taken,
        )

    def _append_asides(self, taken: Sequence[Aside]) -> None:
        """Text beside a line that has no other: the button in a heading is the heading."""
        frame = self._frames[-1] if self._frames else None
        for aside in taken:
            is_heading = frame is not None and frame.kind == "heading" and aside.reason == asides.CONTROL
            line = self._line(aside.text, ())
            reason = line.unspoken or (None if is_heading else aside.reason)
            self._append(replace(line, unspoken=reason))

    def _append(self, line: Line) -> None:
        if line.container is not None:
            is_prose = tags.width(line.text) >= _PROSE and line.linked < 0.5
            line.container.add(len(self.lines), len(line.text), line.linked, is_prose=is_prose)
        self.lines.append(line)

    def hang_pictures(self) -> None:
        """Pictures that no line has come for belong to the one before them."""
        if self.lines and self._waiting:
            last = self.lines[-1]
            self.lines[-1] = replace(last, pictures=(*last.pictures, *self._waiting))
            self._waiting.clear()

    def _show(self, image: _Element) -> None:
        if self._text and pictures.is_formula(image):
            self.add(image.get("alt"))
            return
        picture = pictures.picture_of(image, self.captioned)
        said = pictures.description(image, self.captioned)
        container = self._frames[-1].container if self._frames else None
        if said:
            shown = (picture,) if picture else ()
            self.lines.append(Line(said, "caption", "img", pictures=shown, container=container))
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
        self._raised += step * (element.tag == "sup")
        self._figures += step * (element.tag == "figure" or element in self.captioned)

    def _is_bold(self) -> bool:
        return self._counts["bold"] * 10 > self._counts["all"] * 9  # but for a full stop
