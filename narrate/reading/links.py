"""Headlines of other articles below a line that announces them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.reading.phrases import LINK
from narrate.reading.piece import Piece

_ANNOUNCES = re.compile(
    r"(?:read (?:more|next|also)|see also|also read|related(?: \w+)?"
    r"|more (?:\w+ ){1,3}(?:news|stories|articles|coverage)"
    r"|more (?:on|from) (?:this|the|our) \w+|more from [\w ]{2,30}|recommended(?: for you)?"
    r"|most (?:read|popular)|further reading"
    r"|you (?:may|might) also like|top stories|trending(?: now)?|don['’]t miss)\s*:?",
    re.IGNORECASE,
)


def mark_link_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines without the end of a sentence, from the announcement to the next sentence."""
    marked: list[Piece] = []
    inside = False
    for piece in pieces:
        if _ANNOUNCES.fullmatch(piece.flat[:80]):
            inside = True
            marked.append(piece if piece.kind else piece.marked("boilerplate", LINK))
            continue
        inside = inside and (piece.kind == "boilerplate" or (piece.kind is None and _is_headline(piece)))
        marked.append(piece.marked("boilerplate", LINK) if inside and piece.kind is None else piece)
    return marked


def _is_headline(piece: Piece) -> bool:
    return 3 <= len(piece.words) <= 25 and not piece.closed and not piece.text.endswith(":")
