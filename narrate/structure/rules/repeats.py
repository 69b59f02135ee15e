"""Pull quotes: passages of the article that the page shows a second time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from narrate.structure.piece import Piece, marked_at

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
    """All words of the running text so far, in lower case."""

    words: list[str]
    owners: list[int]
    """The index of each word's piece."""


def mark_pullquotes(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines whose words all stand, in the same order, in a longer paragraph."""
    open_words = _open_words(pieces)
    lines = _candidates(pieces, open_words)
    if not lines:
        return list(pieces)
    return marked_at(pieces, _repeated(lines, _joined(open_words)), "pullquote", REPEATED)


def _repeated(lines: Mapping[int, Sequence[str]], text: _Text) -> list[int]:
    """The indexes of the lines that stand in another piece, too."""
    places = _places(text.words, lines.values())
    return [index for index, words in lines.items() if _is_repeated(words, index, text, places)]


def _open_words(pieces: Sequence[Piece]) -> dict[int, list[str]]:
    """The words of the open pieces, and of speeches, by their indexes."""
    return {index: _key(piece.text) for index, piece in enumerate(pieces) if _is_text(piece)}


def _is_text(piece: Piece) -> bool:
    return piece.is_open or piece.kind == "speech"


def _joined(open_words: Mapping[int, Sequence[str]]) -> _Text:
    text = _Text([], [])
    for index, words in open_words.items():
        text.words.extend(words)
        text.owners.extend([index] * len(words))
    return text


def _candidates(pieces: Sequence[Piece], open_words: Mapping[int, list[str]]) -> dict[int, list[str]]:
    """The words of the lines that may be pull quotes, by the indexes of the pieces."""
    return {index: words for index, words in open_words.items() if _may_be_quote(pieces[index], words)}


def _may_be_quote(piece: Piece, words: Sequence[str]) -> bool:
    return piece.is_open and len(piece.text) <= 15 * _MOST and _LEAST <= len(words) <= _MOST


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _places(words: Sequence[str], lines: Iterable[Sequence[str]]) -> dict[Opening, list[int]]:
    """Where the beginnings of the lines occur: one pass over the text, however many lines there are."""
    places: dict[Opening, list[int]] = {tuple(line[:_LEAST]): [] for line in lines}
    for start in _likely_places(words, places):
        found = places.get(tuple(words[start : start + _LEAST]), [])
        if len(found) < _MOST_PLACES:
            found.append(start)
    return places


def _likely_places(words: Sequence[str], openings: Iterable[Opening]) -> list[int]:
    """Where the first three words of an opening stand: they are looked up faster than all of it."""
    first_threes = {opening[:3] for opening in openings}
    threes = zip(words, words[1:], words[2:], strict=False)
    return [start for start, three in enumerate(threes) if three in first_threes]


def _is_repeated(
    words: Sequence[str], index: int, text: _Text, places: Mapping[Opening, Sequence[int]]
) -> bool:
    """Whether the words of the piece at `index` stand in another, longer piece."""
    opening = tuple(words[:_LEAST])
    elsewhere = [start for start in places.get(opening, []) if text.owners[start] != index]
    return any(_is_quoted_at(start, words, text) for start in elsewhere)


def _is_quoted_at(start: int, words: Sequence[str], text: _Text) -> bool:
    """Whether a longer piece has these words at `start`, an index into the text's words."""
    end = start + len(words)
    if text.words[start:end] != words or text.owners[start] != text.owners[end - 1]:
        return False
    return _is_longer(text.owners, start, end)


def _is_longer(owners: Sequence[int], start: int, end: int) -> bool:
    """Whether the paragraph says more than the passage: of two equal lines neither is a pull quote."""
    owner = owners[start]
    goes_before = start > 0 and owners[start - 1] == owner
    goes_on = end < len(owners) and owners[end] == owner
    return goes_before or goes_on
