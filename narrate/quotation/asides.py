"""Everybody who is named in an article, with what the asides say of them: "Ann Lee, the mayor,"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from narrate.quotation.mentions import Mention
from narrate.quotation.nouns import KIN, ROLES
from narrate.quotation.people import People, Person, learn_head
from narrate.quotation.phrases import core, is_plural_head, office_end
from narrate.quotation.reporting_verbs import Clause
from narrate.quotation.tokens import Token
from narrate.quotation.words import PREPOSITIONS

LONGEST_TITLE = 60
"""Characters; a longer description after a name is no title that one would announce."""


def introduce(clauses: Iterable[Clause], people: People) -> None:
    """Find everybody who is named, and what they are said to be in asides."""
    for clause in clauses:
        before: Mention | None = None
        subject: Mention | None = None
        for mention in clause.mentions:
            if mention.kind == "name":
                people.add(mention)
                _appose_office(people, clause.tokens, mention)
            if mention.first > 0 and clause.tokens[mention.first - 1].text in (",", "—", "("):
                for other in (subject, before):
                    if other and _reaches(clause.tokens, other, mention.first - 1):
                        _appose(people, other, mention)
                        break
            before = mention
            if not mention.governed:
                subject = mention


def _reaches(tokens: Sequence[Token], mention: Mention, mark: int) -> bool:
    """Whether a phrase goes on to a mark: "a friend from Ulm,", "Ann Lee, 40," but not "Ann Lee fell,"."""
    after = tokens[mention.last]
    age = mention.last + 2 == mark and tokens[mark - 1].text.isdigit()
    return mention.last == mark or age or after.text == "(" or after.low in PREPOSITIONS


def _appose(people: People, one: Mention, other: Mention) -> None:
    """ "Ann Lee, the mayor," and "the mayor of Oldtown, Ann Lee,"."""
    for name, description in ((one, other), (other, one)):
        person = people.known(name) if name.kind == "name" and not name.possessive else None
        if (
            person
            and description.kind == "description"
            and description.head in ROLES
            and not person.is_body()
        ):
            people.assign(description, person)
            _describe(person, description.head, people.phrase(description, article=False))
            if description is one:  # the name is the rest of the phrase
                one.end = other.end


def _appose_office(people: People, tokens: Sequence[Token], mention: Mention) -> None:
    """ "Ann Lee, head of the fire brigade,": an office without an article."""
    start, person = mention.last + 1, people.known(mention)
    if person is None or mention.possessive or start >= len(tokens) or tokens[start - 1].text != ",":
        return
    end = office_end(tokens, start)
    noun = core(tokens[end - 1].low)
    if end > start and noun in ROLES and not (is_plural_head(noun) or person.is_body()):
        stop = next((i for i in range(end, len(tokens)) if not tokens[i].text[0].isalnum()), len(tokens))
        _describe(person, noun, people.text(tokens[start].start, tokens[stop - 1].end))


def _describe(person: Person, noun: str, words: str) -> None:
    """Somebody is what an aside says; its words are a title, unless there is one, or they are no office."""
    learn_head(person, noun)
    if not person.title and noun not in KIN and len(words) <= LONGEST_TITLE:
        person.title = words
