"""Whom a pronoun or a description means.

A pronoun goes to whoever among those mentioned before it weighs most by the table ANTECEDENT: near
beats far, subjects beat objects, and the other gender is out of the question.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from narrate.quotation.antecedents import antecedent_features
from narrate.quotation.clauses import Clause
from narrate.quotation.discourse import Discourse
from narrate.quotation.mentions import Mention
from narrate.quotation.nouns import BODIES, TEXTS
from narrate.quotation.people import Person
from narrate.quotation.weights import ANTECEDENT
from narrate.quotation.word_classes import SINGULAR_PRONOUNS

REACH = 14
"""Sentences to look back for whom a pronoun or a description means."""
MENTIONS = 120
"""After so many no further sentence is looked at: sentences of news have a tenth as many."""


def resolve(
    mention: Mention, at: int, clauses: Sequence[Clause], discourse: Discourse, last: Person | None
) -> tuple[Person, float]:
    """The person that any mention refers to, and how likely that is by the weights (0 to 1).

    It is one without a name if the article gives none. `at` is the index of the mention's sentence, `last`
    the speaker of the quotation before.
    """
    person, likelihood = discourse.known(mention), 1.0
    if person is None:
        person, likelihood = _look_back(mention, at, clauses, discourse, last)
    if person is None:
        return discourse.add_unnamed(mention), likelihood
    discourse.assign(mention, person)
    gender = SINGULAR_PRONOUNS.get(mention.name[0])
    if gender and person.named:
        discourse.count_pronoun(person, gender)
    return person, likelihood


def _look_back(
    mention: Mention, at: int, clauses: Sequence[Clause], discourse: Discourse, last: Person | None
) -> tuple[Person | None, float]:
    """Whom a pronoun or a description means among those mentioned before it, and how likely that is."""
    if mention.kind == "pronoun":
        return _antecedent(mention, at, clauses, discourse, last)
    if mention.definite:
        return _holder(mention, at, clauses, discourse), 1.0
    return None, 1.0


def _holder(mention: Mention, at: int, clauses: Sequence[Clause], discourse: Discourse) -> Person | None:
    """Somebody who was introduced with the same office: "the mayor"."""
    if not mention.head or mention.head in TEXTS or mention.head in BODIES:
        return None
    back = (other for index in _indices_back(at) for other in reversed(clauses[index].mentions))
    known = (person for person in map(discourse.known, back) if person is not None)
    return next((person for person in known if mention.head in person.heads), None)


def _indices_back(at: int) -> range:
    """The indices of a sentence and of those before it within reach, backwards."""
    return range(at, max(-1, at - REACH), -1)


def _antecedent(
    pronoun: Mention, at: int, clauses: Sequence[Clause], discourse: Discourse, last: Person | None
) -> tuple[Person | None, float]:
    """Who outweighs both everybody else and that it is somebody else, and the share of their odds."""
    highest = ANTECEDENT["somebody else"]
    best: Person | None = None
    odds: defaultdict[Person | None, float] = defaultdict(float)
    odds[None] = math.exp(highest)
    for person, features in antecedents(pronoun, at, clauses, discourse, last):
        score = sum(ANTECEDENT.get(feature, 0.0) for feature in features)
        odds[person] += math.exp(score)
        if score > highest:
            best, highest = person, score
    return best, odds[best] / sum(odds.values())


def antecedents(
    pronoun: Mention, at: int, clauses: Sequence[Clause], discourse: Discourse, last: Person | None
) -> Iterator[tuple[Person, list[str]]]:
    """Whom a pronoun can mean, from its own sentence backwards, with the features that speak for each."""
    paragraph = clauses[at].paragraph
    seen: set[Person] = set()
    for mention, sentences_back in _mentions_back(pronoun, at, clauses):
        person = _referent(mention, discourse)
        if person is None:
            continue
        paragraphs_back = paragraph - mention.paragraph
        features = list(antecedent_features(pronoun.name[0], mention, person, discourse))
        features.append(f"{min(sentences_back, 4)} sentences back")
        features.append(f"{min(paragraphs_back, 3)} paragraphs back")
        if person not in seen:
            features.append("nearest mention of it")
        if person is last:
            features.append("speaker before" if person.named else "unnamed speaker before")
        seen.add(person)
        yield person, features


def _mentions_back(pronoun: Mention, at: int, clauses: Sequence[Clause]) -> Iterator[tuple[Mention, int]]:
    """The mentions before a pronoun, each with how many sentences it stands back."""
    for mention in clauses[at].mentions:
        if mention.first < pronoun.first:
            yield mention, 0
    for back, clause in _clauses_before(at, clauses):
        for mention in clause.mentions:
            yield mention, back


def _clauses_before(at: int, clauses: Sequence[Clause]) -> Iterator[tuple[int, Clause]]:
    """The sentences before one, each with how far back it is, until there are enough mentions."""
    looked_at = len(clauses[at].mentions)
    for index in _indices_back(at)[1:]:
        if looked_at > MENTIONS:
            break
        looked_at += len(clauses[index].mentions)
        yield at - index, clauses[index]


def _referent(mention: Mention, discourse: Discourse) -> Person | None:
    """Who is known, or a description that can be somebody."""
    person = discourse.known(mention)
    if person is not None or mention.kind != "description":
        return person
    if not mention.head or mention.head in TEXTS:
        return None
    return discourse.add_unnamed(mention)
