"""Who says each quotation: the candidate whose features weigh most.

The candidates are the mentions near the quotation, the speaker of the quotation before it, and nobody;
score(candidate) = sum of the weights of its features. Somebody speaks where all candidates together outweigh
nobody, since it may be open who of several does: then it is the likeliest. That is one step for all
constructions, and what decided can be read off the tables in `weights`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from narrate.quotation.features import continued_features, mention_features
from narrate.quotation.mentions import Mention
from narrate.quotation.people import People, Person
from narrate.quotation.resolve import resolve
from narrate.quotation.scene import Scene, candidates
from narrate.quotation.unspoken import LONG, unspoken_features
from narrate.quotation.weights import CAUTION, CONTINUED, MENTION, TRUST, UNSPOKEN

_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")


class Attribution(NamedTuple):
    """Who says a quotation, and the words of the text that show it."""

    person: Person
    mention: Mention


def attribute(scenes: Iterable[Scene], people: People) -> list[Attribution | None]:
    """The speaker of each quotation, in order; None where nobody is quoted."""
    found: list[Attribution | None] = []
    last: Attribution | None = None
    for scene in scenes:
        chosen = _labelled(scene, people) or _choose(scene, people, last)
        found.append(chosen)
        last = chosen or last
        if chosen is not None:
            chosen.person.quoted += 1
    return found


def weigh(table: Mapping[str, float], features: Iterable[str]) -> float:
    """The score of a candidate."""
    score = 0.0
    for feature in features:
        score += table.get(feature, 0.0)
    return score


def _choose(scene: Scene, people: People, last: Attribution | None) -> Attribution | None:
    """An option without a mention is whoever spoke last."""
    options: list[tuple[float, Mention | None, int]] = []
    if last is not None:
        options.append((weigh(CONTINUED, continued_features(scene)), None, 0))
    for mention, distance in candidates(scene):
        score = weigh(MENTION, mention_features(scene, mention, distance, people.known(mention)))
        options.append((score, mention, scene.clause + distance))
    nobody = weigh(UNSPOKEN, unspoken_features(scene)) + bias(scene)
    if not options or _together([score for score, _, _ in options]) <= nobody:
        return None
    _, chosen, at = max(options, key=lambda option: option[0])
    if chosen is None:
        return last
    return Attribution(resolve(chosen, at, scene.clauses, people, last and last.person), chosen)


def _together(scores: Sequence[float]) -> float:
    """The score of "one of these": the logarithm of the sum of the odds. None may be too large for exp."""
    most = max(scores)
    return most + math.log(sum(math.exp(score - most) for score in scores))


def bias(scene: Scene, caution: float = CAUTION) -> float:
    """What is added for nobody: caution in the reporter's sentences, trust in paragraphs of speech."""
    if not scene.alone:
        return caution
    return TRUST if len(scene.words) >= LONG else 0.0


def _labelled(scene: Scene, people: People) -> Attribution | None:
    """A transcript names the speaker inside the marks: "SMITH: Good morning"."""
    label = _LABEL.match(scene.text)
    if label is None:
        return None
    start = scene.span.start
    name = tuple(word.capitalize() for word in label.group(1).split())
    mention = Mention("name", start, start + label.end(1), -1, -1, name)
    return Attribution(people.add(mention), mention)
