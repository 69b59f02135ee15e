"""Pull quotes: passages of the article that the page shows a second time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from narrate.reading.piece import Piece

REPEATED = "repeats a passage of the article"

_LEAST = 8
"""Words. Fewer come back by chance, in headings that quote the text and in short answers."""
_MOST = 60
"""Words. A longer passage that comes back is no pull quote."""
_MOST_PLACES = 4
"""More are a refrain, or noise, and would cost time."""


@dataclass(frozen=True, slots=True)
class _Text:
    """All words that no rule has recognised yet, in lower case."""

    words: list[str]
    owners: list[int]
    """The index of each word's piece."""


def mark_pullquotes(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines whose words all stand, in the same order, in a longer paragraph."""
    lines = {index: words for index, piece in enumerate(pieces) if (words := _candidate(piece))}
    if not lines:
        return list(pieces)
    text = _words(pieces)
    places = _places(text.words, lines.values())
    return [
        piece.marked("pullquote", REPEATED)
        if _is_repeated(lines.get(index, []), index, text, places)
        else piece
        for index, piece in enumerate(pieces)
    ]


def _words(pieces: Sequence[Piece]) -> _Text:
    text = _Text([], [])
    for index, piece in enumerate(pieces):
        if piece.kind is None:
            words = _key(piece.text)
            text.words.extend(words)
            text.owners.extend([index] * len(words))
    return text


def _candidate(piece: Piece) -> list[str]:
    """The words of a line that may be a pull quote, or none."""
    if piece.kind is not None or len(piece.text) > 15 * _MOST:
        return []
    words = _key(piece.text)
    return words if _LEAST <= len(words) <= _MOST else []


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _places(words: Sequence[str], lines: Iterable[Sequence[str]]) -> dict[tuple[str, ...], list[int]]:
    """Where the beginnings of the lines occur: one pass over the text, however many lines there are."""
    places: dict[tuple[str, ...], list[int]] = {tuple(line[:_LEAST]): [] for line in lines}
    openings = {opening[:3] for opening in places}
    for start, three in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if three in openings:
            found = places.get(tuple(words[start : start + _LEAST]))
            if found is not None and len(found) < _MOST_PLACES:
                found.append(start)
    return places


def _is_repeated(
    words: Sequence[str], index: int, text: _Text, places: dict[tuple[str, ...], list[int]]
) -> bool:
    for start in places.get(tuple(words[:_LEAST]), []):
        end = start + len(words)
        is_same = text.words[start:end] == words and text.owners[start] == text.owners[end - 1]
        if is_same and text.owners[start] != index and _is_longer(text.owners, start, end):
            return True
    return False


def _is_longer(owners: Sequence[int], start: int, end: int) -> bool:
    """Whether the paragraph says more than the passage: of two equal lines neither is a pull quote."""
    owner = owners[start]
    before = start > 0 and owners[start - 1] == owner
    after = end < len(owners) and owners[end] == owner
    return before or after
