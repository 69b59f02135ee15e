"""Pull quotes: passages of the article that the page shows a second time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.reading.piece import Piece

REPEATED = "repeats a passage of the article"

_LEAST = 8
"""Words. Fewer come back by chance, in headings that quote the text and in short answers."""
_MOST = 60
"""Words. A longer passage that comes back is no pull quote."""

Word = tuple[str, int]
"""A word in lower case, and the index of its piece."""


def mark_pullquotes(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines whose words all stand, in the same order, in a longer paragraph."""
    text = [
        (word, index) for index, piece in enumerate(pieces) if _can_hold(piece) for word in _key(piece.text)
    ]
    places = _places(text)
    return [
        piece.marked("pullquote", REPEATED) if _is_repeated(piece, index, text, places) else piece
        for index, piece in enumerate(pieces)
    ]


def _can_hold(piece: Piece) -> bool:
    return piece.kind is None


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _places(text: Sequence[Word]) -> dict[tuple[str, ...], list[int]]:
    """Where each run of _LEAST words begins; an index keeps the search linear in the length of the article."""
    places: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(text) - _LEAST + 1):
        found = places.setdefault(tuple(word for word, _ in text[start : start + _LEAST]), [])
        if len(found) < 4:  # more are a refrain, or noise, and would cost time
            found.append(start)
    return places


def _is_repeated(
    piece: Piece, index: int, text: Sequence[Word], places: dict[tuple[str, ...], list[int]]
) -> bool:
    if piece.kind is not None or len(piece.text) > 600:
        return False
    words = _key(piece.text)
    if not _LEAST <= len(words) <= _MOST:
        return False
    for start in places.get(tuple(words[:_LEAST]), []):
        found = text[start : start + len(words)]
        same = [word for word, _ in found] == words and len({owner for _, owner in found}) == 1
        if same and found[0][1] != index and _is_longer(text, start, len(words)):
            return True
    return False


def _is_longer(text: Sequence[Word], start: int, length: int) -> bool:
    """Whether the paragraph says more than the passage: of two equal lines neither is a pull quote."""
    owner = text[start][1]
    before = start > 0 and text[start - 1][1] == owner
    after = start + length < len(text) and text[start + length][1] == owner
    return before or after
