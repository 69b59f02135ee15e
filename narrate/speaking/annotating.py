"""How an utterance is spoken, as marks on its text: sentences, spoken forms, words that lexicons know."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, filterfalse, pairwise
from operator import attrgetter, itemgetter
from types import MappingProxyType

from narrate.model import Mark, Utterance
from narrate.speaking.boundaries import sentence_spans
from narrate.speaking.interpreting import said_as
from narrate.speaking.known_words import known_words, without_replaced
from narrate.speaking.lexicon import Lexicon
from narrate.speaking.overlaps import without_overlaps
from narrate.speaking.spoken import substitutions

SAID = frozenset({"sub", "phoneme", "say-as"})
"""Kinds of marks that say how their stretch is spoken."""

_BETWEEN_CHARACTERS = ("break", "mark")
_NO_LEXICONS: Mapping[str, Lexicon] = MappingProxyType({})


def annotate(
    utterance: Utterance,
    lexicon: Lexicon | None = None,
    looked_up: Mapping[str, Lexicon] = _NO_LEXICONS,
) -> Utterance:
    """The utterance with its sentences, substitutions and known words marked, sorted by where they start.

    `looked_up`: lexicons for the text in `lookup` marks of their name, where they take precedence over
    `lexicon`. Spoken forms are English, so another language's voice gets none. Marks that it has stay; one of
    them that says how to speak wins over a new one that overlaps it.
    """
    interpreted, substituted = _spoken_forms(utterance)
    given = [mark for mark in utterance.marks if mark.kind in SAID]
    fixed = given + interpreted
    known = known_words(utterance, lexicon, looked_up)
    proposed = without_replaced(substituted, known)
    new = without_overlaps(proposed, fixed)
    sentences = _sentences_beside(utterance, fixed + new)
    marks = [*sentences, *utterance.marks, *interpreted, *new]
    marks.sort(key=_outer_first)
    return replace(utterance, marks=tuple(marks))


def _outer_first(mark: Mark) -> tuple[int, bool, int, bool]:
    """What lies between two characters before what begins there, and sentences around all that they equal."""
    return mark.start, mark.kind not in _BETWEEN_CHARACTERS, -mark.end, mark.kind != "sentence"


def _spoken_forms(utterance: Utterance) -> tuple[list[Mark], list[Mark]]:
    """What SSML says to be a kind of thing, in words, and the substitutions in the text."""
    if not utterance.voice.language.lower().startswith("en"):
        return [], []
    return list(_interpreted(utterance)), substitutions(utterance.text)


def _interpreted(utterance: Utterance) -> Iterator[Mark]:
    """In words, what an SSML document says to be a kind of thing: a date, a number, letters."""
    in_words = {(mark.start, mark.end) for mark in utterance.marks if mark.kind == "sub"}
    kinds_of_things = [mark for mark in utterance.marks if mark.kind == "say-as"]
    for mark in kinds_of_things:
        span = (mark.start, mark.end)
        if span not in in_words:
            yield from _in_words(utterance.text, mark)


def _in_words(text: str, mark: Mark) -> Iterator[Mark]:
    """The substitution that a `say-as` mark asks for, if it is known how to say it."""
    form = dict(mark.attributes).get("format", "")
    said = said_as(text[mark.start : mark.end], mark.value, form)
    if said is not None:
        yield Mark("sub", mark.start, mark.end, said)


def _sentences_beside(utterance: Utterance, said: list[Mark]) -> list[Mark]:
    """Marks of the sentences beside those that an SSML document marks."""
    text = utterance.text
    marked = [(mark.start, mark.end) for mark in utterance.marks if mark.kind == "sentence"]
    marked.sort(key=itemgetter(0))
    edges = [0, *chain.from_iterable(marked), len(text)]
    gaps = filterfalse(marked.__contains__, pairwise(edges))
    found: list[Mark] = []
    for left, right in gaps:
        sentences = _sentences_between(text, left, right, said)
        found.extend(sentences)
    return found


def _sentences_between(text: str, left: int, right: int, said: list[Mark]) -> list[Mark]:
    """Marks of the sentences between two offsets."""
    inside = [_moved(mark, -left) for mark in said if left <= mark.start < right]
    sentences = _sentences_around(text[left:right], inside)
    return [_moved(mark, left) for mark in sentences]


def _moved(mark: Mark, offset: int) -> Mark:
    return replace(mark, start=mark.start + offset, end=mark.end + offset)


def _sentences_around(text: str, said: list[Mark]) -> list[Mark]:
    """Marks of the sentences; two are one if what is said instead of something reaches over their border.

    (Then the border was none: "Adm. Quill" is a title and a name, and elements of SSML have to nest.)
    """
    found: list[Mark] = []
    said = sorted(said, key=attrgetter("start"))
    starts = list(map(attrgetter("start"), said))
    for start, end in sentence_spans(text):
        sentence = Mark("sentence", start, end)
        before = bisect_left(starts, start)
        if found and before:
            last = said[before - 1]
            if last.end > found[-1].end:
                sentence = replace(found.pop(), end=end)
        found.append(sentence)
    return found
