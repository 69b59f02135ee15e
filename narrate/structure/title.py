"""What an article is called when it has no headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.structure.piece import Piece

_LONGEST = 80
"""Characters: what players and podcast lists show of a title."""
_SENTENCE = re.compile(r".{12,}?[.!?…][”\"’')]*(?=\s|$)", re.DOTALL)


def title_of(pieces: Sequence[Piece]) -> str:
    """The title as written, else the first sentence that is spoken, cut at a word. Never empty."""
    for piece in pieces:
        if piece.kind == "title":
            return piece.flat
    said = [piece for piece in pieces if piece.kind in (None, "heading", "list_item")]
    spoken = [piece for piece in pieces if piece.reason is None]
    return _first_words((said or spoken or list(pieces))[0].text[: 4 * _LONGEST])


def _first_words(text: str) -> str:
    match = _SENTENCE.match(text)
    flat = " ".join((match.group() if match else text).split())
    if len(flat) <= _LONGEST:
        return flat
    return flat[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"
