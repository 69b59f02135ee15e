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
_SENTENCE_ENDS = (".", "!", "?")
_SET_APART = BLOCKS | {"br"}
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
    if _says_layout(table) or _has_stray_text(table):
        return None
    rows = [row for row in _grid(table) if row.cells]
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
        text = _text(caption, [])
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


def _said(rows: Sequence[_GridRow], linked: float) -> list[Row]:
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


def _is_layout(table: _Element, rows: Sequence[_GridRow]) -> bool:
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


@dataclass(frozen=True, slots=True)
class _GridRow:
    """The cells of a row that say something, and what was taken out of them."""

    cells: list[_Cell]
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


_Spanning = dict[int, tuple[str, int]]
"""For the columns of cells from rows above: the text of each, and the rows that it still reaches into."""


def _grid(table: _Element) -> Iterator[_GridRow]:
    """The cells that say something, row by row; a cell that spans rows is said in each of them."""
    spanning: _Spanning = {}
    for row in table.iterdescendants("tr"):
        cells: list[_Cell] = []
        taken: list[Aside] = []
        below: _Spanning = {}
        column = 0
        for element in row.iterchildren("td", "th"):
            while column in spanning:
                column = _carry(spanning, column, cells, below)
            text = _text(element, taken)
            cells.append(_Cell(text, column, element.tag == "th"))
            rows_below = _span(element, "rowspan") - 1
            if rows_below > 0 and len(below) < _MOST_CARRIED:
                below[column] = (text, rows_below)
            column += _span(element, "colspan")
        while column in spanning:
            column = _carry(spanning, column, cells, below)
        spanning = below
        speaking = [cell for cell in cells if cell.text]
        yield _GridRow(speaking, taken)


def _carry(spanning: _Spanning, column: int, cells: list[_Cell], below: _Spanning) -> int:
    """Say a cell from a row above in this one; returns the next column."""
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
        if element.tag in _SET_APART:
            parts.append(" ")  # they have no white space of their own
        if event == "end":
            if element is not cell:
                parts.append(element.tail or "")
            continue
        aside = _aside_in(cell, element, parts)
        if aside is not None:
            walk.skip_subtree()
            if aside.text:
                taken.append(aside)
        elif element.tag == "math":
            parts.append(scripts.formula_text(element) or text_in(element))
            walk.skip_subtree()
        else:
            parts.append(_own_text(element))
    return " ".join("".join(parts).split())


def _aside_in(cell: _Element, element: _Element, parts: Sequence[str]) -> Aside | None:
    """What an element of a cell says beside its text, perhaps nothing; None where it is part of it."""
    if element is cell:
        return None
    before = next((part for part in reversed(parts) if part), "")
    reason = asides.reason_for(element, before)
    if reason is None:
        return None
    text = " ".join(text_in(element).split())
    return Aside(text, reason)


def _own_text(element: _Element) -> str:
    text = element.text or ""
    return scripts.raised(text) if element.tag == "sup" else text


def _sentence(cells: Sequence[_Cell], headers: dict[int, str]) -> str:
    """ "Header: value; Header: value." A header at the left of its row, without one above it, goes before."""
    parts = []
    for cell in cells:
        header = headers.get(cell.column)
        parts.append(f"{header}: {cell.text}" if header else cell.text)
    heads_row = cells[0].is_header and not headers.get(cells[0].column)
    if heads_row and len(parts) > 1:
        parts[:2] = [": ".join(parts[:2])]
    said = "; ".join(parts)
    return said if said.endswith(_SENTENCE_ENDS) else f"{said}."
