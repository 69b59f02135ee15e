"""Captions and who took the picture, told by their wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from narrate.english.agencies import PICTURE_SOURCE
from narrate.structure.piece import NAME, Piece, each_open

LABEL = "label of a picture or video"
REPEATED = "repeats the credit"

_CAPTION_WORDS = 110
"""The longest caption in the pages looked at has 96 words."""
_CREDIT_WORDS = 16
"""Of a credit on a line of its own."""
_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_TAKEN_BY = (
    r"(?:(?:Photo(?:graph|graphy|graphs|s| ?[Ii]llustration)?|Images?|Pictures?|Pic|Cr[eé]dits?|Fotos?"
    r"|Bild(?:er)?|Illustration|Copyright)(?: (?:[Cc]redits?|courtesy|source|copyright))?"
    r"(?: ?: ?| by | courtesy(?: of)? )"
    r"|Courtesy(?: of)? |CREDIT: ?|PHOTO: ?|PHOTOGRAPH: ?|©\s?)"
)
_SLASHED = rf"(?: ?/ ?| via )(?:[\w .&'’-]+(?:/| via | for ))*{PICTURE_SOURCE}(?:,? (?:FILE|[Ff]iles?))?"
_LICENCE = r"CC[- ]BY(?:[- ](?:SA|NC|ND))* ?\d\.\d"
# What ends a caption, each with the mark or the agency that tells it from prose. Where no full stop
# stands before it a name is two words: "the square in Orlow Ada Wong/Reuters".
_TRAILING = re.compile(
    rf"(?:\((?:[^()]{{0,60}}\b{PICTURE_SOURCE}\b[^()]{{0,60}}|{_TAKEN_BY}[^()]{{2,90}}"
    rf"|{NAME} ?/ ?[^()]{{2,60}}|{NAME} for The {NAME})\)"
    r"|(?<=[.!?\w”\"’)])(?:Credit)+(?=[A-ZÀ-Þ(….]).{2,110}"
    rf"|(?<=[.!?] )(?:Credit|Source:) ?{NAME}.{{0,90}}"
    rf"|(?<=\s){_TAKEN_BY}(?:[^.!?]|(?<=\d)\.(?=\d)){{2,110}}|(?<=\s){_LICENCE}"
    r"|(?<=\s)(?:AP Photo|REUTERS) ?/.{2,60}"
    rf"|(?:(?<=[.!?”\"’)] ){NAME}|(?<=\s){_WORD} (?!{PICTURE_SOURCE}\b){_WORD}|(?<=[\s.]){PICTURE_SOURCE})"
    rf"(?:, File)?{_SLASHED}"
    r")[.\s]*$"
)
# In short lines no mark is needed behind the end of a sentence.
_TRAILING_SHORT = re.compile(
    rf"(?:(?<=[.!?”\"’)] )(?:\| )?{_WORD} {NAME} ?/ ?{NAME}|(?<=[a-z][.!?]){NAME}{_SLASHED}"
    rf"|(?<=[.!?] )(?:\((?:{_WORD} ){{1,4}}{_WORD}\)|{PICTURE_SOURCE}))[.\s]*$"
)
_SHORT_WORDS = 30
# One of these stands in every credit: a quick look that spares most lines the slow one.
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
# Lines that are nothing but a credit.
_ONLY = re.compile(
    r"\(?(?:(?:[Ss]ources?|SOURCES?): .{2,110}"
    rf"|(?:Credit)*{_TAKEN_BY}.{{2,110}}|(?:Credit)+[A-ZÀ-Þ(.].{{2,110}}|Credit(?: {NAME})?"
    r"|Image (?:copyright|source),? .{2,60}"
    rf"|{_LICENCE}|(?:{NAME}|\S+){_SLASHED}|{PICTURE_SOURCE}(?:, \w+)?|(?:AP Photo|REUTERS) ?/.*"
    rf"|{_WORD} {NAME} ?/ ?{NAME}|{NAME} for The {NAME}"
    rf"|\((?=[^()]*[a-z])(?:{_WORD} ){{1,4}}{_WORD}(?=\)))\)?[.]?"
)
# "(Ada Wong)" at the end of a line.
_NAME_IN_BRACKETS = re.compile(rf"\({_WORD}(?: {_WORD}){{1,3}}\)$")
# The label in front of a caption, and a credit in front of the label.
_LABELLED = re.compile(
    r"(?P<credit>Image (?:copyright|source),? .{1,60}? )?"
    r"(?P<label>(?:Image|Media|Video) caption,?|Enlarge this image(?: toggle caption)?|toggle caption"
    r"|Caption:"
    # With a sentence behind it, and not with the photographer.
    r"|(?:Image|Photo|PHOTO|IMAGE|Picture):(?= (?:\S+ ){0,6}(?!(?:for|of|via|by|courtesy|and|the|from|de|la"
    r"|al|van|von|bin|provided|supplied|handout)\b)[a-z]{2,}\b))\s+(?=\S)"
)
# An agency in front of a caption, and behind it.
_FIRST = re.compile(rf"(?:Getty Images|AP:Associated Press|AP Photo|{PICTURE_SOURCE})\s+(?=[A-ZÀ-Þ‘“\"'])")
_LAST = re.compile(rf"\s{PICTURE_SOURCE}$")
# A button that was left behind a caption.
_BUTTON = re.compile(r"\s*\b(?:hide caption|toggle caption|Enlarge this image)$")
# How captions begin.
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
# Who stands where.
_SIDES = re.compile(
    r"\((?:left|right|pictured|centre|center)(?: \w+)?\)|, (?:left|right|pictured|second from \w+),",
    re.IGNORECASE,
)
_SIDES_WORDS = 50
_FEWEST_WORDS = 4
"""Of an agency and a caption; fewer words are a name that begins like an agency's."""


def mark_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Captions with their credits beside them, and credits alone."""
    photographers = _repeated_names(pieces)
    return each_open(pieces, lambda piece: _recognized(piece, photographers))


def _repeated_names(pieces: Sequence[Piece]) -> frozenset[str]:
    """Names in brackets that end more than one line: whoever took this article's pictures."""
    matches = (_NAME_IN_BRACKETS.search(piece.text[-60:]) for piece in pieces)
    found = Counter(match.group() for match in matches if match)
    return frozenset(name for name, count in found.items() if count > 1)


def _recognized(piece: Piece, photographers: frozenset[str]) -> list[Piece]:
    if len(piece.text) > 12 * _CAPTION_WORDS or len(piece.words) > _CAPTION_WORDS:
        return [piece]
    beside = _labelled(piece) or _credit_alone(piece) or _behind_agency(piece)
    return beside or _caption(piece, photographers) or [piece]


def _labelled(piece: Piece) -> list[Piece]:
    """ "Image copyright Ada Wong Image caption The square": credit, label, caption; nothing without one."""
    match = _LABELLED.match(piece.text)
    if match is None:
        return []
    start, end = match.span("label")
    *names, label, rest = piece.cut(start, end)
    marked = [part.marked("credit") for part in names]
    marked.append(label.marked("boilerplate", LABEL))
    caption = _behind_label(rest)
    return marked + caption


def _behind_label(piece: Piece) -> list[Piece]:
    if _ONLY.fullmatch(piece.flat) or _doubled(piece.text):
        return _credit(piece)
    return _caption(piece, frozenset()) or [piece.marked("caption")]


def _credit_alone(piece: Piece) -> list[Piece]:
    is_credit = len(piece.words) <= _CREDIT_WORDS and _ONLY.fullmatch(piece.flat) is not None
    return _credit(piece) if is_credit else []


def _behind_agency(piece: Piece) -> list[Piece]:
    """A caption, and in front of it the agency that the picture is from; nothing where none stands there."""
    agency = _FIRST.match(piece.text)
    if agency is None or piece.closed or len(piece.words) <= _FEWEST_WORDS:
        return []
    credit, caption = piece.cut(agency.end())
    return [credit.marked("credit"), caption.marked("caption")]


def _caption(piece: Piece, photographers: frozenset[str]) -> list[Piece]:
    """The caption, its credit and the button behind them; nothing where the piece is no caption."""
    button = _button(piece)
    end = button.start() if button else len(piece.text)
    credit = _trailing_credit(piece, end, photographers)
    if credit is None and button is None:
        return _caption_alone(piece)
    return _cut_caption(piece, credit.start() if credit else end, end)


def _caption_alone(piece: Piece) -> list[Piece]:
    """A caption that its own words show to be one, with the agency that may end it."""
    if not _looks_like_caption(piece):
        return []
    end = len(piece.text)
    agency = _LAST.search(piece.text)
    return _cut_caption(piece, agency.start() if agency else end, end)


def _cut_caption(piece: Piece, credit: int, end: int) -> list[Piece]:
    """Caption, credit and button. `credit`, `end`: offsets of the credit's beginning and end."""
    marked: list[Piece] = []
    for part in piece.cut(credit, end):
        offset = part.start - piece.start
        if offset < credit:
            recognized = part.marked("caption")
        elif offset < end:
            recognized = part.marked("credit")
        else:
            recognized = part.marked("boilerplate", LABEL)
        marked.append(recognized)
    return marked


def _button(piece: Piece) -> re.Match[str] | None:
    return _BUTTON.search(piece.text) if piece.text.endswith(("caption", "image")) else None


def _trailing_credit(piece: Piece, end: int, photographers: frozenset[str]) -> re.Match[str] | None:
    """The credit that ends `piece.text[:end]`."""
    may_hold_credit = any(trigger in piece.text for trigger in _TRIGGERS)
    credit = _TRAILING.search(piece.text, 0, end) if may_hold_credit else None
    return credit or _photographer(piece, photographers) or _short_credit(piece, end)


def _photographer(piece: Piece, photographers: frozenset[str]) -> re.Match[str] | None:
    name = _NAME_IN_BRACKETS.search(piece.text)
    return name if name and name.group() in photographers else None


def _short_credit(piece: Piece, end: int) -> re.Match[str] | None:
    is_short = len(piece.words) <= _SHORT_WORDS
    return _TRAILING_SHORT.search(piece.text, 0, end) if is_short else None


def _looks_like_caption(piece: Piece) -> bool:
    if _OPENS.match(piece.text) or _FIGURE.fullmatch(piece.text):
        return True
    if piece.closed or len(piece.words) >= _SIDES_WORDS:
        return False
    return _SIDES.search(piece.text) is not None


def _credit(piece: Piece) -> list[Piece]:
    """A credit, once: pages repeat it for the small and the large picture."""
    middle = _doubled(piece.text)
    if not middle:
        return [piece.marked("credit")]
    credit, again = piece.cut(middle)
    return [credit.marked("credit"), again.marked("boilerplate", REPEATED)]


def _doubled(text: str) -> int:
    """Where the second half begins, if it says the same as the first; else 0."""
    middle = len(text) // 2
    first, second = text[:middle].strip(), text[middle:].strip()
    return middle if first and first == second else 0
