"""What an article is called when it has no headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.english.sentence_ends import END
from narrate.structure.piece import Piece, index_of

_LONGEST = 80
"""Characters: what players and podcast lists show of a title."""
_SENTENCE = re.compile(rf".{{12,}}?{END}(?=\s|$)", re.DOTALL)


def title_of(pieces: Sequence[Piece]) -> str:
    """The title as written, else the first sentence that is spoken, cut at a word. Never empty.

    `pieces`: at least one.
    """
    title = index_of(pieces, _is_title)
    if title is not None:
        return pieces[title].flat
    # Of an article all of whose text is left out, the first words that there are.
    first = index_of(pieces, _is_text) or index_of(pieces, _is_spoken) or 0
    if pieces[first].kind == "speech":
        return _speakers(pieces)
    return _first_words(pieces[first].text[: 4 * _LONGEST])


def _speakers(pieces: Sequence[Piece]) -> str:
    """Who talks: a better name for a talk without a headline than the first thing that is said."""
    names = list(dict.fromkeys(piece.speaker for piece in pieces if piece.speaker))
    return _shortened(", ".join(names)) if len(", ".join(names)) > _LONGEST else ", ".join(names)


def _is_title(piece: Piece) -> bool:
    return piece.kind == "title"


def _is_text(piece: Piece) -> bool:
    return piece.kind in (None, "heading", "list_item", "speech")


def _is_spoken(piece: Piece) -> bool:
    return piece.reason is None


def _first_words(text: str) -> str:
    sentence = _SENTENCE.match(text)
    words = sentence.group().split() if sentence else text.split()
    flat = " ".join(words)
    return flat if len(flat) <= _LONGEST else _shortened(flat)


def _shortened(text: str) -> str:
    whole_words = text[:_LONGEST].rsplit(" ", 1)[0]
    return whole_words.rstrip(" ,;:—–-") + "…"
