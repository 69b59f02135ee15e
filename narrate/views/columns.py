"""Aligned columns."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.printing import as_line


def columns(rows: Sequence[Sequence[str]]) -> str:
    """One line per row; every cell begins in the column of the one above it."""
    shown = [[as_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in shown)
    return "".join(line.rstrip() + "\n" for line in lines)
