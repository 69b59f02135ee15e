"""Who wrote an article, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from narrate.english.dates import DATE, MONTH, WEEKDAY, find_date, find_moment
from narrate.structure.piece import HEAD, NAME, Piece, index_of

_LONGEST = 200
"""Characters of a byline at most."""
_SENTENCE_END = re.compile(r"\w{3}[.?!]")
"""The last four characters of a sentence, and not of an initial."""
_NAMES = rf"{NAME}(?:(?:, | and | & ){NAME}){{0,8}}"
_BY = re.compile(
    r"(?:Author: |(?:(?:Written|Posted|Published|Reported|Story|Words|Interview(?:ed)?"
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
_HEADING_WORD = re.compile(
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
# What a line may hold beside a date and still be nothing but a date.
_FILLER = re.compile(
    rf"\b(?:{WEEKDAY}|at|on|by|first|last|originally|published"
    r"|updated|posted|modified|created|date|issued|filed|ago|[ECMP][SD]?T|GMT|BST|UTC|IST|CEST|AEST|eastern|local"
    r"|time|[ap]m)\b|\W",
    re.IGNORECASE,
)
# Words that say what a date is the date of.
_STATES = re.compile(
    r"(?:first |last |originally )?(?:published|updated|posted|modified|created|date|issued|filed)\b",
    re.IGNORECASE,
)


def mark_bylines(pieces: Sequence[Piece]) -> list[Piece]:
    """Authors and dates: near the title in any form, further down only where they say what they are."""
    title = index_of(pieces, _is_title)
    marked: list[Piece] = []
    may_be_name = False
    for index, piece in enumerate(pieces):
        after = pieces[index + 1 : index + 2]
        line = _Line(piece, index, title, marked[-1:], after)
        # A name alone is the author's right below the title, or below a byline that announces it. Further
        # down it is a heading, or somebody in a list.
        may_be_name = may_be_name and line.is_below_recognized
        if line.is_below_title:
            may_be_name = True
        if line.is_byline(may_be_name):
            marked.append(piece.marked("byline"))
            may_be_name = line.lets_name_follow
        else:
            marked.append(piece)
    return marked


def _is_title(piece: Piece) -> bool:
    return piece.kind == "title"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that may be a byline, and where it stands."""

    piece: Piece
    index: int
    title: int | None
    """The title's index."""
    before: Sequence[Piece]
    """The line before it, recognised; empty before the first."""
    after: Sequence[Piece]
    """The line after it; empty after the last."""

    def is_byline(self, may_be_name: bool) -> bool:
        """Whether it is one. `may_be_name`: whether a name that stands alone would be the author's."""
        if not self.piece.is_open:
            return self.is_signed
        if self.announces_name or self.is_time or self.is_date:
            return True
        return is_byline(self.piece, alone=may_be_name or self.is_name_above_date)

    @property
    def beginning(self) -> str:
        return self.piece.flat[:_LONGEST]

    @property
    def in_head(self) -> bool:
        """Whether it is near the title."""
        return self.index <= (self.title or 0) + HEAD

    @property
    def is_below_title(self) -> bool:
        return self.title is not None and self.index == self.title + 1

    @property
    def is_below_recognized(self) -> bool:
        return any(not piece.is_open for piece in self.before)

    @property
    def is_signed(self) -> bool:
        """Whether it was taken for a photographer's credit, and is a byline in the head of the article."""
        is_credit = self.in_head and self.piece.kind == "credit"
        return is_credit and _BY.fullmatch(self.beginning) is not None

    @property
    def announces_name(self) -> bool:
        """Whether it says "by", and the name stands below it."""
        return self.in_head and _BY_ALONE.fullmatch(self.beginning) is not None

    @property
    def is_time(self) -> bool:
        is_near_top = self.index < 2 * HEAD
        return is_near_top and _TIME_ALONE.fullmatch(self.beginning) is not None

    @property
    def lets_name_follow(self) -> bool:
        """Whether the author may stand below it."""
        return self.announces_name or (self.in_head and self.is_date)

    @property
    def is_date(self) -> bool:
        """Whether it is a date: a full one in the head, one beside a byline, or one that says what it is."""
        if self.in_head and _states_date(self.piece):
            return True
        is_beside_byline = any(piece.kind in ("title", "byline") for piece in self.before)
        return (is_beside_byline or bool(_STATES.match(self.piece.text))) and _is_date(self.piece)

    @property
    def is_name_above_date(self) -> bool:
        is_person = self.in_head and _may_be_person(self.piece)
        return is_person and any(map(_states_date, self.after))


def is_byline(piece: Piece, *, alone: bool) -> bool:
    """Whether a line names authors, with "By" or, where it may stand `alone`, without."""
    if len(piece.text) > _LONGEST or _SENTENCE_END.match(piece.text[-4:]):
        return False
    if _BY.fullmatch(piece.flat) or _WHO_WHAT.fullmatch(piece.flat):
        return True
    return alone and (_WHO_WHERE.fullmatch(piece.flat) is not None or _is_name(piece.flat))


def _may_be_person(piece: Piece) -> bool:
    return len(piece.words) in (2, 3) and not piece.text.isupper()


def _is_name(line: str) -> bool:
    if line.startswith("Special to "):
        return True
    if len(line.split()) > _NAME_WORDS:
        return False
    return _NAME_ALONE.fullmatch(line) is not None and not _HEADING_WORD.search(line)


def _states_date(piece: Piece) -> bool:
    """Whether a line says a date with its year, and little more."""
    return find_date(piece.text[:_LONGEST]) is not None and _is_date(piece)


def _is_date(piece: Piece) -> bool:
    """Whether a line says a date or a time, and at most three words more."""
    if len(piece.text) > _LONGEST:
        return False
    said = piece.flat.partition(" | ")[0]  # of "May 3, 2021 | Bridges | 12 comments"
    rest = _without_date(said)
    return rest != said and _is_filler(rest, most=0 if piece.closed else 3)


def _is_filler(text: str, most: int) -> bool:
    """Whether a text holds at most so many words that do not belong to a date."""
    return len(_FILLER.sub(" ", text).split()) <= most


def _without_date(line: str) -> str:
    rest = _DATED.sub(" ", line)
    # Only where a line says what the date is of, a day without its year is a date.
    return _MONTH_DAY.sub(" ", rest) if _STATES.match(rest) else rest


def authors(pieces: Sequence[Piece]) -> str | None:
    """Who the first byline names, without "By" and without dates; None where none names anybody."""
    for piece in pieces:
        name = _author(piece.flat) if piece.kind == "byline" else None
        if name:
            return name
    return None


def _author(line: str) -> str | None:
    for pattern in (_BY, _WHO_WHERE, _WHO_WHAT):
        match = pattern.fullmatch(line)
        if match:
            return _without_offices(match["who"])
    return line if _is_name(line) else None


def _without_offices(names: str) -> str:
    """The names without what somebody is, and without the date that scraped lines run on into."""
    before_date = re.split(r"\d", names)[0]  # of "Ada Wong22 Dec"
    people = [part for part in before_date.split(", ") if not _OFFICE.search(part)]
    return ", ".join(people).strip(" ,")


def published(pieces: Sequence[Piece]) -> str | None:
    """The first date that a byline states, in ISO 8601; None where none states one."""
    dates = (find_moment(piece.text) for piece in pieces if piece.kind == "byline")
    return next(filter(None, dates), None)
