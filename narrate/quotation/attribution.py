"""Who says each quotation: the candidate whose features weigh most.

score(candidate) = sum of the weights of its features (`features`, `weights`); the highest wins. That
is one step for all constructions, and what decided can be read off the table.
"""

from __future__ import annotations

from collections.abc import Iterable

from narrate.quotation.features import (
    Scene,
    candidates,
    continue_features,
    mention_features,
    nobody_features,
)
from narrate.quotation.people import People, Person
from narrate.quotation.resolve import resolve
from narrate.quotation.weights import WEIGHTS


def attribute(scenes: list[Scene], people: People) -> list[Person | None]:
    """The speaker of each quotation; None where nobody is quoted."""
    speakers: list[Person | None] = []
    last: Person | None = None
    for scene in scenes:
        speaker = _speaker(scene, people, last)
        speakers.append(speaker)
        last = speaker or last
    return speakers


def _speaker(scene: Scene, people: People, last: Person | None) -> Person | None:
    best, highest = None, _weigh(nobody_features(scene))
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
    return resolve(winner[0], scene.clause + winner[1], scene.clauses, people, last)


def _weigh(features: Iterable[str]) -> float:
    return sum(WEIGHTS.get(f, 0.0) for f in features)
