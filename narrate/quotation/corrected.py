"""Quotations whose speakers are those that a user says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from narrate.english.titles import gender_by_title
from narrate.model import Located, Quotation, QuotationCorrection, QuotationKind, Speaker
from narrate.quotation.name_matching import compatible, folded, last_name
from narrate.quotation.people import gender_by_name

_TITLES = gender_by_title()
"""Titles before names, and the genders that they show."""
CLAUSE = 5
"""Words from which on a fragment that ends a sentence is speech, if it was taken for no speech at all."""


def corrected(
    text: str,
    quotations: Sequence[Quotation],
    given: Sequence[Located[QuotationCorrection]],
    paragraphs: Sequence[tuple[int, int]],
) -> list[Quotation]:
    """The quotations, in order, those that are `given` with their speakers.

    A correction is about every quotation in which its words stand. If there is none, its words are one, as
    far as they stand in `paragraphs`, the (start, end) offsets of running text. The speaker is the one of the
    article whose name it can be, or else somebody new.
    """
    speakers = _speakers(quotations)
    found = list(quotations)
    for each in given:
        speaker = _speaker(each.says.speaker, speakers)
        if any(_overlap(quotation, each) for quotation in found):
            found = [_after(quotation, each, speaker) for quotation in found]
        elif speaker is not None:
            found += _new(text, each, speaker, paragraphs)
    return sorted(found, key=attrgetter("start"))


def _speakers(quotations: Iterable[Quotation]) -> list[Speaker]:
    """Everybody who is quoted, in order of appearance."""
    speakers = (quotation.speaker for quotation in quotations)
    return list(dict.fromkeys(speaker for speaker in speakers if speaker is not None))


def _after(quotation: Quotation, located: Located[QuotationCorrection], speaker: Speaker | None) -> Quotation:
    """A quotation after a correction, which may be about others."""
    if not _overlap(quotation, located):
        return quotation
    return _said_by(quotation, speaker, located.says.kind)


def _overlap(quotation: Quotation, located: Located[QuotationCorrection]) -> bool:
    return quotation.start < located.end and located.start < quotation.end


def _speaker(name: str | None, speakers: Sequence[Speaker]) -> Speaker | None:
    """Who of the speakers is meant by a name; somebody new if none is, or several can be."""
    if name is None:
        return None
    title, words = _parted(name)
    meant = _called(name, speakers) or _possible(words, speakers)
    if len(meant) == 1:
        return meant[0]
    gender = _TITLES.get(title) or gender_by_name(words)
    return Speaker(name, gender)


def _called(name: str, speakers: Iterable[Speaker]) -> list[Speaker]:
    """The speakers of just this name."""
    wanted = folded(name)
    return [speaker for speaker in speakers if folded(speaker.name) == wanted]


def _possible(words: tuple[str, ...], speakers: Iterable[Speaker]) -> list[Speaker]:
    """The speakers whose name it can be."""
    return [speaker for speaker in speakers if _can_be(speaker, words)]


def _parted(name: str) -> tuple[str, tuple[str, ...]]:
    """The title before a name, in lower case, and the name: ("mrs", ("Ada", "Moreau"))."""
    first, *others = name.split()
    if others and first.lower() in _TITLES:
        return first.lower(), tuple(others)
    return "", (first, *others)


def _can_be(speaker: Speaker, words: tuple[str, ...]) -> bool:
    """Whether a speaker has a name of the same last word, and a first name that does not differ."""
    _, theirs = _parted(speaker.name)
    return last_name(theirs) == last_name(words) and compatible(theirs, words)


def _said_by(quotation: Quotation, speaker: Speaker | None, kind: QuotationKind | None) -> Quotation:
    return replace(
        quotation, speaker=speaker, confidence=None, kind=kind or _kind(quotation, spoken=speaker is not None)
    )


def _kind(quotation: Quotation, *, spoken: bool) -> QuotationKind:
    """What a quotation is with its new speaker: no speech becomes a fragment, or speech if it could be."""
    if not spoken:
        return "scare"
    if quotation.kind != "scare":
        return quotation.kind
    is_sentence = quotation.text.rstrip()[-1:] in tuple(".!?…,")
    return "direct" if is_sentence and len(quotation.text.split()) >= CLAUSE else "partial"


def _new(
    text: str,
    located: Located[QuotationCorrection],
    speaker: Speaker | None,
    paragraphs: Iterable[tuple[int, int]],
) -> Iterator[Quotation]:
    """The words as a quotation of each paragraph that they stand in."""
    kind = located.says.kind or "direct"
    for first, last in paragraphs:
        start = max(first, located.start)
        end = min(last, located.end)
        words = text[start:end].strip()
        if words:
            start = text.index(words, start)
            yield Quotation(start, start + len(words), words, kind, speaker)
