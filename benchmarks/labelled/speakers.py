"""Whether quotations are found, and given to who said them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.labelled.articles import LabelledArticle, Part, Person, Quote, inside
from benchmarks.labelled.figures import Figure, Tally, f1
from narrate.model import Gender, Quotation, Speaker

RUNNING_TEXT = frozenset(("paragraph", "list_item", "caption"))
"""Kinds of part in which every quotation is labelled."""
_ENOUGH = 0.5
"""Shared characters over all characters of two spans that count as the same quotation."""
_TITLES = re.compile(r"(?:the|an?|mrs?|ms|miss|dr|sir|judge|justice|professor|captain|mayor|gov|rep|sen)")
"""Words that may stand before a name or not."""

Pair = tuple[Quote, Quotation | None]


class QuotationScore:
    """Gathers what became of the quotations of several articles."""

    def __init__(self) -> None:
        self._tally = Tally()
        self._spans = {"found": 0, "wanted": 0, "both": 0}

    @property
    def misses(self) -> Sequence[str]:
        """A line for each quotation with another speaker, kind or span, and each person of another gender."""
        return self._tally.misses

    def add(self, labelled: LabelledArticle, found: Sequence[Quotation]) -> None:
        """Compare the quotations that were found in an article with its labels."""
        in_running_text = [quotation for quotation in found if _is_inside(quotation, labelled.parts)]
        pairs = list(_paired(labelled, in_running_text))
        self._count_spans(labelled, in_running_text)
        for quote, quotation in pairs:
            self._compare(labelled, quote, quotation)
        for person, speaker in _people(pairs):
            self._compare_gender(labelled.name, person, speaker)

    def figures(self) -> list[Figure]:
        """Spans, kinds, speakers, and genders."""
        tally, spans = self._tally, self._spans
        return [
            Figure("quotation marks, exact F1", f1(**spans), spans["wanted"]),
            tally.figure("kind", "kind of quotation"),
            tally.figure("full name", "speaker by full name"),
            tally.figure("last name", "speaker by last name"),
            tally.figure("full name, direct", "speaker by full name, direct"),
            tally.figure("full name, partial", "speaker by full name, partial"),
            tally.figure("scare", "scare quotes with a speaker", at_most=True),
            tally.figure("gender right", "gender of speakers, right"),
            tally.figure("gender wrong", "gender of speakers, wrong", at_most=True),
        ]

    def _count_spans(self, labelled: LabelledArticle, found: Sequence[Quotation]) -> None:
        wanted = {(quote.start, quote.end) for quote in labelled.quotes}
        got = {inside(labelled.text, quotation.start, quotation.end) for quotation in found}
        self._spans["found"] += len(got)
        self._spans["wanted"] += len(wanted)
        self._spans["both"] += len(wanted & got)

    def _compare(self, labelled: LabelledArticle, quote: Quote, quotation: Quotation | None) -> None:
        speaker = quotation.speaker if quotation else None
        problems = []
        if quotation is not None:
            self._tally.add("kind", holds=quotation.kind == quote.kind)
        if quotation is None or quotation.kind != quote.kind:
            problems.append(f"{quote.kind} → {quotation.kind if quotation else 'not found'}")
        if quote.kind == "scare":
            self._tally.add("scare", holds=speaker is not None)
            is_right = speaker is None
        else:
            is_right = self._compare_speaker(quote, quotation)
        if not is_right:
            wanted = quote.speaker.names[0] if quote.speaker else "nobody"
            problems.append(f"{wanted} → {speaker.name if speaker else 'nobody'}")
        if problems:
            text = labelled.text[quote.start : quote.end].replace("\n", " ")
            self._tally.misses.append(f"{labelled.name}: {', '.join(problems)}: {text[:80]}")

    def _compare_speaker(self, quote: Quote, quotation: Quotation | None) -> bool:
        """Count one quotation; whether its speaker has the right full name."""
        name = quotation.speaker.name if quotation and quotation.speaker else None
        was_found = quotation is not None
        is_full = was_found and has_full_name(quote.speaker, name)
        self._tally.add("full name", holds=is_full)
        self._tally.add(f"full name, {quote.kind}", holds=is_full)
        self._tally.add("last name", holds=was_found and has_last_name(quote.speaker, name))
        return is_full

    def _compare_gender(self, article: str, person: Person, speaker: Speaker) -> None:
        found: Gender | None = speaker.gender
        is_wrong = found is not None and found != person.gender
        self._tally.add("gender right", holds=found == person.gender)
        self._tally.add("gender wrong", holds=is_wrong)
        if found != person.gender:
            self._tally.misses.append(f"{article}: gender of {speaker.name}: {person.gender} → {found}")


def has_full_name(person: Person | None, name: str | None) -> bool:
    """Whether a name is one of the person's, titles and articles aside; of nobody, whether there is none."""
    if person is None or name is None:
        return person is None and name is None
    return _words(name) in [_words(each) for each in person.names]


def has_last_name(person: Person | None, name: str | None) -> bool:
    """Whether a name has the last word of one of the person's; of nobody, whether there is none."""
    if person is None or name is None:
        return person is None and name is None
    found = _words(name)
    return any(_words(each)[-1] in found for each in person.names)


def _words(name: str) -> list[str]:
    words = re.findall(r"[\w'-]+", name.casefold().replace("’", "'"))
    return [word for word in words if not _TITLES.fullmatch(word)] or words[-1:]


def _is_inside(quotation: Quotation, parts: Iterable[Part]) -> bool:
    """Whether a quotation begins in running text."""
    return any(part.start <= quotation.start < part.end and part.kind in RUNNING_TEXT for part in parts)


def _paired(labelled: LabelledArticle, found: Sequence[Quotation]) -> Iterator[Pair]:
    """Every label with the quotation that covers the same text."""
    for quote in labelled.quotes:
        best = max(found, key=lambda quotation: _likeness(quote, quotation), default=None)
        is_match = best is not None and _likeness(quote, best) >= _ENOUGH
        yield quote, best if is_match else None


def _likeness(quote: Quote, quotation: Quotation) -> float:
    shared = min(quote.end, quotation.end) - max(quote.start, quotation.start)
    covered = max(quote.end, quotation.end) - min(quote.start, quotation.start)
    return max(shared, 0) / max(covered, 1)


def _people(pairs: Iterable[Pair]) -> Iterator[tuple[Person, Speaker]]:
    """Everybody whose gender the article shows, once, with the speaker that was found for them."""
    seen: set[Person] = set()
    for quote, quotation in pairs:
        person = quote.speaker
        if person is None or person.gender is None or person in seen:
            continue
        speaker = quotation.speaker if quotation else None
        if speaker is not None and has_last_name(person, speaker.name):
            seen.add(person)
            yield person, speaker
