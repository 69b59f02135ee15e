"""Where in an article the corrections apply, and which of them no longer do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from narrate.corrections.anchors import AnchoredText
from narrate.corrections.reading import NOBODY
from narrate.errors import CorrectionError
from narrate.model import (
    BlockCorrection,
    Corrections,
    Located,
    QuotationCorrection,
    WordCorrection,
)

EXTRACT = 40
"""Characters of the words that a message shows."""
Correction = BlockCorrection | QuotationCorrection | WordCorrection


@dataclass(frozen=True, slots=True)
class LocatedCorrections:
    """What the stages are given, in the order of the article."""

    blocks: tuple[Located[BlockCorrection], ...] = ()
    quotations: tuple[Located[QuotationCorrection], ...] = ()
    words: tuple[Located[WordCorrection], ...] = ()
    """How words are said in one place, or that they are not."""
    everywhere: tuple[WordCorrection, ...] = ()
    """How words are said wherever they stand."""
    notes: tuple[str, ...] = ()
    """Which corrections no longer match, a line each."""


def locate(corrections: Corrections, text: str) -> LocatedCorrections:
    """Find the places of corrections in an article's source. Raises CorrectionError if two contradict."""
    return _Locating(text).located(corrections)


class _Locating:
    def __init__(self, text: str) -> None:
        self._text = AnchoredText(text)
        self._notes: list[str] = []
        self._similar: list[str] = []
        """Places in the file of what was found by similar words."""

    def located(self, corrections: Corrections) -> LocatedCorrections:
        _refuse_contradictions(corrections.blocks)
        _refuse_contradictions(corrections.quotations)
        _refuse_contradictions(corrections.words)
        blocks = self._all(corrections.blocks)
        quotations = self._all(corrections.quotations)
        words = self._all(word for word in corrections.words if not word.is_everywhere)
        _refuse_overlaps(quotations)
        for each in corrections.quotations:
            self._note_on_name(each)
        everywhere = tuple(filter(self._occurs, filter(_is_everywhere, corrections.words)))
        notes = (*self._notes, *self._note_on_similar())
        return LocatedCorrections(blocks, quotations, words, everywhere, notes)

    def _all(self, corrections: Iterable[Any]) -> tuple[Located[Any], ...]:
        located = [each for each in map(self._one, corrections) if each is not None]
        return tuple(sorted(located, key=lambda each: each.start))

    def _one(self, correction: Correction) -> Located[Any] | None:
        found = self._text.find(correction.anchor)
        if found is None:
            self._miss(correction)
            return None
        if found.similar:
            self._similar.append(correction.place)
        if found.others:
            also = f"{_words(correction)} stands {found.others + 1} times in the article"
            self._notes.append(
                f"{correction.place}: {also}: the first is meant, unless prefix or suffix tell"
            )
        return Located(found.start, found.end, correction)

    def _occurs(self, correction: WordCorrection) -> bool:
        occurs = next(self._text.places(correction.anchor), None) is not None
        if not occurs:
            self._miss(correction)
        return occurs

    def _note_on_name(self, correction: QuotationCorrection) -> None:
        """A name that the article does not have may be right, or mistyped."""
        name = correction.speaker
        if name is None or self._text.has_word(name.split()[-1]):
            return
        close = self._text.most_similar(name)
        hint = f"did you mean {close}?" if close else "somebody new gets a voice"
        self._notes.append(f"{correction.place}: the article does not name {name} ({hint})")

    def _miss(self, correction: Correction) -> None:
        problem = f"the article has no words like {_words(correction)}"
        self._notes.append(f"{correction.place}: {problem}: copy them anew, or take the entry out")

    def _note_on_similar(self) -> Iterator[str]:
        """One line for all that was found by similar words, so that small edits make no noise."""
        if not self._similar:
            return
        first, *others = self._similar
        lines = "".join(f", {place.rpartition(', ')[2]}" for place in others)
        yield f"{first}{lines}: the article has changed a little there; the most similar words are meant"


def _is_everywhere(correction: WordCorrection) -> bool:
    return correction.is_everywhere


def _refuse_contradictions(corrections: Sequence[Correction]) -> None:
    """Raise CorrectionError for two that say different things of the same words."""
    first: dict[object, Correction] = {}
    for correction in corrections:
        before = first.setdefault(correction.anchor, correction)
        if not _agree(before, correction):
            raise _contradiction(before, correction)


def _refuse_overlaps(located: Sequence[Located[QuotationCorrection]]) -> None:
    """Likewise for two whose words are not the same, but in the same place."""
    for one, other in combinations(located, 2):
        if other.start >= one.end:
            continue
        if not _agree(one.says, other.says):
            raise _contradiction(one.says, other.says)


def _agree(one: Correction, other: Correction) -> bool:
    """Whether what two corrections of one sort say can hold together: what one leaves open does not count."""
    pairs = zip(_said(one), _said(other), strict=True)
    return all(said == otherwise or None in (said, otherwise) for said, otherwise in pairs)


def _said(correction: Correction) -> tuple[object, ...]:
    """What a correction says; None for what it leaves open."""
    if isinstance(correction, BlockCorrection):
        return correction.kind, correction.spoken
    if isinstance(correction, QuotationCorrection):
        return correction.speaker or NOBODY, correction.kind
    return ((correction.say, correction.ipa),)


def _contradiction(one: Correction, other: Correction) -> CorrectionError:
    line = one.place.rpartition(", ")[2]
    problem = f"the corrections contradict each other about {_words(other)}"
    return CorrectionError(problem, other.place, f"{line} says something else: take one of them out")


def _words(correction: Correction) -> str:
    words = " ".join(correction.anchor.exact.split())
    shown = words if len(words) <= EXTRACT else f"{words[:EXTRACT].rstrip()}…"
    return f"“{shown}”"
