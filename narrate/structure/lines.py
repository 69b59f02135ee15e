"""Source → lines, with the lines of hard-wrapped paragraphs joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.structure.piece import Piece

_LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]+")
_NARROWEST, _WIDEST = 40, 120
"""Columns. Texts are wrapped at 60 to 100; lists and verse are narrower, paragraphs on one line wider."""


def split(source: str) -> list[Piece]:
    """One piece per line that is not blank, or per paragraph where the text is hard-wrapped."""
    pieces: list[Piece] = []
    end = 0
    for match in _LINE.finditer(source):
        text = match.group().strip()
        if text:
            start = match.start() + match.group().index(text[0])
            gap = max(source.count("\n", end, start), 1) if pieces else 2
            pieces.append(Piece(text, start, gap))
            end = start + len(text)
    return _unwrapped(source, pieces)


def _unwrapped(source: str, lines: Sequence[Piece]) -> list[Piece]:
    width = _wrap_width(lines)
    if width is None:
        return list(lines)
    paragraphs: list[list[Piece]] = []
    for index, line in enumerate(lines):
        if index and line.gap == 1 and _is_full(lines[index - 1], line, width) and not _starts_item(line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [Piece(source[part[0].start : part[-1].end], part[0].start, part[0].gap) for part in paragraphs]


def _wrap_width(lines: Sequence[Piece]) -> int | None:
    """The column that lines were broken at, or None where they were not.

    A line was broken when the next line's first word would not have fitted behind it. In wrapped text
    that is so for nearly all lines that another one follows, and many of those begin in lower case:
    7 in 10 in English, where the items of a list that happen to be of one length begin with a capital.
    """
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(line, after) for line, after in pairwise(lines) if after.gap == 1]
    continued = [after for line, after in pairs if _is_full(line, after, width)]
    if not _NARROWEST <= width <= _WIDEST or len(continued) < 2 or len(continued) * 2 < len(pairs):
        return None
    return width if sum(line.text[0].islower() for line in continued) * 5 >= len(continued) * 2 else None


def _is_full(line: Piece, after: Piece, width: int) -> bool:
    # A few columns of slack: ragged wrapping, and one line that a long address made wider.
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width - 6


def _starts_item(line: Piece) -> bool:
    return re.match(r"(?:[•‣▪●*–—-]|\d{1,3}[.)])\s", line.text) is not None
