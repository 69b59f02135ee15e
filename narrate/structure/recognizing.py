"""Pieces → recognised pieces: the order of the rules.

1.  Lines: hard-wrapped paragraphs become one piece each (`lines`).
2.  Furniture inside long lines is cut out (`inline`).
3.  Notices and credits are recognised by their wording (`notices`).
4.  Furniture: lines of the web page (`furniture`).
5.  Pictures: captions and their credits (`pictures`, `captions`).
6.  Title, and lines that repeat it (`front`), which may hide a caption's label (`captions`); authors and
    dates (`bylines`); then the first picture's caption can be told, and links from the title (`links`).
7.  What the markup says, where there was any: headings, but for what is large print (`headings`), list items,
    captions.
8.  Lists, with bullets and without, and lists that were run together (`lists`, `runon`).
9.  Pull quotes (`repeats`).
10. Datelines are cut off (`front`).
11. Headings, and sentences among them that are captions (`headings`).
12. The rest are paragraphs; very long ones are divided (`paragraphs`).

A rule sees only what the rules before it left open, so the order is part of the method: a caption is
never taken for a heading. Rules cut and mark; none drops anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.structure.piece import Piece, each_open
from narrate.structure.rules.bylines import mark_byline
from narrate.structure.rules.captions import cut_labels, mark_labelled, mark_lead_picture
from narrate.structure.rules.front import cut_dateline, mark_title
from narrate.structure.rules.furniture import mark_furniture
from narrate.structure.rules.headings import mark_headings, untag_sentences
from narrate.structure.rules.inline import cut_inline
from narrate.structure.rules.links import mark_links
from narrate.structure.rules.lists import mark_lists
from narrate.structure.rules.notices import mark_credit, mark_notice
from narrate.structure.rules.paragraphs import divide
from narrate.structure.rules.pictures import mark_pictures
from narrate.structure.rules.repeats import mark_pullquotes
from narrate.structure.rules.runon import split_runons


def recognize(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of a text in order, which may have kinds or tags already, cut and marked by all rules.

    What the loader has left out of the article stays as it is, where it is: no rule counts it as a line.
    """
    outside = [piece for piece in pieces if piece.reason is not None]
    inside = _recognize([piece for piece in pieces if piece.reason is None])
    return sorted([*outside, *inside], key=lambda piece: piece.start)


def _recognize(pieces: Sequence[Piece]) -> list[Piece]:
    pieces = each_open(pieces, cut_inline)
    for line_rule in (mark_notice, mark_furniture, mark_credit):
        pieces = each_open(pieces, line_rule)
    for rule in (
        mark_pictures,
        mark_labelled,
        mark_title,
        cut_labels,
        mark_byline,
        mark_lead_picture,
        mark_links,
        untag_sentences,
        mark_tagged,
        mark_lists,
        split_runons,
        mark_pullquotes,
    ):
        pieces = rule(pieces)
    pieces = each_open(pieces, cut_dateline)
    return each_open(mark_headings(pieces), divide)


def recognize_book(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of a book: its markup says it all, and the furniture of web pages is not in it."""
    return each_open(mark_tagged(pieces), divide)


def mark_tagged(pieces: Sequence[Piece]) -> list[Piece]:
    """What no wording has shown to be something else is what the markup says.

    Paragraphs stay open: a dateline may be cut off, or a pull quote recognised.
    """
    return [
        piece.marked(piece.tag) if piece.kind is None and piece.tag not in (None, "paragraph") else piece
        for piece in pieces
    ]
