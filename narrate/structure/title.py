"""What an article is called when it has no headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.english.sentence_ends import END
from narrate.structure.piece import Piece

_LONGEST = 80
"""Characters: what players and podcast lists show of a title."""
_SENTENCE = re.compile(rf".{{12,}}?{END}(?=\s|$)", re.DOTALL)


def title_of(pieces: Sequence[Piece]) -> str:
    """The title as written, else the first sentence that is spoken, cut at a word. Never empty.

    `pieces`: at least one.
    """
    titles = [piece for piece in pieces if piece.kind == "title"]
    if titles:
        return titles[0].flat
    said = [piece for piece in pieces if piece.kind in (None, "heading", "list_item")]
    spoken = [piece for piece in pieces if piece.reason is None]
    first = next(iter(said or spoken or pieces))
    return _first_words(first.text[: 4 * _LONGEST])


def _first_words(text: str) -> str:
    sentence = _SENTENCE.match(text)
    words = sentence.group().split() if sentence else text.split()
    flat = " ".join(words)
    if len(flat) <= _LONGEST:
        return flat
    whole_words = flat[:_LONGEST].rsplit(" ", 1)[0]
    return whole_words.rstrip(" ,;:—–-") + "…"
