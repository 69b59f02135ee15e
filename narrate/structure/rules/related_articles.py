"""Headlines of other articles: with their kind, or below a line that announces them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from narrate.structure.piece import Piece, each_open
from narrate.structure.rules.boilerplate_wording import LINK

# Lines above links.
_ANNOUNCES = re.compile(
    r"(?:read (?:more|next|also)|see also|also read|related(?: \w+)?"
    r"|more (?:\w+ ){1,3}(?:news|stories|articles|coverage)"
    r"|more (?:on|from) (?:this|the|our) \w+|more from [\w ]{2,30}|recommended(?: for you)?"
    r"|most (?:read|popular)|further reading"
    r"|you (?:may|might) (?:also )?like|top stories|trending(?: now)?|don['’]t miss)\s*:?",
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
_ANNOUNCEMENT_LENGTH = 80
"""Characters of a line that announces links."""
_FEWEST_WORDS, _MOST_WORDS = 3, 25
"""Of a headline."""


def mark_related_articles(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines that say where they lead, and the headlines below a line that announces them."""
    return _mark_announced(each_open(pieces, _mark_leading_elsewhere))


def _mark_leading_elsewhere(piece: Piece) -> list[Piece]:
    if len(piece.text) <= _LONGEST and _ELSEWHERE.fullmatch(piece.flat):
        return [_link(piece)]
    return [piece]


def _mark_announced(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines without the end of a sentence, from the announcement to the next sentence."""
    marked: list[Piece] = []
    inside = False
    for piece, below in zip_longest(pieces, pieces[1:]):
        heads_text = below is not None and _heads_text(piece, below)
        inside = _announces(piece) or (inside and _goes_on(piece) and not heads_text)
        marked.append(_link(piece) if inside else piece)
    return marked


def _heads_text(piece: Piece, below: Piece) -> bool:
    """Whether the markup calls a line a heading, and a sentence stands below it."""
    return piece.tag == "heading" and below.tag != "heading" and below.closed


def _announces(piece: Piece) -> bool:
    return _ANNOUNCES.fullmatch(piece.flat[:_ANNOUNCEMENT_LENGTH]) is not None


def _goes_on(piece: Piece) -> bool:
    """Whether links go on here; boilerplate between them ends nothing."""
    return piece.kind == "boilerplate" or (piece.is_open and _is_headline(piece))


def _is_headline(piece: Piece) -> bool:
    if not _FEWEST_WORDS <= len(piece.words) <= _MOST_WORDS:
        return False
    return not piece.closed and not piece.text.endswith(":")


def _link(piece: Piece) -> Piece:
    return piece.marked("boilerplate", LINK) if piece.is_open else piece
