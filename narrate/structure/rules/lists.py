"""List items: by their bullets, or by standing close together where paragraphs stand apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from narrate.structure.piece import Piece, each_open, marked_all, marked_at
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


_FEWEST_DASHES = 2
_FEWEST_SHORT_LINES = 4
_WORDS_CLOSE_TOGETHER = 70
"""Words of an item on average, where items are told by standing close together; paragraphs have more."""


def mark_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Items with bullets, dashes or numbers, items of summaries, and lines that stand close together."""
    found = each_open(_mark_summaries(pieces), _mark_bulleted)
    found = _mark_runs(found, _has_dash, _FEWEST_DASHES)
    found = _mark_numbered(found)
    if _is_spaced(found):
        found = _mark_close_together(found)
    return _mark_runs(found, _is_short_line, _FEWEST_SHORT_LINES)


def _mark_bulleted(piece: Piece) -> list[Piece]:
    return [piece.marked("list_item") if _BULLET.match(piece.text) else piece]


def _has_dash(piece: Piece) -> bool:
    return _DASH.match(piece.text) is not None


def _mark_summaries(pieces: Sequence[Piece]) -> list[Piece]:
    """ "Story highlights" is no chapter of the article; the short lines after it are its items."""
    marked: list[Piece] = []
    inside = False
    for piece in pieces:
        label = _summary_label(piece)
        if label is not None:
            inside = True
            marked += _cut_summary(piece, label)
            continue
        inside = inside and _is_summary_item(piece)
        item = piece.marked("list_item") if inside else piece
        marked.append(item)
    return marked


def _summary_label(piece: Piece) -> re.Match[str] | None:
    may_be_summary = piece.is_open and len(piece.words) <= 3 * _ITEM_WORDS
    return _SUMMARY.match(piece.text) if may_be_summary else None


def _is_summary_item(piece: Piece) -> bool:
    return piece.is_open and not piece.closed and len(piece.words) <= _ITEM_WORDS


def _cut_summary(piece: Piece, label: re.Match[str]) -> list[Piece]:
    """The label, and what stands on its line: one item, or several that were run together."""
    name, *items = piece.cut(label.end())
    marked = [name.marked("boilerplate", SUMMARY)]
    for item in items:
        # Left open for the rule about lists that were run together.
        is_run_on = len(item.words) >= FEWEST_WORDS and not item.closed
        marked.append(item if is_run_on else item.marked("list_item"))
    return marked


def _mark_numbered(pieces: Sequence[Piece]) -> list[Piece]:
    """Numbers that count on from one line to the next; with text between them they number headings."""
    items: list[int] = []
    for index, (before, piece) in enumerate(pairwise(pieces), 1):
        if piece.is_open and _counts_on(before, piece):
            items += [index - 1, index]
    return marked_at(pieces, items, "list_item")


def _counts_on(before: Piece, piece: Piece) -> bool:
    number_before, number = _NUMBER.match(before.text), _NUMBER.match(piece.text)
    if number_before is None or number is None:
        return False
    return int(number[1]) == int(number_before[1]) + 1


def _is_spaced(pieces: Sequence[Piece]) -> bool:
    """Whether blank lines separate paragraphs."""
    gaps = [piece.gap for piece in pieces[1:] if piece.gap]
    blank = sum(gap > 1 for gap in gaps)
    # One or two stand behind the title of texts that have none between paragraphs.
    return blank > 2 and blank * 5 > len(gaps)


def _mark_close_together(pieces: Sequence[Piece]) -> list[Piece]:
    """Open lines with no blank line between them are items, where paragraphs have one."""
    marked: list[Piece] = []
    for group in _close_groups(pieces):
        words = sum(len(piece.words) for piece in group)
        # Longer ones are paragraphs whose blank lines were lost.
        is_list = group[0].is_open and len(group) > 1 and words < _WORDS_CLOSE_TOGETHER * len(group)
        marked += marked_all(group, "list_item") if is_list else group
    return marked


def _close_groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in groups; an open piece on the next line goes to the group before it."""
    groups: list[list[Piece]] = [[*pieces[:1]]]
    for piece in pieces[1:]:
        if not _is_close(piece):
            groups.append([])
        groups[-1].append(piece)
    return groups


def _is_close(piece: Piece) -> bool:
    return piece.gap == 1 and piece.is_open


def _mark_runs(pieces: Sequence[Piece], belongs: Callable[[Piece], bool], fewest: int) -> list[Piece]:
    """At least so many open lines after one another that belong make a list."""
    marked: list[Piece] = []
    for is_item, group in groupby(pieces, lambda piece: piece.is_open and belongs(piece)):
        run = list(group)
        is_list = is_item and len(run) >= fewest
        marked += marked_all(run, "list_item") if is_list else run
    return marked


def _is_short_line(piece: Piece) -> bool:
    return len(piece.words) <= _ITEM_WORDS and not piece.closed and not piece.text.endswith(":")
