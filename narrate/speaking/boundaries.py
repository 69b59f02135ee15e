"""Where sentences begin and end: `sentencex`, corrected where news text needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from string import ascii_lowercase

import sentencex

from narrate.characters import whole
from narrate.english.titles import SHORT_TITLES

Span = tuple[int, int]

# sentencex takes quadratic time in the length of a paragraph (200 000 characters 49 ms, 800 000 618 ms):
# from windows of this size it reads 30 MB/s whatever the text.
WINDOW = 16_000

_LIST_MARKER = re.compile(r"\s*+[•⁃*–-]?\s*+\(?(?:\d{1,3}|[A-Za-z])[.)]++\s*+")
# In lower case: "A. Lincoln and B. Franklin" are people.
_FIRST_LETTER = re.compile(r"\s*+(?P<opening>\(?)a(?P<closing>\.\)|[.)])\s")
_NEXT_MARKER = re.compile(r"(?<=\s)[•⁃]?\(?(\d{1,3})[.)]+\s*\Z")
# A quotation of one word or two is no text of its own; one that never ends is read in pieces.
_QUOTED = re.compile('["“]([^"“”]{12,2000})')
_TIME_END = re.compile(r"\b[AaPp]\.?[Mm]\.\s*\Z")
_AFTER_TIME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][SD]?T|GMT|BST|UTC|CET|Eastern|Pacific|Central|"
    r"Mountain|Greenwich|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b|local\b|[a-z(])"
)
_NEVER_LAST = re.compile(rf"\b(?:e\.g|i\.e|cf|{'|'.join(SHORT_TITLES)})\.\s*\Z")
_TAIL = 12
"""Characters at the end of a span that show whether it goes on."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order, without white space at either end."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[Span]:
    """Where each sentence stands: they tile the text but for white space."""
    spans = list(_split_quotations(text, _windows(text)))
    if cuts := _lettered(text):
        spans = list(_cut(spans, cuts))
    if len(spans) > 1:  # else there is no border to move
        spans = list(_split_lists(text, _joined(text, spans)))
    return [span for span in (_stripped(text, *span) for span in spans) if span[0] < span[1]]


def _stripped(text: str, start: int, end: int) -> Span:
    """A span without the white space at its ends."""
    piece = text[start:end]
    without_lead = piece.lstrip()
    return end - len(without_lead), start + len(piece.rstrip())


def _windows(text: str) -> Iterator[Span]:
    """Spans as sentencex sees them. The last of a window may be cut, so the next window begins with it."""
    start = 0
    while start < len(text):
        window = text[start : start + WINDOW]
        is_last = start + WINDOW >= len(text)
        edges = [start]
        for end in _ends_in_window(window, is_last=is_last):
            edges.append(start + end)
        yield from pairwise(edges)
        start = edges[-1]


def _ends_in_window(window: str, *, is_last: bool) -> list[int]:
    """Where the sentences of a window end that surely end in it; at least one."""
    ends = _sentence_ends(window)
    if is_last:
        return ends
    return ends[:-1] or [_last_space(window)]


def _sentence_ends(text: str) -> list[int]:
    return [found["end_index"] for found in sentencex.get_sentence_boundaries("en", whole(text))]


def _last_space(window: str) -> int:
    """Where to cut a "sentence" that is longer than a window: no voice can say it in one breath."""
    return window.rstrip().rfind(" ") + 1 or len(window)


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Undo breaks after a list marker, a title or "e.g.", and after "p.m." before a day."""
    begin: int | None = None
    reached = 0
    for start, reached in spans:
        if begin is None:
            begin = start
        if not _goes_on(text, start, reached):
            yield begin, reached
            begin = None
    if begin is not None:
        yield begin, reached


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether what follows a span belongs to the same sentence."""
    if end == len(text) or "\n\n" in text[end - 2 : end + 2]:
        return False
    tail = max(start, end - _TAIL)
    if _TIME_END.search(text, tail, end) and not _LIST_MARKER.fullmatch(text, start, end):
        return _AFTER_TIME.match(text, end) is not None
    return _ends_unfinished(text, start, tail, end)


def _ends_unfinished(text: str, start: int, tail: int, end: int) -> bool:
    """Whether a span is a list marker, or ends with an abbreviation that no sentence ends with."""
    if _LIST_MARKER.fullmatch(text, start, end):
        return True
    return _NEVER_LAST.search(text, tail, end) is not None


def _split_lists(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Move the marker that ends "1. The first item 2." to the item that it belongs to."""
    marker: int | None = None
    for start, end in spans:
        begin = start if marker is None else marker
        marker = _next_marker(text, begin, start, end)
        if marker is None:
            yield begin, end
        else:
            yield begin, marker
    if marker is not None:
        yield marker, len(text)


def _next_marker(text: str, begin: int, start: int, end: int) -> int | None:
    """Where the marker of the next item begins, if a span ends with it; the item itself begins at `begin`."""
    if end == len(text) or not _LIST_MARKER.match(text, begin, end):
        return None
    marker = _NEXT_MARKER.search(text, max(start, end - _TAIL), end)
    return marker.start() if marker else None


def _lettered(text: str) -> list[int]:
    """Where the items after the first begin in "a) a bridge b) a ferry c) …"."""
    first = _FIRST_LETTER.match(text)
    if first is None:
        return []
    opening, closing = re.escape(first["opening"]), re.escape(first["closing"])
    cuts: list[int] = []
    at = first.end()
    for letter in ascii_lowercase[1:]:
        marker = re.compile(rf"(?<=\s){opening}{letter}{closing}\s")
        found = marker.search(text, at)
        if found is None:
            break
        at = found.start()
        cuts.append(at)
    return cuts


def _cut(spans: Iterable[Span], cuts: list[int]) -> Iterator[Span]:
    for start, end in spans:
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        yield from pairwise(edges)


def _split_quotations(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Divide a quotation too, which sentencex leaves whole however many sentences somebody said."""
    for start, end in spans:
        edges = [start]
        for quoted in _QUOTED.finditer(text, start, end):
            inner = _sentence_ends(quoted[1])
            edges += (quoted.start(1) + cut for cut in inner[:-1])
        yield from pairwise([*edges, end])
