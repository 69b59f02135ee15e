"""How a text is spoken: sentence boundaries, and the spoken form of what is written, as marks on it."""

from __future__ import annotations

from dataclasses import replace

from narrate.model import Mark, Utterance
from narrate.speaking.registry import marks as _marks
from narrate.speaking.boundaries import sentence_spans, sentences

__all__ = ["annotate", "sentence_spans", "sentences", "spoken", "substitutions"]


def substitutions(text: str) -> list[Mark]:
    """Marks of kind "sub" wherever the spoken form differs from the written one.

    In order, not overlapping. An empty `value` means silence.
    """
    return list(_marks(text))


def spoken(text: str) -> str:
    """The text as it is said: "Dec. 14" becomes "December fourteenth"."""
    pieces: list[str] = []
    position = 0
    for mark in _marks(text):
        pieces += text[position : mark.start], mark.value
        position = mark.end
    return "".join([*pieces, text[position:]])


def annotate(utterance: Utterance) -> Utterance:
    """The utterance with its sentences and substitutions marked, all marks sorted by where they start.

    Marks that it has stay; a "sub" among them wins over a new one that overlaps it.
    """
    kept = utterance.marks
    fixed = [mark for mark in kept if mark.kind == "sub"]
    found = [Mark("sentence", *span) for span in sentence_spans(utterance.text)]
    found += [new for new in _marks(utterance.text) if not any(_overlap(new, old) for old in fixed)]
    return replace(utterance, marks=tuple(sorted((*kept, *found), key=lambda mark: (mark.start, -mark.end))))


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end
