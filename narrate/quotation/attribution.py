"""Who says each quotation: the candidate whose features weigh most.

The candidates are the mentions near the quotation, the speaker of the quotation before it, and nobody;
score(candidate) = sum of the weights of its features. Somebody speaks if all candidates together outweigh
nobody, since it may be open who of several does: then it is the likeliest. That is one step for all
constructions, and what decided can be read off the tables in `weights`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from narrate.quotation.continuing import continued_features
from narrate.quotation.discourse import Discourse
from narrate.quotation.features import mention_features
from narrate.quotation.mentions import Mention
from narrate.quotation.people import Person
from narrate.quotation.resolve import resolve
from narrate.quotation.scene import Scene, candidates
from narrate.quotation.unspoken import LONG, unspoken_features
from narrate.quotation.weights import CAUTION, CONTINUED, MENTION, TRUST, UNSPOKEN


class Attribution(NamedTuple):
    """Who says a quotation, and the words of the text that show it."""

    person: Person
    mention: Mention
    likelihood: float = 1.0
    """What the weights say of it, from 0 to 1; `confidence` makes a probability of it."""


class _Option(NamedTuple):
    """One of those who can say a quotation."""

    score: float
    mention: Mention | None
    """None: whoever spoke last."""
    clause: int
    """Index of the mention's sentence."""


def attribute(scenes: Iterable[Scene], discourse: Discourse) -> list[Attribution | None]:
    """The speaker of each quotation, in order; None if nobody is quoted.

    What is learned on the way goes to `discourse`, and counts for the quotations that follow.
    """
    found: list[Attribution | None] = []
    last: Attribution | None = None
    for scene in scenes:
        chosen = _labelled(scene, discourse) or _choose(scene, discourse, last)
        found.append(chosen)
        if chosen is not None:
            discourse.give_quotation(chosen.person)
            last = chosen
    return found


def named_speakers(attributions: Iterable[Attribution | None]) -> set[Person]:
    """Everybody who says a quotation and has a name."""
    return {each.person for each in attributions if each is not None and each.person.named}


def weigh(table: Mapping[str, float], features: Iterable[str]) -> float:
    """The score of a candidate."""
    score = 0.0
    for feature in features:
        score += table.get(feature, 0.0)
    return score


def bias(scene: Scene, caution: float = CAUTION) -> float:
    """What is added for nobody: caution in the reporter's sentences, trust in paragraphs of speech."""
    if not scene.alone:
        return caution
    return TRUST if len(scene.words) >= LONG else 0.0


def _labelled(scene: Scene, discourse: Discourse) -> Attribution | None:
    """Whom a transcript names inside the quotation marks."""
    if scene.label is None:
        return None
    person = discourse.known(scene.label)
    return None if person is None else Attribution(person, scene.label)


def _choose(scene: Scene, discourse: Discourse, last: Attribution | None) -> Attribution | None:
    """The likeliest speaker, unless it is likelier that nobody speaks."""
    options = list(_options(scene, discourse, last))
    nobody = weigh(UNSPOKEN, unspoken_features(scene))
    if _together(options) <= nobody + bias(scene):
        return None
    best = max(options, key=attrgetter("score"))
    if best.mention is None and last is not None:
        share = _share(options, nobody, last.person, discourse, last)
        return last._replace(likelihood=last.likelihood * share)
    assert best.mention is not None
    speaker_before = last.person if last is not None else None
    person, likelihood = resolve(best.mention, best.clause, scene.clauses, discourse, speaker_before)
    share = _share(options, nobody, person, discourse, last)
    return Attribution(person, best.mention, likelihood * share)


def _share(
    options: Sequence[_Option], nobody: float, person: Person, discourse: Discourse, last: Attribution | None
) -> float:
    """The odds of all options that mean a person, as a share of all odds."""
    theirs = [option for option in options if _person_of(option, discourse, last) is person]
    return math.exp(_together(theirs) - _together([*options, _Option(nobody, None, 0)]))


def _person_of(option: _Option, discourse: Discourse, last: Attribution | None) -> Person | None:
    """Whom an option means, as far as that is known."""
    if option.mention is not None:
        return discourse.known(option.mention)
    return None if last is None else last.person


def _options(scene: Scene, discourse: Discourse, last: Attribution | None) -> Iterator[_Option]:
    """Everybody who can say a quotation, with a score."""
    if last is not None:
        score = weigh(CONTINUED, continued_features(scene))
        yield _Option(score, None, 0)
    for mention, distance in candidates(scene):
        score = weigh(MENTION, mention_features(scene, mention, distance, discourse))
        yield _Option(score, mention, scene.clause + distance)


def _together(options: Sequence[_Option]) -> float:
    """The score of "one of these": the logarithm of the sum of the odds. None may be too large for exp."""
    if not options:
        return -math.inf
    most = max(option.score for option in options)
    odds = sum(math.exp(option.score - most) for option in options)
    return most + math.log(odds)
