"""Pull quotes: passages of the article that the page shows a second time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from narrate.reading.piece import Piece

REPEATED = "repeats a passage of the article"

_LEAST = 8
"""Words. Fewer come back by chance, in headings that quote the text and in short answers."""
_MOST = 60
"""Words. A longer passage that comes back is no pull quote."""
_MOST_PLACES = 4
"""More are a refrain, or noise, and would cost time."""

Word = tuple[str, int]
"""A word in lower case, and the index of its piece."""


def mark_pullquotes(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines whose words all stand, in the same order, in a longer paragraph."""
    lines = {index: words for index, piece in enumerate(pieces) if (words := _candidate(piece))}
    text = [
        (word, index)
        for index, piece in enumerate(pieces)
        if lines and piece.kind is None
        for word in _key(piece.text)
    ]
    places = _places(text, lines.values())
    return [
        piece.marked("pullquote", REPEATED)
        if _is_repeated(lines.get(index, []), index, text, places)
        else piece
        for index, piece in enumerate(pieces)
    ]


def _candidate(piece: Piece) -> list[str]:
    """The words of a line that may be a pull quote, or none."""
    if piece.kind is not None or len(piece.text) > 15 * _MOST:
        return []
    words = _key(piece.text)
    return words if _LEAST <= len(words) <= _MOST else []


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _places(text: Sequence[Word], lines: Iterable[Sequence[str]]) -> dict[tuple[str, ...], list[int]]:
    """Where the beginnings of the lines occur: one pass over the text, however many lines there are."""
    places: dict[tuple[str, ...], list[int]] = {tuple(words[:_LEAST]): [] for words in lines}
    openings = {opening[:2] for opening in places}
    for start, ((first, _), (second, _)) in enumerate(pairwise(text)):
        if (first, second) in openings:
            found = places.get(tuple(word for word, _ in text[start : start + _LEAST]))
            if found is not None and len(found) < _MOST_PLACES:
                found.append(start)
    return places


def _is_repeated(
    words: Sequence[str], index: int, text: Sequence[Word], places: dict[tuple[str, ...], list[int]]
) -> bool:
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
