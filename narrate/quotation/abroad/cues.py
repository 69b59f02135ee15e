"""Who says a quotation, by the verb beside it: ", sagte Adler", "Adler dijo: ", ", selon le maire"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from narrate.model import Speaker
from narrate.quotation.abroad.mentions import Mention, Token, mentions_in, names_of, tokens_of
from narrate.quotation.abroad.people import People
from narrate.quotation.abroad.tables import Table

_NEAR = 6
"""Tokens behind a quotation in which its verb stands, or behind a verb in which its subject does."""
_BREAKS = frozenset(".;:!?")
_CLAUSE_BREAKS = _BREAKS | {","}
_REACH = 400
"""Characters of a sentence that are read on either side."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the reporter says around a quotation, in its sentence."""

    before: list[Token]
    after: list[Token]
    introduced: bool
    """Whether a colon stands before it."""
    inside: list[Token]
    """The beginning of the quotation, into which French puts its verbs: « C'est fini, dit-il. »."""

    @property
    def is_led(self) -> bool:
        """Whether the reporter's sentence leads into it without a comma or a colon."""
        return bool(self.before) and self.before[-1].text[0].isalpha()

    @property
    def is_empty(self) -> bool:
        """Whether the sentence has no other words than the quotation."""
        return not any(token.text[0].isalpha() for token in (*self.before, *self.after))


def surroundings(text: str, start: int, end: int, limits: tuple[int, int]) -> Surroundings:
    """Around a quotation from `start` to `end`, marks included.

    `limits` are where the quotations beside it, or its paragraph, end and begin.
    """
    left, right = max(limits[0], start - _REACH), min(limits[1], end + _REACH)
    before = _last_sentence(tokens_of(text, left, start))
    after = _first_sentence(tokens_of(text, end, right))
    is_introduced = text[left:start].rstrip(" \u00a0\u202f").endswith((":", "："))
    return Surroundings(before, after, is_introduced, tokens_of(text, start, min(end, start + _REACH)))


def find_speaker(around: Surroundings, people: People, table: Table) -> Speaker | None:
    """Who says it, or None if no verb and no preposition shows it."""
    mention = (
        _behind(around.after, table, within=3)
        or _introducing(around, table)
        or _behind(around.after, table, within=_NEAR)
        or _parenthetical(around.inside, table)
    )
    if mention is not None:
        return people.speaker(mention)
    return people.last() if _has_bare_verb(around, table) else None


def _behind(tokens: Sequence[Token], table: Table, within: int) -> Mention | None:
    """The subject of a verb behind the quotation: ", sagte Bürgermeisterin Ruth Adler"."""
    words = [index for index, token in enumerate(tokens) if token.text[0].isalpha()][:within]
    for at in words:
        if tokens[at].low in table.verbs or tokens[at].low in table.sources:
            return _subject_after(tokens, at, table)
    return None


def _introducing(around: Surroundings, table: Table) -> Mention | None:
    """The subject of a verb before the quotation: "Adler sagte: ", "sagte Adler: ", or a name and a colon."""
    tokens = around.before
    verb = _last_of(tokens, table.verbs)
    if verb is not None:
        return _subject_before(tokens, verb, table) or _subject_after(tokens, verb, table)
    source = _last_of(tokens, table.sources)
    if source == 0:
        return _subject_after(tokens, source, table)
    return _before_colon(tokens, table) if around.introduced else None


def _last_of(tokens: Sequence[Token], words: Container[str]) -> int | None:
    """Where the last token stands that is one of some words."""
    for index in reversed(range(len(tokens))):
        if tokens[index].low in words:
            return index
    return None


def _before_colon(tokens: Sequence[Token], table: Table) -> Mention | None:
    """The name before a colon."""
    named = []
    for mention in names_of(_free(mentions_in(tokens, table))):
        # Of one word, only what begins the sentence: before a colon German has nouns, too.
        if len(mention.words) > 1 or mention.first == 0:
            named.append(mention)
    return _fullest(named)


def _free(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that no preposition governs."""
    return [mention for mention in mentions if not mention.governed]


def _subject_after(tokens: Sequence[Token], verb: int, table: Table) -> Mention | None:
    """The first mention behind a verb, before a new clause begins; the name in an apposition to it."""
    behind = tokens[verb + 1 :]
    mentions = mentions_in(behind[: 3 * _NEAR], table)
    for index, mention in enumerate(mentions):
        is_far = mention.first > _NEAR
        if is_far or _has_break(behind[: mention.first]):
            return None
        if not mention.governed:
            return _apposed(behind, mention, mentions[index + 1 :])
    return None


def _has_break(tokens: Sequence[Token]) -> bool:
    """Whether a clause ends among the tokens."""
    return any(token.text in _CLAUSE_BREAKS for token in tokens)


def _subject_before(tokens: Sequence[Token], verb: int, table: Table) -> Mention | None:
    """The last mention before a verb that no preposition governs, with the name in an apposition."""
    free = _free(mentions_in(tokens[:verb], table))
    if not free:
        return None
    last = free[-1]
    name = _fullest(list(names_of(free)))
    if name is None:
        return last
    is_apposition = name.last + 1 == last.first and tokens[name.last].text == ","
    return name if is_apposition else last


def _fullest(names: Sequence[Mention]) -> Mention | None:
    """The last name of two words or more, else the last one: a single word can be an office."""
    full = [name for name in names if len(name.words) > 1]
    return next(reversed(full or list(names)), None)


def _apposed(tokens: Sequence[Token], mention: Mention, following: Sequence[Mention]) -> Mention:
    """The name behind a description and a comma: "el alcalde, Juan Ruiz,"; else the mention itself."""
    for other in following[:1]:
        is_beside = other.first == mention.last + 1 and tokens[mention.last].text == ","
        if mention.kind == "description" and other.kind == "name" and is_beside:
            return other
    return mention


def _parenthetical(tokens: Sequence[Token], table: Table) -> Mention | None:
    """The subject of a verb between commas inside the quotation."""
    for at, token in enumerate(tokens[:-1]):
        if token.text != "," or not _is_verb_near(tokens, at + 1, table):
            continue
        behind = tokens[at + 1 : at + 1 + 2 * _NEAR]
        for mention in mentions_in(behind, table)[:1]:
            is_near = mention.first <= 3
            if is_near and mention.kind != "description":
                return mention
    return None


def _is_verb_near(tokens: Sequence[Token], at: int, table: Table) -> bool:
    """Whether a verb stands here, or behind an auxiliary and an inverted pronoun: "a-t-il dit"."""
    first = tokens[at].low
    if first in table.verbs:
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        return follows is not None and (follows.capital or follows.low in table.pronouns)
    return first == "a" and any(token.low in table.verbs for token in tokens[at + 1 : at + 4])


def _has_bare_verb(around: Surroundings, table: Table) -> bool:
    """Whether a verb without a subject reports it, as in Spanish: "…", dijo."""
    words = [token for token in around.after if token.text[0].isalpha()][:2]
    if words and words[0].low in table.verbs:
        return True
    return around.introduced and any(token.low in table.verbs for token in around.before)


def _last_sentence(tokens: list[Token]) -> list[Token]:
    if tokens and tokens[-1].text in ".!?":
        return []
    for index in range(len(tokens) - 2, -1, -1):
        if tokens[index].text in ".!?" and tokens[index + 1].capital:
            return tokens[index + 1 :]
    return tokens


def _first_sentence(tokens: list[Token]) -> list[Token]:
    for index, token in enumerate(tokens):
        if token.text in _BREAKS and index > 0:
            return tokens[:index]
        if token.text in ".!?" and index == 0:
            return []
    return tokens
