"""Which mention goes with which reporting verb, in one sentence.

A mention may get several links, from sure ("said Smith" after a quotation) to weak (the first mention
of a sentence whose verb comes much later); the table in `weights` says what each is worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from narrate.quotation.mentions import Mention
from narrate.quotation.tokens import Token
from narrate.quotation.verbless import links_without_verb
from narrate.quotation.word_classes import (
    ADDRESSING,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    FUNCTION_WORDS,
    TIME_WORDS,
)

STRONG = frozenset(
    (
        "subject",
        "inverted",
        "inverted late",
        "signature",
        "subject after with",
        "subject before aside",
        "subject goes on",
        "according to",
        "colon",
        "words of",
    )
)
"""Links that show a speaker by themselves."""

_ASIDE_ENDS = frozenset((",", ")", "—", "–", "-"))
_ASIDE_BEGINS = _ASIDE_ENDS | {"("}
_COMMAS = frozenset((",", "-", "—"))

LONGEST_POST = 4
"""Tokens from an inverted verb to the name of its subject, at most."""

Link = tuple[str, Mention]
"""The name of a link, and the mention that gets it."""


def link_mentions(
    tokens: Sequence[Token], mentions: Sequence[Mention], reporting_verbs: Sequence[int]
) -> None:
    """Add to the mentions of a sentence their links to its reporting verbs, given by index."""
    linker = _Linker(tokens, mentions)
    for verb in reporting_verbs:
        for link, mention in linker.links_to(verb):
            mention.links.append((link, verb))
    for mention in mentions:
        mention.links.extend(links_without_verb(tokens, mention))


def is_subject(mention: Mention) -> bool:
    """Whether a reporting verb is surely the mention's own."""
    return any(link in STRONG for link, _ in mention.links)


class _Linker:
    """Finds the mentions that belong to each reporting verb of one sentence."""

    def __init__(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._starts = {mention.first: mention for mention in mentions}
        self._ends = {mention.last: mention for mention in mentions}

    def links_to(self, verb: int) -> Iterator[Link]:
        """The links to the reporting verb at an index."""
        before = self._before_adverbs(verb)
        after = self._starts.get(verb + 1) or self._late_inverted(verb, before)
        if after is not None:
            yield self._object_link(verb, before), after
        if before < 0 or self._tokens[before].quotation >= 0:
            return
        if self._is_passive(verb, before):
            yield from self._passive(verb, before)
        else:
            yield from self._subjects(verb, before)

    def _before_adverbs(self, verb: int) -> int:
        """Index of the token that a verb belongs to, without adverbs; -1 at the start of the sentence."""
        at = verb - 1
        while at >= 0 and _is_adverbial(self._tokens[at]):
            at -= 1
        return at

    def _late_inverted(self, verb: int, before: int) -> Mention | None:
        """ "…,” responded finance director Lee": the name after nouns that are no office."""
        if not self._is_after_quotation(before):
            return None
        for at in range(verb + 1, min(len(self._tokens), verb + 1 + LONGEST_POST)):
            if at in self._starts:
                return self._starts[at]
            token = self._tokens[at]
            if token.capital or not token.text[0].isalpha() or token.low in FUNCTION_WORDS:
                return None
        return None

    def _is_after_quotation(self, before: int) -> bool:
        """Whether what stands before a verb is a quotation, perhaps with a comma after it."""
        if before < 0:
            return False
        comma = self._tokens[before].text in _COMMAS
        return self._tokens[before - comma].quotation >= 0

    def _object_link(self, verb: int, before: int) -> str:
        """What follows the verb: its subject after a quotation, else an object."""
        if self._is_after_quotation(before):
            return "inverted"
        if self._tokens[verb].low in ADDRESSING:
            return "addressee"
        comma = before >= 0 and self._tokens[before].text in _COMMAS
        return "inverted late" if comma and before == verb - 1 else "object"

    def _is_passive(self, verb: int, before: int) -> bool:
        """ "Smith was asked": whoever stands before the verb does not say it."""
        if self._tokens[verb].low.endswith("ing"):
            return False
        return any(token.low in BE for token in self._tokens[before + 1 : verb])

    def _passive(self, verb: int, before: int) -> Iterator[Link]:
        """ "Smith was asked by Lee": Lee says it."""
        patient = self._ends.get(before + 1)
        if patient is not None:
            yield "object", patient
        agent = self._agent(verb + 1)
        if agent is not None:
            agent.governed = False
            yield "subject", agent

    def _agent(self, at: int) -> Mention | None:
        """ "called “a farce” by Lee": whoever stands after "by", perhaps past the quotation."""
        if at < len(self._tokens) and self._tokens[at].quotation >= 0:
            at += 1
        is_agent = at < len(self._tokens) and self._tokens[at].low == "by"
        return self._starts.get(at + 1) if is_agent else None

    def _subjects(self, verb: int, before: int) -> Iterator[Link]:
        """Whom an active verb can belong to: one that it surely does, or several that it may."""
        participle = self._tokens[verb].low.endswith("ing") and before == verb - 1
        sure = self._sure_subject(before, participle=participle)
        if sure is not None:
            yield sure
            return
        nearest = self._ends.get(before + 1)
        if nearest is None:
            yield from self._across_aside(before)
        else:
            yield self._governed_link(nearest), nearest
            owner = self._owner(nearest)
            if owner is not None:
                yield "subject", owner
                return
        yield from self._far_subjects(before, nearest, participle=participle)

    def _sure_subject(self, before: int, *, participle: bool) -> Link | None:
        """The subject that stands right before its verb, or that a clause goes on with."""
        whom = self._before_who(before)
        if whom is not None:
            return "subject", whom
        if participle:
            absolute = self._absolute_subject(before)
            if absolute is not None:
                absolute.governed = False
                return "subject after with", absolute
            return _link("subject goes on", self._main_subject(before))
        return _link("subject", self._nearest_subject(before))

    def _absolute_subject(self, before: int) -> Mention | None:
        """ "with spokesman Lee saying", "with its secretary, Lee, saying": who comes after "with"."""
        nearest = self._ends.get(before + 1)
        if nearest is None:
            nearest = next((mention for _, mention in self._across_aside(before)), None)
        if nearest is None or nearest.first == 0:
            return None
        return nearest if self._tokens[nearest.first - 1].low == "with" else None

    def _nearest_subject(self, before: int) -> Mention | None:
        """The mention right before a verb, unless it stands after a preposition."""
        nearest = self._ends.get(before + 1)
        return None if nearest is None or nearest.governed else nearest

    def _governed_link(self, subject: Mention) -> str:
        """What a word before a subject makes of it: "as Lee says", "after Lee said"."""
        word = self._tokens[subject.first - 1].low if subject.first else ""
        if word == "as":
            subject.governed = False
            return "subject"
        return "subject in clause" if word in CONJUNCTIONS else "subject of preposition"

    def _far_subjects(self, before: int, nearest: Mention | None, *, participle: bool) -> Iterator[Link]:
        """The last and the first mention before the verb that can be a subject."""
        verb = "participle" if participle else "verb"
        free = self._free_mentions(before, nearest)
        if free:
            yield f"far subject of {verb}", free[-1]
        if len(free) > 1:
            yield f"first subject of {verb}", free[0]

    def _free_mentions(self, before: int, nearest: Mention | None) -> list[Mention]:
        """The mentions before a verb that can be a subject, but for the nearest one."""
        others = (mention for mention in self._mentions if mention is not nearest)
        return [mention for mention in others if _can_be_subject(mention, before)]

    def _owner(self, governed: Mention) -> Mention | None:
        """ "A spokesman for Smith said", "a report by": whom the preposition before a mention belongs to."""
        owner = self._ends.get(governed.first - 1)
        if owner is None or owner.kind != "description" or not owner.head:
            return None
        return None if owner.governed else owner

    def _before_who(self, who: int) -> Mention | None:
        """ "Smith, who has called": whom a relative clause is about."""
        if self._tokens[who].low != "who":
            return None
        comma = who > 0 and self._tokens[who - 1].text == ","
        return self._ends.get(who - comma)

    def _main_subject(self, comma: int) -> Mention | None:
        """ "Smith said no, adding": who speaks before the comma."""
        if self._tokens[comma].text != ",":
            return None
        earlier = (mention for mention in reversed(self._mentions) if mention.last <= comma)
        return next(filter(is_subject, earlier), None)

    def _across_aside(self, before: int) -> Iterator[Link]:
        """The mention that an aside belongs to: "Smith, the mayor of X, said"."""
        if self._tokens[before].text not in _ASIDE_ENDS:
            return
        unquoted = takewhile(self._is_unquoted, range(before - 1, -1, -1))
        begin = next(filter(self._begins_aside, unquoted), None)
        if begin is not None:
            mention = self._ends[begin]
            yield "subject before aside", self._owner(mention) or mention

    def _is_unquoted(self, at: int) -> bool:
        return self._tokens[at].quotation < 0

    def _begins_aside(self, at: int) -> bool:
        return at in self._ends and self._tokens[at].text in _ASIDE_BEGINS


def _link(name: str, mention: Mention | None) -> Link | None:
    return None if mention is None else (name, mention)


def _can_be_subject(mention: Mention, before: int) -> bool:
    """Whether a mention stands before the verb, and neither after a preposition nor before what it owns."""
    if mention.governed or mention.possessive:
        return False
    return mention.last <= before + 1


def _is_adverbial(token: Token) -> bool:
    """Whether a token may stand between a subject and its verb: will, on Monday, repeatedly."""
    if token.named:
        return False
    if token.low in AUXILIARIES or token.low in TIME_WORDS:
        return True
    return token.low.endswith("ly") and not token.capital
