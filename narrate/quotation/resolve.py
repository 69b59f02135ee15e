"""Whom a pronoun or a description means.

A pronoun goes to whoever among those mentioned before it weighs most by the table in `weights`: near
beats far, subjects beat objects, and the other gender is out of the question.
"""

from __future__ import annotations

from collections.abc import Iterator

from narrate.quotation.cues import Clause
from narrate.quotation.mentions import Mention
from narrate.quotation.people import People, Person
from narrate.quotation.weights import ANTECEDENT as WEIGHTS
from narrate.quotation.words import BODIES, SINGULAR_PRONOUNS, TEXTS

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
        known = known or people.unnamed(mention)
        people.of[id(mention)] = known
    return known


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
    best, highest = None, WEIGHTS["somebody unnamed"]
    for person, features in antecedents(pronoun, at, clauses, people, last):
        score = sum(WEIGHTS.get(f, 0.0) for f in features)
        if score > highest:
            best, highest = person, score
    return best


def antecedents(
    pronoun: Mention, at: int, clauses: list[Clause], people: People, last: Person | None
) -> Iterator[tuple[Person, list[str]]]:
    """Whom a pronoun can mean, the nearest first, with the features that speak for each."""
    seen: set[int] = set()
    for index in range(at, max(-1, at - REACH), -1):
        for mention in clauses[index].mentions:
            if (
                mention.kind == "pronoun"
                and id(mention) not in people.of
                or index == at
                and mention.first >= pronoun.first
            ):
                continue
            person = people.of.get(id(mention))
            if person is None:
                if mention.kind != "description" or not mention.head or mention.head in TEXTS:
                    continue
                person = people.unnamed(mention)
            features = _features(pronoun.name[0], mention, person)
            features += _distance(at - index, clauses[at].paragraph - mention.paragraph)
            if id(person) not in seen:
                features.append("nearest mention of it")
            if person is last:
                features.append("speaker before" if person.named else "unnamed speaker before")
            seen.add(id(person))
            yield person, features


def _distance(back: int, paragraphs: int) -> list[str]:
    sentences = f"{min(back, 4)} sentences back"
    return [sentences, f"{min(paragraphs, 3)} paragraphs back"]


def _features(word: str, mention: Mention, person: Person) -> list[str]:
    sort = (
        "body"
        if person.body()
        else "named"
        if person.named
        else "body"
        if mention.head in BODIES
        else "unnamed"
    )
    if word == "they" and mention.name[-1].endswith("s") and not person.named:
        sort = "plural"
    features = [f"{word if word in ('it', 'they') else 'he'} is {sort}"]
    wanted = SINGULAR_PRONOUNS.get(word)
    if wanted:
        gender = person.gender()
        features.append(
            "gender unknown" if gender is None else "gender agrees" if gender == wanted else "gender differs"
        )
    if mention.kind == "pronoun":
        features.append("pronoun before")
    elif mention.kind == "name" and len(mention.name) > 1:
        features.append("full name before")
    strong = any(link in _SUBJECTS for link, _ in mention.links)
    features.append(
        "subject of saying" if strong else "first in its sentence" if mention.rank == 0 else "other place"
    )
    if mention.governed:
        features.append("after a preposition before")
    if mention.possessive:
        features.append("possessive before")
    return features


_SUBJECTS = frozenset(("subject", "inverted", "inverted late", "subject before aside", "according to"))
