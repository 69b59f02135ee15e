"""Whom a pronoun or a description means.

A pronoun goes to whoever among those mentioned before it weighs most by the table ANTECEDENT: near
beats far, subjects beat objects, and the other gender is out of the question.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from narrate.quotation.mentions import Mention
from narrate.quotation.nouns import BODIES, TEXTS
from narrate.quotation.people import People, Person
from narrate.quotation.reporting_verbs import Clause, is_subject
from narrate.quotation.weights import ANTECEDENT
from narrate.quotation.words import GENDERED_PRONOUNS, SINGULAR_PRONOUNS

REACH = 14
"""Sentences to look back for whom a pronoun or a description means."""
MENTIONS = 120
"""After so many no further sentence is looked at: sentences of news have a tenth as many."""


def resolve(
    mention: Mention, at: int, clauses: Sequence[Clause], people: People, last: Person | None
) -> Person:
    """The person that any mention refers to; one without a name where the article gives none.

    `at` is the index of the mention's sentence, `last` the speaker of the quotation before.
    """
    known = people.known(mention)
    if known is None and mention.kind == "pronoun":
        known = _antecedent(mention, at, clauses, people, last)
    elif known is None and mention.definite:
        known = _holder(mention, at, clauses, people)
    if known is None:
        return people.unnamed(mention)
    gender = SINGULAR_PRONOUNS.get(mention.name[0])
    if gender and known.named:
        known.pronouns[gender] += 1
    return people.assign(mention, known)


def learn_genders(speakers: Collection[Person], clauses: Iterable[Clause], people: People) -> None:
    """Count the pronouns after people where these lead a sentence.

    "Kai said he was", or "Kai came. He said": the first of the same sentence or of the next.
    """
    leader: Person | None = None
    for clause in clauses:
        first = clause.mentions[0] if clause.mentions else None
        after = 0
        if first is not None and first.kind != "pronoun":
            person = people.known(first)
            alone = not any(m.kind == "name" and m is not first for m in clause.mentions)
            leader, after = (
                (person if person in speakers else None),
                first.last if alone else len(clause.tokens),
            )
        pronoun = next((t.low for t in clause.tokens[after:] if t.low in GENDERED_PRONOUNS), None)
        if leader is not None and pronoun:
            leader.pronouns[GENDERED_PRONOUNS[pronoun]] += 1


def _holder(mention: Mention, at: int, clauses: Sequence[Clause], people: People) -> Person | None:
    """Somebody who was introduced with the same office: "the mayor"."""
    if not mention.head or mention.head in TEXTS or mention.head in BODIES:
        return None
    for index in range(at, max(-1, at - REACH), -1):
        for other in reversed(clauses[index].mentions):
            person = people.known(other)
            if person is not None and mention.head in person.heads:
                return person
    return None


def _antecedent(
    pronoun: Mention, at: int, clauses: Sequence[Clause], people: People, last: Person | None
) -> Person | None:
    best, highest = None, ANTECEDENT["somebody else"]
    for person, features in antecedents(pronoun, at, clauses, people, last):
        score = sum(ANTECEDENT.get(feature, 0.0) for feature in features)
        if score > highest:
            best, highest = person, score
    return best


def antecedents(
    pronoun: Mention, at: int, clauses: Sequence[Clause], people: People, last: Person | None
) -> Iterator[tuple[Person, list[str]]]:
    """Whom a pronoun can mean, from its own sentence backwards, with the features that speak for each."""
    seen: set[int] = set()
    looked_at = 0
    for index in range(at, max(-1, at - REACH), -1):
        if looked_at > MENTIONS:
            return
        mentions = clauses[index].mentions
        looked_at += len(mentions)
        for mention in mentions:
            if index == at and mention.first >= pronoun.first:
                break
            person = _referent(mention, people)
            if person is None:
                continue
            features = list(_features(pronoun.name[0], mention, person))
            features.append(f"{min(at - index, 4)} sentences back")
            features.append(f"{min(clauses[at].paragraph - mention.paragraph, 3)} paragraphs back")
            if id(person) not in seen:
                features.append("nearest mention of it")
            if person is last:
                features.append("speaker before" if person.named else "unnamed speaker before")
            seen.add(id(person))
            yield person, features


def _referent(mention: Mention, people: People) -> Person | None:
    """Who is known, or a description that can be somebody."""
    person = people.known(mention)
    if person is None and mention.kind == "description" and mention.head and mention.head not in TEXTS:
        return people.unnamed(mention)
    return person


def _features(word: str, mention: Mention, person: Person) -> Iterator[str]:
    pronoun = word if word in ("it", "they") else "he"
    yield f"{pronoun} is {_sort(pronoun, mention, person)}"
    wanted, gender = SINGULAR_PRONOUNS.get(word), person.gender()
    if wanted:
        if gender is None or (gender != wanted and person.is_doubtful()):
            yield "gender unknown"
        else:
            yield f"gender {'agrees' if gender == wanted else 'differs'}"
    if mention.kind == "pronoun":
        yield "pronoun before"
    elif mention.kind == "name" and len(mention.name) > 1:
        yield "full name before"
    yield (
        "subject of saying"
        if is_subject(mention)
        else "leads its sentence"
        if mention.leads
        else "other place"
    )
    if mention.governed:
        yield "after a preposition before"
    if mention.possessive:
        yield "possessive before"


def _sort(pronoun: str, mention: Mention, person: Person) -> str:
    if person.is_body() or mention.head in BODIES:
        return "body"
    if not person.named:
        return "plural" if pronoun == "they" and mention.name[-1].endswith("s") else "unnamed"
    if person.is_human() or person.gender():
        return "person"
    return "full name" if len(person.name) > 1 else "name"
