"""Who is interviewed, told from what stands above the first question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from narrate.structure.piece import NAME, Piece

_WITH = re.compile(rf"\b(?i:with|mit|avec|con|com|met|meets|interview:?|to)\s+(?P<who>{NAME})")
_WORD = r"[A-ZÀ-Þ][\w’'-]*[a-zß-öø-ÿ]"
_FULL_NAME = re.compile(rf"{_WORD} (?:[A-ZÀ-Þ]\.? )?{_WORD}")
_NAMES = (
    re.compile(rf"\b(?=({_WORD} {_WORD} {_WORD})\b)"),
    re.compile(rf"\b(?=({_WORD} (?:[A-ZÀ-Þ]\.? )?{_WORD})\b)"),
)
"""Of three words and of two; they overlap, since an office in front has a capital, too, in German."""


def interviewee(above: Sequence[Piece], author: str | None) -> str | None:
    """The person whom a line says the talk is with, or else one who is named twice above it.

    None where no full name stands there but that of the author.
    """
    lines = [piece.text for piece in above if piece.kind != "byline" and piece.reason is None]
    counted = Counter(_introduced(lines)) or _named_again(lines)
    del counted[author or ""]
    return max(counted, key=counted.__getitem__, default=None)


def _introduced(lines: Sequence[str]) -> Iterator[str]:
    """The full names behind "with"; of more than two words the last two, without an office."""
    for line in lines:
        for match in _WITH.finditer(line):
            name = " ".join(match["who"].split()[-2:])
            if _FULL_NAME.fullmatch(name):
                yield name


def _named_again(lines: Sequence[str]) -> Counter[str]:
    """The longest names that stand in two lines or more: a title writes other words with capitals, too."""
    for pattern in _NAMES:
        counted = Counter(name for line in lines for name in set(pattern.findall(line)))
        again = Counter({name: count for name, count in counted.items() if count > 1})
        if again:
            return again
    return Counter()
