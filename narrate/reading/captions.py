"""Where a caption ends that stands before the text on one line, with nothing between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.reading.pictures import LABEL
from narrate.reading.piece import Piece
from narrate.reading.runon import Usage, find_breaks, tokenize, usage_of

_SHORT = 300
"""Characters. What follows a label on a line of its own is all caption."""
_SENTENCE = re.compile(r".{20,400}?[.!?][”\"’')]*(?=\s)", re.DOTALL)


def mark_labelled(pieces: Sequence[Piece]) -> list[Piece]:
    """What follows "Image caption" is one: all of a short line, the first item of a long one."""
    labelled = {
        index
        for index, (before, piece) in enumerate(pairwise(pieces), 1)
        if piece.gap == 0 and piece.kind is None and _is_label(before)
    }
    if not labelled:
        return list(pieces)
    usage = usage_of([piece.text for piece in pieces])
    parts = (
        _cut_caption(piece, usage) if index in labelled else [piece] for index, piece in enumerate(pieces)
    )
    return [part for cut in parts for part in cut]


def _is_label(piece: Piece) -> bool:
    return piece.reason == LABEL and piece.text.rstrip(":,").endswith("caption")


def _cut_caption(piece: Piece, usage: Usage) -> list[Piece]:
    if len(piece.text) <= _SHORT:
        return [piece.marked("caption")]
    match = _SENTENCE.match(piece.text)
    if match is None:
        return [piece]
    tokens = tokenize(match.group())
    breaks = find_breaks(tokens, match.group(), usage)
    if not breaks:
        return [piece]
    caption, *rest = piece.cut(tokens[breaks[0]].start)
    return [caption.marked("caption"), *rest]
