"""Captions, and who took the picture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from narrate.structure.piece import NAME, Piece, each_open

LABEL = "label of a picture or video"
REPEATED = "repeats the credit"

_CAPTION_WORDS = 110
"""The longest caption in the pages looked at has 96 words."""
_CREDIT_WORDS = 16
_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_AGENCY = (
    r"(?:Getty(?: Images)?|AFP|AP|Reuters|REUTERS|EPA|EFE|ANSA|TASS|DPA|dpa|PA(?: Wire| Images| Media)?"
    r"|Press Association|Associated Press|Agence France-Presse|Shutterstock|iStock(?:photo)?"
    r"|Alamy(?: Stock Photo)?|Rex(?: Features)?|REX|ZUMA(?: Press)?|Corbis|Bloomberg|Xinhua|Landov|Unsplash"
    r"|Flickr|Wikimedia(?: Commons)?|Creative Commons|WireImage|FilmMagic|Anadolu(?: Agency)?"
    r"|Barcroft(?: Media)?|Handout|handout|Digital Vision|Photodisc|Pexels|Pixabay)"
)
_TAKEN_BY = (
    r"(?:(?:Photo(?:graph|graphy|graphs|s| ?[Ii]llustration)?|Images?|Pictures?|Pic|Cr[eé]dits?|Fotos?"
    r"|Bild(?:er)?|Illustration|Copyright)(?: (?:[Cc]redits?|courtesy|source|copyright))?"
    r"(?: ?: ?| by | courtesy(?: of)? )"
    r"|Courtesy(?: of)? |CREDIT: ?|PHOTO: ?|PHOTOGRAPH: ?|©\s?)"
)
_SLASHED = rf"(?: ?/ ?| via )(?:[\w .&'’-]+(?:/| via | for ))*{_AGENCY}(?:,? (?:FILE|[Ff]iles?))?"
_LICENCE = r"CC[- ]BY(?:[- ](?:SA|NC|ND))* ?\d\.\d"
# What ends a caption, each with the mark or the agency that tells it from prose. Where no full stop
# stands before it a name is two words: "the square in Orlow Ada Wong/Reuters".
_TRAILING = re.compile(
    rf"(?:\((?:[^()]{{0,60}}\b{_AGENCY}\b[^()]{{0,60}}|{_TAKEN_BY}[^()]{{2,90}}"
    rf"|{NAME} ?/ ?[^()]{{2,60}}|{NAME} for The {NAME})\)"
    r"|(?<=[.!?\w”\"’)])(?:Credit)+(?=[A-ZÀ-Þ(….]).{2,110}"
    rf"|(?<=[.!?] )(?:Credit|Source:) ?{NAME}.{{0,90}}"
    rf"|(?<=\s){_TAKEN_BY}(?:[^.!?]|(?<=\d)\.(?=\d)){{2,110}}|(?<=\s){_LICENCE}"
    r"|(?<=\s)(?:AP Photo|REUTERS) ?/.{2,60}"
    rf"|(?:(?<=[.!?”\"’)] ){NAME}|(?<=\s){_WORD} (?!{_AGENCY}\b){_WORD}|(?<=[\s.]){_AGENCY})"
    rf"(?:, File)?{_SLASHED}"
    r")[.\s]*$"
)
# In short lines no mark is needed behind the end of a sentence.
_TRAILING_SHORT = re.compile(
    rf"(?:(?<=[.!?”\"’)] )(?:\| )?{_WORD} {NAME} ?/ ?{NAME}|(?<=[a-z][.!?]){NAME}{_SLASHED}"
    rf"|(?<=[.!?] )(?:\((?:{_WORD} ){{1,4}}{_WORD}\)|{_AGENCY}))[.\s]*$"
)
_SHORT_WORDS = 30
# One of them stands in every credit: a quick look that spares most lines the slow one.
_TRIGGERS = (
    "/",
    "(",
    "©",
    " via ",
    "redit",
    "REDIT",
    "oto",
    "OTO",
    "Bild",
    "rédit",
    "CC",
    "mage",
    "icture",
    "Pic",
    "ourtesy",
    "ource:",
    "llustration",
)
_ONLY = re.compile(
    r"\(?(?:(?:[Ss]ources?|SOURCES?): .{2,110}"
    rf"|(?:Credit)*{_TAKEN_BY}.{{2,110}}|(?:Credit)+[A-ZÀ-Þ(.].{{2,110}}|Credit(?: {NAME})?"
    r"|Image (?:copyright|source),? .{2,60}"
    rf"|{_LICENCE}|(?:{NAME}|\S+){_SLASHED}|{_AGENCY}(?:, \w+)?|(?:AP Photo|REUTERS) ?/.*"
    rf"|{_WORD} {NAME} ?/ ?{NAME}|{NAME} for The {NAME}"
    rf"|\((?=[^()]*[a-z])(?:{_WORD} ){{1,4}}{_WORD}(?=\)))\)?[.]?"
)
_PAREN_NAME = re.compile(rf"\({_WORD}(?: {_WORD}){{1,3}}\)$")
_LABELLED = re.compile(
    r"(?P<credit>Image (?:copyright|source),? .{1,60}? )?"
    r"(?P<label>(?:Image|Media|Video) caption,?|Enlarge this image(?: toggle caption)?|toggle caption"
    r"|Caption:"
    # With a sentence behind it, and not with the photographer.
    r"|(?:Image|Photo|PHOTO|IMAGE|Picture):(?= (?:\S+ ){0,6}(?!(?:for|of|via|by|courtesy|and|the|from|de|la"
    r"|al|van|von|bin|provided|supplied|handout)\b)[a-z]{2,}\b))\s+(?=\S)"
)
_FIRST = re.compile(rf"(?:Getty Images|AP:Associated Press|AP Photo|{_AGENCY})\s+(?=[A-ZÀ-Þ‘“\"'])")
_LAST = re.compile(rf"\s{_AGENCY}$")
_HIDE = re.compile(r"\s*\b(?:hide caption|toggle caption|Enlarge this image)$")
_OPENS = re.compile(
    r"(?:FILE ?[-–—:]+ "
    r"|(?:In|On) (?:this|an?) (?:[^.]{0,40} )?(?:photo|image|picture|photograph|frame|handout|illustration)\b"
    r"|(?:This|The|An?) (?:\w+ ){0,3}(?:photo|image|picture|photograph) (?:\w+ ){0,6}"
    r"(?:shows?|taken|released|provided)\b"
    r"|An? (?:general|aerial|file) (?:view|photo|picture|image)\b|(?:Pictured|Clockwise)\b"
    r"|File (?:photo|image|picture)\b|\(?(?:From )?[Ll](?:eft)? to [Rr](?:ight)?\b"
    r"|\d{1,3} ?(?:of|/) ?\d{1,3}[. ]+(?=\S+ \S)|(?:Above|Below|Left|Right|Top): )"
)
# "Figure 2: …", "The parts of a mill [Fig. 3]".
_FIGURE = re.compile(
    r"(?:Figure|Fig\.?|Plate|Exhibit) \d{1,3}[a-z]?(?:\.\d+)?(?: ?[:|–—] |\. (?=[A-Z])).*"
    r"|[^.!?]{3,200}[\[(](?:Fig(?:ure)?\.?|Plate|Exhibit) \d{1,3}[a-z]?[\])]",
    re.DOTALL,
)
_SIDES = re.compile(
    r"\((?:left|right|pictured|centre|center)(?: \w+)?\)|, (?:left|right|pictured|second from \w+),",
    re.IGNORECASE,
)
_SIDES_WORDS = 50


def mark_pictures(pieces: Sequence[Piece]) -> list[Piece]:
    """Captions with their credits beside them, and credits alone."""
    names = _repeated_names(pieces)
    return each_open(pieces, lambda piece: _read(piece, names))


def _repeated_names(pieces: Sequence[Piece]) -> frozenset[str]:
    """Names in brackets that end more than one line: whoever took this article's pictures."""
    found = Counter(match.group() for piece in pieces if (match := _PAREN_NAME.search(piece.text[-60:])))
    return frozenset(name for name, count in found.items() if count > 1)


def _read(piece: Piece, names: frozenset[str]) -> list[Piece]:
    if len(piece.text) > 12 * _CAPTION_WORDS or len(piece.words) > _CAPTION_WORDS:
        return [piece]
    if match := _LABELLED.match(piece.text):
        return _labelled(piece, match)
    if len(piece.words) <= _CREDIT_WORDS and _ONLY.fullmatch(piece.flat):
        return _credit(piece)
    if (first := _FIRST.match(piece.text)) and not piece.closed and len(piece.words) > 4:
        credit, caption = piece.cut(first.end())
        return [credit.marked("credit"), caption.marked("caption")]
    return _caption(piece, names) or [piece]


def _labelled(piece: Piece, match: re.Match[str]) -> list[Piece]:
    """ "Image copyright Ada Wong Image caption The square": credit, label, caption."""
    *credit, label, rest = piece.cut(match.start("label"), match.end("label"))
    if _ONLY.fullmatch(rest.flat) or _doubled(rest.text):
        caption = _credit(rest)
    else:
        caption = _caption(rest, frozenset()) or [rest.marked("caption")]
    return [*(part.marked("credit") for part in credit), label.marked("boilerplate", LABEL), *caption]


def _caption(piece: Piece, names: frozenset[str]) -> list[Piece]:
    """The caption and its credit, or nothing where the piece is neither."""
    hide = _HIDE.search(piece.text) if piece.text.endswith(("caption", "image")) else None
    end = hide.start() if hide else len(piece.text)
    may_credit = any(trigger in piece.text for trigger in _TRIGGERS)
    trailing = (_TRAILING.search(piece.text, 0, end) if may_credit else None) or _named(piece, names)
    if trailing is None and len(piece.words) <= _SHORT_WORDS:
        trailing = _TRAILING_SHORT.search(piece.text, 0, end)
    if trailing is None and not hide:
        if not _looks_like_caption(piece):
            return []
        trailing = _LAST.search(piece.text)
    first, *rest = piece.cut(*([trailing.start()] if trailing else []), end)
    marked = [first.marked("credit" if trailing and trailing.start() == 0 else "caption")]
    if trailing and trailing.start() > 0:
        marked.append(rest.pop(0).marked("credit"))
    return marked + [part.marked("boilerplate", LABEL) for part in rest]


def _named(piece: Piece, names: frozenset[str]) -> re.Match[str] | None:
    match = _PAREN_NAME.search(piece.text)
    return match if match and match.group() in names else None


def _looks_like_caption(piece: Piece) -> bool:
    if _OPENS.match(piece.text) or _FIGURE.fullmatch(piece.text):
        return True
    return len(piece.words) < _SIDES_WORDS and not piece.closed and _SIDES.search(piece.text) is not None


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
