"""Whom a pronoun or a description means.

A pronoun goes to the person with the highest score among those mentioned before it, who have not the
other gender: near beats far, subjects beat objects, the speaker of the last quotation beats both.
"""

from __future__ import annotations

from collections.abc import Iterator

from narrate.quotation.cues import Clause
from narrate.quotation.mentions import Mention
from narrate.quotation.people import People, Person
from narrate.quotation.words import BODIES, GENDERED, SINGULAR_PRONOUNS, TEXTS

REACH = 14
"""Sentences to look back for whom a pronoun means."""


def resolve(mention: Mention, at: int, clauses: list[Clause], people: People, last: Person | None) -> Person:
    """The person that any mention refers to; for a description nobody is known by, one of its own.

    `at` is the index of the mention's sentence, `last` the speaker of the quotation before.
    """
    known = people.of.get(id(mention))
    if known is None:
        if mention.kind == "pronoun":
            known = _antecedent(mention, at, clauses, people, last)
        elif mention.definite and mention.head:
            known = _holder(mention, at, clauses, people)
        known = known or _unnamed(mention)
        people.of[id(mention)] = known
    return known


def _unnamed(mention: Mention) -> Person:
    person = Person(mention.name, named=False)
    gender = SINGULAR_PRONOUNS.get(mention.name[0]) or GENDERED.get(mention.head)
    if gender:
        person.genders[gender] += 1
    person.phrase = mention.title or mention.name[0]
    return person


def _holder(mention: Mention, at: int, clauses: list[Clause], people: People) -> Person | None:
    """Somebody who was introduced with the same office."""
    if mention.head in TEXTS or mention.head in BODIES:
        return None
    holders = people.with_head(mention.head)
    recent = [p for p in holders if _mentioned_before(p, at, clauses, people)]
    return recent[-1] if recent else None


def _mentioned_before(person: Person, at: int, clauses: list[Clause], people: People) -> bool:
    return any(
        people.of.get(id(m)) is person for c in clauses[max(0, at - REACH) : at + 1] for m in c.mentions
    )


def _antecedent(
    pronoun: Mention, at: int, clauses: list[Clause], people: People, last: Person | None
) -> Person | None:
    word = pronoun.name[0]
    best, highest = None, -8.0
    for mention, back in _before(pronoun, at, clauses):
        person = people.of.get(id(mention))
        if person is None:
            if mention.kind != "description" or not mention.head:
                continue
            person = _unnamed(mention)
        score = _score(word, mention, person, back, clauses[at].paragraph - mention.paragraph)
        if person is last:
            score += 2.0
        if score > highest:
            best, highest = person, score
            if not person.named:
                people.of[id(mention)] = person
    return best


def _before(pronoun: Mention, at: int, clauses: list[Clause]) -> Iterator[tuple[Mention, int]]:
    for index in range(at, max(-1, at - REACH), -1):
        for mention in clauses[index].mentions:
            if index < at or mention.first < pronoun.first:
                yield mention, at - index


def _score(word: str, mention: Mention, person: Person, back: int, paragraphs: int) -> float:
    wanted = SINGULAR_PRONOUNS.get(word)
    score = -0.7 * back - 0.7 * paragraphs
    if wanted:
        gender = person.gender()
        score += 0.0 if gender is None else 1.5 if gender == wanted else -20.0
        score -= 3.0 if person.body() else 0.0
        score -= 0.0 if person.named else 2.0
        if not person.named and mention.head in BODIES | TEXTS:
            score -= 20.0
    elif word == "they":
        plural = not person.named and mention.name[0].endswith("s")
        score += 1.5 if plural else 0.0 if person.body() else -3.0
    elif not person.body() and person.named and (person.heads or person.genders):
        score -= 5.0
    score += 1.5 if mention.rank == 0 else 0.0
    score += 1.0 if mention.links else 0.0
    score -= 1.0 if mention.governed else 0.0
    score -= 1.0 if mention.possessive else 0.0
    return score
