"""A quotation in its surroundings, and who near it can be its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.quotation.clauses import Clause
from narrate.quotation.mentions import Mention
from narrate.quotation.spans import Span

CLAUSES_BEFORE = 6
CLAUSES_AFTER = 2
PARAGRAPHS_BEFORE = 2
MENTIONS_PER_CLAUSE = 12
"""How far the search for a speaker goes: 98 % of the annotated speakers are within it."""

CHARACTERS_READ = 400
"""How much of a quotation is read for its features; what tells speech from titles stands at its beginning."""

_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")


@dataclass(slots=True, eq=False)
class Scene:
    """What is known about a quotation before its speaker is."""

    span: Span
    text: str
    """What stands between the quotation marks."""
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
    """Whether its quotation marks are single ones."""
    outside: bool
    """Whether the text puts commas and full stops behind closing marks, as the British do."""
    label: Mention | None
    """The speaker that a transcript names inside the quotation marks: "SMITH: Good morning"."""
    previous: Scene | None
    """The quotation before it."""

    @property
    def home(self) -> Clause:
        """The sentence that it is in."""
        return self.clauses[self.clause]

    @property
    def closing_sign(self) -> str:
        """The last character, or the comma or full stop behind the marks where the text puts it there."""
        if self.outside and self.token(1) in (",", "."):
            return self.token(1)
        return self.text[-1]

    def token(self, offset: int) -> str:
        """Lower-case token at a distance from it; "" outside the sentence, "“" for another quotation."""
        tokens = self.home.tokens
        i = self.at + offset
        if not 0 <= i < len(tokens):
            return ""
        return tokens[i].low or "“"


def scenes(text: str, spans: Sequence[Span], clauses: Sequence[Clause]) -> list[Scene]:
    """One scene per span, in order."""
    narrated = _narrated_paragraphs(clauses)
    outside = _punctuates_outside(text, spans)
    found: list[Scene] = []
    for index, clause in enumerate(clauses):
        for at, quotation in clause.quotations:
            span = spans[quotation]
            quoted = text[span.start : span.end]
            scene = Scene(
                span=span,
                text=quoted,
                words=quoted[:CHARACTERS_READ].lower().split(),
                at=at,
                clause=index,
                clauses=clauses,
                alone=span.paragraph not in narrated,
                single=_has_single_mark(text, span),
                outside=outside,
                label=_label(span, quoted),
                previous=found[-1] if found else None,
            )
            found.append(scene)
    return found


def labels(scenes: Sequence[Scene]) -> list[Mention]:
    """The speakers that a transcript names inside the quotation marks, in order."""
    return [scene.label for scene in scenes if scene.label is not None]


def _narrated_paragraphs(clauses: Sequence[Clause]) -> set[int]:
    """Indices of the paragraphs that have a word outside quotation marks."""
    narrated: set[int] = set()
    for clause in clauses:
        if clause.paragraph not in narrated and any(token.low[:1].isalnum() for token in clause.tokens):
            narrated.add(clause.paragraph)
    return narrated


def _punctuates_outside(text: str, spans: Sequence[Span]) -> bool:
    """Whether more commas and full stops stand behind closing marks than before them."""
    closed = [span for span in spans if span.closed]
    inside = sum(text[span.end - 1] in ",." for span in closed)
    outside = sum(text[span.outer_end : span.outer_end + 1] in (",", ".") for span in closed)
    return outside > inside


def _has_single_mark(text: str, span: Span) -> bool:
    """Whether a quotation begins with one of the single quotation marks; two of them are a double one."""
    if text[span.outer_start] not in "'‘":
        return False
    return not text.startswith("''", span.outer_start)


def _label(span: Span, quoted: str) -> Mention | None:
    label = _LABEL.match(quoted)
    if label is None:
        return None
    name = tuple(word.capitalize() for word in label.group(1).split())
    return Mention("name", span.start, span.start + label.end(1), -1, -1, name)


def candidates(scene: Scene) -> Iterator[tuple[Mention, int]]:
    """Mentions that can be the speaker, each with the distance of its sentence (-1: the one before)."""
    paragraph = scene.home.paragraph
    first = max(0, scene.clause - CLAUSES_BEFORE)
    last = min(len(scene.clauses) - 1, scene.clause + CLAUSES_AFTER)
    for index in range(first, last + 1):
        clause = scene.clauses[index]
        if 0 <= paragraph - clause.paragraph <= PARAGRAPHS_BEFORE:
            distance = index - scene.clause
            for mention in _nearest_mentions(scene, clause, distance):
                yield mention, distance


def _nearest_mentions(scene: Scene, clause: Clause, distance: int) -> list[Mention]:
    """The mentions of a sentence; if there are many, the first ones, or those nearest to the quotation."""
    mentions = clause.mentions
    if distance == 0 and len(mentions) > MENTIONS_PER_CLAUSE:
        mentions = sorted(mentions, key=lambda mention: abs(mention.first - scene.at))
    return mentions[:MENTIONS_PER_CLAUSE]
