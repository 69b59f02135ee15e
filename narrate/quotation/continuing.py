"""What speaks for the last speaker as that of the next quotation: rows of CONTINUED in `weights`."""

from __future__ import annotations

from collections.abc import Iterator

from narrate.quotation.clauses import Clause
from narrate.quotation.features import sort_of_mention
from narrate.quotation.scene import Scene

INTRODUCED_WITHIN = 3
"""Sentences before a quotation, at most, in which somebody new is looked for."""

_INTRODUCTIONS = ("name with title", "full name")


def continued_features(scene: Scene) -> Iterator[str]:
    """Features of the last speaker as the speaker of this quotation too."""
    last = scene.previous
    if last is None:
        return
    where = _since(scene, last)
    verb = "verb" if scene.home.reporting_verbs else "no verb"
    yield "continues"
    yield f"continues {where}"
    yield f"continues {where}, {verb}"
    if scene.alone:
        yield f"continues {where}, alone"
    yield from _breaks(scene, last)
    if scene.at == 0 and not scene.home.reporting_verbs:
        yield "continues at the start of a sentence"


def _breaks(scene: Scene, last: Scene) -> Iterator[str]:
    """Features of what stands between a quotation and the one before."""
    if not last.span.closed:
        yield "continues what was left open"
    if scene.home.mentions:
        yield "continues beside mentions"
    if _is_anybody_introduced(scene, last):
        yield "continues past an introduction"


def _since(scene: Scene, last: Scene) -> str:
    """Where the quotation before stands."""
    paragraphs = scene.span.paragraph - last.span.paragraph
    if paragraphs:
        return "in next paragraph" if paragraphs == 1 else "later"
    return "in same sentence" if last.clause == scene.clause else "in same paragraph"


def _is_anybody_introduced(scene: Scene, last: Scene) -> bool:
    """Whether somebody is introduced in the sentences right before a quotation, since the one before."""
    between = scene.clauses[last.clause + 1 : scene.clause]
    return any(_introduces(clause) for clause in between[-INTRODUCED_WITHIN:])


def _introduces(clause: Clause) -> bool:
    """Whether somebody leads the sentence by full name or title."""
    leaders = (mention for mention in clause.mentions if mention.leads)
    return any(sort_of_mention(mention) in _INTRODUCTIONS for mention in leaders)
