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


Opening = tuple[str, ...]
"""The first words of a line, by which places are looked up."""


@dataclass(frozen=True, slots=True)
class _Text:
    """All words that no rule has recognised yet, in lower case."""

    words: list[str]
    owners: list[int]
    """The index of each word's piece."""

    def add(self, words: Sequence[str], owner: int) -> None:
        self.words.extend(words)
        self.owners.extend([owner] * len(words))


def mark_pullquotes(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines whose words all stand, in the same order, in a longer paragraph."""
    text = _Text([], [])
    lines: dict[int, list[str]] = {}
    for index, piece in enumerate(pieces):
        words = _key(piece.text) if piece.is_open else []
        text.add(words, index)
        if _is_candidate(piece, words):
            lines[index] = words
    if not lines:
        return list(pieces)
    places = _places(text.words, lines.values())
    marked = list(pieces)
    for index, words in lines.items():
        if _is_repeated(words, index, text, places):
            marked[index] = pieces[index].marked("pullquote", REPEATED)
    return marked


def _is_candidate(piece: Piece, words: Sequence[str]) -> bool:
    """Whether a line may be a pull quote."""
    return len(piece.text) <= 15 * _MOST and _LEAST <= len(words) <= _MOST


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _places(words: Sequence[str], lines: Iterable[Sequence[str]]) -> dict[Opening, list[int]]:
    """Where the beginnings of the lines occur: one pass over the text, however many lines there are."""
    places: dict[Opening, list[int]] = {tuple(line[:_LEAST]): [] for line in lines}
    # Three words tell nearly all places apart, and are looked up faster than eight.
    first_threes = {opening[:3] for opening in places}
    for start, three in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if three not in first_threes:
            continue
        opening = tuple(words[start : start + _LEAST])
        found = places.get(opening)
        if found is not None and len(found) < _MOST_PLACES:
            found.append(start)
    return places


def _is_repeated(
    words: Sequence[str], index: int, text: _Text, places: Mapping[Opening, Sequence[int]]
) -> bool:
    """Whether the words of the piece at `index` stand in another, longer piece."""
    for start in places.get(tuple(words[:_LEAST]), []):
        end = start + len(words)
        owner = text.owners[start]
        is_same = text.words[start:end] == words and text.owners[end - 1] == owner
        if is_same and owner != index and _is_longer(text.owners, start, end):
            return True
    return False


def _is_longer(owners: Sequence[int], start: int, end: int) -> bool:
    """Whether the paragraph says more than the passage: of two equal lines neither is a pull quote."""
    owner = owners[start]
    goes_before = start > 0 and owners[start - 1] == owner
    goes_on = end < len(owners) and owners[end] == owner
    return goes_before or goes_on
