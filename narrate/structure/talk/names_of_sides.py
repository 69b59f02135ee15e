"""Who is interviewed, told from what stands above the first question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from narrate.structure.piece import NAME, Piece

_WITH = re.compile(rf"\b(?i:with|mit|avec|con|com|met|meets|interview:?|to)\s+(?P<who>{NAME})")
_FULL_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*[a-zß-öø-ÿ] (?:[A-ZÀ-Þ]\.? )?[A-ZÀ-Þ][\w’'-]*[a-zß-öø-ÿ]\b")


def interviewee(above: Sequence[Piece], author: str | None) -> str | None:
    """The person whom a line says the talk is with, or else one who is named twice above it.

    None where no full name stands there but that of the author.
    """
    lines = [piece.text for piece in above if piece.kind != "byline" and piece.reason is None]
    introduced = [match["who"] for line in lines for match in _WITH.finditer(line)]
    full = [name for name in introduced if _FULL_NAME.fullmatch(name)]
    counted = Counter(full or _named_again(lines))
    del counted[author or ""]
    return max(counted, key=counted.__getitem__, default=None)


def _named_again(lines: Sequence[str]) -> list[str]:
    """The full names that stand in two lines or more: a title writes other words with capitals, too."""
    counted = Counter(name for line in lines for name in set(_FULL_NAME.findall(line)))
    return [name for name, count in counted.items() if count > 1]
