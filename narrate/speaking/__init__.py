"""How a text is spoken: sentence boundaries, and the spoken form of what is written, as marks on it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from narrate.model import Mark, Utterance
from narrate.speaking.boundaries import sentence_spans, sentences

__all__ = ["annotate", "sentence_spans", "sentences", "spoken", "substitutions"]


def substitutions(text: str) -> list[Mark]:
    """Marks of kind "sub" wherever the spoken form differs from the written one.

    In order, not overlapping. An empty `value` means silence.
    """
    # Compiling the rules takes 60 ms, which nobody should pay who only imports the package.
    from narrate.speaking.registry import marks

    return list(marks(text))


def spoken(text: str) -> str:
    """The text as it is said: "Dec. 14" becomes "December fourteenth"."""
    pieces: list[str] = []
    position = 0
    for mark in substitutions(text):
        pieces += text[position : mark.start], mark.value
        position = mark.end
    return "".join([*pieces, text[position:]])


def annotate(utterance: Utterance) -> Utterance:
    """The utterance with its sentences and substitutions marked, all marks sorted by where they start.

    Marks that it has stay; a "sub" among them wins over a new one that overlaps it.
    """
    fixed = [mark for mark in utterance.marks if mark.kind == "sub"]
    new = [mark for mark in substitutions(utterance.text) if not any(_overlap(mark, old) for old in fixed)]
    whole = _sentences_around(utterance.text, [*fixed, *new])
    marks = sorted((*utterance.marks, *whole, *new), key=lambda mark: (mark.start, -mark.end))
    return replace(utterance, marks=tuple(marks))


def _sentences_around(text: str, subs: list[Mark]) -> list[Mark]:
    """Marks of the sentences; two are one where a substitution reaches over their border.

    (Then the border was none: "Adm. Quill" is a title and a name, and elements of SSML have to nest.)
    """
    subs = sorted(subs, key=lambda mark: mark.start)
    found: list[Mark] = []
    for start, end in sentence_spans(text):
        last = bisect_left(subs, start, key=lambda mark: mark.start) - 1
        if found and last >= 0 and subs[last].end > found[-1].end:
            found[-1] = replace(found[-1], end=end)
        else:
            found.append(Mark("sentence", start, end))
    return found


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end
