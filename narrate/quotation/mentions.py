"""Who is spoken of in a sentence: names, descriptions and pronouns, with where they stand in it.

It takes too many rather than too few: the choice in `attribution` leaves the wrong ones aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal

from narrate.quotation.name_start import name_start, without_honours
from narrate.quotation.noun_phrases import name_end, noun_end, office_end, titled_name_end
from narrate.quotation.nouns import HONORIFICS, ROLES
from narrate.quotation.numbering import people_by_number_end
from narrate.quotation.offices import core, is_head, is_office, is_plural_head
from narrate.quotation.speech_acts import speech_act
from narrate.quotation.tokens import Token
from narrate.quotation.word_classes import (
    DETERMINERS,
    FUNCTION_WORDS,
    INDEFINITE,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

OWNERS = 3
"""Names in a chain of possessives; "the mayor's brother's lawyer" has two."""
SHORTEST_DATELINE = 4
"""Letters of a place in capitals that begins a report; shorter words are initials."""

_AFTER_DATELINE = "—–-(,"
_BEFORE_NAME = ("named", "called")
"""What stands between an office and a name, and is part of neither."""


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
    """Lower-case noun that says what it is (spokesman, report); "" if none does."""
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
    """(link, token index of the verb) for its reporting verbs; see `linking`."""


def find_mentions(tokens: Sequence[Token]) -> list[Mention]:
    """The mentions in one sentence, in order."""
    found: list[Mention] = []
    led = False
    at = 0
    while at < len(tokens):
        mention = _mention_at(tokens, at)
        if mention is None:
            at += 1
            continue
        at = mention.last
        if not _is_dateline(tokens, mention):
            _place(tokens, mention, rank=len(found), led=led)
            led = led or mention.leads
            found.append(mention)
    return found


def _place(tokens: Sequence[Token], mention: Mention, *, rank: int, led: bool) -> None:
    """Say where a mention stands; `led`: whether one before it leads the sentence."""
    mention.rank = rank
    mention.governed = mention.first > 0 and tokens[mention.first - 1].low in PREPOSITIONS
    mention.leads = not (led or mention.governed or mention.possessive)


def _is_dateline(tokens: Sequence[Token], mention: Mention) -> bool:
    """PARIS — or PARIS (AP): a place in capitals that begins a report."""
    if mention.kind != "name" or mention.first or mention.last >= len(tokens):
        return False
    if tokens[mention.last].text not in _AFTER_DATELINE:
        return False
    return all(word.isupper() and len(word) >= SHORTEST_DATELINE for word in mention.name)


def _named_unless_party(tokens: Sequence[Token], at: int) -> Mention | None:
    """A name, but not what stands in brackets after a legislator: (R-Ohio)."""
    is_party = at > 0 and tokens[at - 1].text == "(" and tokens[at].text[1:2] == "-"
    return None if is_party else _named(tokens, at, at)


def _mention_at(tokens: Sequence[Token], at: int) -> Mention | None:
    """The mention that begins with a token."""
    token = tokens[at]
    if token.low in PRONOUNS:
        return _pronoun(token, at)
    if token.low in DETERMINERS:
        return _owner_of_words(tokens, at) or _by_number(tokens, at) or _after_determiner(tokens, at)
    if token.named:
        return _named_unless_party(tokens, at)
    return _after_office(tokens, at) if _begins_office(token) else None


def _pronoun(token: Token, at: int, name: str = "") -> Mention:
    """`name`: the personal pronoun that a possessive belongs to."""
    return Mention(
        kind="pronoun",
        start=token.start,
        end=token.end,
        first=at,
        last=at + 1,
        name=(name or token.low,),
        possessive=bool(name),
    )


def _owner_of_words(tokens: Sequence[Token], at: int) -> Mention | None:
    """ "his reply": he speaks, not the reply."""
    pronoun = POSSESSIVE_PRONOUNS.get(tokens[at].low)
    if pronoun is None or speech_act(tokens, at + 1) is None:
        return None
    return _pronoun(tokens[at], at, pronoun)


def _by_number(tokens: Sequence[Token], first: int) -> Mention | None:
    """ "one said", "one of the guards", "the other": somebody without a noun of their own."""
    end = people_by_number_end(tokens, first)
    return None if end is None else _describe(tokens, first, end, definite=False)


def _begins_office(token: Token) -> bool:
    """Whether a word is one of an office, or of what stands before it: mayor, former, 40-year-old."""
    if token.capital and token.low in FUNCTION_WORDS:
        return False  # Then Lee spoke.
    return is_office(token.low) or (token.low.endswith("-year-old") and not token.capital)


def _after_office(tokens: Sequence[Token], at: int) -> Mention | None:
    """A name with an office before it, or several people by what they are: "Officials"."""
    first_inside = at + 1 if tokens[at].capital else at  # "Deputy Mayor Lee" at the start of a sentence
    end = office_end(tokens, first_inside)
    if end < len(tokens) and tokens[end].named:
        return _named(tokens, at, end)
    is_plural = end > at and is_plural_head(tokens[end - 1].low)
    return _describe(tokens, at, end, definite=False) if is_plural else None


def _named(tokens: Sequence[Token], first: int, at: int, owners: int = 0) -> Mention | None:
    """A name, with the offices before it and what it possesses."""
    end = titled_name_end(tokens, at)
    owned = _owned(tokens, end, owners + 1) if owners < OWNERS else None
    if owned is not None:
        return _starting_at(tokens, first, owned)
    return _split(tokens, first, end)


def _owned(tokens: Sequence[Token], at: int, owners: int) -> Mention | None:
    """What belongs to the name before a token: "Clinton's campaign manager", "Turkey's Cavusoglu"."""
    if at == len(tokens) or not tokens[at - 1].possessive:
        return None
    if tokens[at].named:
        return _named(tokens, at, at, owners)
    end = _last_head(tokens, at, noun_end(tokens, at)) + 1
    return _split(tokens, at, end) if end > at else None


def _last_head(tokens: Sequence[Token], start: int, end: int) -> int:
    """Index of the last word that names a person, a body or a text; `start - 1` if there is none."""
    at = end - 1
    while at >= start and not (tokens[at].named or is_head(tokens[at].low)):
        at -= 1
    return at


def _starting_at(tokens: Sequence[Token], first: int, mention: Mention) -> Mention:
    mention.first, mention.start = first, tokens[first].start
    return mention


def _after_determiner(tokens: Sequence[Token], first: int) -> Mention | None:
    """A noun phrase with an article, cut after its last noun for a person, a body or a text."""
    start = _end_of_determiners(tokens, first + 1)
    limit = noun_end(tokens, start)
    if limit == start:
        return None
    head = _last_head(tokens, start, limit)
    end = limit if head < start else head + 1
    if not tokens[end - 1].named:
        definite = tokens[first].low not in INDEFINITE
        return _describe(tokens, first, end, definite=definite)
    mention = _split(tokens, start, name_end(tokens, end - 1))
    if mention is None or _is_loose(tokens[start : mention.last], mention):
        first_capital = next(i for i in range(start, end) if tokens[i].capital)
        return _split(tokens, first_capital, name_end(tokens, first_capital))
    return _starting_at(tokens, first, mention)


def _is_loose(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the noun before a name is not its own: "at the hearing Ann Lee asked"."""
    nouns = list(takewhile(lambda token: not token.capital, tokens))
    return bool(nouns) and mention.head == "" and not any(is_office(token.low) for token in nouns)


def _end_of_determiners(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].low in DETERMINERS:
        at += 1
    return at


def _describe(
    tokens: Sequence[Token], first: int, end: int, *, definite: bool, noun: int | None = None
) -> Mention:
    """`noun` is the index of the word that says what it is; None: the last."""
    last = tokens[end - 1]
    word = last.low if noun is None else tokens[noun].low
    return Mention(
        kind="description",
        start=tokens[first].start,
        end=last.end,
        first=first,
        last=end,
        name=(word,),
        head=core(word) if is_head(word) else "",
        definite=definite,
        possessive=last.possessive,
    )


def _split(tokens: Sequence[Token], first: int, end: int) -> Mention | None:
    """Separate the office from the name: all up to the last word for an office is the title."""
    stop = without_honours(tokens, first, end)
    cut = name_start(tokens, first, stop)
    if cut == stop:
        return _office(tokens, first, end)
    offices, honorific = _parts_of_title(tokens[first:cut])
    name, nickname = _parts_of_name(tokens[cut:stop])
    return Mention(
        kind="name",
        start=tokens[first].start,
        end=tokens[end - 1].end,
        first=first,
        last=end,
        name=name,
        head=_head_of(offices),
        title=_written(offices),
        honorific=honorific,
        nickname=nickname,
        possessive=tokens[end - 1].possessive,
    )


def _parts_of_title(tokens: Sequence[Token]) -> tuple[list[Token], str]:
    """The words for offices before a name, and the first honorific."""
    honorifics = [token.low for token in tokens if token.low in HONORIFICS]
    offices = [token for token in tokens if token.low not in HONORIFICS and token.low not in _BEFORE_NAME]
    return offices, honorifics[0] if honorifics else ""


def _parts_of_name(tokens: Sequence[Token]) -> tuple[tuple[str, ...], str]:
    """The words of a name, and the nickname that is quoted inside it."""
    words = tuple(token.text for token in tokens if token.quotation < 0)
    nicknames = [token.text.lower() for token in tokens if token.quotation >= 0]
    return words, nicknames[0] if nicknames else ""


def _written(offices: Sequence[Token]) -> str:
    return " ".join(token.text + "’s" * token.possessive for token in offices)


def _head_of(offices: Sequence[Token]) -> str:
    """The last word for a person, else the last for a body: secretary, of "Secretary of State"."""
    heads = [core(token.low) for token in reversed(offices) if is_head(token.low)]
    persons = (head for head in heads if head in ROLES)
    return next(persons, heads[0] if heads else "")


def _office(tokens: Sequence[Token], first: int, end: int) -> Mention | None:
    """An office with nobody's name: "the Archbishop of Oldtown"."""
    nouns = (i for i in range(end - 1, first - 1, -1) if is_head(tokens[i].low))
    noun = next(nouns, None)
    return None if noun is None else _describe(tokens, first, end, definite=True, noun=noun)
