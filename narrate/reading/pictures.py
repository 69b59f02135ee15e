"""Captions, and who took the picture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from narrate.reading.piece import Piece, each_open

LABEL = "label of a picture or video"
REPEATED = "repeats the credit"

_CAPTION_WORDS = 110
"""The longest caption in the pages looked at has 96 words."""
_CREDIT_WORDS = 16
_AGENCY = (
    r"(?:Getty(?: Images)?|AFP|AP|Reuters|REUTERS|EPA|EFE|ANSA|TASS|DPA|dpa|PA(?: Wire| Images| Media)?|Press Association|"
    r"Associated Press|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo)?|Rex(?: Features)?|REX|ZUMA(?: Press)?|Corbis|"
    r"Bloomberg|Xinhua|Landov|Unsplash|Flickr|Wikimedia(?: Commons)?|Creative Commons|WireImage|FilmMagic|Anadolu(?: Agency)?|"
    r"Barcroft(?: Media)?|Handout|handout|Digital Vision|Photodisc|Pexels|Pixabay)"
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|van|von|der|la|al|bin|and|&) )?[A-ZÀ-Þ][\w.'’-]*){0,4}"
_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_TAKEN_BY = (
    r"(?:(?:Photo(?:graph|graphy|graphs|s| illustration|Illustration)?|Image|Images|Picture|Pictures|Pic|Credit|Illustration)"
    r"(?: (?:credit|courtesy|source|copyright))?(?: ?: ?| by | courtesy(?: of)? )|"
    r"[Cc]ourtesy(?: of)? |CREDIT: ?|PHOTO: ?|PHOTOGRAPH: ?|©\s?)"
)
# What ends a caption, each with the mark or agency that tells it from prose.
_TRAILING = re.compile(
    r"(?:"
    rf"\((?:[^()]*\b{_AGENCY}\b[^()]*|{_TAKEN_BY}[^()]{{2,90}}|{_NAME} ?/ ?[^()]{{2,60}}|{_NAME} for The {_NAME})\)"
    r"|(?<=[.!?\w”\"’)])(?:Credit)+(?=[A-ZÀ-Þ(…]).{2,110}"
    rf"|(?<=[.!?] )Credit {_NAME}.{{0,90}}"
    rf"|(?<=\s){_TAKEN_BY}[^.!?]{{2,110}}"
    rf"|(?<=\s)(?:AP Photo|REUTERS) ?/.{{2,60}}"
    # Without a full stop before it, a name is two words: "outside London Ada Wong/Reuters".
    rf"|(?:(?<=[.!?”\"’)] ){_NAME}|(?<=\s){_WORD} (?!{_AGENCY}\b){_WORD}|(?<=[\s.]){_AGENCY})(?:, File)? ?(?:/| via ) ?"
    rf"(?:[\w .&'’-]+(?:/| via | for ))*{_AGENCY}(?:, (?:FILE|File|file))?"
    r")[.\s]*$"
)
_ONLY = re.compile(
    rf"\(?(?:(?:Credit)*{_TAKEN_BY}.{{2,110}}|(?:Credit)+[A-ZÀ-Þ(].{{2,110}}|Credit(?: {_NAME})?|(?:.{{0,60}}(?:/| via ))?{_AGENCY}(?:, \w+)?|AP Photo.*"
    rf"|REUTERS ?/.*|{_NAME} {_NAME} ?/ ?{_NAME}|{_NAME} for The {_NAME}|{_NAME} ?/.{{2,60}}\b{_AGENCY}\b.*)\)?[.]?"
)
_PAREN_NAME = re.compile(r"\([A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}\)$")
_LABELLED = re.compile(
    r"(?P<credit>Image (?:copyright|source),? .{1,60}? )?(?P<label>Image caption,?|Media caption,?|Video caption,?"
    r"|Enlarge this image(?: toggle caption)?|toggle caption|Caption:)\s+(?=\S)"
)
_FIRST = re.compile(rf"(?:Getty Images|AP:Associated Press|AP Photo|{_AGENCY})\s+(?=[A-ZÀ-Þ‘“\"'])")
_LAST = re.compile(rf"\s{_AGENCY}$")
_HIDE = re.compile(r"\s*\b(?:hide caption|toggle caption|Enlarge this image)$")
_OPENS = re.compile(
    r"(?:FILE ?[-–—:]+ |(?:In|On) (?:this|an?) (?:[^.]{0,40} )?(?:photo|image|picture|photograph|frame|handout|illustration)\b"
    r"|(?:This|The|An?) (?:\w+ ){0,3}(?:photo|image|picture|photograph) (?:\w+ ){0,6}(?:shows?|taken|released|provided|from)\b"
    r"|An? (?:general|aerial|file) (?:view|photo|picture|image)\b|(?:Pictured|Clockwise)\b|File (?:photo|image|picture)\b"
    r"|\(?(?:From )?[Ll](?:eft)? to [Rr](?:ight)?\b|\d{1,3} ?(?:of|/) ?\d{1,3}[. ]+(?=\S+ \S)|(?:Above|Below|Left|Right|Top): )"
)
_SIDES = re.compile(
    r"(?:\((?:left|right|pictured|centre|center)(?: \w+)?\)|, (?:left|right|pictured|second from \w+),)", re.I
)


def mark_pictures(pieces: Sequence[Piece]) -> list[Piece]:
    """Captions with their credits beside them, and credits alone."""
    names = _repeated_names(pieces)
    return each_open(pieces, lambda piece: _read(piece, names))


def _repeated_names(pieces: Sequence[Piece]) -> frozenset[str]:
    """Names in brackets that end more than one line: whoever took this article's pictures."""
    found = Counter(match.group() for piece in pieces if (match := _PAREN_NAME.search(piece.text[-60:])))
    return frozenset(name for name, count in found.items() if count > 1)


def _read(piece: Piece, names: frozenset[str]) -> list[Piece]:
    if len(piece.text) > 1200 or len(piece.words) > _CAPTION_WORDS:
        return [piece]
    if match := _LABELLED.match(piece.text):
        return _labelled(piece, match)
    if len(piece.words) <= _CREDIT_WORDS and _ONLY.fullmatch(piece.flat):
        return _credit(piece)
    return _caption(piece, names) or [piece]


def _labelled(piece: Piece, match: re.Match[str]) -> list[Piece]:
    """ "Image copyright Ada Wong Image caption The square": credit, label, caption."""
    parts = piece.cut(match.start("label"), match.end("label"))
    *credit, label, rest = parts
    text = rest.text
    caption = _credit(rest) if _ONLY.fullmatch(rest.flat) or _doubled(text) else _caption(rest, frozenset())
    return [
        *(part.marked("credit") for part in credit),
        label.marked("boilerplate", LABEL),
        *(caption or [rest.marked("caption")]),
    ]


def _caption(piece: Piece, names: frozenset[str]) -> list[Piece]:
    """The caption and its credit, or nothing where the piece is neither."""
    if (first := _FIRST.match(piece.text)) and not piece.closed and len(piece.words) > 4:
        credit, caption = piece.cut(first.end())
        return [credit.marked("credit"), caption.marked("caption")]
    hide = _HIDE.search(piece.text)
    end = hide.start() if hide else len(piece.text)
    trailing = _TRAILING.search(piece.text, 0, end) or _named(piece, names)
    if trailing is None and not hide:
        if not _looks_like_caption(piece):
            return []
        trailing = _LAST.search(piece.text)
    caption, *rest = piece.cut(*([trailing.start()] if trailing else []), end)
    if trailing and trailing.start() == 0:
        return [caption.marked("credit"), *(part.marked("boilerplate", LABEL) for part in rest)]
    marked = [caption.marked("caption")]
    if trailing:
        marked.append(rest.pop(0).marked("credit"))
    return marked + [part.marked("boilerplate", LABEL) for part in rest]


def _named(piece: Piece, names: frozenset[str]) -> re.Match[str] | None:
    match = _PAREN_NAME.search(piece.text)
    return match if match and match.group() in names else None


def _looks_like_caption(piece: Piece) -> bool:
    sides = _SIDES.search(piece.text) is not None and len(piece.words) < 50 and not piece.closed
    return sides or _OPENS.match(piece.text) is not None


def _credit(piece: Piece) -> list[Piece]:
    """A credit, once: pages repeat it for the small and the large picture."""
    if half := _doubled(piece.text):
        first, second = piece.cut(half)
        return [first.marked("credit"), second.marked("boilerplate", REPEATED)]
    return [piece.marked("credit")]


def _doubled(text: str) -> int:
    """Where the second half begins, if it says the same as the first; else 0."""
    middle = len(text) // 2
    return middle if text[:middle].strip() == text[middle:].strip() != "" else 0
