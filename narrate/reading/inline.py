"""Furniture inside a line: what pages that lost all their line ends leave between the sentences."""

from __future__ import annotations

import re

from narrate.model import BlockKind
from narrate.reading.furniture import APPEAL, BROWSER, BUTTON
from narrate.reading.piece import Piece
from narrate.reading.pictures import LABEL

_KINDS: dict[str, tuple[BlockKind, str | None]] = {
    "share": ("boilerplate", BUTTON),
    "appeal": ("boilerplate", APPEAL),
    "player": ("boilerplate", BROWSER),
    "credit": ("credit", None),
    "label": ("boilerplate", LABEL),
    "tweet": ("credit", None),
    "hide": ("boilerplate", LABEL),
    "gallery": ("caption", None),
    "address": ("boilerplate", "web address"),
}
_INLINE = re.compile(
    r"(?P<share>(?:Click to (?:share|e-?mail|print)[^().]{0,40}\(Opens in new window\)\s*)+)"
    r"|(?P<appeal>(?:Get (?:\w+ ){0,4}(?:updates|news)(?: \w+){0,2} directly to your inbox)?\s*\+ Subscribe\b"
    r"(?: Thank you for subscribing!)?(?: Could not subscribe, try again later)?(?: Invalid Email)?)"
    r"|(?P<player>Media playback is (?:unsupported|not supported) on (?:your|this) device\.?)"
    r"|(?P<credit>\((?:Photo|Image|Picture|Pic|Credit|Photograph): ?[^()]{1,60}\)|Image (?:copyright|source),? [^.]{1,40}?"
    r"(?= Image caption))"
    r"|(?P<label>Image caption(?=,? [A-Z0-9'\"“‘])|Media caption(?=,? [A-Z0-9'\"“‘])|Enlarge this image(?: toggle caption)?)"
    r"|(?P<hide>Hide Caption \d{1,3} of \d{1,3})|(?P<gallery>Photos: .{1,400}?)(?= ?Hide Caption \d)"
    r"|(?P<tweet>— [^—@()]{2,50} \(@\w+\) [A-Z]\w{2,8} \d{1,2}, \d{4})"
    r"|(?P<address>pic\.twitter\.com/\w+)"
)

_ALWAYS = re.compile(r"pic\.twitter\.com|playback is|\(@\w+\)|Hide Caption")


def cut_inline(piece: Piece) -> list[Piece]:
    """The piece without its furniture, in parts, and the furniture marked."""
    spans = [(match, _KINDS[match.lastgroup or ""]) for match in _INLINE.finditer(piece.text)]
    whole = [piece]
    if not spans or _is_short(piece):
        return whole
    edges = sorted({edge for match, _ in spans for edge in match.span()})
    starts = {piece.start + match.start(): kind for match, kind in spans}
    return [part.marked(*starts[part.start]) if part.start in starts else part for part in piece.cut(*edges)]


def _is_short(piece: Piece) -> bool:
    """A line of its own is read as a whole by the rules for captions and furniture."""
    return len(piece.text) < 200 and not _ALWAYS.search(piece.text)
