"""Sub-headings: short lines without the end of a sentence, with text below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from narrate.reading.piece import Piece

_WORDS = 15
"""The longest sub-heading in the labelled pages has 14; longer lines without an end are captions or leads."""
_LENGTH = 110
"""Characters, for scripts without spaces as well."""
_QUESTION_WORDS = 10
_LABEL_RUN = 3
_LABEL_WORDS = 60
"""Words of a paragraph below a label: read in 25 seconds, too short for a chapter of its own."""
_INNER_END = re.compile(r"[!?] |\w{4,}\. [A-Z]|[。！？]")
_QUOTED = re.compile(r"[‘'](?P<single>.*)[’']|[“\"](?P<double>.*)[”\"]", re.DOTALL)


def mark_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark the open pieces that are headings; a last one heads nothing."""
    bodies = [index for index, piece in enumerate(pieces) if _is_body(piece)]
    last = bodies[-1] if bodies else -1
    repeated = Counter(piece.flat for piece in pieces if piece.kind is None and len(piece.text) <= _LENGTH)
    found = {
        index
        for index, piece in enumerate(pieces[: last + 1])
        if piece.kind is None and repeated[piece.flat] == 1 and _is_heading(piece)
    }
    found -= _labels(pieces, found)
    return [piece.marked("heading") if index in found else piece for index, piece in enumerate(pieces)]


def _labels(pieces: Sequence[Piece], found: set[int]) -> set[int]:
    """Lines that stand over one short paragraph each: terms that are explained, steps, names of speakers."""
    order = [index for index, piece in enumerate(pieces) if piece.kind in (None, "list_item")]
    over = [
        place
        for place in range(len(order) - 1)
        if order[place] in found and _is_short(pieces[order[place + 1]])
    ]
    labels: set[int] = set()
    for run in _runs(over):
        if len(run) >= _LABEL_RUN:
            labels |= {order[place] for place in run}
    return labels


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places that follow one another at a distance of two: label, text, label, text."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 2:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _is_short(piece: Piece) -> bool:
    return piece.kind is None and len(piece.words) <= _LABEL_WORDS and not _is_heading(piece)


def _is_body(piece: Piece) -> bool:
    """What a heading can stand over."""
    return piece.kind in ("list_item", "dateline") or (piece.kind is None and not _is_heading(piece))


def _is_heading(piece: Piece) -> bool:
    words = len(piece.words)
    if (
        piece.tag == "paragraph"
        or words > _WORDS
        or len(piece.text) > _LENGTH
        or _INNER_END.search(piece.text)
        or piece.text.count(",") > 2
        or piece.text.endswith((":", ",", ";", "—", "-", "…", "..."))
    ):
        return False
    first = piece.text.lstrip("‘'“\"¿¡")[:1]
    if not first.isalnum() or first.islower():
        return False
    if not any(map(str.isalpha, piece.text)):
        return piece.text.isdigit() and len(piece.text) == 4  # a year
    if match := _QUOTED.fullmatch(piece.text):
        return _is_quoted_heading(match, words)
    return not piece.closed or (piece.text.endswith("?") and words <= _QUESTION_WORDS)


def _is_quoted_heading(match: re.Match[str], words: int) -> bool:
    """A heading quotes a few words; what ends as a sentence in double marks is a paragraph of speech."""
    inner = match["single"] or match["double"] or ""
    if inner.endswith((".", ",", ".”", "…")):
        return False
    return not inner.endswith(("?", "!")) or (match["single"] is not None and words <= _QUESTION_WORDS)
