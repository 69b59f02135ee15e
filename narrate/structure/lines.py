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
    lines = _lines(source)
    width = _wrap_width(lines)
    if width is None:
        return lines
    paragraphs = _grouped(lines, width)
    return [_joined(source, paragraph) for paragraph in paragraphs]


def _lines(source: str) -> list[Piece]:
    lines: list[Piece] = []
    end = 0
    for match in _LINE.finditer(source):
        text = match.group().strip()
        if not text:
            continue
        start = match.start() + match.group().index(text[0])
        # Another sign than "\n" may end a line, so it is at least one.
        line_ends = max(source.count("\n", end, start), 1)
        lines.append(Piece(text, start, gap=line_ends if lines else 2))
        end = start + len(text)
    return lines


def _grouped(lines: Sequence[Piece], width: int) -> list[list[Piece]]:
    """The lines of each paragraph, which were broken at a column."""
    paragraphs = [[lines[0]]]
    for before, line in pairwise(lines):
        if not _goes_on(before, line, width):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _joined(source: str, lines: Sequence[Piece]) -> Piece:
    first, last = lines[0], lines[-1]
    return Piece(source[first.start : last.end], first.start, first.gap)


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
    adjacent = [pair for pair in pairwise(lines) if pair[1].gap == 1]
    continued = [after for line, after in adjacent if _is_full(line, after, width)]
    is_usual = _NARROWEST <= width <= _WIDEST
    is_rule = len(continued) >= 2 and len(continued) * 2 >= len(adjacent)
    return width if is_usual and is_rule and _begin_in_lower_case(continued) else None


def _begin_in_lower_case(lines: Sequence[Piece]) -> bool:
    """Whether at least two lines in five do."""
    lower = sum(line.text[0].islower() for line in lines)
    return lower * 5 >= len(lines) * 2


def _is_full(line: Piece, after: Piece, width: int) -> bool:
    """Whether the first word of the line after would not have fitted behind a line."""
    next_word = after.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(next_word) > width - _SLACK
