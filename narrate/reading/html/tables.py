"""Tables of data, read row by row with their headers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

from narrate.reading.html.tags import BLOCKS

_MOST_CARRIED = 8
"""Cells that span rows, in one row; more than that no listener could follow."""
_LONGEST_CELL = 400
"""Characters. Cells with more lay out a page."""
_LAYOUT = ("table", "h1", "h2", "h3", "article", "section", "figure", "form")


@dataclass(frozen=True, slots=True)
class Row:
    """One row, as a listener wants it."""

    text: str
    """ "Town: Orlow; People: 3,400." """
    cells: str
    """ "Orlow 3,400": what stands in the row itself."""


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    column: int
    is_header: bool
    is_own: bool = True
    """False where it stands in a row above and spans this one."""


def rows_of(table: _Element) -> list[Row] | None:
    """Its rows, or None for a table that lays out a page: one row or column, or cells with more than text."""
    is_drawn = table.get("role") in ("presentation", "none")
    if is_drawn or next(table.iterdescendants(*_LAYOUT), None) is not None:
        return None
    rows = [cells for cells in _grid(table) if cells]
    if len(rows) < 2 or max(map(len, rows)) < 2 or _is_layout(table, rows):
        return None
    headers: dict[int, str] = {}
    said: list[Row] = []
    for cells in rows:
        if all(cell.is_header for cell in cells) and (len(cells) > 1 or not headers):
            headers = {cell.column: cell.text for cell in cells}
        else:
            said.append(Row(_sentence(cells, headers), " ".join(cell.text for cell in cells if cell.is_own)))
    if not said:
        return None
    # It is of the article if the table is, so it stands with the words of a row.
    captions = [
        Row(text, said[0].cells) for caption in table.iterchildren("caption") if (text := _text(caption))
    ]
    return [*captions, *said]


def _is_layout(table: _Element, rows: Sequence[Sequence[_Cell]]) -> bool:
    if max(len(cell.text) for cells in rows for cell in cells) > _LONGEST_CELL:
        return True
    # One paragraph in a cell is a habit of editors.
    return sum(1 for _ in table.iterdescendants("p", "li")) > sum(map(len, rows))


def _grid(table: _Element) -> Iterator[list[_Cell]]:
    """The cells that say something, row by row; a cell that spans rows is said in each of them."""
    spanning: dict[int, tuple[str, int]] = {}
    for row in table.iterdescendants("tr"):
        cells: list[_Cell] = []
        below: dict[int, tuple[str, int]] = {}
        column = 0
        for element in row.iterchildren("td", "th"):
            while column in spanning:
                column = _carry(spanning, column, cells, below)
            text = _text(element)
            cells.append(_Cell(text, column, element.tag == "th"))
            if (more := _span(element, "rowspan") - 1) > 0 and len(below) < _MOST_CARRIED:
                below[column] = (text, more)
            column += _span(element, "colspan")
        while column in spanning:
            column = _carry(spanning, column, cells, below)
        spanning = below
        yield [cell for cell in cells if cell.text]


def _carry(
    spanning: dict[int, tuple[str, int]], column: int, cells: list[_Cell], below: dict[int, tuple[str, int]]
) -> int:
    text, more = spanning.pop(column)
    cells.append(_Cell(text, column, is_header=False, is_own=False))
    if more > 1:
        below[column] = (text, more - 1)
    return column + 1


def _span(element: _Element, name: str) -> int:
    return max(int(element.get(name, "1")), 1)  # the parser leaves two digits


def _text(cell: _Element) -> str:
    parts: list[str] = []
    for event, element in iterwalk(cell, events=("start", "end")):
        # Breaks and blocks have no white space of their own.
        parts.append(" " if element.tag in BLOCKS or element.tag == "br" else "")
        if event == "start":
            parts.append(element.text or "")
        elif element is not cell:
            parts.append(element.tail or "")
    return " ".join("".join(parts).split())


def _sentence(cells: Sequence[_Cell], headers: dict[int, str]) -> str:
    """ "Header: value; Header: value." A header at the left of its row, without one above it, goes before."""
    parts = [
        f"{headers[cell.column]}: {cell.text}" if headers.get(cell.column) else cell.text for cell in cells
    ]
    if cells[0].is_header and not headers.get(cells[0].column):
        parts = [f"{parts[0]}: {parts[1]}", *parts[2:]] if len(parts) > 1 else parts
    said = "; ".join(parts)
    return said if said.endswith((".", "!", "?")) else f"{said}."
