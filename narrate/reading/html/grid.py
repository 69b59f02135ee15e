"""The cells of a table, row by row, each with its text and its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

from narrate.reading.html import asides, scripts
from narrate.reading.html.asides import Aside
from narrate.reading.html.tags import BLOCKS, text_in

_MOST_CARRIED = 8
"""Cells that span rows, in one row; more than that no listener could follow."""
_SET_APART = BLOCKS | {"br"}
_Spanning = dict[int, tuple[str, int]]
"""For the columns of cells from rows above: the text of each, and the rows that it still reaches into."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    column: int
    is_header: bool
    is_own: bool = True
    """False where it stands in a row above and spans this one."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """The cells of a row that say something, and what was taken out of them."""

    cells: list[Cell]
    asides: list[Aside]

    @property
    def longest(self) -> int:
        """Characters of its longest cell."""
        return max(len(cell.text) for cell in self.cells)

    @property
    def own_text(self) -> str:
        """What stands in the row itself."""
        return " ".join(cell.text for cell in self.cells if cell.is_own)

    @property
    def is_header(self) -> bool:
        """Whether all of its cells are headers."""
        return all(cell.is_header for cell in self.cells)


def grid_of(table: _Element) -> Iterator[GridRow]:
    """The rows that say something; a cell that spans rows is said in each of them."""
    spanning: _Spanning = {}
    for row in table.iterdescendants("tr"):
        cells: list[Cell] = []
        taken: list[Aside] = []
        below: _Spanning = {}
        column = _carry(spanning, 0, cells, below)
        for element in row.iterchildren("td", "th"):
            text = text_of_cell(element, taken)
            cells.append(Cell(text, column, element.tag == "th"))
            rows_below = _span(element, "rowspan") - 1
            if rows_below > 0 and len(below) < _MOST_CARRIED:
                below[column] = (text, rows_below)
            column += _span(element, "colspan")
            column = _carry(spanning, column, cells, below)
        spanning = below
        speaking = [cell for cell in cells if cell.text]
        if speaking:
            yield GridRow(speaking, taken)


def _carry(spanning: _Spanning, column: int, cells: list[Cell], below: _Spanning) -> int:
    """Say the cells from rows above that stand at a column, and right behind it; returns the next column."""
    while column in spanning:
        text, more = spanning.pop(column)
        cells.append(Cell(text, column, is_header=False, is_own=False))
        if more > 1:
            below[column] = (text, more - 1)
        column += 1
    return column


def _span(element: _Element, name: str) -> int:
    return max(int(element.get(name, "1")), 1)  # the parser leaves two digits


def text_of_cell(cell: _Element, taken: list[Aside]) -> str:
    """The text of a cell; what is no part of it goes to `taken`."""
    parts = [_own_text(cell)]
    walk = iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        if element is cell:
            continue
        if element.tag in _SET_APART:
            parts.append(" ")  # they have no white space of their own
        if event == "end":
            parts.append(element.tail or "")
            continue
        aside = _aside_in(element, parts)
        if aside is None:
            parts.append(_own_text(element))
        elif aside.text:
            taken.append(aside)
        if aside is not None or element.tag == "math":
            walk.skip_subtree()
    return " ".join("".join(parts).split())


def _aside_in(element: _Element, parts: Sequence[str]) -> Aside | None:
    """What an element says beside the text of its cell, perhaps nothing; None where it is part of it."""
    before = next((part for part in reversed(parts) if part), "")
    reason = asides.reason_for(element, before)
    if reason is None:
        return None
    text = " ".join(text_in(element).split())
    return Aside(text, reason)


def _own_text(element: _Element) -> str:
    """What an element says before the elements in it; of a formula, all."""
    if element.tag == "math":
        return scripts.formula_text(element) or text_in(element)
    text = element.text or ""
    return scripts.raised(text) if element.tag == "sup" else text
