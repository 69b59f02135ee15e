"""Source → lines, with the lines of hard-wrapped paragraphs joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.structure.piece import Piece

_LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]+")
_NARROWEST, _WIDEST = 40, 120
"""Columns. Texts are wrapped at 60 to 100; lists and verse are narrower, paragraphs on one line wider."""
_SLACK = 6
"""Columns: wrapping is ragged, and a long address may have made one line wider than the rest."""
_ITEM = re.compile(r"(?:[•‣▪●*–—-]|\d{1,3}[.)])\s")


def split(source: str) -> list[Piece]:
    """One piece per line that is not blank, or per paragraph where the text is hard-wrapped."""
    lines: list[Piece] = []
    end = 0
    for match in _LINE.finditer(source):
        text = match.group().strip()
        if not text:
            continue
        start = match.start() + match.group().index(text[0])
        line_ends = source.count("\n", end, start)
        gap = max(line_ends, 1) if lines else 2
        lines.append(Piece(text, start, gap))
        end = start + len(text)
    width = _wrap_width(lines)
    return lines if width is None else _unwrapped(source, lines, width)


def _unwrapped(source: str, lines: Sequence[Piece], width: int) -> list[Piece]:
    """The paragraphs whose lines were broken at a column."""
    groups = [[line] for line in lines[:1]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    paragraphs: list[Piece] = []
    for group in groups:
        first, last = group[0], group[-1]
        paragraphs.append(Piece(source[first.start : last.end], first.start, first.gap))
    return paragraphs


def _goes_on(before: Piece, line: Piece, width: int) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    return line.gap == 1 and _is_full(before, line, width) and not _ITEM.match(line.text)


def _wrap_width(lines: Sequence[Piece]) -> int | None:
    """The column that lines were broken at, or None where they were not.

    A line was broken when the next line's first word would not have fitted behind it. In wrapped text
    that is so for nearly all lines that another one follows, and many of those begin in lower case:
    7 in 10 in English, where the items of a list that happen to be of one length begin with a capital.
    """
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    adjacent = [(line, after) for line, after in pairwise(lines) if after.gap == 1]
    continued = [after for line, after in adjacent if _is_full(line, after, width)]
    if len(continued) < 2 or len(continued) * 2 < len(adjacent):
        return None
    lower = sum(line.text[0].islower() for line in continued)
    return width if lower * 5 >= len(continued) * 2 else None


def _is_full(line: Piece, after: Piece, width: int) -> bool:
    """Whether the first word of the line after would not have fitted behind a line."""
    next_word = after.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(next_word) > width - _SLACK
