"""How a text is spoken: sentence boundaries, and the spoken form of what is written, as marks on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from narrate.model import Mark, Utterance
from narrate.speaking.boundaries import sentence_spans, sentences
from narrate.speaking.spoken import spoken, substitutions

if TYPE_CHECKING:
    from narrate.speaking.lexicon import Lexicon

__all__ = ["annotate", "sentence_spans", "sentences", "spoken", "substitutions"]

SAID = frozenset({"sub", "phoneme", "say-as"})
"""Kinds of marks that say how their stretch is spoken."""


def annotate(
    utterance: Utterance,
    lexicon: Lexicon | None = None,
    looked_up: Mapping[str, Lexicon] = MappingProxyType({}),
) -> Utterance:
    """The utterance with its sentences, substitutions and known words marked, sorted by where they start.

    `looked_up`: lexicons for the text in `lookup` marks of their name, where they go before `lexicon`.
    Spoken forms are English, so another language's voice gets none. Marks that it has stay; one of them that
    says how to speak wins over a new one that overlaps it.
    """
    english = utterance.voice.language.lower().startswith("en")
    interpreted = list(_interpreted(utterance)) if english else []
    fixed = [*(mark for mark in utterance.marks if mark.kind in SAID), *interpreted]
    known = _known(utterance, lexicon, looked_up)
    new = _joined(substitutions(utterance.text) if english else [], known)
    new = [mark for mark in new if not any(_overlap(mark, old) for old in fixed)]
    whole = _sentences_beside(utterance, [*fixed, *new])
    marks = sorted((*whole, *utterance.marks, *interpreted, *new), key=_outer_first)
    return replace(utterance, marks=tuple(marks))


def _outer_first(mark: Mark) -> tuple[int, bool, int, bool]:
    """What lies between two characters before what begins there, and sentences around all that they equal."""
    return mark.start, mark.kind not in ("break", "mark"), -mark.end, mark.kind != "sentence"


def _interpreted(utterance: Utterance) -> Iterator[Mark]:
    """In words, what an SSML document says to be a kind of thing: a date, a number, letters."""
    from narrate.speaking.interpreting import said_as

    in_words = {(mark.start, mark.end) for mark in utterance.marks if mark.kind == "sub"}
    for mark in utterance.marks:
        if mark.kind == "say-as" and (mark.start, mark.end) not in in_words:
            text = utterance.text[mark.start : mark.end]
            said = said_as(text, mark.value, dict(mark.attributes).get("format", ""))
            if said is not None:
                yield Mark("sub", mark.start, mark.end, said)


def _sentences_beside(utterance: Utterance, subs: list[Mark]) -> list[Mark]:
    """Marks of the sentences beside those that an SSML document marks."""
    marked = sorted((m for m in utterance.marks if m.kind == "sentence"), key=lambda mark: mark.start)
    spans = {(m.start, m.end) for m in marked}
    found: list[Mark] = []
    for left, right in pairwise(
        [0, *(edge for m in marked for edge in (m.start, m.end)), len(utterance.text)]
    ):
        if (left, right) not in spans:
            inside = [
                replace(m, start=m.start - left, end=m.end - left) for m in subs if left <= m.start < right
            ]
            beside = _sentences_around(utterance.text[left:right], inside)
            found += [replace(m, start=m.start + left, end=min(m.end + left, right)) for m in beside]
    return found


def _known(utterance: Utterance, lexicon: Lexicon | None, looked_up: Mapping[str, Lexicon]) -> list[Mark]:
    """Words that a lexicon knows, in order. Of lookups inside each other the inner goes before the outer."""
    lookups = [mark for mark in utterance.marks if mark.kind == "lookup" and mark.value in looked_up]
    inner_first = sorted(lookups, key=lambda mark: mark.end - mark.start)
    scopes = [(mark.start, mark.end, looked_up[mark.value]) for mark in inner_first]
    found: list[Mark] = []
    for start, end, words in [*scopes, *([(0, len(utterance.text), lexicon)] if lexicon else [])]:
        inside = [mark for mark in _words_of(words, utterance) if start <= mark.start and mark.end <= end]
        found += [mark for mark in inside if not any(_overlap(mark, other) for other in found)]
    return sorted(found, key=lambda mark: mark.start)


def _words_of(lexicon: Lexicon, utterance: Utterance) -> Iterator[Mark]:
    """Words that one lexicon knows, those that have a role by their role."""
    language = utterance.voice.language
    roles = [mark for mark in utterance.marks if mark.kind == "token" and mark.value]
    for role in roles:
        said = lexicon.pronunciation(utterance.text[role.start : role.end], language, role.value)
        if said:
            yield Mark(said.kind, role.start, role.end, said.value)
    for mark in lexicon.marks(utterance.text, language):
        free = not any(_overlap(mark, role) for role in roles)
        if free and not any(_cut(mark, old) for old in utterance.marks):
            yield mark


def _joined(subs: list[Mark], known: list[Mark]) -> list[Mark]:
    """Substitutions and a lexicon's marks, each in order; of two that overlap one stays.

    A lexicon's mark goes before a substitution that it covers, since somebody wrote it for that very word;
    a substitution that reaches over its ends stays: the name may be part of a web address.
    """
    starts, ends = [sub.start for sub in subs], [sub.end for sub in subs]
    kept: list[Mark] = []
    replaced: set[int] = set()
    for mark in known:
        first, last = bisect_right(ends, mark.start), bisect_left(starts, mark.end)
        if first == last or (mark.start <= starts[first] and ends[last - 1] <= mark.end):
            kept.append(mark)
            replaced.update(range(first, last))
    return sorted(
        (*kept, *(sub for index, sub in enumerate(subs) if index not in replaced)),
        key=lambda mark: mark.start,
    )


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


def _cut(mark: Mark, other: Mark) -> bool:
    """Whether an edge of `other` lies inside `mark`, which would then be no element of its own."""
    return mark.start < other.start < mark.end or mark.start < other.end < mark.end
