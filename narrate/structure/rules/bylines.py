"""Who wrote an article, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.english.dates import DATE, MONTH, find_date
from narrate.structure.piece import HEAD, NAME, Piece

_LONGEST = 200
_FULL_STOP = re.compile(r"\w{3}[.?!]")
"""The last four characters of a sentence, and not of an initial."""
_NAMES = rf"{NAME}(?:(?:, | and | & ){NAME}){{0,8}}"
_BY = re.compile(
    r"(?:Author: |(?:(?:Written|Posted|Published|Reported|Story|Words"
    r"|An? [a-z]+|Eine? [A-Z][a-z]+|Une? [a-z]+) )?"
    r"(?:[Bb][Yy]|Por|[Pp]ar|[Vv]on|Di|Door):? )"
    rf"(?P<who>{_NAMES})"
    r"(?:,? (?:in|for|at|of) (?:The )?[A-ZÀ-Þ][\w. ]{1,40}|, [^.]{2,60}"
    r"| (?:correspondent|reporter|editor|writer|staff)\b[^.]{0,40})?\W*.{0,90}"
)
_BY_ALONE = re.compile(r"(?:(?:written|posted|published|reported|story|words) )?by:?|von:?", re.IGNORECASE)
"""Above a line for the name."""
_WHO_WHERE = re.compile(
    rf"(?P<who>{_NAMES})(?:,? @\w+| in [A-ZÀ-Þ][\w. ]{{1,40}}"
    r"|, [^.]{2,60}\b(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter|News)\b[^.]{0,40})"
)
_WHO_WHAT = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w.'’-]+ [A-ZÀ-Þ][\w'’-]+)(?: [A-Z][\w-]+){0,3}"
    r" (?:[a-z]+ )?(?:editor|correspondent|reporter|writer|columnist)"
)
_OFFICE = re.compile(r"\b(?:Staff|Editor|Correspondent|Reporter|Writer|News)\b")
_NAME_ALONE = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]+(?: (?:(?:de|van|von|der|la|al|bin|da|di|and|&) )?[A-ZÀ-Þ][\w.'’-]*,?){1,5}"
)
_NAME_WORDS = 6
# Words that headings have and people's names have not.
_NO_NAME = re.compile(
    r"\b(?:the|a|an|what|how|why|who|where|when|is|are|of|on|in|to|for|this|that|key|points?|summary|highlights?"
    r"|overview|introduction|background|analysis|abstract|contents|takeaways?|facts?|updates?|story|photos?|videos?"
    r"|report|opinion|breaking|exclusive|live|latest|developments?|questions?|answers?|part|chapter|about|more|test"
    r"|title)\b",
    re.IGNORECASE,
)
_TIME = r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?|\d{1,2} ?[ap]\.?m\.?)"
_TIME_ALONE = re.compile(rf"{_TIME}(?: ?[A-Z]{{2,4}})?", re.IGNORECASE)
_DATED = re.compile(rf"{DATE}|{_TIME}", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"{MONTH} \d{{1,2}}\b|\b\d{{1,2}} {MONTH}(?!\w)", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|at|on|by|first|last|originally|published"
    r"|updated|posted|modified|created|date|issued|filed|ago|[ECMP][SD]?T|GMT|BST|UTC|IST|CEST|AEST|eastern|local"
    r"|time|[ap]m)\b|\W",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"(?:first |last |originally )?(?:published|updated|posted|modified|created|date|issued|filed)\b",
    re.IGNORECASE,
)


def mark_byline(pieces: Sequence[Piece]) -> list[Piece]:
    """Authors and dates: near the title in any form, further down only where they say what they are."""
    title = next((index for index, piece in enumerate(pieces) if piece.kind == "title"), None)
    end = (title or 0) + HEAD
    marked: list[Piece] = []
    may_be_name = False
    for index, piece in enumerate(pieces):
        before = marked[-1].kind if marked else None
        near = index <= end
        is_time = index < 2 * HEAD and _TIME_ALONE.fullmatch(piece.flat[:_LONGEST]) is not None
        follows = before in ("title", "byline") or _STATES.match(piece.text) is not None
        is_date = (near and _states_date(piece)) or (follows and _is_date(piece))
        is_by = near and _BY_ALONE.fullmatch(piece.flat[:_LONGEST]) is not None
        # A name further down is a heading, or somebody in a list.
        may_be_name = index - 1 == title or (may_be_name and before is not None)
        is_dated = near and _is_person(piece) and any(map(_states_date, pieces[index + 1 : index + 2]))
        is_signed = near and piece.kind == "credit" and _BY.fullmatch(piece.flat[:_LONGEST]) is not None
        is_name = is_byline(piece, alone=may_be_name or is_dated)
        if is_signed or (piece.kind is None and (is_by or is_date or is_time or is_name)):
            marked.append(piece.marked("byline"))
            may_be_name = is_by or (is_date and near)
        else:
            marked.append(piece)
    return marked


def _is_person(piece: Piece) -> bool:
    return len(piece.words) in (2, 3) and not piece.text.isupper()


def _states_date(piece: Piece) -> bool:
    return find_date(piece.text[:_LONGEST]) is not None and _is_date(piece)


def is_byline(piece: Piece, *, alone: bool) -> bool:
    """Whether a line names authors, with "By" or, where it may stand `alone`, without."""
    if len(piece.text) > _LONGEST or _FULL_STOP.match(piece.text[-4:]):
        return False
    if _BY.fullmatch(piece.flat) or _WHO_WHAT.fullmatch(piece.flat):
        return True
    return alone and (_WHO_WHERE.fullmatch(piece.flat) is not None or _is_name(piece.flat))


def _is_name(line: str) -> bool:
    if line.startswith("Special to "):
        return True
    return (
        len(line.split()) <= _NAME_WORDS and bool(_NAME_ALONE.fullmatch(line)) and not _NO_NAME.search(line)
    )


def _is_date(piece: Piece) -> bool:
    """A line that says a date or a time, and at most three words more."""
    if len(piece.text) > _LONGEST:
        return False
    said = piece.flat.partition(" | ")[0]  # of "May 3, 2021 | Bridges | 12 comments"
    rest = _DATED.sub(" ", said)
    if _STATES.match(rest):
        rest = _MONTH_DAY.sub(" ", rest)
    words = _FILLER.sub(" ", rest).split()
    return rest != said and (not words or (len(words) <= 3 and not piece.closed))


def authors(pieces: Sequence[Piece]) -> str | None:
    """Who the first byline names, without "By" and without dates."""
    bylines = (piece.flat for piece in pieces if piece.kind == "byline")
    return next((name for line in bylines if (name := _author(line))), None)


def _author(line: str) -> str | None:
    for pattern in (_BY, _WHO_WHERE, _WHO_WHAT):
        if match := pattern.fullmatch(line):
            # Scraped lines run on into the date: "Ada Wong22 Dec".
            parts = re.split(r"\d", match["who"])[0].split(", ")
            return ", ".join(part for part in parts if not _OFFICE.search(part)).strip(" ,")
    return line if _is_name(line) else None


def published(pieces: Sequence[Piece]) -> str | None:
    """The first date that a byline states, in ISO 8601."""
    return next((day for piece in pieces if piece.kind == "byline" and (day := find_date(piece.text))), None)
