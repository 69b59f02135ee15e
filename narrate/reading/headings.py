"""Sub-headings: short lines without the end of a sentence, with text below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.reading.piece import Piece

_WORDS = 15
"""The longest sub-heading in the labelled pages has 14; longer lines without an end are captions or leads."""
_QUESTION_WORDS = 10
_QUOTED = re.compile(r"[‘'](?P<single>.*)[’']|[“\"](?P<double>.*)[”\"]", re.DOTALL)


def mark_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark the open pieces that are headings; a last one heads nothing."""
    bodies = [index for index, piece in enumerate(pieces) if _is_body(piece)]
    last = bodies[-1] if bodies else -1
    return [
        piece.marked("heading") if piece.kind is None and index < last and _is_heading(piece) else piece
        for index, piece in enumerate(pieces)
    ]


def _is_body(piece: Piece) -> bool:
    """What a heading can stand over."""
    return piece.kind in ("list_item", "dateline") or piece.kind is None and not _is_heading(piece)


def _is_heading(piece: Piece) -> bool:
    words = len(piece.words)
    if words > _WORDS or piece.text.endswith((":", ",", ";", "—", "-", "…", "...")):
        return False
    first = piece.text.lstrip("‘'“\"(¿¡")[:1]
    if not first.isalnum() or first.islower():
        return False
    if match := _QUOTED.fullmatch(piece.text):
        return _is_quoted_heading(match, words)
    return not piece.closed or piece.text.endswith(("?", "!")) and words <= _QUESTION_WORDS


def _is_quoted_heading(match: re.Match[str], words: int) -> bool:
    """A heading quotes a few words; what ends as a sentence does, in double marks, is a paragraph of speech."""
    inner = match["single"] or match["double"] or ""
    if inner.endswith((".", ",", ".”", "…")):
        return False
    return not inner.endswith(("?", "!")) or match["single"] is not None and words <= _QUESTION_WORDS
