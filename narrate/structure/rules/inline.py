"""Furniture inside a line: what pages that lost all their line ends leave between the sentences."""

from __future__ import annotations

import re
from itertools import takewhile

from narrate.model import BlockKind
from narrate.structure.piece import Piece
from narrate.structure.rules.phrases import ADDRESS, APPEAL, BROWSER, BUTTON
from narrate.structure.rules.pictures import LABEL

_KINDS: dict[str, tuple[BlockKind, str | None]] = {
    "share": ("boilerplate", BUTTON),
    "appeal": ("boilerplate", APPEAL),
    "player": ("boilerplate", BROWSER),
    "credit": ("credit", None),
    "label": ("boilerplate", LABEL),
    "tweet": ("credit", None),
    "hide": ("boilerplate", LABEL),
    "gallery": ("caption", None),
    "address": ("boilerplate", ADDRESS),
}
_INLINE = re.compile(
    r"(?P<share>(?:Click to (?:share|e-?mail|print)[^().]{0,40}\(Opens in new window\)\s*)+)"
    r"|(?P<appeal>(?:Get (?:\w+ ){0,4}(?:updates|news)(?: \w+){0,2} directly to your inbox )?\+ Subscribe\b"
    r"(?: Thank you for subscribing!)?(?: Could not subscribe, try again later)?(?: Invalid Email)?)"
    r"|(?P<player>Media playback is (?:unsupported|not supported) on (?:your|this) device\.?)"
    r"|(?P<credit>\((?:Photo|Image|Picture|Pic|Credit|Photograph): ?[^()]{1,60}\)"
    r"|Image (?:copyright|source),? [^.]{1,40}?"
    r"(?= Image caption)|Image (?:copyright|source),? (?:Getty Images|AFP|AP|PA|EPA|Reuters)\b)"
    r"|(?P<label>(?:Image|Media) caption(?=,? [A-Z0-9'\"“‘])|Enlarge this image(?: toggle caption)?)"
    r"|(?P<hide>Hide Caption \d{1,3} of \d{1,3})"
    r"|(?P<gallery>Photos: (?:(?!Photos: ).){1,400}?)(?= ?Hide Caption \d)"
    r"|(?P<tweet>— [^—@()]{1,50} \(@\w+\) [A-Z]\w{2,8} \d{1,2}, \d{4})"
    r"|(?P<address>pic\.twitter\.com/\w+)"
)

# One of them stands in whatever the pattern finds: a quick look that spares most lines the slow one.
_TRIGGERS = (
    "new window)",
    "+ Subscribe",
    "playback is",
    "caption",
    "Caption",
    "this image",
    "(@",
    "pic.twitter",
    ": ",
)
_ALWAYS = re.compile(r"pic\.twitter\.com|playback is|\(@\w+\)|Hide Caption")


def cut_inline(piece: Piece) -> list[Piece]:
    """The piece without its furniture, in parts, and the furniture marked."""
    if _is_short(piece) or not any(trigger in piece.text for trigger in _TRIGGERS):
        return [piece]
    found = list(_INLINE.finditer(piece.text))
    edges = sorted({edge for match in found for edge in match.span()})
    kinds = {piece.start + match.start(): _KINDS[match.lastgroup or ""] for match in found}
    parts = [part.marked(*kinds[part.start]) if part.start in kinds else part for part in piece.cut(*edges)]
    return _without_gallery_title(parts)


def _without_gallery_title(parts: list[Piece]) -> list[Piece]:
    """Galleries repeat their title before every caption; it becomes a label."""
    captions = [part.text for part in parts if part.kind == "caption"]
    shared = _shared_words(captions) if len(captions) > 1 else ""
    cut: list[Piece] = []
    for part in parts:
        if part.kind != "caption" or not shared:
            cut.append(part)
            continue
        label, *rest = part.cut(len(shared))
        cut += [label.marked("boilerplate", LABEL), *rest]
    return cut


def _shared_words(texts: list[str]) -> str:
    """The words that all of them begin with."""
    first, last = min(texts), max(texts)  # of a sorted list, these differ the earliest
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    prefix = "".join(character for character, _ in same)
    is_whole = all(text[len(prefix) : len(prefix) + 1] in ("", " ") for text in texts)
    return prefix if is_whole else prefix.rpartition(" ")[0]


def _is_short(piece: Piece) -> bool:
    """A line of its own is read as a whole by the rules for captions and furniture."""
    return len(piece.text) < 200 and not _ALWAYS.search(piece.text)
