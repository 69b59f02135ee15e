"""Who is spoken of in a sentence: names, descriptions and pronouns, with where they stand in it.

It takes too many rather than too few: the choice in `attribution` leaves the wrong ones aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from narrate.quotation.nouns import HONORIFICS, ROLES
from narrate.quotation.phrases import (
    core,
    is_head,
    is_office,
    is_plural_head,
    name_end,
    noun_end,
    office_end,
    titled_name_end,
)
from narrate.quotation.titles import name_start, without_honours
from narrate.quotation.tokens import Token
from narrate.quotation.words import DETERMINERS, INDEFINITE, PREPOSITIONS, PRONOUNS

OWNERS = 3
"""Names in a chain of possessives; "the mayor's brother's lawyer" has two."""


@dataclass(slots=True, eq=False)
class Mention:
    """One reference to somebody, outside quotation marks."""

    kind: Literal["name", "description", "pronoun"]
    start: int
    """Offset of the first character of the phrase in the source."""
    end: int
    """Offset after the last."""
    first: int
    """Index of its first token in the sentence."""
    last: int
    """Index of the token after it."""
    name: tuple[str, ...]
    """The words of a name as written, without titles; the head word of a description; the pronoun."""
    head: str = ""
    """Lower-case noun that says what it is (spokesman, report); "" where nothing does."""
    title: str = ""
    """The office before a name, as written."""
    honorific: str = ""
    """Mr., Sen. … before a name, in lower case."""
    nickname: str = ""
    """What stands in quotation marks inside a name, in lower case."""
    definite: bool = True
    """Whether it means somebody who is known already."""
    possessive: bool = False
    governed: bool = False
    """Whether a preposition stands before it."""
    rank: int = 0
    """0 for the first mention in its sentence, then 1, 2 …"""
    leads: bool = False
    """Whether it is the first that no preposition governs: the subject, more often than not."""
    paragraph: int = -1
    links: list[tuple[str, int]] = field(default_factory=list)
    """(link, token index of the verb) for the verbs of saying that it belongs to; see `cues`."""


def find_mentions(tokens: Sequence[Token]) -> list[Mention]:
    """The mentions in one sentence, in order."""
    found: list[Mention] = []
    led, at = False, 0
    while at < len(tokens):
        mention = _mention_at(tokens, at)
        at = mention.last if mention else at + 1
        if mention is None or _is_dateline(tokens, mention):
            continue
        mention.rank = len(found)
        mention.governed = mention.first > 0 and tokens[mention.first - 1].low in PREPOSITIONS
        mention.leads = not (led or mention.governed or mention.possessive)
        led = led or mention.leads
        found.append(mention)
    return found


def _is_dateline(tokens: Sequence[Token], mention: Mention) -> bool:
    """PARIS — or PARIS (AP): a place in capitals that begins a report."""
    if mention.first or mention.last >= len(tokens) or tokens[mention.last].text not in "—–-(,":
        return False
    return mention.kind == "name" and all(word.isupper() and len(word) > 3 for word in mention.name)


def _is_party(tokens: Sequence[Token], at: int) -> bool:
    """What stands in brackets after a legislator: (R-Ohio)."""
    return at > 0 and tokens[at - 1].text == "(" and tokens[at].text[1:2] == "-"


def _mention_at(tokens: Sequence[Token], at: int) -> Mention | None:
    token = tokens[at]
    if token.low in PRONOUNS:
        return Mention("pronoun", token.start, token.end, at, at + 1, (token.low,))
    if token.low in DETERMINERS:
        return _after_determiner(tokens, at)
    if token.named:
        return None if _is_party(tokens, at) else _named(tokens, at, at)
    if is_office(token.low) or (token.low.endswith("-year-old") and office_end(tokens, at) > at):
        # The capital of a sentence's first word: "Deputy Mayor Lee", "Officials".
        end = office_end(tokens, at + token.capital)
        if end < len(tokens) and tokens[end].named:
            return _named(tokens, at, end)
        if end > at and is_plural_head(tokens[end - 1].low):
            return _describe(tokens, at, end, definite=False)
    return None


def _named(tokens: Sequence[Token], first: int, at: int, owners: int = 0) -> Mention | None:
    """A name, with the offices before it and what it possesses."""
    end = titled_name_end(tokens, at)
    if tokens[end - 1].possessive and end < len(tokens) and owners < OWNERS:
        owned = _owned(tokens, end, owners + 1)
        if owned is not None:
            return _starting_at(tokens, first, owned)
    return _split(tokens, first, end)


def _owned(tokens: Sequence[Token], at: int, owners: int) -> Mention | None:
    """What belongs to a name: "Clinton's campaign manager", "Turkey's Cavusoglu"."""
    if tokens[at].named:
        return _named(tokens, at, at, owners)
    end = noun_end(tokens, at)
    while end > at and not (is_head(tokens[end - 1].low) or tokens[end - 1].named):
        end -= 1
    return _split(tokens, at, end) if end > at else None


def _starting_at(tokens: Sequence[Token], first: int, mention: Mention) -> Mention:
    mention.first, mention.start = first, tokens[first].start
    return mention


def _after_determiner(tokens: Sequence[Token], first: int) -> Mention | None:
    """A noun phrase with an article, cut after its last noun for a person, a body or a text."""
    start = first + 1
    while start < len(tokens) and tokens[start].low in DETERMINERS:
        start += 1
    end = noun_end(tokens, start)
    heads = [i for i in range(start, end) if is_head(tokens[i].low) or tokens[i].named]
    if heads:
        end = heads[-1] + 1
    if end == start:
        return None
    if not tokens[end - 1].named:
        return _describe(tokens, first, end, definite=tokens[first].low not in INDEFINITE)
    mention = _split(tokens, start, name_end(tokens, end - 1))
    return None if mention is None else _starting_at(tokens, first, mention)


def _describe(
    tokens: Sequence[Token], first: int, end: int, *, definite: bool, noun: int | None = None
) -> Mention:
    """`noun` is the index of the word that says what it is; None: the last."""
    word = tokens[end - 1 if noun is None else noun].low
    head = core(word) if is_head(word) else ""
    return Mention(
        "description",
        tokens[first].start,
        tokens[end - 1].end,
        first,
        end,
        (word,),
        head,
        definite=definite,
        possessive=tokens[end - 1].possessive,
    )


def _split(tokens: Sequence[Token], first: int, end: int) -> Mention | None:
    """Separate the office from the name: all up to the last word for an office is the title."""
    stop = without_honours(tokens, first, end)
    cut = name_start(tokens, first, stop)
    if cut == stop:
        return _office(tokens, first, end)
    offices = [t for t in tokens[first:cut] if t.low not in HONORIFICS and t.low not in ("named", "called")]
    return Mention(
        "name",
        tokens[first].start,
        tokens[end - 1].end,
        first,
        end,
        tuple(t.text for t in tokens[cut:stop] if t.quotation < 0),
        head=_head_of(offices),
        title=" ".join(t.text + "’s" * t.possessive for t in offices),
        honorific=next((t.low for t in tokens[first:cut] if t.low in HONORIFICS), ""),
        nickname=next((t.text.lower() for t in tokens[cut:stop] if t.quotation >= 0), ""),
        possessive=tokens[end - 1].possessive,
    )


def _head_of(offices: Sequence[Token]) -> str:
    """The last word for a person, else the last for a body: secretary, of "Secretary of State"."""
    heads = [core(token.low) for token in reversed(offices) if is_head(token.low)]
    return next((head for head in heads if head in ROLES), heads[0] if heads else "")


def _office(tokens: Sequence[Token], first: int, end: int) -> Mention | None:
    """An office with nobody's name: "the Archbishop of Oldtown"."""
    noun = next((i for i in range(end - 1, first - 1, -1) if is_head(tokens[i].low)), None)
    return None if noun is None else _describe(tokens, first, end, definite=True, noun=noun)
