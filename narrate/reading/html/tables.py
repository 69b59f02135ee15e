"""Tables of data, read row by row with their headers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

from narrate.reading.html import asides, scripts
from narrate.reading.html.asides import Aside
from narrate.reading.html.tags import BLOCKS, text_in

_MOST_CARRIED = 8
"""Cells that span rows, in one row; more than that no listener could follow."""
_LONGEST_CELL = 400
"""Characters. Cells with more lay out a page."""
HEADERS = "headers of a table, said with each value"
_LAYOUT = ("table", "h1", "h2", "h3", "article", "section", "figure", "form")


@dataclass(frozen=True, slots=True)
class Row:
    """One row, as a listener wants it."""

    text: str
    """ "Town: Orlow; People: 3,400." """
    cells: str
    """ "Orlow 3,400": what stands in the row itself."""
    linked: float = 0.0
    """The share of the table's characters that are in links."""
    unspoken: str | None = None
    """Why it is not for listening; None where it is."""
    asides: tuple[Aside, ...] = ()
    """What stands in its cells and is no part of their text."""


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
    if is_drawn or next(table.iterdescendants(*_LAYOUT), None) is not None or _has_stray_text(table):
        return None
    rows = [row for row in _grid(table) if row.cells]
    grid = [row.cells for row in rows]
    if len(rows) < 2 or max(map(len, grid)) < 2 or _is_layout(table, grid):
        return None
    said = _said(rows, _linked(table))
    if all(row.unspoken for row in said):
        return None
    # It is of the article if the table is, so it stands with the words of a row.
    captions = [
        Row(text, said[0].cells) for caption in table.iterchildren("caption") if (text := _text(caption, []))
    ]
    return [*captions, *said]


def _has_stray_text(table: _Element) -> bool:
    """Whether text stands between its cells, or in cells between its rows."""
    whole = "".join(text_in(table).split())
    rows = table.iterdescendants("tr")
    cells = (cell for row in rows for cell in row.iterchildren("td", "th"))
    parts = [*table.iterchildren("caption"), *cells]
    return sum(len("".join(text_in(part).split())) for part in parts) != len(whole)


def _said(rows: Sequence[_GridRow], linked: float) -> list[Row]:
    """Each row with the headers above it; a row of headers is there, and not said by itself."""
    headers: dict[int, str] = {}
    said: list[Row] = []
    for row in rows:
        cells = " ".join(cell.text for cell in row.cells if cell.is_own)
        taken = tuple(row.asides)
        if all(cell.is_header for cell in row.cells) and (len(row.cells) > 1 or not headers):
            headers = {cell.column: cell.text for cell in row.cells}
            said.append(Row(cells, cells, linked, HEADERS, taken))
        else:
            said.append(Row(_sentence(row.cells, headers), cells, linked, None, taken))
    return said


def _linked(table: _Element) -> float:
    """The share of a table's characters that are in links."""
    whole = sum(len(text.strip()) for text in table.itertext())
    links = sum(len(text.strip()) for link in table.iter("a") for text in link.itertext())
    return links / max(whole, 1)


def _is_layout(table: _Element, rows: Sequence[Sequence[_Cell]]) -> bool:
    if max(len(cell.text) for cells in rows for cell in cells) > _LONGEST_CELL:
        return True
    # One paragraph in a cell is a habit of editors.
    return sum(1 for _ in table.iterdescendants("p", "li")) > sum(map(len, rows))


@dataclass(frozen=True, slots=True)
class _GridRow:
    """The cells of a row that say something, and what was taken out of them."""

    cells: list[_Cell]
    asides: list[Aside]


def _grid(table: _Element) -> Iterator[_GridRow]:
    """The cells that say something, row by row; a cell that spans rows is said in each of them."""
    spanning: dict[int, tuple[str, int]] = {}
    for row in table.iterdescendants("tr"):
        cells: list[_Cell] = []
        taken: list[Aside] = []
        below: dict[int, tuple[str, int]] = {}
        column = 0
        for element in row.iterchildren("td", "th"):
            while column in spanning:
                column = _carry(spanning, column, cells, below)
            text = _text(element, taken)
            cells.append(_Cell(text, column, element.tag == "th"))
            if (more := _span(element, "rowspan") - 1) > 0 and len(below) < _MOST_CARRIED:
                below[column] = (text, more)
            column += _span(element, "colspan")
        while column in spanning:
            column = _carry(spanning, column, cells, below)
        spanning = below
        yield _GridRow([cell for cell in cells if cell.text], taken)


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


def _text(cell: _Element, taken: list[Aside]) -> str:
    """The text of a cell; what is no part of it goes to `taken`."""
    parts: list[str] = []
    walk = iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        # Breaks and blocks have no white space of their own.
        parts.append(" " if element.tag in BLOCKS or element.tag == "br" else "")
        if event == "end":
            parts.append((element.tail or "") if element is not cell else "")
            continue
        before = next((part for part in reversed(parts) if part), "")
        if element is not cell and (reason := asides.reason_for(element, before)):
            text = " ".join(text_in(element).split())
            taken.extend([Aside(text, reason)] if text else [])
            walk.skip_subtree()
        elif element.tag == "math":
            parts.append(scripts.formula_text(element) or text_in(element))
            walk.skip_subtree()
        else:
            parts.append(_own_text(element))
    return " ".join("".join(parts).split())


def _own_text(element: _Element) -> str:
    text = element.text or ""
    return scripts.raised(text) if element.tag == "sup" else text


def _sentence(cells: Sequence[_Cell], headers: dict[int, str]) -> str:
    """ "Header: value; Header: value." A header at the left of its row, without one above it, goes before."""
    parts = [
        f"{headers[cell.column]}: {cell.text}" if headers.get(cell.column) else cell.text for cell in cells
    ]
    if cells[0].is_header and not headers.get(cells[0].column):
        parts = [f"{parts[0]}: {parts[1]}", *parts[2:]] if len(parts) > 1 else parts
    said = "; ".join(parts)
    return said if said.endswith((".", "!", "?")) else f"{said}."
