"""Boilerplate inside a line: what pages that lost all their line ends leave between the sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import takewhile

from narrate.english.agencies import PICTURE_SOURCE
from narrate.model import BlockKind
from narrate.structure.piece import Piece, each, each_open
from narrate.structure.rules.boilerplate_wording import ADDRESS, APPEAL, BROWSER, BUTTON
from narrate.structure.rules.captions import LABEL

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
    r"(?= Image caption)|Image (?:copyright|source),? "
    rf"{PICTURE_SOURCE}\b)"
    r"|(?P<label>(?:Image|Media) caption(?=,? [A-Z0-9'\"“‘])|Enlarge this image(?: toggle caption)?)"
    r"|(?P<hide>Hide Caption \d{1,3} of \d{1,3})"
    r"|(?P<gallery>Photos: (?:(?!Photos: ).){1,400}?)(?= ?Hide Caption \d)"
    r"|(?P<tweet>— [^—@()]{1,50} \(@\w+\) [A-Z]\w{2,8} \d{1,2}, \d{4})"
    r"|(?P<address>pic\.twitter\.com/\w+)"
)

# One of these stands in whatever the pattern finds: a quick look that spares most lines the slow one.
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
# What is cut out of short lines, too.
_ALWAYS = re.compile(r"pic\.twitter\.com|playback is|\(@\w+\)|Hide Caption")


_SHORT = 200
"""Characters. A line of its own is read as a whole by the rules for captions and boilerplate."""


def cut_boilerplate_inside(pieces: Sequence[Piece]) -> list[Piece]:
    """Long lines without the boilerplate in them, in parts, and the boilerplate marked."""
    return each_open(pieces, _in_parts)


def _in_parts(piece: Piece) -> list[Piece]:
    if not _may_hold_boilerplate(piece):
        return [piece]
    found = list(_INLINE.finditer(piece.text))
    edges = sorted({*map(re.Match.start, found), *map(re.Match.end, found)})
    recognized = partial(_recognized, kinds=_kinds_at(found, piece.start))
    return _without_gallery_title(list(map(recognized, piece.cut(*edges))))


def _kinds_at(found: Sequence[re.Match[str]], start: int) -> dict[int, tuple[BlockKind, str | None]]:
    """Kind and reason of what was found, by where it begins in the source; `start`: the piece's offset."""
    return {start + match.start(): _KINDS[match.lastgroup or ""] for match in found}


def _recognized(part: Piece, kinds: Mapping[int, tuple[BlockKind, str | None]]) -> Piece:
    """The part as the kind, and for the reason, that stands at its offset in `kinds`; else as it is."""
    found = kinds.get(part.start)
    return part.marked(*found) if found else part


def _may_hold_boilerplate(piece: Piece) -> bool:
    if len(piece.text) < _SHORT and not _ALWAYS.search(piece.text):
        return False
    return any(trigger in piece.text for trigger in _TRIGGERS)


def _without_gallery_title(parts: list[Piece]) -> list[Piece]:
    """Galleries repeat their title before every caption; it becomes a label."""
    captions = [part.text for part in parts if part.kind == "caption"]
    title = _shared_words(captions) if len(captions) > 1 else ""
    return each(parts, lambda part: _without_title(part, title)) if title else parts


def _without_title(part: Piece, title: str) -> list[Piece]:
    if part.kind != "caption":
        return [part]
    label, *caption = part.cut(len(title))
    return [label.marked("boilerplate", LABEL), *caption]


def _shared_words(texts: list[str]) -> str:
    """The words that all of them begin with."""
    # Of all texts in alphabetical order, the first and the last differ the earliest.
    first, last = min(texts), max(texts)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    prefix = "".join(character for character, _ in same)
    end = len(prefix)
    is_whole_word = all(text[end : end + 1] in ("", " ") for text in texts)
    return prefix if is_whole_word else prefix.rpartition(" ")[0]
