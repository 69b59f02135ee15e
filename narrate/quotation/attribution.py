"""Who says each quotation: the candidate whose features weigh most.

score(candidate) = sum of the weights of its features (`features`, `weights`); the highest wins. That
is one step for all constructions, and what decided can be read off the table.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from narrate.quotation.features import (
    Scene,
    candidates,
    continue_features,
    mention_features,
    nobody_features,
)
from narrate.quotation.mentions import Mention
from narrate.quotation.people import People, Person
from narrate.quotation.resolve import resolve
from narrate.quotation.weights import NOBODY_BIAS
from narrate.quotation.weights import SPEAKER as WEIGHTS


class Attribution(NamedTuple):
    """Who says a quotation, and the words of the text that show it."""

    person: Person
    mention: Mention


def attribute(scenes: list[Scene], people: People) -> list[Attribution | None]:
    """The speaker of each quotation; None where nobody is quoted."""
    found: list[Attribution | None] = []
    last: Attribution | None = None
    for scene in scenes:
        chosen = _choose(scene, people, last)
        found.append(chosen)
        last = chosen or last
    return found


def _choose(scene: Scene, people: People, last: Attribution | None) -> Attribution | None:
    best, highest = None, NOBODY_BIAS + _weigh(nobody_features(scene))
    if last is not None:
        score = _weigh(continue_features(scene))
        if score > highest:
            best, highest = last, score
    winner = None
    for mention, distance in candidates(scene):
        score = _weigh(mention_features(scene, mention, distance))
        if score > highest:
            winner, highest = (mention, distance), score
    if winner is None:
        return best
    mention, distance = winner
    person = resolve(mention, scene.clause + distance, scene.clauses, people, last and last.person)
    return Attribution(person, mention)


def _weigh(features: Iterable[str]) -> float:
    return sum(WEIGHTS.get(f, 0.0) for f in features)
