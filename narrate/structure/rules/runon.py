"""Lists whose items were run together on one line, with nothing between them, are split again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from narrate.english.sentence_ends import has_inner_end
from narrate.structure.piece import Piece
from narrate.structure.rules.item_breaks import Usage, find_breaks, usage_of
from narrate.structure.rules.tagging import FINITE, Token, tokenize

FEWEST_WORDS = 20
"""Three short items. Lines with fewer that end without a full stop are headings and captions."""
MOST_WORDS = 250
_FEWEST_ITEMS = 3


def split_run_on_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Open lines that are lists run together become their items."""
    may_be_list = [piece.is_open and _may_be_list(piece) for piece in pieces]
    if not any(may_be_list):
        return list(pieces)
    # Only once, and not from the lines in question: their neighbours across a break are no names.
    texts = [piece.text for piece, is_one in zip(pieces, may_be_list, strict=True) if not is_one]
    usage = usage_of(texts)
    split: list[Piece] = []
    for piece, is_one in zip(pieces, may_be_list, strict=True):
        items = _items(piece, usage) if is_one else []
        split += items or [piece]
    return split


def _may_be_list(piece: Piece) -> bool:
    """Whether the line is long, ends without a full stop and has none inside."""
    if piece.closed or len(piece.text) > 20 * MOST_WORDS:
        return False
    if not FEWEST_WORDS <= len(piece.words) <= MOST_WORDS:
        return False
    long_words = [word for word in piece.words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    # With capitals at most words, as American headlines have them, none of them tells anything.
    are_telling = capitals >= _FEWEST_ITEMS - 1 and capitals * 5 < len(long_words) * 3
    return are_telling and not has_inner_end(piece.text)


def _items(piece: Piece, usage: Usage) -> list[Piece]:
    """The items, or nothing where they do not read as items: few, or without verbs."""
    tokens = tokenize(piece.text)
    breaks = find_breaks(tokens, piece.text, usage)
    items = [tokens[left:right] for left, right in pairwise([0, *breaks, len(tokens)])]
    with_verb = sum(map(_has_verb, items))
    if len(items) < _FEWEST_ITEMS or with_verb * 4 < len(items) * 3:
        return []
    starts = [tokens[index].start for index in breaks]
    return [item.marked("list_item") for item in piece.cut(*starts)]


def _has_verb(item: Sequence[Token]) -> bool:
    return any(token.tag in FINITE or token.tag == "VBN" for token in item)
