"""Which mention goes with which verb of saying, in one sentence.

A mention may get several links, from sure ("said Smith" after a quotation) to weak (the first mention
of a sentence whose verb comes much later); the table in `weights` says what each is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from narrate.quotation.mentions import Mention, find_mentions
from narrate.quotation.nouns import SPEECH_NOUNS
from narrate.quotation.phrases import CUES
from narrate.quotation.tokens import Sentence, Token
from narrate.quotation.words import ADDRESSING, AUXILIARIES, BE, SAY, TIME_WORDS

STRONG = frozenset(
    (
        "subject",
        "inverted",
        "inverted late",
        "subject before aside",
        "subject goes on",
        "according to",
        "colon",
        "words of",
    )
)
"""Links that show a speaker by themselves."""

HEADLINE_WORDS = 6
"""Longer words (four letters and more) that a line needs before its capitals say that it is a headline."""
HEADLINE_START = 200
"""Characters from the start of the text in which headlines stand; lists of names come later."""

_ASIDE = frozenset((",", ")", "—", "–", "-"))


@dataclass(slots=True, eq=False)
class Clause:
    """A sentence, with what was found in it."""

    paragraph: int
    tokens: list[Token]
    mentions: list[Mention]
    cues: list[int]
    """Token indices of the verbs of saying."""
    quotations: list[tuple[int, int]]
    """(token index, index of the quotation)."""
    speech_noun: bool
    """Whether it has a word such as statement or interview."""


def is_subject(mention: Mention) -> bool:
    """Whether a verb of saying is surely the mention's own."""
    return any(link in STRONG for link, _ in mention.links)


def analyse(sentence: Sentence) -> Clause:
    """Mentions, verbs of saying and the links between them."""
    tokens = sentence.tokens
    mentions = [] if _is_headline(tokens) else find_mentions(tokens)
    inside = {i for m in mentions for i in range(m.first, m.last)}
    cues = [i for i, t in enumerate(tokens) if t.low in CUES and i not in inside and not _is_noun(tokens, i)]
    for mention in mentions:
        mention.paragraph = sentence.paragraph
    _Linker(tokens, mentions).link(cues)
    quotations = [(i, t.quotation) for i, t in enumerate(tokens) if t.quotation >= 0]
    speech_noun = any(t.low in SPEECH_NOUNS for t in tokens)
    return Clause(sentence.paragraph, tokens, mentions, cues, quotations, speech_noun)


def _is_headline(tokens: list[Token]) -> bool:
    """Whether four longer words in five begin with a capital: that says nothing about names then."""
    if tokens[0].start > HEADLINE_START:
        return False
    words = [t for t in tokens if t.low and len(t.text) > 3]
    if any(t.low in SAY and not t.capital for t in words):
        return False
    return len(words) >= HEADLINE_WORDS and 5 * sum(t.capital for t in words) >= 4 * len(words)


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Words such as "state" and "report" after an article, a preposition or a possessive are nouns."""
    if at == 0:
        return False
    before = tokens[at - 1]
    return before.possessive or before.low in ("the", "a", "an", "of", "his", "her", "their", "its", "in")


class _Linker:
    """Adds the links to the mentions of one sentence."""

    def __init__(self, tokens: list[Token], mentions: list[Mention]) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._starts = {m.first: m for m in mentions}
        self._ends = {m.last: m for m in mentions}

    def link(self, cues: list[int]) -> None:
        for cue in cues:
            before = self._before_adverbs(cue)
            after = self._starts.get(cue + 1)
            if after is not None:
                after.links.append((self._object_link(cue, before), cue))
            if before < 0 or self._tokens[before].quotation >= 0:
                continue
            pairs = (
                self._passive(cue, before) if self._is_passive(cue, before) else self._subjects(cue, before)
            )
            for link, mention in pairs:
                mention.links.append((link, cue))
        for link, mention, at in self._without_verb():
            mention.links.append((link, at))

    def _before_adverbs(self, cue: int) -> int:
        """Index of the token that a verb of saying leans on; -1 at the start of the sentence."""
        at = cue - 1
        while at >= 0:
            token = self._tokens[at]
            adverb = token.low.endswith("ly") and not token.capital
            if token.named or not (adverb or token.low in AUXILIARIES or token.low in TIME_WORDS):
                break
            at -= 1
        return at

    def _object_link(self, cue: int, before: int) -> str:
        """What follows the verb: its subject after a quotation, else an object."""
        tokens = self._tokens
        comma = before >= 0 and tokens[before].text in (",", "-", "—")
        if before >= 0 and tokens[before - comma].quotation >= 0:
            return "inverted"
        if tokens[cue].low in ADDRESSING:
            return "addressee"
        return "inverted late" if comma and before == cue - 1 else "object"

    def _is_passive(self, cue: int, before: int) -> bool:
        """ "Smith was asked": whoever stands before the verb does not say it."""
        between = self._tokens[before + 1 : cue]
        return any(t.low in BE for t in between) and not self._tokens[cue].low.endswith("ing")

    def _passive(self, cue: int, before: int) -> Iterator[tuple[str, Mention]]:
        """ "Smith was asked by Lee": Lee says it."""
        patient = self._ends.get(before + 1)
        if patient is not None:
            yield "object", patient
        agent = self._starts.get(cue + 2)
        if agent is not None and self._tokens[cue + 1].low == "by":
            yield "subject", agent

    def _subjects(self, cue: int, before: int) -> Iterator[tuple[str, Mention]]:
        nearest = self._ends.get(before + 1)
        participle = self._tokens[cue].low.endswith("ing") and before == cue - 1
        if self._tokens[before].low == "who" and (whom := self._before_who(before)):
            yield "subject", whom
            return
        if participle and self._tokens[before].text == "," and (main := self._main_subject(before)):
            yield "subject goes on", main
            return
        if nearest is not None and not nearest.governed and not participle:
            yield "subject", nearest
            return
        if nearest is not None:
            yield "subject of preposition", nearest
            if owner := self._spokesman(nearest):
                yield "subject", owner
                return
        elif self._tokens[before].text in _ASIDE:
            yield from self._across_aside(before)
        of = "participle" if participle else "verb"
        free = [m for m in self._mentions if m.last <= before + 1 and not (m.governed or m.possessive)]
        free = [m for m in free if m is not nearest]
        if free:
            yield f"far subject of {of}", free[-1]
        if len(free) > 1:
            yield f"first subject of {of}", free[0]

    def _spokesman(self, governed: Mention) -> Mention | None:
        """ "A spokesman for Smith said", "a report by": whom the preposition before a mention belongs to."""
        owner = self._ends.get(governed.first - 1)
        return owner if owner and owner.kind == "description" and owner.head and not owner.governed else None

    def _before_who(self, who: int) -> Mention | None:
        """ "Smith, who has called": whom a relative clause is about."""
        return self._ends.get(who - (who > 0 and self._tokens[who - 1].text == ","))

    def _main_subject(self, comma: int) -> Mention | None:
        """ "Smith said no, adding": who speaks before the comma."""
        return next((m for m in reversed(self._mentions) if m.last <= comma and is_subject(m)), None)

    def _across_aside(self, before: int) -> Iterator[tuple[str, Mention]]:
        """The mention that an aside belongs to: "Smith, the mayor of X, said"."""
        for at in range(before - 1, -1, -1):
            if self._tokens[at].quotation >= 0:
                return
            if at in self._ends and (self._tokens[at].text in _ASIDE or self._tokens[at].text == "("):
                yield "subject before aside", self._ends[at]
                return

    def _without_verb(self) -> Iterator[tuple[str, Mention, int]]:
        """ "According to X", "X:", "in the words of X"."""
        for mention in self._mentions:
            at, end = mention.first - 1, mention.last
            before, here = (self._tokens[i].low if i >= 0 else "" for i in (at - 1, at))
            if here == "to" and before == "according":
                yield "according to", mention, at
            elif here in ("by", "from", "of") and before in SPEECH_NOUNS:
                yield "words of", mention, at
            if end < len(self._tokens) and self._tokens[end].text == ":":
                yield "colon", mention, end
