"""Very long lines, which are texts that lost their line ends, are divided between sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narrate.characters import whole
from narrate.structure.piece import Piece, each_open

_LONGEST = 2_000
"""Characters. The longest paragraph of 1023 news articles has 1,936."""
_WINDOW = 16_000
"""Characters. sentencex takes quadratic time in the length of a text, in Chinese most of all."""
_USUAL = 500
"""Characters of a part: two to four sentences, as in print."""


def divide_long(pieces: Sequence[Piece]) -> list[Piece]:
    """Open pieces too long for a paragraph, in parts that begin with sentences outside quotations."""
    return each_open(pieces, _divided)


def _divided(piece: Piece) -> list[Piece]:
    if len(piece.text) <= _LONGEST:
        return [piece]
    return piece.cut(*_breaks(piece.text))


def _breaks(text: str) -> Iterator[int]:
    last = 0
    quotes = _Quotes(text)
    for start in _sentence_starts(text):
        if start - last >= _USUAL and not quotes.open_before(start):
            yield start
            last = start


def _sentence_starts(text: str) -> Iterator[int]:
    """Offsets, ascending. A window's last sentence may be cut, so the next window begins with it."""
    begin = 0
    while begin < len(text):
        window = text[begin : begin + _WINDOW]
        ends = _sentence_ends(window, is_last=begin + _WINDOW >= len(text))
        yield from (begin + end for end in ends)
        begin += ends[-1]


def _sentence_ends(window: str, *, is_last: bool) -> list[int]:
    """Offsets, at least one. The last one counts only where no window follows, or where it is alone."""
    from sentencex import get_sentence_boundaries

    ends = [int(boundary["end_index"]) for boundary in get_sentence_boundaries("en", whole(window))]
    certain = ends if is_last else ends[:-1]
    return certain or [len(window)]


class _Quotes:
    """Counts quotation marks from left to right, once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen = 0
        self._straight = 0
        self._curly = 0

    def open_before(self, offset: int) -> bool:
        """Whether a quotation is open there; offsets have to ascend."""
        stretch = self._text[self._seen : offset]
        self._seen = offset
        self._straight += stretch.count('"')
        self._curly += stretch.count("“") - stretch.count("”")
        return self._straight % 2 == 1 or self._curly > 0
