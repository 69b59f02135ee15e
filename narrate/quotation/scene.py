"""A quotation in its surroundings, and who near it can be its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.quotation.marks import Span
from narrate.quotation.mentions import Mention
from narrate.quotation.reporting_verbs import Clause

CLAUSES_BEFORE = 6
CLAUSES_AFTER = 2
PARAGRAPHS_BEFORE = 2
MENTIONS_PER_CLAUSE = 12
"""How far the search for a speaker goes: 98 % of the annotated speakers are within it."""

CHARACTERS_READ = 400
"""How much of a quotation is read for its features; what tells speech from titles stands at its beginning."""


@dataclass(slots=True, eq=False)
class Scene:
    """What is known about a quotation before its speaker is."""

    span: Span
    text: str
    """What stands between the marks."""
    words: list[str]
    """Lower-case words of its beginning."""
    at: int
    """Index of its token in the sentence."""
    clause: int
    """Index of its sentence in `clauses`."""
    clauses: Sequence[Clause]
    alone: bool
    """Whether its paragraph has no words outside quotation marks."""
    single: bool
    """Whether its marks are single ones."""
    previous: Scene | None
    """The quotation before it."""

    @property
    def home(self) -> Clause:
        """The sentence that it is in."""
        return self.clauses[self.clause]

    def token(self, offset: int) -> str:
        """Lower-case token at a distance from it; "" outside the sentence, "“" for another quotation."""
        i = self.at + offset
        if not 0 <= i < len(self.home.tokens):
            return ""
        return self.home.tokens[i].low or "“"


def scenes(text: str, spans: Sequence[Span], clauses: Sequence[Clause]) -> list[Scene]:
    """One scene per span, in order."""
    narrated = {c.paragraph for c in clauses if any(t.low[:1].isalnum() for t in c.tokens)}
    found: list[Scene] = []
    for index, clause in enumerate(clauses):
        for at, quotation in clause.quotations:
            span = spans[quotation]
            inner = text[span.start : span.end]
            single = text[span.outer_start] in "'‘" and text[span.outer_start : span.outer_start + 2] != "''"
            found.append(
                Scene(
                    span=span,
                    text=inner,
                    words=inner[:CHARACTERS_READ].lower().split(),
                    at=at,
                    clause=index,
                    clauses=clauses,
                    alone=span.paragraph not in narrated,
                    single=single,
                    previous=found[-1] if found else None,
                )
            )
    return found


def candidates(scene: Scene) -> Iterator[tuple[Mention, int]]:
    """Mentions that can be the speaker, each with the distance of its sentence (-1: the one before)."""
    low = max(0, scene.clause - CLAUSES_BEFORE)
    high = min(len(scene.clauses), scene.clause + CLAUSES_AFTER + 1)
    for index in range(low, high):
        clause = scene.clauses[index]
        if not 0 <= scene.home.paragraph - clause.paragraph <= PARAGRAPHS_BEFORE:
            continue
        mentions = clause.mentions
        if index == scene.clause and len(mentions) > MENTIONS_PER_CLAUSE:
            mentions = sorted(mentions, key=lambda m: abs(m.first - scene.at))
        for mention in mentions[:MENTIONS_PER_CLAUSE]:
            yield mention, index - scene.clause
