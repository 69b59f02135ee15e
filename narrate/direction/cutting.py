"""Cutting a block where the voice changes: at its direct quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from narrate.model import Block, Quotation

MARKS = "\"'“”„‟‘’‚‛«»‹›`´"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block with one voice."""

    start: int
    """Offset in the source."""
    end: int
    quotation: Quotation | None = None
    """What is quoted here, or None for the reporter's own words."""


def cut(source: str, block: Block, quotations: Sequence[Quotation]) -> list[Piece]:
    """Tile a block with pieces, stripped of white space, at `quotations`, which lie in it in order.

    A quotation takes the marks around it along. A piece without words joins a neighbour.
    """
    pieces: list[Piece] = []
    at = block.start
    for quotation in quotations:
        start, end = _with_marks(source, quotation, block)
        pieces += [Piece(at, start), Piece(start, end, quotation)]
        at = end
    pieces.append(Piece(at, block.end))
    return _stripped(source, _joined(source, pieces))


def _with_marks(source: str, quotation: Quotation, block: Block) -> tuple[int, int]:
    start, end = quotation.start, quotation.end
    if start > block.start and source[start - 1] in MARKS:
        start -= 1
    if end < block.end and source[end] in MARKS:
        end += 1
    return start, end


def _joined(source: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Give what has no letter or digit, such as a full stop after a quotation, to the piece before it."""
    joined: list[Piece] = []
    for piece in pieces:
        if _has_words(source, piece) or not joined:
            joined.append(piece)
        else:
            joined[-1] = replace(joined[-1], end=piece.end)
    if len(joined) > 1 and not _has_words(source, joined[0]):
        joined[:2] = [replace(joined[1], start=joined[0].start)]
    return joined


def _has_words(source: str, piece: Piece) -> bool:
    return any(character.isalnum() for character in source[piece.start : piece.end])


def _stripped(source: str, pieces: Sequence[Piece]) -> list[Piece]:
    stripped = []
    for piece in pieces:
        text = source[piece.start : piece.end]
        start = piece.start + len(text) - len(text.lstrip())
        stripped.append(replace(piece, start=start, end=start + len(text.strip())))
    return [piece for piece in stripped if piece.end > piece.start]
