"""Who is interviewed, told from what stands above the first question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from narrate.structure.piece import NAME, Piece

_WITH = re.compile(rf"\b(?i:with|mit|avec|con|com|met|meets|interview:?|to)\s+(?P<who>{NAME})")
_FULL_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*[a-zß-öø-ÿ] (?:[A-ZÀ-Þ]\.? )?[A-ZÀ-Þ][\w’'-]*[a-zß-öø-ÿ]\b")


def interviewee(above: Sequence[Piece], author: str | None) -> str | None:
    """The person whom the title says the talk is with, or else the one who is named most above it.

    None where no full name stands there but that of the author.
    """
    lines = [piece.text for piece in above if piece.kind != "byline" and piece.reason is None]
    introduced = [match["who"] for line in lines for match in _WITH.finditer(line)]
    named = [name for line in lines for name in _FULL_NAME.findall(line)]
    others = [name for name in introduced if _FULL_NAME.fullmatch(name)] or named
    counted = Counter(name for name in others if name not in (author or ""))
    return max(counted, key=counted.__getitem__, default=None)
