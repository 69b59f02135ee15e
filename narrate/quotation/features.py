"""What speaks for and against a mention as the speaker of a quotation: named features.

Each name is a row of the table MENTION in `weights`. What speaks for whoever spoke last is in `continuing`,
for nobody at all in `unspoken`.
"""

from __future__ import annotations

from collections.abc import Iterator

from narrate.english.reporting_verbs import JUDGE, SAY
from narrate.quotation.clauses import Clause
from narrate.quotation.discourse import Discourse
from narrate.quotation.linking import is_subject
from narrate.quotation.mentions import Mention
from narrate.quotation.people import Person
from narrate.quotation.scene import Scene
from narrate.quotation.scope import place_features, scope_features

ADJACENT, NEAR = 2, 6
"""Tokens between a verb and its quotation, at most: a comma, a short phrase."""
OFTEN = 5
"""Times that somebody is named from which on it is often."""
FARTHEST_BEFORE = -3
"""Sentences; what stands farther back is told apart no more."""

_SORTS_OF_PRONOUNS = {"it": "pronoun it", "they": "pronoun they"}


def mention_features(scene: Scene, mention: Mention, distance: int, discourse: Discourse) -> Iterator[str]:
    """Features of a mention, `distance` sentences from the quotation (-1: in the one before)."""
    yield sort_of_mention(mention)
    person = discourse.known(mention)
    if person is not None:
        yield _sort_of_person(person, discourse)
        yield f"named {_how_often(person.count)}"
    yield from _standing(mention)
    if distance == 0:
        yield from _same_sentence(scene, mention)
    else:
        yield from _other_sentence(scene, mention, distance)


def sort_of_mention(mention: Mention) -> str:
    """How somebody is mentioned."""
    if mention.kind == "name":
        return _sort_of_name(mention)
    if mention.kind == "pronoun":
        return _SORTS_OF_PRONOUNS.get(mention.name[0], "pronoun")
    return "description" if mention.head else "thing"


def _sort_of_name(mention: Mention) -> str:
    if mention.honorific or mention.title:
        return "name with title"
    return "name" if len(mention.name) == 1 else "full name"


def _sort_of_person(person: Person, discourse: Discourse) -> str:
    """Whether the article shows elsewhere that somebody is a person, and speaks."""
    quoted = "before" if discourse.has_spoken(person) else "never"
    if person.body:
        return f"body, quoted {quoted}"
    is_person = discourse.is_human(person) or discourse.gender(person)
    return f"human, quoted {quoted}" if is_person else f"unclear, quoted {quoted}"


def _how_often(count: int) -> str:
    if count == 1:
        return "once"
    return "often" if count >= OFTEN else "again"


def _standing(mention: Mention) -> Iterator[str]:
    """How a mention stands in its sentence."""
    standing = (
        ("possessive", mention.possessive),
        ("after preposition", mention.governed),
        ("first in sentence", mention.rank == 0),
        ("leads its sentence", mention.leads),
    )
    return (name for name, holds in standing if holds)


def _same_sentence(scene: Scene, mention: Mention) -> Iterator[str]:
    """Features of a mention in the sentence of the quotation."""
    yield from place_features(scene.home.tokens, mention)
    if not mention.links:
        yield f"unlinked {side(mention.first, scene.at)}"
        yield from _between(scene.home, mention.first, scene.at)
        return
    link, verb = min(mention.links, key=lambda pair: abs(pair[1] - scene.at))
    word = scene.home.tokens[verb].low
    where = side(verb, scene.at)
    yield f"{link} {where}"
    yield f"verb {nearness(verb, scene.at)} {where}"
    yield from _between(scene.home, verb, scene.at)
    yield sort_of_verb(word)
    yield f"“{word}”"
    yield from scope_features(scene.home, mention, verb, scene.at)


def side(at: int, quotation: int) -> str:
    """Whether a token stands before or after the quotation."""
    return "before" if at < quotation else "after"


def nearness(at: int, quotation: int) -> str:
    """How near a token is: with at most a comma between, a short phrase, or more."""
    gap = abs(at - quotation)
    if gap <= ADJACENT:
        return "adjacent"
    return "near" if gap <= NEAR else "far"


def sort_of_verb(word: str) -> str:
    """Which list of reporting verbs a verb is in."""
    if word in SAY:
        return "says"
    return "judges" if word in JUDGE else "speaks"


def _between(clause: Clause, one: int, other: int) -> Iterator[str]:
    """What stands between two tokens of a sentence."""
    low, high = min(one, other), max(one, other)
    if any(low < verb < high for verb in clause.reporting_verbs):
        yield "verb between"
    if any(low < at < high for at, _ in clause.quotations):
        yield "quotation between"


def _other_sentence(scene: Scene, mention: Mention, distance: int) -> Iterator[str]:
    """Features of a mention in another sentence than the quotation's."""
    clause = scene.clauses[scene.clause + distance]
    paragraphs_back = scene.home.paragraph - clause.paragraph
    linked = _linked(mention)
    where = _where(paragraphs_back, distance)
    yield f"{linked} in {where}"
    if mention.links:
        _, verb = mention.links[0]
        yield f"“{clause.tokens[verb].low}”"
    yield _home(scene, distance)
    if paragraphs_back and distance < -1:
        yield "earlier in paragraph"
    yield from _beside(clause, distance, linked, where)
    if scene.alone:
        yield from _before_paragraph_of_speech(clause, mention, linked, where)


def _beside(clause: Clause, distance: int, linked: str, where: str) -> Iterator[str]:
    """Features of what else stands in the sentence of a mention."""
    if clause.quotations:
        yield f"beside a quotation in {where}"
    if distance == -1 and clause.tokens[-1].text == ":":
        yield f"colon at the end, {linked}"


def _linked(mention: Mention) -> str:
    """Whether a mention has a reporting verb, and how surely."""
    if is_subject(mention):
        return "linked"
    return "loose" if mention.links else "unlinked"


def _where(paragraphs_back: int, distance: int) -> str:
    """The paragraph that another sentence is in, or which one of the same paragraph it is."""
    if paragraphs_back:
        return f"paragraph -{paragraphs_back}"
    return f"sentence {max(distance, FARTHEST_BEFORE):+d}"


def _home(scene: Scene, distance: int) -> str:
    """Whether the sentence of the quotation has a reporting verb itself."""
    home = "home linked" if scene.home.reporting_verbs else "home silent"
    return f"{home} {'after' if distance > 0 else 'before'}"


def _before_paragraph_of_speech(clause: Clause, mention: Mention, linked: str, where: str) -> Iterator[str]:
    """Features for a quotation that is a paragraph of its own."""
    yield f"alone, {linked} in {where}"
    if mention.leads:
        yield f"alone, leads in {where}"
    if clause.speech_noun:
        yield f"alone, speech noun in {where}"
