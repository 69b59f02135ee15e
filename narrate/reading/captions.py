"""Where a caption ends that stands before the text on one line, with nothing between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.reading.pictures import LABEL
from narrate.reading.piece import Piece
from narrate.reading.runon import find_breaks, tokenize, usage_of

_SHORT = 300
"""Characters. What follows a label on a line of its own is all caption."""
_SENTENCE = re.compile(r".{20,400}?[.!?][”\"’')]*(?=\s)", re.DOTALL)


def mark_labelled(pieces: Sequence[Piece]) -> list[Piece]:
    """What follows "Image caption" is one: all of a short line, the first item of a long one."""
    marked: list[Piece] = []
    for index, piece in enumerate(pieces):
        labelled = index > 0 and piece.gap == 0 and piece.kind is None and _is_label(pieces[index - 1])
        marked += _cut_caption(piece, pieces) if labelled else [piece]
    return marked


def _is_label(piece: Piece) -> bool:
    return piece.reason == LABEL and piece.text.rstrip(":,").endswith("caption")


def _cut_caption(piece: Piece, pieces: Sequence[Piece]) -> list[Piece]:
    if len(piece.text) <= _SHORT:
        return [piece.marked("caption")]
    match = _SENTENCE.match(piece.text)
    if match is None:
        return [piece]
    tokens = tokenize(match.group())
    breaks = find_breaks(tokens, match.group(), usage_of([other.text for other in pieces]))
    if not breaks:
        return [piece]
    caption, *rest = piece.cut(tokens[breaks[0]].start)
    return [caption.marked("caption"), *rest]
