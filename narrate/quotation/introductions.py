"""Everybody who is named in an article, with what asides say of them: "Ann Lee, the mayor,".

Names are gathered from the first to the last, since a fuller name or a title may come late. What comes out
(`People`) is complete, and does not change when quotations get their speakers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from narrate.quotation.clauses import Clause
from narrate.quotation.gathering import Draft, Gathering
from narrate.quotation.mentions import Mention
from narrate.quotation.noun_phrases import office_end
from narrate.quotation.nouns import KIN, ROLES
from narrate.quotation.offices import core, is_plural_head
from narrate.quotation.people import People, phrase
from narrate.quotation.tokens import Token
from narrate.quotation.word_classes import PREPOSITIONS

LONGEST_TITLE = 60
"""Characters; a longer description after a name is no title that one would announce."""

_ASIDE_BEGINS = frozenset((",", "—", "("))


def introduce(
    text: str, clauses: Iterable[Clause], labels: Iterable[Mention] = (), *, families: bool = False
) -> People:
    """Everybody who is named in the clauses, and by the labels of a transcript.

    `families`: whether many share a last name, as in stories.
    """
    introductions = _Introductions(text, families=families)
    for clause in clauses:
        introductions.read(clause)
    for label in labels:
        introductions.gathering.add(label)
    return introductions.gathering.people()


class _Introductions:
    """Reads an article for names and for what asides say of them."""

    def __init__(self, text: str, *, families: bool) -> None:
        self.gathering = Gathering(text, families=families)
        self._text = text

    def read(self, clause: Clause) -> None:
        """Take up who is named in a sentence."""
        before: Mention | None = None
        subject: Mention | None = None
        for mention in clause.mentions:
            if mention.kind == "name":
                person = self.gathering.add(mention)
                self._appose_office(person, clause.tokens, mention)
            other = _aside_of(clause.tokens, mention, (subject, before))
            if other is not None:
                self._appose(other, mention)
            before = mention
            if not mention.governed:
                subject = mention

    def _appose(self, one: Mention, other: Mention) -> None:
        """ "Ann Lee, the mayor," and "the mayor of Oldtown, Ann Lee,"."""
        self._apply_description(one, other)
        if self._apply_description(other, one):
            # The name is the rest of the phrase.
            one.end = other.end

    def _apply_description(self, name: Mention, description: Mention) -> bool:
        """Let a description be that of a name's person, if it can be."""
        person = self._describable(name)
        if person is None or description.kind != "description" or description.head not in ROLES:
            return False
        self.gathering.assign(description, person)
        words = phrase(description, self._text, article=False)
        _describe(person, description.head, words)
        return True

    def _describable(self, name: Mention) -> Draft | None:
        """The person of a name beside which a description stands; None if it is a body, or owns something."""
        if name.kind != "name" or name.possessive:
            return None
        person = self.gathering.known(name)
        return None if person is None or person.is_body() else person

    def _appose_office(self, person: Draft, tokens: Sequence[Token], mention: Mention) -> None:
        """ "Ann Lee, head of the fire brigade,": an office without an article."""
        office = _office_in_aside(tokens, mention.last)
        if office is None or mention.possessive or person.is_body():
            return
        noun, first, last = office
        _describe(person, noun, self._text[first.start : last.end])


def _aside_of(tokens: Sequence[Token], mention: Mention, others: Iterable[Mention | None]) -> Mention | None:
    """Whom a mention describes that stands in an aside; `others`: who can be, the likeliest first."""
    mark = mention.first - 1
    if mark < 0 or tokens[mark].text not in _ASIDE_BEGINS:
        return None
    reaching = (other for other in others if other is not None and _reaches(tokens, other, mark))
    return next(reaching, None)


def _office_in_aside(tokens: Sequence[Token], comma: int) -> tuple[str, Token, Token] | None:
    """(noun, first token, last token) of an office right after a comma; None if there is none."""
    start = comma + 1
    if start >= len(tokens) or tokens[comma].text != ",":
        return None
    end = office_end(tokens, start)
    noun = core(tokens[end - 1].low)
    if not _is_office_of_one(noun):
        return None
    stop = _phrase_end(tokens, end)
    return noun, tokens[start], tokens[stop - 1]


def _is_office_of_one(noun: str) -> bool:
    return noun in ROLES and not is_plural_head(noun)


def _reaches(tokens: Sequence[Token], mention: Mention, mark: int) -> bool:
    """Whether a phrase goes on to a mark: "a friend from Ulm,", "Ann Lee, 40," but not "Ann Lee fell,"."""
    if mention.last == mark:
        return True
    after = tokens[mention.last]
    age = mention.last + 2 == mark and tokens[mark - 1].text.isdigit()
    return age or after.text == "(" or after.low in PREPOSITIONS


def _phrase_end(tokens: Sequence[Token], start: int) -> int:
    """Index of the first token that is not a word."""
    at = start
    while at < len(tokens) and tokens[at].text[0].isalnum():
        at += 1
    return at


def _describe(person: Draft, noun: str, words: str) -> None:
    """Somebody is what an aside says; its words are a title, unless there is one, or they are no office."""
    person.learn_head(noun)
    is_title = noun not in KIN and len(words) <= LONGEST_TITLE
    if is_title and not person.title:
        person.title = words
