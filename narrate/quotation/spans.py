"""Which stretches of a text are quoted: quotation marks in pairs, paragraph by paragraph.

Takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.quotation.quotation_marks import DOUBLE, SINGLE, QuotationMark, find_quotation_marks

LONGEST_OPEN = 2000
"""Characters; a quotation that stays open for longer in one paragraph ends with its sentence instead.
Longer than 99.99 % of the paragraphs in the development articles."""

REACH = 6
"""Paragraphs in which the end of a quotation is looked for that is left open and not opened again."""

_SENTENCE_END = re.compile(r"[.!?…]\s")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Span:
    """What stands between a pair of quotation marks."""

    start: int
    """Offset after the opening mark and white space."""
    end: int
    """Offset of the closing mark, less white space."""
    outer_start: int
    """Offset of the opening mark itself; `start` if a paragraph goes on without one."""
    outer_end: int
    """Offset after the closing mark; `end` if it is missing."""
    paragraph: int
    """Index of its paragraph."""
    closed: bool = True
    """False if the closing mark is missing."""


def lines(text: str) -> list[tuple[int, int]]:
    """The (start, end) offsets of the lines of a text that are not blank."""
    return [(line.start(), line.end()) for line in _LINE.finditer(text) if not line.group().isspace()]


def find_spans(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Span]:
    """The outermost quoted spans in each paragraph, in order, none of them empty."""
    marks = [find_quotation_marks(text, start, end) for start, end in paragraphs]
    found: list[Span] = []
    for index in range(len(paragraphs)):
        spans = _spans_of_paragraph(text, paragraphs, marks, index, found[-1:])
        found.extend(filter(_is_filled, spans))
    return found


def _is_filled(span: Span) -> bool:
    return span.end > span.start


def _spans_of_paragraph(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    marks: Sequence[list[QuotationMark]],
    index: int,
    before: Sequence[Span],
) -> list[Span]:
    """The spans of one paragraph; `before` has the one before it, if there is any."""
    start, end = paragraphs[index]
    own = marks[index]
    spans: list[Span] = []
    if _goes_on(before, marks, index):
        lead = _lead(start, end, own, index)
        own = [mark for mark in own if mark.start >= lead.outer_end]
        spans.append(lead)
    reopened = _is_reopened(paragraphs, marks, index + 1)
    paragraph = _Paragraph(text, end, own, index, reopened=reopened)
    spans.extend(paragraph.spans())
    return spans


def _goes_on(before: Sequence[Span], marks: Sequence[list[QuotationMark]], index: int) -> bool:
    """Whether a paragraph goes on with what the one before it left open, and does not open it again."""
    left_open = any(not span.closed and span.paragraph == index - 1 for span in before)
    return left_open and _is_closed_soon(marks[index : index + REACH])


def _is_closed_soon(marks: Sequence[list[QuotationMark]]) -> bool:
    """Whether the first mark in these paragraphs that is not a single one closes something."""
    for own in marks:
        mark = _first_double(own)
        if mark is not None:
            return mark.direction < 0
    return False


def _first_double(marks: Sequence[QuotationMark]) -> QuotationMark | None:
    return next((mark for mark in marks if mark.family != SINGLE), None)


def _lead(start: int, end: int, marks: Sequence[QuotationMark], index: int) -> Span:
    """The first part of a paragraph, up to the mark that closes what an earlier paragraph opened."""
    closing = _first_double(marks)
    if closing is None:
        return Span(start, end, start, end, index, closed=False)
    return Span(start, closing.start, start, closing.end, index)


def _is_reopened(
    paragraphs: Sequence[tuple[int, int]], marks: Sequence[list[QuotationMark]], index: int
) -> bool:
    """Whether a paragraph begins with a single mark, as one does that goes on with a quotation."""
    if index == len(marks):
        return False
    start, _ = paragraphs[index]
    return any(mark.start == start and mark.is_single_opening() for mark in marks[index][:1])


class _Paragraph:
    """Pairs the quotation marks of one paragraph."""

    def __init__(
        self, text: str, end: int, marks: list[QuotationMark], index: int, *, reopened: bool
    ) -> None:
        """`reopened`: whether the next paragraph goes on with what single marks leave open in this one."""
        self._text = text
        self._end = end
        self._marks = marks
        self._index = index
        self._reopened = reopened
        self._surplus = _surplus(marks)

    def spans(self) -> Iterator[Span]:
        """What is quoted, in order; a span may be empty."""
        at = 0
        while at < len(self._marks):
            span, at = self._span_at(at)
            if span is not None:
                yield span

    def _span_at(self, at: int) -> tuple[Span | None, int]:
        """The span that a mark opens, if it does, and the index of the mark to go on with."""
        opening = self._marks[at]
        if not self._can_open(opening):
            return None, at + 1
        closing = self._closing(at)
        if closing is not None:
            return self._until(opening, closing)
        if opening.family == SINGLE and not self._reopened:
            return None, at + 1
        stop = self._open_end(opening)
        span = self._span(opening, stop, outer_end=None)
        return span, self._first_after(stop, at)

    def _can_open(self, mark: QuotationMark) -> bool:
        """Not if it closes, nor if it stands for inches: 27" screens."""
        if mark.direction == 0 and mark.start > 0:
            return not self._text[mark.start - 1].isdigit()
        return mark.direction >= 0

    def _until(self, opening: QuotationMark, index: int) -> tuple[Span, int]:
        """The span up to a mark, which opens the next quotation if it is an opening one."""
        mark = self._marks[index]
        if mark.direction > 0 and mark.family == opening.family:
            return self._span(opening, mark.start, outer_end=None), index
        return self._span(opening, mark.start, outer_end=mark.end), index + 1

    def _first_after(self, offset: int, at: int) -> int:
        """Index of the first mark after the one at `at` that does not stand before an offset."""
        following = range(at + 1, len(self._marks))
        return next((i for i in following if self._marks[i].start >= offset), len(self._marks))

    def _closing(self, at: int) -> int | None:
        """Index of the mark that closes the one at `at`, or of the next opening one if that is missing."""
        if self._marks[at].family == SINGLE:
            return self._closing_single(at)
        return self._closing_double(at)

    def _closing_single(self, at: int) -> int | None:
        """The next single mark, if it can close, and if no quotation of another kind begins before it."""
        following = range(at + 1, len(self._marks))
        i = next((i for i in following if self._stops_single(i)), None)
        if i is None or self._marks[i].direction > 0:
            return None
        return i

    def _stops_single(self, index: int) -> bool:
        """Whether single marks do not reach beyond a mark: it ends them, or shows that they are none."""
        mark = self._marks[index]
        if mark.family == SINGLE:
            return mark.direction > 0 or not self._is_possessive(index)
        # A quotation of its own that is closed begins: what looked like a single mark was none.
        return mark.family == DOUBLE and mark.direction > 0 and self._surplus[index] < 1

    def _closing_double(self, at: int) -> int | None:
        """The mark of the same family that closes, after all that open inside are closed."""
        family = self._marks[at].family
        depth = 0
        for i in range(at + 1, len(self._marks)):
            change = self._change_of_level(i, depth) if self._marks[i].family == family else None
            if change == 0:
                return i
            depth += change or 0
        return None

    def _change_of_level(self, index: int, depth: int) -> int:
        """1 if a mark opens a quotation inside another one, -1 if it closes one, else 0."""
        mark = self._marks[index]
        # It opens a level of its own only if enough marks follow to close both.
        opens_inner = mark.direction > 0 and self._surplus[index] >= 2
        closes_inner = mark.direction < 0 and depth > 0
        return mark.direction if opens_inner or closes_inner else 0

    def _is_possessive(self, index: int) -> bool:
        """The players' union: an s before, a lower-case letter after, and another mark to close with."""
        mark = self._marks[index]
        following = self._marks[index + 1 : index + 2]
        after = self._text[mark.end : mark.end + 2]
        is_inside = self._text[mark.start - 1] == "s" and after[:1] == " " and after[1:].islower()
        return is_inside and bool(following) and following[0].direction < 0

    def _open_end(self, opening: QuotationMark) -> int:
        """Where a quotation ends that is not closed."""
        if self._end - opening.end <= LONGEST_OPEN:
            return self._end
        limit = opening.end + LONGEST_OPEN
        stop = _SENTENCE_END.search(self._text, opening.end, limit)
        return stop.start() + 1 if stop else limit

    def _span(self, opening: QuotationMark, stop: int, outer_end: int | None) -> Span:
        """The span up to `stop`; `outer_end` is None if the closing mark is missing."""
        quoted = self._text[opening.end : stop]
        start = stop - len(quoted.lstrip())
        end = max(start, opening.end + len(quoted.rstrip()))
        closed = outer_end is not None
        return Span(start, end, opening.start, outer_end or end, self._index, closed=closed)


def _surplus(marks: Sequence[QuotationMark]) -> list[int]:
    """For each mark, by how many closing marks outnumber opening ones after it, in its family."""
    after: dict[str, int] = {}
    surplus = []
    for mark in reversed(marks):
        surplus.append(after.get(mark.family, 0))
        after[mark.family] = after.get(mark.family, 0) - mark.direction
    return surplus[::-1]
