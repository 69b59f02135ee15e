"""Marks on a text → elements that nest.

Marks may overlap and elements may not, so a mark is cut where it crosses one that began before it; but
sentences and what is said in its own way (`sub`, `phoneme`, `say-as`) are never cut. Marks that cover the
same stretch nest in their order, the first outermost, but for those that must be inside all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from lxml import etree

from narrate.model import Mark
from narrate.ssml.vocabulary import LANG, NAMESPACE

# The attribute that holds a mark's value.
VALUE_ATTRIBUTES: Mapping[str, str] = {
    "sub": "alias", "phoneme": "ph", "say-as": "interpret-as", "emphasis": "level", "lang": LANG,
    "token": "role", "lookup": "ref", "audio": "src", "break": "time", "mark": "name",
}  # fmt: skip
POINTS = frozenset({"break", "mark"})
"""Marks that lie between two characters."""
SAID = frozenset({"sub", "phoneme", "say-as"})
"""Marks that say how their whole text is said: elements that hold nothing else."""
# May stand around sentences (sections 3.1.12, 3.2.4 and 3.1.5.2); emphasis and tokens stand in one.
_AROUND_SENTENCES = frozenset({"prosody", "lang", "lookup", "audio"})
_start = attrgetter("start")
# XML 1.0 section 2.2: what may not stand in a document at all.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with a space for every character that XML cannot carry."""
    return _NOT_XML.sub(" ", text)


def element(tag: str, attributes: Mapping[str, str] | None = None) -> etree._Element:
    """An element of SSML."""
    return etree.Element(f"{{{NAMESPACE}}}{tag}", {k: clean(v) for k, v in (attributes or {}).items()})


def marked_up(mark: Mark) -> etree._Element:
    """The element that a mark stands for, without its text."""
    if mark.kind == "sentence":
        return element("s")
    attributes = dict(mark.attributes)
    if mark.kind in VALUE_ATTRIBUTES and (mark.value or mark.kind == "sub"):
        attributes = {VALUE_ATTRIBUTES[mark.kind]: mark.value} | attributes
    if mark.kind == "phoneme":
        attributes = {"alphabet": "ipa"} | attributes
    described = attributes.pop("desc", "")
    marked = element(mark.kind, attributes)
    if described:
        marked.append(element("desc"))
        marked[0].text = clean(described)
    return marked


def fill(parent: etree._Element, text: str, marks: Sequence[Mark]) -> None:
    """Put a text into an element, marked up."""
    _fill(parent, text, 0, len(text), ordered(_separable(marks)))


def sentences(marks: Sequence[Mark]) -> list[Mark]:
    """The sentences in order, two of them one where something is said over their border."""
    said = _without_overlap([m for m in marks if m.kind in SAID])
    return _joined([m for m in marks if m.kind == "sentence"], said)


def append_text(parent: etree._Element, text: str) -> None:
    """Add text at the end of an element."""
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _fill(parent: etree._Element, text: str, start: int, end: int, marks: list[Mark]) -> None:
    """Write `text[start:end]`. No mark in `marks`, which are in order, reaches out of it."""
    at = start
    while marks:
        mark = marks[0]
        # A point at the end of a mark comes after it, so it is not among those inside.
        after = bisect_left(marks, mark.end, lo=1, key=_start)
        inside, marks = marks[1:after], marks[after:]
        append_text(parent, clean(text[at : mark.start]))
        child = marked_up(mark)
        parent.append(child)
        _fill(
            child, text, mark.start, mark.end, ordered(replace(m, end=min(m.end, mark.end)) for m in inside)
        )
        if crossing := [replace(m, start=mark.end) for m in inside if m.end > mark.end]:
            marks = ordered([*crossing, *marks])
        at = mark.end
    append_text(parent, clean(text[at:end]))


def ordered(marks: Iterable[Mark]) -> list[Mark]:
    """Outer before inner; points before what begins where they lie; sentences around all that they equal."""
    return sorted(marks, key=lambda m: (m.start, m.kind not in POINTS, -m.end, _rank(m)))


def _rank(mark: Mark) -> int:
    """Of marks over the same stretch: sentences stand around all, and what holds only text in all."""
    return 0 if mark.kind == "sentence" else 2 if mark.kind in SAID else 1


def _separable(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks with none that would cut a sentence or what is said in its own way."""
    said = _without_overlap([m for m in marks if m.kind in SAID])
    whole = _joined([m for m in marks if m.kind == "sentence"], said)
    yield from said
    yield from whole
    for mark in marks:
        if mark.kind in POINTS:
            at = _out_of(said, mark.start)
            yield replace(mark, start=at, end=at)
        elif mark.kind not in SAID and mark.kind != "sentence":
            start, end = _out_of(said, mark.start), _out_of(said, mark.end)
            if start < end or mark.kind == "audio":
                yield from _cut_at_sentences(replace(mark, start=start, end=end), whole)


def _without_overlap(said: list[Mark]) -> list[Mark]:
    """Those that can stand beside each other, in order: a pronunciation goes before a spoken form."""
    order = {"phoneme": 0, "say-as": 1, "sub": 2}
    kept: list[Mark] = []
    for mark in sorted(said, key=lambda m: (order[m.kind], m.start, -m.end)):
        at = bisect_left(kept, mark.end, key=_start)
        if mark.end > mark.start and (at == 0 or kept[at - 1].end <= mark.start):
            insort(kept, mark, key=_start)
    return kept


def _out_of(said: list[Mark], offset: int) -> int:
    """The offset, or the end of what is said in its own way and lies around it."""
    at = bisect_left(said, offset, key=_start)
    return max(offset, said[at - 1].end) if at else offset


def _joined(sentences: list[Mark], said: list[Mark]) -> list[Mark]:
    """Sentences in order, two of them one where something is said over their border."""
    joined: list[Mark] = []
    for sentence in sorted(sentences, key=_start):
        if joined and (
            _out_of(said, joined[-1].end) > joined[-1].end or _out_of(said, sentence.start) > sentence.start
        ):
            joined[-1] = replace(joined[-1], end=sentence.end)
        else:
            joined.append(sentence)
    return joined


def _cut_at_sentences(mark: Mark, sentences: list[Mark]) -> Iterator[Mark]:
    """A mark, in parts where it begins or ends in the middle of one of several sentences."""
    first = bisect_right(sentences, mark.start, key=attrgetter("end"))
    touched = sentences[first : bisect_left(sentences, mark.end, key=_start)]
    whole = all(mark.start <= s.start and s.end <= mark.end for s in touched)
    inside = len(touched) == 1 and touched[0].start <= mark.start and mark.end <= touched[0].end
    if not touched or inside or (whole and mark.kind in _AROUND_SENTENCES):
        yield mark
        return
    for sentence in touched:
        yield replace(mark, start=max(mark.start, sentence.start), end=min(mark.end, sentence.end))
