"""Tables of data, read row by row with their headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from narrate.reading.html.asides import Aside
from narrate.reading.html.grid import Cell, GridRow, grid_of, text_of_cell
from narrate.reading.html.tags import text_in

_LONGEST_CELL = 400
"""Characters. Cells with more lay out a page."""
HEADERS = "headers of a table, said with each value"
_SENTENCE_ENDS = (".", "!", "?")
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


def rows_of(table: _Element) -> list[Row] | None:
    """Its rows, or None for a table that lays out a page: one row or column, or cells with more than text."""
    if _says_layout(table) or _has_stray_text(table):
        return None
    rows = list(grid_of(table))
    if _is_layout(table, rows):
        return None
    said = _said(rows, _linked(table))
    if all(row.unspoken for row in said):
        return None
    captions = _captions(table, said[0].cells)
    return [*captions, *said]


def _captions(table: _Element, cells: str) -> list[Row]:
    """What the table says of itself, as rows. They are of the article if the table is: `cells` is a row's."""
    rows = []
    for caption in table.iterchildren("caption"):
        text = text_of_cell(caption, [])
        if text:
            rows.append(Row(text, cells))
    return rows


def _says_layout(table: _Element) -> bool:
    """Whether a table says that it lays out a page, or holds what no cell of data does."""
    if table.get("role") in ("presentation", "none"):
        return True
    return next(table.iterdescendants(*_LAYOUT), None) is not None


def _has_stray_text(table: _Element) -> bool:
    """Whether text stands between its cells, or in cells between its rows."""
    length = 0
    for caption in table.iterchildren("caption"):
        length += _visible_length(caption)
    for row in table.iterdescendants("tr"):
        for cell in row.iterchildren("td", "th"):
            length += _visible_length(cell)
    return length != _visible_length(table)


def _visible_length(element: _Element) -> int:
    """Characters in an element, without white space."""
    return len("".join(text_in(element).split()))


def _said(rows: Sequence[GridRow], linked: float) -> list[Row]:
    """Each row with the headers above it; a row of headers is there, and not said by itself."""
    headers: dict[int, str] = {}
    said: list[Row] = []
    for row in rows:
        text = row.own_text
        unspoken = None
        if row.is_header and (len(row.cells) > 1 or not headers):
            headers = {cell.column: cell.text for cell in row.cells}
            unspoken = HEADERS
        else:
            text = _sentence(row.cells, headers)
        said.append(Row(text, row.own_text, linked, unspoken, tuple(row.asides)))
    return said


def _linked(table: _Element) -> float:
    """The share of a table's characters that are in links."""
    whole = _length(table)
    links = sum(_length(link) for link in table.iter("a"))
    return links / max(whole, 1)


def _length(element: _Element) -> int:
    """Characters in an element, without white space around its texts."""
    return sum(len(text.strip()) for text in element.itertext())


def _is_layout(table: _Element, rows: Sequence[GridRow]) -> bool:
    """Whether a table has the form of one that lays out a page: one row or column, long cells, many lines."""
    widths = [len(row.cells) for row in rows]
    if len(rows) < 2 or max(widths) < 2:
        return True
    longest = max(row.longest for row in rows)
    if longest > _LONGEST_CELL:
        return True
    # One paragraph in a cell is a habit of editors.
    paragraphs = sum(1 for _ in table.iterdescendants("p", "li"))
    return paragraphs > sum(widths)


def _sentence(cells: Sequence[Cell], headers: dict[int, str]) -> str:
    """ "Header: value; Header: value." A header at the left of its row, without one above it, goes before."""
    parts = [_with_header(cell, headers) for cell in cells]
    heads_row = cells[0].is_header and not headers.get(cells[0].column)
    if heads_row and len(parts) > 1:
        parts[:2] = [": ".join(parts[:2])]
    said = "; ".join(parts)
    return said if said.endswith(_SENTENCE_ENDS) else f"{said}."


def _with_header(cell: Cell, headers: dict[int, str]) -> str:
    header = headers.get(cell.column)
    return f"{header}: {cell.text}" if header else cell.text
