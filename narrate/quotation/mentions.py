"""Who is spoken of in a sentence: names, descriptions and pronouns, with where they stand in it.

A shallow chunker: no parser, only the closed word classes of `words` and capital letters. What it
takes too many of, the choice in `attribution` leaves aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from narrate.quotation.tokens import Token
from narrate.quotation.words import (
    BODIES,
    DETERMINERS,
    FUNCTION_WORDS,
    HONORIFICS,
    JUDGE,
    OFFICE_WORDS,
    PARTICLES,
    PREPOSITIONS,
    PREMODIFIERS,
    PRONOUNS,
    ROLES,
    SAY,
    SPEAK,
    SUFFIXES,
    TEXTS,
)

LONGEST_DESCRIPTION = 7
"""Tokens; noun phrases with an article that are longer are clauses that the chunker mistook."""

HEADS = ROLES | BODIES | TEXTS
CUES = SAY | SPEAK | JUDGE


@dataclass(slots=True, eq=False)
class Mention:
    """One reference to somebody, outside quotation marks."""

    kind: Literal["name", "description", "pronoun"]
    start: int
    """Offsets of the whole phrase in the source."""
    end: int
    name: tuple[str, ...]
    """The words of the name, without titles; the head word of a description; the pronoun."""
    title: str
    """The office before the name, as written; the whole phrase of a description."""
    head: str
    """Lower-case noun that says what it is (spokesman, report); "" where nothing does."""
    definite: bool
    possessive: bool
    first: int
    """Index of its first token in its sentence."""
    last: int
    """Index of the token after it."""
    sentence: int = -1
    paragraph: int = -1
    rank: int = 0
    """0 for the first mention in its sentence, then 1, 2 …"""
    honorific: str = ""
    governed: bool = False
    """Whether a preposition stands before it."""
    links: list[tuple[str, int]] = field(default_factory=list)
    """(link, token index of the verb) for the verbs of saying that it belongs to; see `cues`."""


def is_head(word: str) -> bool:
    """Whether a noun, in either number, names a person, a body or a text."""
    return (
        word in HEADS
        or (word.endswith("s") and word[:-1] in HEADS)
        or (word.endswith("ies") and word[:-3] + "y" in HEADS)
        or word in ("men", "women", "people")
        or word.endswith(("spokesmen", "woman", "women"))
    )


def find_mentions(tokens: list[Token]) -> list[Mention]:
    """The mentions in one sentence, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = _mention_at(tokens, at)
        if mention is None:
            at += 1
            continue
        mention.rank = len(found)
        mention.governed = at > 0 and tokens[at - 1].low in PREPOSITIONS
        found.append(mention)
        at = mention.last
    return found


def _mention_at(tokens: list[Token], at: int) -> Mention | None:
    token = tokens[at]
    if token.quotation >= 0 or not (token.text[0].isalnum() or token.text[0] == "@"):
        return None
    if token.low in PRONOUNS:
        return Mention("pronoun", token.start, token.end, (token.low,), "", "", True, False, at, at + 1)
    if token.low in DETERMINERS:
        return _description(tokens, at)
    if token.named:
        return _named(tokens, at, at)
    if token.low in PREMODIFIERS or is_head(token.low):
        end = _lower_run(tokens, at)
        if end < len(tokens) and tokens[end].named:
            return _named(tokens, at, end)
        if (
            end > at
            and is_head(tokens[end - 1].low)
            and (tokens[end - 1].low.endswith("s") or tokens[end - 1].low in ("police", "people"))
            and tokens[end - 1].low not in CUES
        ):
            return _describe(tokens, at, end, definite=False)
    return None


def _lower_run(tokens: list[Token], at: int) -> int:
    """End of a run of small words that are offices or stand before offices."""
    while at < len(tokens) and tokens[at].quotation < 0 and not tokens[at].possessive:
        low = tokens[at].low
        if not (low in PREMODIFIERS or is_head(low)) or tokens[at].capital:
            break
        at += 1
    return at


def _name_end(tokens: list[Token], at: int) -> int:
    """End of a run of capitalised words, with the small words that names have inside."""
    while at < len(tokens):
        token = tokens[at]
        if token.named or token.low in SUFFIXES:
            at += 1
            if token.possessive:
                break
        elif token.low in PARTICLES and at + 1 < len(tokens) and tokens[at + 1].named:
            at += 1
        elif token.low in ("of", "for", "and", "&", "the") and _joins_body(tokens, at):
            at += 1
        elif token.capital and token.low in PREPOSITIONS and at + 1 < len(tokens) and tokens[at + 1].named:
            at += 1
        else:
            break
    return at


def _joins_body(tokens: list[Token], at: int) -> bool:
    """Department of Justice, Center for American Progress: a body or an office before, a name after."""
    if at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].low in ("of", "for"):
        return is_head(before.low) and (after.named or after.low == "the")
    if tokens[at].low == "the":
        return tokens[at - 1].low in ("of", "for") and after.named
    if tokens[at].low == "&":
        return after.named
    return before.low in OFFICE_WORDS and after.low in OFFICE_WORDS and after.named


def _named(tokens: list[Token], first: int, at: int) -> Mention | None:
    """A name, with the offices before it: "Clinton campaign spokesman Josh Schwerin"."""
    end = _name_end(tokens, at)
    while end < len(tokens) and not tokens[end - 1].possessive:
        run = _lower_run(tokens, end)
        if run == end or tokens[run - 1].low in CUES and not (run < len(tokens) and tokens[run].named):
            break
        end = _name_end(tokens, run)
        if end == run:
            break
    if tokens[end - 1].possessive and end < len(tokens):
        owned = _owned(tokens, first, end)
        if owned is not None:
            return owned
    return _split(tokens, first, end)


def _owned(tokens: list[Token], first: int, at: int) -> Mention | None:
    """What belongs to a name: "Clinton's campaign manager", "Turkey's Cavusoglu"."""
    if tokens[at].named:
        inner = _named(tokens, at, at)
    else:
        end = _noun_end(tokens, at)
        while end > at and not is_head(tokens[end - 1].low) and not tokens[end - 1].named:
            end -= 1
        inner = _split(tokens, at, end) if end > at else None
    if inner is None or (inner.kind == "description" and not inner.head):
        return None
    inner.first, inner.start = first, tokens[first].start
    if inner.kind == "description":
        inner.title = ""
    return inner


def _noun_end(tokens: list[Token], at: int) -> int:
    """End of a noun phrase: where a function word, a verb of saying or punctuation comes."""
    limit = min(len(tokens), at + LONGEST_DESCRIPTION)
    start = at
    while at < limit:
        token = tokens[at]
        if (
            token.quotation >= 0
            or not token.text[0].isalnum()
            or (token.low in FUNCTION_WORDS and not token.text[0].isdigit())
        ):
            break
        if (
            token.low in CUES
            and not token.capital
            and not (at + 1 < limit and is_head(tokens[at + 1].low) and token.low not in SAY)
            and at > start
        ):
            break
        if token.low.endswith("ly") and not token.capital:
            break
        at += 1
        if token.possessive:
            return at + 0 if at >= len(tokens) else _noun_end(tokens, at)
    return at


def _description(tokens: list[Token], at: int) -> Mention | None:
    """A noun phrase with an article, cut after its last noun for a person, a body or a text."""
    start = at + 1
    while start < len(tokens) and tokens[start].low in DETERMINERS:
        start += 1
    end = _noun_end(tokens, start)
    if end == start:
        return None
    heads = [i for i in range(start, end) if is_head(tokens[i].low) or tokens[i].named]
    if heads:
        end = heads[-1] + 1
    if tokens[end - 1].named:
        end = _name_end(tokens, end - 1)
        mention = _split(tokens, start, end)
        if mention is not None:
            mention.first, mention.start = at, tokens[at].start
            if mention.kind == "description":
                mention.title = ""
            mention.definite = tokens[at].low in ("the", "this", "that")
        return mention
    return _describe(
        tokens,
        at,
        end,
        definite=tokens[at].low not in ("a", "an", "one", "another", "some", "several", "two"),
    )


def _describe(tokens: list[Token], first: int, end: int, *, definite: bool) -> Mention:
    head = tokens[end - 1]
    return Mention(
        "description", tokens[first].start, head.end, (head.low,), "", head.low if is_head(head.low) else "",
        definite, head.possessive, first, end,
    )  # fmt: skip


def _split(tokens: list[Token], first: int, end: int) -> Mention | None:
    """Separate the office from the name: all up to the last word for an office is the title."""
    cut, honorific = first, ""
    for i in range(first, end):
        low = tokens[i].low
        if low in HONORIFICS and i + 1 < end:
            cut, honorific = i + 1, low
        elif tokens[i].possessive and i + 1 < end or is_head(low) and not _heads_name(tokens, i, end):
            cut = i + 1
    cut = _after_office(tokens, cut, end, first)
    for i in range(cut, end):
        if (
            not tokens[i].named
            and tokens[i].low not in PARTICLES | SUFFIXES
            and tokens[i].text.islower()
            and i + 1 < end
        ):
            cut = i + 1
    words = [tokens[i] for i in range(cut, end)]
    if not words or (cut > first and cut == end):
        return _describe(tokens, first, end, definite=True) if is_head(tokens[end - 1].low) else None
    title = " ".join(
        t.text + ("’s" if t.possessive else "") for t in tokens[first:cut] if t.low not in HONORIFICS
    )
    head = next((tokens[i].low for i in range(cut - 1, first - 1, -1) if is_head(tokens[i].low)), "")
    return Mention(
        "name", tokens[first].start, tokens[end - 1].end, tuple(t.text for t in words), title, head, True,
        tokens[end - 1].possessive, first, end, honorific=honorific,
    )  # fmt: skip


def _heads_name(tokens: list[Token], at: int, end: int) -> bool:
    """The Center for Progress, a Senate: a body that is named and not a title before a name."""
    token = tokens[at]
    if not token.capital or token.low not in BODIES:
        return False
    return at + 1 == end or tokens[at + 1].low in ("of", "for")


def _after_office(tokens: list[Token], cut: int, end: int, first: int) -> int:
    """Skip "of State", "for Human Rights" between an office and a name."""
    if cut == first or cut >= end or tokens[cut].low not in ("of", "for"):
        return cut
    at = cut + 1
    while at < end and (tokens[at].low in OFFICE_WORDS or tokens[at].low in ("the", "and", "of")):
        at += 1
    # A place after "of", which is one word more often than not.
    return at if at > cut + 1 or end - at < 3 else at + 1


def joined(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Neighbours in a sentence."""
    yield from zip(mentions, mentions[1:], strict=False)
