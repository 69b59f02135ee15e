"""Entries of a running report: each is a chapter that its time opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.structure.piece import Piece

AUTHOR = "who wrote an entry"
CHANGED = "when an entry was made or changed"

_LEAST = 3
"""Times on lines of their own, with text below each, that make a running report."""
_TIME = r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4}| Uhr)?"
_TIME_LINE = re.compile(rf"(?:{_TIME}|\d{{1,2}} ?h ?\d{{2}})")
_CHANGED = re.compile(
    rf"(?:(?:Updated|Last updated|Posted|Aktualisiert|Mis à jour|Actualizado)\b.{{0,12}}{_TIME}.{{0,12}}"
    r"|\d{1,3} ?(?:h|m|min|hours?|hrs?|minutes?|mins?|days?)\.? ago"
    r"|vor \d+ (?:Stunden?|Minuten)|il y a \d+ ?\w+)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:By )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]+){1,2}(?: in [A-ZÀ-Þ]\w+)?")
_HEADLINE_WORDS = 15


def mark_live_entries(pieces: Sequence[Piece]) -> list[Piece]:
    """The times of the entries as headings; who wrote an entry, and when it was changed, as boilerplate."""
    times = {
        index for index, piece in enumerate(pieces) if piece.is_open and _TIME_LINE.fullmatch(piece.text)
    }
    if not _open_entries(pieces, sorted(times)):
        return list(pieces)
    marked = [_without_change(piece) for piece in pieces]
    for index in times:
        marked[index] = pieces[index].marked("heading")
        _mark_head(marked, index + 1)
    return marked


def _open_entries(pieces: Sequence[Piece], times: Sequence[int]) -> bool:
    """Whether some text stands below each of several times."""
    if len(times) < _LEAST:
        return False
    ends = [*times[1:], len(pieces)]
    entries = [pieces[start + 1 : end] for start, end in zip(times, ends, strict=True)]
    return all(any(piece.is_open and piece.closed for piece in entry) for entry in entries)


def _without_change(piece: Piece) -> Piece:
    is_changed = piece.is_open and _CHANGED.fullmatch(piece.text)
    return piece.marked("boilerplate", CHANGED) if is_changed else piece


def _mark_head(pieces: list[Piece], start: int) -> None:
    """The author below the time, and the headline of the entry, which opens no chapter of its own."""
    for index, following in pairwise(range(start, min(start + 3, len(pieces)))):
        piece = pieces[index]
        if not piece.is_open or (piece.closed and piece.tag != "heading"):
            return
        if _AUTHOR.fullmatch(piece.text) and pieces[following].is_open:
            pieces[index] = piece.marked("boilerplate", AUTHOR)
        elif len(piece.words) <= _HEADLINE_WORDS:
            pieces[index] = piece.marked("paragraph")
            return
