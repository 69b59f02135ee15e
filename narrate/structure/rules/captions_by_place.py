"""Captions that are told by what stands beside them: a label before them, or a credit behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.english.sentence_ends import END
from narrate.structure.piece import HEAD, Piece, each, marked_at
from narrate.structure.rules.captions import LABEL
from narrate.structure.rules.item_breaks import Usage, find_breaks, usage_of
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
_SENTENCE = re.compile(rf".{{20,400}}?{END}(?=\s)", re.DOTALL)


def mark_labelled_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """What follows "Image caption" is one: all of a short line, the first item of a long one."""
    labelled = _behind_labels(pieces)
    if not labelled:
        return list(pieces)
    usage = usage_of(piece.text for piece in pieces)
    return each(pieces, lambda piece: _cut_caption(piece, usage) if piece.start in labelled else [piece])


def _behind_labels(pieces: Sequence[Piece]) -> set[int]:
    """Offsets of the open pieces that stand on one line with a label, behind it."""
    behind = [piece for before, piece in pairwise(pieces) if _is_label(before) and piece.gap == 0]
    return {piece.start for piece in behind if piece.is_open}


def _is_label(piece: Piece) -> bool:
    return piece.reason == LABEL and piece.text.rstrip(":,").endswith("caption")


def _cut_caption(piece: Piece, usage: Usage) -> list[Piece]:
    if len(piece.text) <= _SHORT:
        return [piece.marked("caption")]
    sentence = _SENTENCE.match(piece.text)
    if sentence is None:
        return [piece]
    line = sentence.group()
    tokens = tokenize(line)
    breaks = find_breaks(tokens, line, usage)
    if not breaks:
        return [piece]
    end_of_caption = tokens[breaks[0]].start
    caption, *rest = piece.cut(end_of_caption)
    return [caption.marked("caption"), *rest]


def mark_lead_caption(pieces: Sequence[Piece]) -> list[Piece]:
    """What stands between the head of the article and a photographer's credit describes the picture."""
    # The neighbours that tell are one piece before it and two behind it.
    head = range(1, min(HEAD + 1, len(pieces) - 2))
    lead = [index for index in head if _is_at_first_picture(pieces, index)]
    captions = [index for index in lead if _is_lead_caption(pieces[index])]
    return marked_at(pieces, captions, "caption")


def _is_lead_caption(piece: Piece) -> bool:
    """Whether an open piece is no first paragraph: that is a sentence with a verb and an end."""
    if not piece.is_open or len(piece.words) > _LEAD_WORDS:
        return False
    return not (piece.closed and has_finite_verb(piece.flat))


def _is_at_first_picture(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece stands between the head of the article and a credit on a line of its own."""
    before, after, then = pieces[index - 1], pieces[index + 1], pieces[index + 2]
    if before.kind not in _HEAD_KINDS or after.kind != "credit" or after.gap == 0:
        return False
    # An agency before the date is not who took the picture but whose report it is.
    return then.kind != "byline"


def cut_caption_labels(pieces: Sequence[Piece]) -> list[Piece]:
    """Captions without the buttons and labels that they begin with."""
    return each(pieces, _without_label)


def _without_label(piece: Piece) -> list[Piece]:
    leading = _LEADING.match(piece.text) if piece.kind == "caption" else None
    if leading is None:
        return [piece]
    label, *rest = piece.cut(leading.end())
    return [label.marked("boilerplate", LABEL), *rest]
