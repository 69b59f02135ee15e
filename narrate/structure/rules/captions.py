"""Captions that are told by what stands beside them: a label before them, or a credit behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.structure.piece import HEAD, Piece
from narrate.structure.rules.pictures import LABEL
from narrate.structure.rules.runon import Usage, find_breaks, usage_of
from narrate.structure.rules.tagging import has_finite_verb, tokenize

_SHORT = 300
"""Characters. What follows a label on a line of its own is all caption."""
# What pages show beside a picture, before its caption.
_LEADING = re.compile(
    r"(?:(?:Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Flipboard|E-?mail|Share)\s+){2,}"
    r"|(?:Image|Photo|Video|Slide)\s+(?=[A-Z“\"][\w'’.-]* \w)"
)
_HEAD_KINDS = ("title", "byline", "notice", "boilerplate")
_LEAD_WORDS = 40
"""Captions that have their credit on a line of its own have up to 35 in the pages looked at."""
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


def mark_lead_picture(pieces: Sequence[Piece]) -> list[Piece]:
    """What stands between the head of the article and a photographer's credit describes the picture."""
    marked = list(pieces)
    for index, (before, piece, after, then) in enumerate(
        zip(pieces, pieces[1:], pieces[2:], pieces[3:], strict=False), 1
    ):
        # An agency before the date is whose report it is.
        is_between = (
            before.kind in _HEAD_KINDS and after.kind == "credit" and after.gap > 0 and then.kind != "byline"
        )
        if index <= HEAD and is_between and piece.kind is None and _is_lead_caption(piece):
            marked[index] = piece.marked("caption")
    return marked


def _is_lead_caption(piece: Piece) -> bool:
    """No first paragraph of an article: that is a sentence with a verb and an end."""
    return len(piece.words) <= _LEAD_WORDS and not (piece.closed and has_finite_verb(piece.flat))


def cut_labels(pieces: Sequence[Piece]) -> list[Piece]:
    """Captions without the buttons and labels that they begin with."""
    return [part for piece in pieces for part in _without_label(piece)]


def _without_label(piece: Piece) -> list[Piece]:
    leading = _LEADING.match(piece.text) if piece.kind == "caption" else None
    if leading is None:
        return [piece]
    label, *caption = piece.cut(leading.end())
    return [label.marked("boilerplate", LABEL), *caption]


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
