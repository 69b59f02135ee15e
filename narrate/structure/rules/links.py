"""Headlines of other articles: with their kind, or below a line that announces them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.structure.piece import Piece, each_open
from narrate.structure.rules.phrases import LINK

_ANNOUNCES = re.compile(
    r"(?:read (?:more|next|also)|see also|also read|related(?: \w+)?"
    r"|more (?:\w+ ){1,3}(?:news|stories|articles|coverage)"
    r"|more (?:on|from) (?:this|the|our) \w+|more from [\w ]{2,30}|recommended(?: for you)?"
    r"|most (?:read|popular)|further reading"
    r"|you (?:may|might) also like|top stories|trending(?: now)?|don['’]t miss)\s*:?",
    re.IGNORECASE,
)

# What stands elsewhere on the site, with its kind before it or behind it. (A title may begin so, too.)
_ELSEWHERE = re.compile(
    r"(?:map|graphic|interactive|chart|quiz|poll|podcast|gallery|slideshow|photos|pictures|video|explainer)"
    r"(?: ?:| [|–—]) [^.!?]{3,120}\??"
    r"|(?:more (?:about|on)|in pictures:?) [^.!?]{3,80}"
    r"|[^.!?:]{3,100}[^.!?:,\s],? in (?:pictures|photos|pics)",
    re.IGNORECASE,
)
_LONGEST = 160
"""Characters of a headline."""


def mark_links(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines that say where they lead, and the headlines below a line that announces them."""
    return mark_link_lists(each_open(pieces, _mark_elsewhere))


def _mark_elsewhere(piece: Piece) -> list[Piece]:
    is_link = len(piece.text) <= _LONGEST and _ELSEWHERE.fullmatch(piece.flat) is not None
    return [piece.marked("boilerplate", LINK) if is_link else piece]


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
