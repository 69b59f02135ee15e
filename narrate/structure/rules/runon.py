"""Lists whose items were run together on one line, with nothing between them, are split again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from narrate.english.sentence_ends import has_inner_end
from narrate.structure.piece import Piece, each_open, marked_all
from narrate.structure.rules.item_breaks import Usage, find_breaks, usage_of
from narrate.structure.rules.tagging import FINITE, Token, tokenize

FEWEST_WORDS = 20
"""Three short items. Lines with fewer that end without a full stop are headings and captions."""
MOST_WORDS = 250
_FEWEST_ITEMS = 3


def split_run_on_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Open lines that are lists run together become their items."""
    other_texts = [piece.text for piece in pieces if not _may_be_list(piece)]
    if len(other_texts) == len(pieces):
        return list(pieces)
    # Only once, and not from the lines in question: their neighbours across a break are no names.
    usage = usage_of(other_texts)
    return each_open(pieces, lambda piece: _split(piece, usage))


def _split(piece: Piece, usage: Usage) -> list[Piece]:
    items = _items(piece, usage) if _may_be_list(piece) else []
    return items or [piece]


def _may_be_list(piece: Piece) -> bool:
    """Whether an open line is long, ends without a full stop and has none inside."""
    if not piece.is_open or piece.closed or len(piece.text) > 20 * MOST_WORDS:
        return False
    is_long = FEWEST_WORDS <= len(piece.words) <= MOST_WORDS
    return is_long and _has_telling_capitals(piece.words) and not has_inner_end(piece.text)


def _has_telling_capitals(words: Sequence[str]) -> bool:
    """Whether there are some, and yet not at most words, as American headlines have them."""
    long_words = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    return capitals >= _FEWEST_ITEMS - 1 and capitals * 5 < len(long_words) * 3


def _items(piece: Piece, usage: Usage) -> list[Piece]:
    """The items, or nothing where they do not read as items: few, or without verbs."""
    tokens = tokenize(piece.text)
    breaks = find_breaks(tokens, piece.text, usage)
    edges = pairwise([0, *breaks, len(tokens)])
    items = [tokens[left:right] for left, right in edges]
    starts = [item[0].start for item in items[1:]]
    return marked_all(piece.cut(*starts), "list_item") if _are_items(items) else []


def _are_items(items: Sequence[Sequence[Token]]) -> bool:
    with_verb = sum(map(_has_verb, items))
    return len(items) >= _FEWEST_ITEMS and with_verb * 4 >= len(items) * 3


def _has_verb(item: Sequence[Token]) -> bool:
    return any(token.tag in FINITE or token.tag == "VBN" for token in item)
