"""List items: by their bullets, or by standing close together where paragraphs stand apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from narrate.structure.piece import Piece, each_open
from narrate.structure.rules.runon import FEWEST_WORDS

SUMMARY = "label of the summary"

_BULLET = re.compile(r"[•‣▪●◦■□►▶➤✓✔·]\s*(?=\S)")
# These begin items too, but a lone one begins a remark or the source of a quotation.
_DASH = re.compile(r"(?:[*+–—-]|--)\s+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
_SUMMARY = re.compile(
    r"(?:Story [Hh]ighlights|STORY HIGHLIGHTS|Key [Pp]oints|KEY POINTS|At a [Gg]lance)\s*:?\s*"
)
_ITEM_WORDS = 30
"""A sentence of news has 20 to 25 words; items of summaries and links have fewer."""


def mark_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Items with bullets, dashes or numbers, items of summaries, and lines that stand close together."""
    found = each_open(_summaries(pieces), _bulleted)
    found = _runs(found, lambda piece: _DASH.match(piece.text) is not None, 2)
    found = _numbered(found)
    if _is_spaced(found):
        found = _close_together(found)
    return _runs(found, _is_short_line, 4)


def _bulleted(piece: Piece) -> list[Piece]:
    return [piece.marked("list_item") if _BULLET.match(piece.text) else piece]


def _summaries(pieces: Sequence[Piece]) -> list[Piece]:
    """ "Story highlights" is no chapter of the article; the short lines after it are its items."""
    marked: list[Piece] = []
    inside = False
    for piece in pieces:
        match = _SUMMARY.match(piece.text) if piece.kind is None else None
        if match and len(piece.words) <= 3 * _ITEM_WORDS:
            label, *first = piece.cut(match.end())
            marked += [label.marked("boilerplate", SUMMARY), *(_first_item(item) for item in first)]
            inside = True
            continue
        inside = inside and piece.kind is None and not piece.closed and len(piece.words) <= _ITEM_WORDS
        marked.append(piece.marked("list_item") if inside else piece)
    return marked


def _first_item(item: Piece) -> Piece:
    """An item; a long one is left to the rule for items that were run together."""
    return item if len(item.words) >= FEWEST_WORDS and not item.closed else item.marked("list_item")


def _numbered(pieces: Sequence[Piece]) -> list[Piece]:
    """Numbers that count on from one line to the next; with text between them they number headings."""
    marked = list(pieces)
    numbers = [match and int(match[1]) for match in (_NUMBER.match(piece.text) for piece in pieces)]
    for index in range(1, len(pieces)):
        before, here = numbers[index - 1], numbers[index]
        if before is not None and here == before + 1 and pieces[index].kind is None:
            marked[index - 1 : index + 1] = [
                piece.marked("list_item") if piece.kind is None else piece
                for piece in marked[index - 1 : index + 1]
            ]
    return marked


def _is_spaced(pieces: Sequence[Piece]) -> bool:
    """Whether blank lines separate paragraphs."""
    gaps = [piece.gap for piece in pieces[1:] if piece.gap]
    blank = sum(gap > 1 for gap in gaps)
    # One or two stand behind the title of texts that have none between paragraphs.
    return blank > 2 and blank * 5 > len(gaps)


def _close_together(pieces: Sequence[Piece]) -> list[Piece]:
    marked: list[Piece] = []
    for run in _split(pieces, lambda piece: piece.gap == 1 and piece.kind is None):
        opens = run[0].kind is None and len(run) > 1
        # Long ones are paragraphs whose blank lines were lost.
        is_list = opens and sum(len(piece.words) for piece in run) < 70 * len(run)
        marked += [piece.marked("list_item") for piece in run] if is_list else run
    return marked


def _runs(pieces: Sequence[Piece], belongs: Callable[[Piece], bool], least: int) -> list[Piece]:
    """At least so many lines after one another that belong make a list."""
    marked: list[Piece] = []
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and piece.kind is None and belongs(piece):
            run.append(piece)
            continue
        marked += [item.marked("list_item") for item in run] if len(run) >= least else run
        marked += [piece] if piece else []
        run = []
    return marked


def _is_short_line(piece: Piece) -> bool:
    return len(piece.words) <= _ITEM_WORDS and not piece.closed and not piece.text.endswith(":")


def _split(pieces: Sequence[Piece], joins: Callable[[Piece], bool]) -> list[list[Piece]]:
    """Groups; a piece that joins goes to the group before it."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and joins(piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups
