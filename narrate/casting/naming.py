"""Which of the people that are known a speaker is: by the full name, an alias, or the last name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from narrate.english.titles import FORMS_OF_ADDRESS, OFFICES_BEFORE_NAMES, SHORT_TITLES
from narrate.model import KnownPerson, Quotation, Speaker

Named = TypeVar("Named", Speaker, KnownPerson)

_TITLES = frozenset(
    (
        *(short.lower() for short in SHORT_TITLES),
        *FORMS_OF_ADDRESS,
        *OFFICES_BEFORE_NAMES,
        *("mx", "former", "acting", "deputy", "jr", "sr"),
    )
)
"""What may stand beside a name and is no part of it."""
_ARTICLES = frozenset(("the", "an"))


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name without titles, initials, accents and capitals: "Sir José A. Marín" is "jose marin".

    A name that holds nothing else stays as it is ("The Prime Minister").
    """
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", bare.casefold())
    kept = [word for word in words if word not in _TITLES and len(word) > 1]
    is_named = not _ARTICLES.issuperset(kept)
    return " ".join(kept if is_named else words)


def recognized(speakers: Iterable[Speaker], people: Sequence[KnownPerson]) -> dict[str, KnownPerson]:
    """Who of `people` each speaker is, by the speaker's name; those who are none of them are left out.

    A full name or an alias decides. Where one side has the last name alone, it counts if only one person and
    only one speaker can be meant, and if their genders do not differ.
    """
    distinct = {speaker.name: speaker for speaker in speakers}
    found = _named_in_full(distinct, people)
    taken = {person.name for person in found.values()}
    free = [person for person in people if person.name not in taken]
    others = [speaker for name, speaker in distinct.items() if name not in found]
    return found | _by_last_name(others, free)


def _named_in_full(speakers: Iterable[str], people: Sequence[KnownPerson]) -> dict[str, KnownPerson]:
    by_name = _by_name(people)
    met = {speaker: by_name.get(plain(speaker)) for speaker in speakers}
    return {speaker: person for speaker, person in met.items() if person is not None}


def _by_name(people: Iterable[KnownPerson]) -> dict[str, KnownPerson]:
    """People by their names and aliases; the first one counts where two have the same."""
    found: dict[str, KnownPerson] = {}
    for person in people:
        for name in (person.name, *person.aliases):
            found.setdefault(plain(name), person)
    return found


def _by_last_name(speakers: Sequence[Speaker], people: Sequence[KnownPerson]) -> dict[str, KnownPerson]:
    """Those of whom the article or the file has the last name alone, and who can be nobody else."""
    people_called = _grouped_by_last_name(people)
    speakers_called = _grouped_by_last_name(speakers)
    found: dict[str, KnownPerson] = {}
    for last_name, meant in speakers_called.items():
        known = people_called.get(last_name, [])
        if len(meant) == len(known) == 1 and _can_be(meant[0], known[0]):
            found[meant[0].name] = known[0]
    return found


def _grouped_by_last_name(named: Iterable[Named]) -> Mapping[str, list[Named]]:
    groups: dict[str, list[Named]] = defaultdict(list)
    for each in named:
        groups[plain(each.name).rpartition(" ")[2]].append(each)
    return groups


def _can_be(speaker: Speaker, person: KnownPerson) -> bool:
    """Whether one of two with the same last name has nothing else, and both can be one person."""
    is_last_name = " " not in plain(speaker.name) or " " not in plain(person.name)
    return is_last_name and (None in (speaker.gender, person.gender) or speaker.gender == person.gender)


def with_known_genders(quotations: Sequence[Quotation], people: Sequence[KnownPerson]) -> list[Quotation]:
    """The quotations with the genders that are known of their speakers; who says one first counts."""
    speakers = [quotation.speaker for quotation in quotations if quotation.speaker is not None]
    telling = [person for person in people if person.gender is not None]
    known = recognized(speakers, telling)
    return [_with_known_gender(quotation, known) for quotation in quotations]


def _with_known_gender(quotation: Quotation, known: Mapping[str, KnownPerson]) -> Quotation:
    speaker = quotation.speaker
    if speaker is None or speaker.name not in known:
        return quotation
    return replace(quotation, speaker=replace(speaker, gender=known[speaker.name].gender))
