"""Pull quotes: passages of the article that the page shows a second time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from narrate.structure.piece import Piece

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
    open_words = {index: _key(piece.text) for index, piece in enumerate(pieces) if piece.kind is None}
    lines = {index: words for index, words in open_words.items() if _is_candidate(pieces[index], words)}
    if not lines:
        return list(pieces)
    text = _joined(open_words)
    places = _places(text.words, lines.values())
    return [
        piece.marked("pullquote", REPEATED)
        if _is_repeated(lines.get(index, []), index, text, places)
        else piece
        for index, piece in enumerate(pieces)
    ]


def _joined(open_words: Mapping[int, Sequence[str]]) -> _Text:
    text = _Text([], [])
    for index, words in open_words.items():
        text.words.extend(words)
        text.owners.extend([index] * len(words))
    return text


def _is_candidate(piece: Piece, words: Sequence[str]) -> bool:
    """Whether a line may be a pull quote."""
    return len(piece.text) <= 15 * _MOST and _LEAST <= len(words) <= _MOST


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
