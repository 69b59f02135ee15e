"""What speaks for and against a candidate as the speaker of a quotation: named features.

Each name is a row of a table in `weights`. What speaks for nobody at all is in `unspoken`.
"""

from __future__ import annotations

from collections.abc import Iterator

from narrate.quotation.mentions import Mention
from narrate.quotation.people import Person
from narrate.quotation.reporting_verbs import Clause, is_subject
from narrate.quotation.scene import Scene
from narrate.quotation.words import JUDGE, SAY


def mention_features(scene: Scene, mention: Mention, distance: int, person: Person | None) -> Iterator[str]:
    """Features of a mention, `distance` sentences from the quotation (-1: in the one before).

    `person` is who it means, where that is known before anything is resolved.
    """
    yield _sort(mention)
    if person is not None:
        yield from _standing(person)
    if mention.possessive:
        yield "possessive"
    if mention.governed:
        yield "after preposition"
    if mention.rank == 0:
        yield "first in sentence"
    if mention.leads:
        yield "leads its sentence"
    if distance == 0:
        yield from _same_sentence(scene, mention)
    else:
        yield from _other_sentence(scene, mention, distance)


def _standing(person: Person) -> Iterator[str]:
    """What the article shows of somebody elsewhere: whether it is a person, and speaks."""
    sort = "body" if person.is_body() else "human" if person.is_human() or person.gender() else "unclear"
    yield f"{sort}, quoted {'before' if person.quoted else 'never'}"
    yield f"named {'once' if person.count == 1 else 'often' if person.count > 4 else 'again'}"


def _sort(mention: Mention) -> str:
    if mention.kind == "pronoun":
        return {"it": "pronoun it", "they": "pronoun they"}.get(mention.name[0], "pronoun")
    if mention.kind == "description":
        return "description" if mention.head else "thing"
    if mention.honorific or mention.title:
        return "name with title"
    return "name" if len(mention.name) == 1 else "full name"


def _same_sentence(scene: Scene, mention: Mention) -> Iterator[str]:
    if not mention.links:
        yield f"unlinked {side(mention.first, scene.at)}"
        yield from _between(scene.home, mention.first, scene.at)
        return
    link, verb = min(mention.links, key=lambda pair: abs(pair[1] - scene.at))
    yield f"{link} {side(verb, scene.at)}"
    yield f"verb {nearness(verb, scene.at)} {side(verb, scene.at)}"
    yield from _between(scene.home, verb, scene.at)
    yield sort_of_verb(scene.home.tokens[verb].low)
    yield f"“{scene.home.tokens[verb].low}”"


def side(at: int, quotation: int) -> str:
    """Whether a token stands before or after the quotation."""
    return "before" if at < quotation else "after"


def nearness(at: int, quotation: int) -> str:
    """How near a token is: with at most a comma between, a short phrase, or more."""
    gap = abs(at - quotation)
    return "adjacent" if gap <= 2 else "near" if gap <= 6 else "far"


def sort_of_verb(word: str) -> str:
    """Which list of `words` a verb is in."""
    return "says" if word in SAY else "judges" if word in JUDGE else "speaks"


def _between(clause: Clause, one: int, other: int) -> Iterator[str]:
    low, high = min(one, other), max(one, other)
    if any(low < cue < high for cue in clause.cues):
        yield "verb between"
    if any(low < at < high for at, _ in clause.quotations):
        yield "quotation between"


def _other_sentence(scene: Scene, mention: Mention, distance: int) -> Iterator[str]:
    clause = scene.clauses[scene.clause + distance]
    back = scene.home.paragraph - clause.paragraph
    linked = "linked" if is_subject(mention) else "loose" if mention.links else "unlinked"
    where = f"paragraph -{back}" if back else f"sentence {max(distance, -3):+d}"
    yield f"{linked} in {where}"
    if mention.links:
        yield f"“{clause.tokens[mention.links[0][1]].low}”"
    yield f"{'home linked' if scene.home.cues else 'home silent'} {'after' if distance > 0 else 'before'}"
    if back and distance < -1:
        yield "earlier in paragraph"
    if clause.quotations:
        yield f"beside a quotation in {where}"
    if clause.tokens[-1].text == ":" and distance == -1:
        yield f"colon at the end, {linked}"
    if scene.alone:
        yield f"alone, {linked} in {where}"
        if mention.leads:
            yield f"alone, leads in {where}"
        if clause.speech_noun:
            yield f"alone, speech noun in {where}"


def continued_features(scene: Scene) -> Iterator[str]:
    """Features of the last speaker as the speaker of this quotation too."""
    last = scene.previous
    if last is None:
        return
    where = _since(scene, last)
    yield "continues"
    yield f"continues {where}"
    yield f"continues {where}, {'verb' if scene.home.cues else 'no verb'}"
    if scene.alone:
        yield f"continues {where}, alone"
    if not last.span.closed:
        yield "continues what was left open"
    if scene.home.mentions:
        yield "continues beside mentions"
    if any(_introduces(clause) for clause in scene.clauses[last.clause + 1 : scene.clause][-3:]):
        yield "continues past an introduction"
    if scene.at == 0 and not scene.home.cues:
        yield "continues at the start of a sentence"


def _introduces(clause: Clause) -> bool:
    """Whether somebody leads the sentence by full name or title."""
    return any(m.leads and _sort(m) in ("name with title", "full name") for m in clause.mentions)


def _since(scene: Scene, last: Scene) -> str:
    paragraphs = scene.span.paragraph - last.span.paragraph
    if paragraphs:
        return "in next paragraph" if paragraphs == 1 else "later"
    return "in same sentence" if last.clause == scene.clause else "in same paragraph"
