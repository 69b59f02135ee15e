"""The head of an article: title, its repetitions, authors, dates, and where a report was filed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.reading.dates import MONTH, find_date
from narrate.reading.piece import Piece, each_open

REPEATED = "repeats the title"

_TITLE_WORDS = 35
"""The longest headline in 1023 articles has 31 words; a first paragraph seldom has fewer without an end."""
_HEAD = 8
"""Lines after the title in which a byline without "By", or the title again, may stand."""
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de|van|von|der|la|al|bin|da|di))?"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,4}}(?:(?:, | and | & ){_NAME}(?: {_NAME}){{1,4}}){{0,8}}"
_ROLE = r"(?:,? (?:in|for|at|of) (?:The )?[A-ZÀ-Þ][\w. ]{1,40}|, [^.]{2,60}| (?:correspondent|reporter|editor|writer|staff)\b[^.]{0,40})"
_BYLINE = re.compile(
    rf"(?:(?:Written |Posted |Published |Reported |Story |Words )?[Bb][Yy]:? )(?P<who>{_NAMES})(?P<role>{_ROLE}?\W*.{{0,90}})"
)
_WHO_WHERE = re.compile(
    rf"(?P<who>{_NAMES})(?: in [A-ZÀ-Þ][\w. ]{{1,40}}|, [^.]{{2,60}}\b(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter|News)\b[^.]{{0,40}})"
)
_NAME_ALONE = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]+(?: (?:(?:de|van|von|der|la|al|bin|da|di|and|&) )?[A-ZÀ-Þ][\w.'’-]*,?){1,5}"
)
# Words that headings have and people's names have not.
_NO_NAME = re.compile(
    r"\b(?:the|a|an|what|how|why|who|where|when|is|are|of|on|in|to|for|this|that|key|points?|summary|highlights?|overview|"
    r"introduction|background|analysis|abstract|contents|takeaways?|facts?|updates?|story|photos?|videos?|report|opinion|"
    r"breaking|exclusive|live|latest|developments?|questions?|answers?|part|chapter|about|more|test|title)\b",
    re.IGNORECASE,
)
_TIME = r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?|\d{1,2} ?[ap]\.?m\.?)"
_DATE = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d(?:T[\d:.Z+-]+)?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_DATED = re.compile(rf"{_DATE}|{_TIME}", re.IGNORECASE)
_DATE_FILLER = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|at|on|by|first|last|originally|published|updated"
    r"|posted|modified|created|date|issued|filed|ago|[ECMP][SD]?T|GMT|BST|UTC|IST|CEST|AEST|eastern|local|time|[ap]m)\b|\W",
    re.IGNORECASE,
)
_DATE_WORD = re.compile(
    r"(?:first |last |originally )?(?:published|updated|posted|modified|created|date|issued|filed|publ\.)\b:?",
    re.IGNORECASE,
)
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]+){0,4}"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, [A-ZÀ-Þ][\w. ]{{1,30}})?(?:, {MONTH} \d{{1,2}})?(?: \([^()]{{2,40}}\))? ?(?:--+|[–—]|-(?= ))\s*"
    rf"|(?:[A-ZÀ-Þ][\w.'’-]*(?:,? [A-ZÀ-Þ(][\w.'’)-]*){{0,4}}(?:, {MONTH} \d{{1,2}})? )?\((?:CNN|AP|Reuters|AFP|UPI|IANS|PTI|ANI|TNS|CNN"
    r" Business|CNNMoney|Bloomberg|Xinhua)\)(?: ?(?:--+|[–—-]))?\s+)(?=[\w\"'“‘$£€(])"
)


def mark_title(pieces: Sequence[Piece]) -> list[Piece]:
    """The first open line, if it reads as a headline; later lines that only repeat it."""
    first = next((index for index, piece in enumerate(pieces[:_HEAD]) if piece.kind is None), None)
    if first is None or not _is_title(pieces[first], pieces[first + 1 :]):
        return list(pieces)
    title = pieces[first].marked("title")
    after = [new for piece in pieces[first + 1 : first + 1 + _HEAD] for new in _without_title(piece, title)]
    return [*pieces[:first], title, *after, *pieces[first + 1 + _HEAD :]]


def _is_title(piece: Piece, after: Sequence[Piece]) -> bool:
    if len(piece.text) > 300 or not after or _DATELINE.match(piece.text) or _is_byline(piece, alone=False):
        return False
    if len(piece.words) > _TITLE_WORDS or piece.text.endswith((":", ",", ";")):
        return False
    if not piece.text.endswith((".", ".”", '."', "。")) or piece.text.endswith("..."):
        return True
    return _confirmed(piece, after[0])


def _confirmed(piece: Piece, after: Piece) -> bool:
    """A headline with a full stop is told from a first sentence by its capitals, or by what follows it."""
    long = [word for word in piece.words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) > 2 and (
        capitals * 5 > len(long) * 4
        or _is_byline(after, alone=True)
        or _DATELINE.match(after.text) is not None
    )


def _without_title(piece: Piece, title: Piece) -> list[Piece]:
    if piece.kind not in (None, "caption"):
        return [piece]
    # At the beginning of a line, or behind the name of the section.
    at = piece.text.find(title.text, 0, len(title.text) + 25)
    if at >= 0 and len(piece.text[:at].split()) < 3 and len(title.words) > 2:
        again, *rest = piece.cut(at + len(title.text))
        return [again.marked("boilerplate", REPEATED), *rest]
    # Or the same words, a few dropped: what a page shows once as a tab and once as a headline.
    plain, said = _key(title.text), _key(piece.text[: len(title.text) * 2 + 40])
    if piece.kind is None and len(said) >= 3 and _is_within(said, plain) and len(said) * 2 >= len(plain):
        return [piece.marked("boilerplate", REPEATED)]
    return [piece]


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _is_within(words: list[str], others: list[str]) -> bool:
    """Whether the words occur among the others, in order."""
    rest = iter(others)
    return all(word in rest for word in words)


def mark_byline(pieces: Sequence[Piece]) -> list[Piece]:
    """Authors and dates: near the title in any form, further down only with "By"."""
    title = next((index for index, piece in enumerate(pieces) if piece.kind == "title"), -1)
    marked: list[Piece] = []
    named = title < 0
    for index, piece in enumerate(pieces):
        follows = index > 0 and marked[-1].kind == "byline"
        near = index <= title + _HEAD or follows or _DATE_WORD.match(piece.text) is not None
        # Only until the first open line: a name further down is a heading, or somebody in a list.
        named = named or index > title + 1 and marked[-1].kind is None
        is_byline = piece.kind is None and (
            _is_byline(piece, alone=not named and index > title) or near and _is_date(piece)
        )
        named = named or is_byline and not _is_date(piece)
        marked.append(piece.marked("byline") if is_byline else piece)
    return marked


def _is_byline(piece: Piece, *, alone: bool) -> bool:
    line = piece.flat
    if len(line) > 200 or line.endswith((".", "?", "!")) and not line.endswith(("r.", "D.", "A.", "m.")):
        return False
    if _BYLINE.fullmatch(line):
        return True
    return alone and (_WHO_WHERE.fullmatch(line) is not None or _is_name(line))


def _is_name(line: str) -> bool:
    return len(line.split()) <= 6 and _NAME_ALONE.fullmatch(line) is not None and not _NO_NAME.search(line)


def _is_date(piece: Piece) -> bool:
    """A line that says a date or a time, and at most three words more."""
    line = piece.flat
    rest = _DATED.sub(" ", line)
    return len(line) < 120 and rest != line and len(_DATE_FILLER.sub(" ", rest).split()) <= 3


def cut_dateline(piece: Piece) -> list[Piece]:
    """ "LONDON (Reuters) - " before a report becomes a block of its own."""
    match = _DATELINE.match(piece.text)
    if match is None or match.end() > 80 or len(piece.text) < match.end() + 20:
        return [piece]
    dateline, *rest = piece.cut(match.end())
    return [dateline.marked("dateline"), *rest]


def authors(pieces: Sequence[Piece]) -> str | None:
    """Who the bylines name, without "By" and without dates."""
    found = [name for piece in pieces if piece.kind == "byline" and (name := _author(piece.flat))]
    return found[0] if found else None


def _author(line: str) -> str | None:
    for pattern in (_BYLINE, _WHO_WHERE):
        if match := pattern.fullmatch(line):
            return match["who"].strip(" ,")
    return line if _is_name(line) and not find_date(line) else None


def published(pieces: Sequence[Piece]) -> str | None:
    """The first date that a byline states."""
    return next((day for piece in pieces if piece.kind == "byline" and (day := find_date(piece.text))), None)
