"""The head of an article: title, its repetitions, and where a report was filed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.english.dates import MONTH
from narrate.structure.piece import HEAD, Piece
from narrate.structure.rules.bylines import is_byline

REPEATED = "repeats the title"

_TITLE_WORDS = 35
"""The longest headline in 1023 articles has 31 words; a first paragraph seldom has fewer without an end."""
_TITLE_LENGTH = 300
_SECTION_LENGTH = 25
"""Characters of the name of a section that may stand before the repeated title."""
_FULL_STOP = re.compile(r"(?<!\.)[.。][”\"’']?$")
_INNER_END = re.compile(r"\w{3,}[.?!] [A-Z]")
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]+){0,4}"
_SOURCE = r"(?:CNN(?: Business)?|CNNMoney|AP|Reuters|AFP|UPI|IANS|PTI|ANI|TNS|Bloomberg|Xinhua)"
# A place in capitals and a dash, or an agency in brackets after a place in any case.
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, [A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*){{0,2}})?(?:, {MONTH} \d{{1,2}})?"
    r"(?: \([^()]{2,40}\))?"
    r" ?(?:--+|[–—_]|-(?= ))\s*"
    rf"|(?:[A-ZÀ-Þ][\w.'’-]*(?:,? [A-ZÀ-Þ(][\w.'’)-]*){{0,4}}(?:, {MONTH} \d{{1,2}})? )?"
    rf"\({_SOURCE}\)(?: ?(?:--+|[–—_-]))?\s+)(?=[\w\"'“‘$£€(])"
)
_DATELINE_LENGTH = 80


def mark_title(pieces: Sequence[Piece]) -> list[Piece]:
    """The title that is known, or the first open line that reads as one; later lines that only repeat it."""
    known = any(piece.kind == "title" for piece in pieces[:HEAD])
    kind = "title" if known else None
    first = next((index for index, piece in enumerate(pieces[:HEAD]) if piece.kind == kind), None)
    if first is None or not (known or _is_title(pieces[first], pieces[first + 1 :])):
        return list(pieces)
    title = pieces[first].marked("title")
    after = first + 1 + HEAD
    checked = [part for piece in pieces[first + 1 : after] for part in _without_title(piece, title)]
    return [*pieces[:first], title, *checked, *pieces[after:]]


def _is_title(piece: Piece, after: Sequence[Piece]) -> bool:
    if len(piece.text) > _TITLE_LENGTH or len(piece.words) > _TITLE_WORDS or not after:
        return False
    if piece.text.endswith((":", ",", ";")) or _DATELINE.match(piece.text) or is_byline(piece, alone=False):
        return False
    return not _FULL_STOP.search(piece.text) or _is_confirmed(piece, after)


def _is_confirmed(piece: Piece, after: Sequence[Piece]) -> bool:
    """A headline with a full stop is told from a first sentence by its capitals, or by what follows it."""
    long = [word for word in piece.words if len(word) > 3]
    if len(long) < 3:
        return False
    capitals = sum(word[0].isupper() for word in long)
    if _INNER_END.search(piece.text):  # of two sentences; a summary may stand between it and the authors
        return capitals * 5 > len(long) * 4 or any(is_byline(below, alone=False) for below in after[:2])
    is_dated = is_byline(after[0], alone=True) or bool(_DATELINE.match(after[0].text))
    return capitals * 5 > len(long) * 4 or is_dated


def _without_title(piece: Piece, title: Piece) -> list[Piece]:
    if piece.kind not in (None, "caption"):
        return [piece]
    # At the beginning of a line, or behind the name of a section.
    at = piece.text.find(title.text, 0, len(title.text) + _SECTION_LENGTH)
    if at >= 0 and len(piece.text[:at].split()) < 3 and len(title.words) > 2:
        again, *rest = piece.cut(at + len(title.text))
        return [again.marked("boilerplate", REPEATED), *rest]
    return [piece.marked("boilerplate", REPEATED) if piece.kind is None and _repeats(piece, title) else piece]


def _repeats(piece: Piece, title: Piece) -> bool:
    """Whether a line has the title's words, a few dropped: once for the tab and once for the page."""
    if len(piece.text) > 2 * _TITLE_LENGTH:
        return False
    whole, said = _key(title.text), _key(piece.text)
    rest = iter(whole)
    return len(said) >= 3 and len(said) * 2 >= len(whole) and all(word in rest for word in said)


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def cut_dateline(piece: Piece) -> list[Piece]:
    """ "LONDON (Reuters) - " before a report becomes a block of its own."""
    match = _DATELINE.match(piece.text)
    if match is None or match.end() > _DATELINE_LENGTH or len(piece.text) < match.end() + 20:
        return [piece]
    dateline, *rest = piece.cut(match.end())
    return [dateline.marked("dateline"), *rest]
