"""Sentences with what is found in them: mentions, reporting verbs and quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from narrate.english.reporting_verbs import BESIDE_SPEECH, REPORTING_VERBS, SAY
from narrate.quotation.linking import link_mentions
from narrate.quotation.mentions import Mention, find_mentions
from narrate.quotation.nouns import SPEECH_NOUNS
from narrate.quotation.sentences import Sentence
from narrate.quotation.tokens import Token

HEADLINE_WORDS = 6
"""Longer words that a line needs before its capitals say that it is a headline."""
LONGER_WORD = 4
"""Letters from which on a word counts for that."""
HEADLINE_START = 200
"""Characters from the start of the text in which headlines stand; lists of names come later."""

LONGEST_ADDRESS = 4
"""Tokens between a verb and the quotation after it, at most: "begged the two men: “…”"."""

_STOPS = frozenset(".;!?")
_BEFORE_NOUN = frozenset(("the", "a", "an", "of", "his", "her", "their", "its", "in"))
"""After these, words such as "state" and "report" are nouns."""


@dataclass(slots=True, eq=False)
class Clause:
    """A sentence, with what was found in it."""

    paragraph: int
    """Index of its paragraph."""
    tokens: list[Token]
    mentions: list[Mention]
    reporting_verbs: list[int]
    """Token indices."""
    quotations: list[tuple[int, int]]
    """(token index, index of the quotation)."""
    speech_noun: bool
    """Whether it has a word such as statement or interview."""


def analyse(sentence: Sentence) -> Clause:
    """Mentions, reporting verbs and the links between them."""
    tokens = sentence.tokens
    mentions = [] if _is_headline(tokens) else find_mentions(tokens)
    for mention in mentions:
        mention.paragraph = sentence.paragraph
    reporting_verbs = _reporting_verbs(tokens, mentions)
    link_mentions(tokens, mentions, reporting_verbs)
    return Clause(
        paragraph=sentence.paragraph,
        tokens=tokens,
        mentions=mentions,
        reporting_verbs=reporting_verbs,
        quotations=_quotations(tokens),
        speech_noun=not SPEECH_NOUNS.isdisjoint(token.low for token in tokens),
    )


def _quotations(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    return [(i, token.quotation) for i, token in enumerate(tokens) if token.quotation >= 0]


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Whether four longer words in five begin with a capital: that says nothing about names then."""
    if tokens[0].start > HEADLINE_START:
        return False
    words = list(filter(_is_longer_word, tokens))
    capitals = sum(word.capital for word in words)
    is_capitalised = len(words) >= HEADLINE_WORDS and 5 * capitals >= 4 * len(words)
    return is_capitalised and not any(map(_is_plain_saying, words))


def _is_longer_word(token: Token) -> bool:
    return token.low != "" and len(token.text) >= LONGER_WORD


def _is_plain_saying(token: Token) -> bool:
    """Whether it is a verb such as "said" in lower case, which headlines seldom have."""
    return token.low in SAY and not token.capital


def _reporting_verbs(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[int]:
    """Indices of the verbs that report speech, outside mentions."""
    inside: set[int] = set()
    for mention in mentions:
        inside.update(range(mention.first, mention.last))
    known = [i for i, token in enumerate(tokens) if _reports(tokens, i, mentions)]
    return [i for i in known if i not in inside and not _is_noun(tokens, i)]


def _reports(tokens: Sequence[Token], at: int, mentions: Sequence[Mention]) -> bool:
    """Whether a word reports speech: wherever it stands, or since it stands beside a quotation."""
    word = tokens[at].low
    if word in REPORTING_VERBS:
        return True
    if word not in BESIDE_SPEECH:
        return False
    return _is_before_quotation(tokens, at) or _is_after_quotation(tokens, at, mentions)


def _is_before_quotation(tokens: Sequence[Token], verb: int) -> bool:
    """She begged: “…”, or she begged him, “…”."""
    stretch = tokens[verb + 1 : verb + 2 + LONGEST_ADDRESS]
    for token in stretch:
        if token.quotation >= 0:
            return True
        if token.text in _STOPS:
            return False
    return False


def _is_after_quotation(tokens: Sequence[Token], verb: int, mentions: Sequence[Mention]) -> bool:
    """ "…,” begged Lee, or “…,” Lee begged, perhaps with an adverb before the verb."""
    end = verb
    while end > 0 and tokens[end - 1].low.endswith("ly"):
        end -= 1
    subject = next((mention for mention in mentions if mention.last == end), None)
    start = end if subject is None else subject.first
    before = [token for token in tokens[max(0, start - 2) : start] if token.text != ","]
    return bool(before) and before[-1].quotation >= 0


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that can be a verb is a noun here: the state, his report, Lee's claim."""
    if at == 0:
        return False
    before = tokens[at - 1]
    return before.possessive or before.low in _BEFORE_NOUN
