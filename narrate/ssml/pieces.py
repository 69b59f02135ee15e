"""An utterance cut into sentences, and these into stretches that are said in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from narrate.model import Mark, Utterance

# XML 1.0 section 2.2: what may not stand in a document at all.
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence that is said in one way."""

    text: str
    """As written; what XML cannot carry is a space."""
    alias: str | None
    """What is said instead, or None."""
    in_fragment: bool
    """Whether it is part of a quoted fragment."""


def sentences(utterance: Utterance) -> list[tuple[int, int]]:
    """Sentence spans, joined where a substitution runs over the boundary between two."""
    spans = [(m.start, m.end) for m in utterance.marks if m.kind == "sentence"] or [(0, len(utterance.text))]
    subs = [m for m in utterance.marks if m.kind == "sub"]
    joined = [spans[0]]
    for start, end in spans[1:]:
        if any(m.start < start < m.end or m.start < joined[-1][1] < m.end for m in subs):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def pieces(utterance: Utterance, start: int, end: int) -> Iterator[Piece]:
    """Tile a sentence with pieces; a substitution is never cut."""
    fragments = [m for m in utterance.marks if m.kind == "fragment"]
    subs = [m for m in utterance.marks if m.kind == "sub" and start <= m.start and m.end <= end]
    aliases = {m.start: _NOT_XML.sub(" ", m.value) for m in subs}
    edges = {start, end} | {edge for m in subs for edge in (m.start, m.end)}
    edges |= {edge for m in fragments for edge in (m.start, m.end) if _cuts(edge, start, end, subs)}
    for left, right in pairwise(sorted(edges)):
        text = _NOT_XML.sub(" ", utterance.text[left:right])
        yield Piece(text, aliases.get(left), any(m.start <= left < m.end for m in fragments))


def _cuts(edge: int, start: int, end: int, subs: list[Mark]) -> bool:
    """Whether a fragment's edge lies in the sentence and not inside a substitution."""
    return start < edge < end and not any(m.start < edge < m.end for m in subs)
