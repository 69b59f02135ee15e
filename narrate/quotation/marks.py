"""Where quotation marks open and close, paragraph by paragraph.

Each mark is judged by its sign and by what stands beside it, so that a mark that is missing or
typed the wrong way round costs one quotation and never the rest of the text. Linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.quotation.words import NO_APOSTROPHE_OPENING

LONGEST_OPEN = 2000
"""Characters; a mark that stays open for longer in one paragraph ends with its sentence instead.
Longer than 99.99 % of the paragraphs in the development articles."""

REACH = 6
"""Paragraphs in which the end of a quotation is looked for that is left open and not opened again."""

_MARK = re.compile(r"''|``|[\"“”„‟«»‹›「」『』]|(?<!\w)['‘’‚](?=\S)|(?<=\S)['’](?!\w)|‘|‚")
_FAMILY = {
    '"': '"', "“": '"', "”": '"', "„": '"', "‟": '"', "''": '"', "``": '"',
    "«": "«", "»": "«", "‹": "‹", "›": "‹", "'": "'", "‘": "'", "’": "'", "‚": "'",
    "「": "「", "」": "「", "『": "『", "』": "『",
}  # fmt: skip
_BY_SIGN = {"“": 1, "„": 1, "‘": 1, "``": 1, "「": 1, "『": 1, "”": -1, "」": -1, "』": -1}
"""Which way a mark looks where its neighbours do not tell."""
_BEFORE_OPENING = frozenset(" \t\n\xa0\u2009\u202f([{—–-=>/")
_AFTER_CLOSING = frozenset(" \t\n\xa0\u2009\u202f)]}—–-.,;:!?…</")
_WORD = re.compile(r"\w+")
_DECADE = re.compile(r"\d0s?\b")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Span:
    """What stands between a pair of marks."""

    start: int
    """Offset after the opening mark and white space."""
    end: int
    """Offset of the closing mark, less white space."""
    outer_start: int
    """Offset of the opening mark itself; `start` where none is repeated."""
    outer_end: int
    """Offset after the closing mark; `end` where it is missing."""
    paragraph: int
    """Index of its paragraph."""
    closed: bool = True
    """False where the closing mark is missing."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    turn: int
    """+1 looks like an opening mark, -1 like a closing one, 0 like either."""


def lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of a text that are not blank."""
    return [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]


def find_spans(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Span]:
    """The outermost quoted spans in each paragraph, in order, none of them empty."""
    found: list[Span] = []
    marks = [_marks(text, start, end) for start, end in paragraphs]
    for index, (start, end) in enumerate(paragraphs):
        if found and not found[-1].closed and found[-1].paragraph == index - 1 and _runs_on(marks, index):
            lead = _lead(start, end, marks[index], index)
            if lead.end > lead.start:
                found.append(lead)
            marks[index] = [m for m in marks[index] if m.start >= lead.outer_end]
        reopened = index + 1 < len(marks) and _reopens(marks[index + 1], paragraphs[index + 1][0])
        spans = _paragraph_spans(text, end, marks[index], index, reopened=reopened)
        found.extend(s for s in spans if s.end > s.start)
    return found


def _reopens(marks: list[_Mark], start: int) -> bool:
    """Whether a paragraph begins with a single mark, as one does that goes on with a quotation."""
    return bool(marks) and marks[0].start == start and marks[0].family == "'" and marks[0].turn > 0


def _runs_on(marks: list[list[_Mark]], index: int) -> bool:
    """Whether what is open before this paragraph is closed in it or, if it has no marks, soon after."""
    for later in marks[index : index + REACH]:
        doubles = [m for m in later if m.family != "'"]
        if doubles:
            return doubles[0].turn < 0
    return False


def _lead(start: int, end: int, marks: list[_Mark], index: int) -> Span:
    """The first part of a paragraph, up to the mark that closes what an earlier paragraph opened."""
    closing = next((m for m in marks if m.family != "'"), None)
    if closing is None:
        return Span(start, end, start, end, index, closed=False)
    return Span(start, closing.start, start, closing.end, index)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, start, end):
        sign = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        turn = _turn(sign, before, after)
        if _FAMILY[sign] != "'" or _is_single_mark(text, match.start(), turn, end):
            marks.append(_Mark(match.start(), match.end(), _FAMILY[sign], turn))
    return marks


def _turn(sign: str, before: str, after: str) -> int:
    can_open = before in _BEFORE_OPENING or (before in "'‘\"“:" and not after.isspace())
    can_close = after in _AFTER_CLOSING or after in "'’\"”"
    if can_open != can_close:
        return 1 if can_open else -1
    return _BY_SIGN.get(sign, 0)


def _is_single_mark(text: str, at: int, turn: int, end: int) -> bool:
    """Single marks are apostrophes unless their surroundings say otherwise."""
    if turn <= 0:
        return turn < 0
    if text[at] == "‘":
        return True
    word = _WORD.match(text, at + 1, end)
    return not (_DECADE.match(text, at + 1, end) or (word and word.group().lower() in NO_APOSTROPHE_OPENING))


def _paragraph_spans(
    text: str, end: int, marks: list[_Mark], index: int, *, reopened: bool
) -> Iterator[Span]:
    """`reopened`: whether the next paragraph goes on with what single marks leave open in this one."""
    surplus = _surplus(marks)
    at = 0
    while at < len(marks):
        opening = marks[at]
        if opening.turn < 0 or _is_inches(text, opening):
            at += 1
            continue
        closing = _closing(text, marks, at, surplus)
        if closing is not None and marks[closing].turn > 0 and marks[closing].family == opening.family:
            yield _span(text, opening, marks[closing].start, None, index)
            at = closing
        elif closing is not None:
            yield _span(text, opening, marks[closing].start, marks[closing].end, index)
            at = closing + 1
        elif opening.family == "'" and not reopened:
            at += 1
        else:
            stop = _open_end(text, opening, end)
            yield _span(text, opening, stop, None, index)
            at = next((i for i in range(at + 1, len(marks)) if marks[i].start >= stop), len(marks))


def _surplus(marks: list[_Mark]) -> list[int]:
    """For each mark, by how many closing marks outnumber opening ones after it, in its family."""
    after: dict[str, int] = {}
    surplus = []
    for mark in reversed(marks):
        surplus.append(after.get(mark.family, 0))
        after[mark.family] = after.get(mark.family, 0) - mark.turn
    return surplus[::-1]


def _closing(text: str, marks: list[_Mark], at: int, surplus: list[int]) -> int | None:
    """Index of the mark that closes the one at `at`, or of the next opening one where that is missing."""
    family, depth = marks[at].family, 0
    for i in range(at + 1, len(marks)):
        mark = marks[i]
        if mark.family != family:
            if family == "'" and mark.family == '"' and mark.turn > 0 and surplus[i] < 1:
                return None
            continue
        if mark.turn > 0:
            if family == "'":
                return None
            if surplus[i] < 2:
                return i
            depth += 1
        elif depth and mark.turn < 0:
            depth -= 1
        elif not _is_possessive(text, mark, marks[i + 1 : i + 2]):
            return i
    return None


def _is_possessive(text: str, mark: _Mark, following: list[_Mark]) -> bool:
    """The players' union: an s before, a small letter after, and another mark to close with."""
    if mark.family != "'" or text[mark.start - 1] != "s":
        return False
    after = text[mark.end : mark.end + 2]
    return after[:1] == " " and after[1:].islower() and bool(following) and following[0].turn < 0


def _is_inches(text: str, mark: _Mark) -> bool:
    """A mark after a digit that could open or close, where nothing is open: 27" screens."""
    return mark.turn == 0 and mark.start > 0 and text[mark.start - 1].isdigit()


def _open_end(text: str, opening: _Mark, end: int) -> int:
    if end - opening.end <= LONGEST_OPEN:
        return end
    stop = _SENTENCE_END.search(text, opening.end, opening.end + LONGEST_OPEN)
    return stop.start() + 1 if stop else opening.end + LONGEST_OPEN


def _span(text: str, opening: _Mark, stop: int, outer_end: int | None, index: int) -> Span:
    """The span up to `stop`; `outer_end` is None where the closing mark is missing."""
    start = opening.end
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop, opening.start, outer_end or stop, index, closed=outer_end is not None)
