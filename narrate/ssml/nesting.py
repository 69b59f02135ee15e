"""Marks on a text → elements that nest.

Marks may overlap and elements may not, so a mark is cut where it crosses one that began before it; but
sentences and what is said in its own way (`sub`, `phoneme`, `say-as`) are never cut. Marks that cover the
same stretch nest in their order, the first outermost, but for those that must be inside all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from lxml import etree

from narrate.characters import xml_text
from narrate.model import Mark
from narrate.ssml.vocabulary import LANG, NAMESPACE

# The attribute that holds a mark's value.
VALUE_ATTRIBUTES: Mapping[str, str] = {
    "sub": "alias", "phoneme": "ph", "say-as": "interpret-as", "emphasis": "level", "lang": LANG,
    "token": "role", "lookup": "ref", "audio": "src", "break": "time", "mark": "name",
}  # fmt: skip
POINTS = frozenset({"break", "mark"})
"""Marks that lie between two characters."""
_SAID_IN_ORDER = ("phoneme", "say-as", "sub")
SAID = frozenset(_SAID_IN_ORDER)
"""Marks that say how their whole text is said: elements that hold nothing else."""
_SENTENCES = frozenset({"sentence"})
# May stand around sentences (sections 3.1.12, 3.2.4 and 3.1.5.2); emphasis and tokens stand in one.
_AROUND_SENTENCES = frozenset({"prosody", "lang", "lookup", "audio"})
_start = attrgetter("start")


def element(tag: str, attributes: Mapping[str, str] | None = None) -> etree._Element:
    """An element of SSML."""
    return etree.Element(f"{{{NAMESPACE}}}{tag}", {k: xml_text(v) for k, v in (attributes or {}).items()})


def marked_up(mark: Mark) -> etree._Element:
    """The element that a mark stands for, without its text."""
    if mark.kind == "sentence":
        return element("s")
    attributes = _attributes(mark)
    description = attributes.pop("desc", "")
    marked = element(mark.kind, attributes)
    if description:
        described = element("desc")
        described.text = xml_text(description)
        marked.append(described)
    return marked


def _attributes(mark: Mark) -> dict[str, str]:
    """A mark's attributes as those of its element, its value first."""
    named = VALUE_ATTRIBUTES.get(mark.kind)
    alphabet = {"alphabet": "ipa"} if mark.kind == "phoneme" else {}
    # An empty alias is silence; any other empty value is none.
    value = {named: mark.value} if named and (mark.value or mark.kind == "sub") else {}
    return alphabet | value | dict(mark.attributes)


def fill(parent: etree._Element, text: str, marks: Sequence[Mark]) -> None:
    """Put a text into an element, marked up."""
    _fill(parent, text, 0, len(text), ordered(_separable(marks)))


def sentences(marks: Sequence[Mark]) -> list[Mark]:
    """The sentences in order, two of them one where something is said over their border."""
    said = _without_overlap(_of_kinds(marks, SAID))
    return _joined(_of_kinds(marks, _SENTENCES), said)


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
    waiting = marks[::-1]  # the next one is the last
    before: etree._Element | None = None
    while waiting:
        mark = waiting.pop()
        # A point at the end of a mark comes after it, so it is not among those inside.
        inside = _taken_until(mark.end, waiting)
        _add_text(parent, before, text[at : mark.start])
        before = marked_up(mark)
        parent.append(before)
        _fill(before, text, mark.start, mark.end, _until(mark.end, inside))
        _put_back_rests(inside, mark.end, waiting)
        at = mark.end
    _add_text(parent, before, text[at:end])


def _add_text(parent: etree._Element, before: etree._Element | None, text: str) -> None:
    """Add text behind an element in its parent, or where there is none, at the parent's beginning.

    The element is given, since lxml counts all children to find the last one.
    """
    if before is None:
        append_text(parent, xml_text(text))
    elif text:
        before.tail = (before.tail or "") + xml_text(text)


def _taken_until(end: int, waiting: list[Mark]) -> list[Mark]:
    """The marks that begin before an offset, taken out of those that wait."""
    taken = []
    while waiting and waiting[-1].start < end:
        taken.append(waiting.pop())
    return taken


def _until(end: int, marks: Sequence[Mark]) -> list[Mark]:
    """The marks, cut off at an offset."""
    return ordered(replace(mark, end=min(mark.end, end)) for mark in marks)


def _put_back_rests(inside: Sequence[Mark], end: int, waiting: list[Mark]) -> None:
    """Have the rests of marks that reach over an offset wait, in order with those that begin there."""
    rests = [replace(mark, start=end) for mark in inside if mark.end > end]
    if rests:
        rests += _taken_until(end + 1, waiting)
        waiting += reversed(ordered(rests))


def ordered(marks: Iterable[Mark]) -> list[Mark]:
    """Outer before inner; points before what begins where they lie; sentences around all that they equal."""
    return sorted(marks, key=lambda m: (m.start, m.kind not in POINTS, -m.end, _rank(m)))


def _rank(mark: Mark) -> int:
    """Of marks over the same stretch: sentences stand around all, and what holds only text in all."""
    return 0 if mark.kind == "sentence" else 2 if mark.kind in SAID else 1


def _separable(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks with none that would cut a sentence or what is said in its own way."""
    said = _without_overlap(_of_kinds(marks, SAID))
    whole = _joined(_of_kinds(marks, _SENTENCES), said)
    yield from said
    yield from whole
    done = SAID | _SENTENCES
    for mark in marks:
        if mark.kind in done:
            continue
        yield from _in_parts(mark, said, whole)


def _of_kinds(marks: Sequence[Mark], kinds: frozenset[str]) -> list[Mark]:
    return [mark for mark in marks if mark.kind in kinds]


def _in_parts(mark: Mark, said: list[Mark], sentences: list[Mark]) -> Iterator[Mark]:
    """A mark in parts that nest with sentences and with what is said in its own way."""
    moved = replace(mark, start=_out_of(said, mark.start), end=_out_of(said, mark.end))
    if mark.kind in POINTS:
        yield moved
    elif moved.start < moved.end or mark.kind == "audio":
        yield from _cut_at_sentences(moved, sentences)


def _without_overlap(said: list[Mark]) -> list[Mark]:
    """Those that can stand side by side, in order; a pronunciation takes precedence over a spoken form."""
    kept: list[Mark] = []
    for mark in sorted(said, key=_precedence):
        at = bisect_left(kept, mark.end, key=_start)
        if mark.end > mark.start and _ends_before(kept, at, mark.start):
            kept.insert(at, mark)
    return kept


def _ends_before(kept: Sequence[Mark], at: int, offset: int) -> bool:
    """Whether the mark before number `at`, if there is one, has ended at an offset."""
    return at == 0 or kept[at - 1].end <= offset


def _precedence(mark: Mark) -> tuple[int, int, int]:
    return _SAID_IN_ORDER.index(mark.kind), mark.start, -mark.end


def _out_of(said: list[Mark], offset: int) -> int:
    """The offset, or the end of what is said in its own way and lies around it."""
    at = bisect_left(said, offset, key=_start)
    return max(offset, said[at - 1].end) if at else offset


def _joined(sentences: list[Mark], said: list[Mark]) -> list[Mark]:
    """Sentences in order, two of them one where something is said over their border."""
    joined: list[Mark] = []
    in_order = sorted(sentences, key=_start)
    for sentence in in_order:
        whole = sentence
        if joined and _is_said_over(said, joined[-1].end, sentence.start):
            before = joined.pop()
            whole = replace(before, end=sentence.end)
        joined.append(whole)
    return joined


def _is_said_over(said: list[Mark], end: int, start: int) -> bool:
    """Whether the end of a sentence or the start of the next lies inside what is said in its own way."""
    return _out_of(said, end) > end or _out_of(said, start) > start


def _cut_at_sentences(mark: Mark, sentences: list[Mark]) -> Iterator[Mark]:
    """A mark, in parts where it begins or ends in the middle of one of several sentences."""
    first = bisect_right(sentences, mark.start, key=attrgetter("end"))
    behind = bisect_left(sentences, mark.end, key=_start)
    touched = sentences[first:behind]
    if _may_stay_whole(mark, touched):
        yield mark
        return
    for sentence in touched:
        start = max(mark.start, sentence.start)
        end = min(mark.end, sentence.end)
        yield replace(mark, start=start, end=end)


def _may_stay_whole(mark: Mark, touched: Sequence[Mark]) -> bool:
    """Whether a mark nests with the sentences that it touches: around all of them, or inside one."""
    if not touched:
        return True
    if mark.kind in _AROUND_SENTENCES and all(_is_inside(sentence, mark) for sentence in touched):
        return True
    first, *others = touched
    return not others and _is_inside(mark, first)


def _is_inside(inner: Mark, outer: Mark) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
