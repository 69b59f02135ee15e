"""Which mention goes with which verb of saying, in one sentence.

A mention may get several links, from sure ("said Smith" after a quotation) to weak (the first mention
of a sentence whose verb comes much later); `attribution` weighs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from narrate.quotation.mentions import CUES, Mention, find_mentions
from narrate.quotation.tokens import Sentence, Token
from narrate.quotation.words import ADDRESSING, AUXILIARIES

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday on at this in a the week month year morning afternoon evening night last".split()
)
_ASIDE = frozenset(",)—–-")


@dataclass(slots=True, eq=False)
class Clause:
    """What is known about a sentence once its tokens are forgotten."""

    paragraph: int
    mentions: list[Mention]
    cues: list[int]
    """Token indices of the verbs of saying."""
    quotations: list[tuple[int, int]]
    """(token index, index of the quotation)."""
    verbs: dict[int, str]
    """Verb of saying at each of `cues`."""
    tokens: list[Token]
    heading: bool
    """Whether it is written like a headline, in which capitals say nothing about names."""


def analyse(sentence: Sentence) -> Clause:
    """Mentions, verbs of saying and the links between them."""
    tokens = sentence.tokens
    mentions = find_mentions(tokens)
    inside = {i for m in mentions for i in range(m.first, m.last)}
    cues = [i for i, t in enumerate(tokens) if t.low in CUES and i not in inside and not _is_noun(tokens, i)]
    ends = {m.last: m for m in mentions}
    starts = {m.first: m for m in mentions}
    for mention in mentions:
        mention.paragraph = sentence.paragraph
    for cue in cues:
        for link, mention in _links(tokens, cue, mentions, starts, ends):
            mention.links.append((link, cue))
    for link, mention, at in _wordless(tokens, starts, ends):
        mention.links.append((link, at))
    quotations = [(i, t.quotation) for i, t in enumerate(tokens) if t.quotation >= 0]
    heading = _is_heading(tokens)
    return Clause(
        sentence.paragraph,
        [] if heading else mentions,
        cues,
        quotations,
        {i: tokens[i].low for i in cues},
        tokens,
        heading,
    )


def _is_heading(tokens: list[Token]) -> bool:
    """Whether two words in three that are not closed-class begin with a capital, in at least six."""
    words = [t for t in tokens if t.quotation < 0 and t.text[0].isalpha() and len(t.text) > 3]
    return len(words) > 5 and 3 * sum(t.capital for t in words) > 2 * len(words) and tokens[0].start < 200


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Words such as "state" and "report" after an article, a preposition or a possessive are nouns."""
    if at == 0:
        return False
    before = tokens[at - 1]
    return before.possessive or before.low in ("the", "a", "an", "of", "his", "her", "their", "its", "in")


def _links(
    tokens: list[Token],
    cue: int,
    mentions: list[Mention],
    starts: dict[int, Mention],
    ends: dict[int, Mention],
) -> Iterator[tuple[str, Mention]]:
    """Subjects and objects of one verb."""
    after = starts.get(cue + 1)
    before = _skip_adverbs(tokens, cue)
    if after is not None:
        yield _object_link(tokens, cue, before), after
    subject = ends.get(before + 1) if before >= 0 else None
    if before < 0 or tokens[before].quotation >= 0:
        return
    participle = tokens[cue].low.endswith("ing") and before == cue - 1
    if subject is not None and not subject.governed and not participle:
        yield "subject", subject
        return
    if subject is not None:
        yield "subject of preposition", subject
    elif tokens[before].text in _ASIDE:
        yield from _across_aside(tokens, before, ends)
    yield from _far_subject(tokens, mentions, before, subject, "participle" if participle else "verb")


def _object_link(tokens: list[Token], cue: int, before: int) -> str:
    if before >= 0 and (
        tokens[before].quotation >= 0
        or (tokens[before].text in ",-—" and before and tokens[before - 1].quotation >= 0)
    ):
        return "inverted"
    if before >= 0 and tokens[before].text == "," and before == cue - 1 and tokens[cue].low not in ADDRESSING:
        return "inverted late"
    return "addressee" if tokens[cue].low in ADDRESSING else "object"


def _skip_adverbs(tokens: list[Token], cue: int) -> int:
    """Index of the token that a verb of saying leans on."""
    at = cue - 1
    while at >= 0:
        token = tokens[at]
        if token.quotation >= 0 or not (
            token.low in AUXILIARIES or (token.low.endswith("ly") and not token.capital) or token.low in _DAYS
        ):
            break
        at -= 1
    return at


def _across_aside(
    tokens: list[Token], before: int, ends: dict[int, Mention]
) -> Iterator[tuple[str, Mention]]:
    """The mention that an aside belongs to: "Smith, the mayor of X, said"."""
    for at in range(before - 1, -1, -1):
        if tokens[at].quotation >= 0:
            return
        if tokens[at].text in ",(—–-" and at in ends:
            yield "subject before aside", ends[at]
            return


def _far_subject(
    tokens: list[Token], mentions: list[Mention], before: int, nearer: Mention | None, of: str
) -> Iterator[tuple[str, Mention]]:
    """The last mention before the verb that no preposition governs, and the first of the sentence."""
    left = [m for m in mentions if m.last <= before + 1 and m is not nearer]
    free = [m for m in left if not m.governed and not m.possessive]
    if free:
        yield f"far subject of {of}", free[-1]
        if free[0] is not free[-1]:
            yield f"first subject of {of}", free[0]


def _wordless(
    tokens: list[Token], starts: dict[int, Mention], ends: dict[int, Mention]
) -> Iterator[tuple[str, Mention, int]]:
    """ "According to X", "X:", "in the words of X", "— X"."""
    for i, token in enumerate(tokens):
        if token.low == "to" and i and tokens[i - 1].low == "according" and i + 1 in starts:
            yield "according to", starts[i + 1], i
        elif token.text == ":" and i in ends:
            yield "colon", ends[i], i
        elif (
            token.low in ("by", "from", "of")
            and i + 1 in starts
            and i
            and tokens[i - 1].low in ("words", "statement", "tweet", "letter", "post", "report")
        ):
            yield "words of", starts[i + 1], i
