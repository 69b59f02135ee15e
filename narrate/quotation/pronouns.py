"""Which pronouns follow the speakers of an article where these lead a sentence, to learn their genders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from narrate.quotation.clauses import Clause
from narrate.quotation.discourse import Discourse
from narrate.quotation.mentions import Mention
from narrate.quotation.people import Person
from narrate.quotation.word_classes import GENDERED_PRONOUNS


def learn_genders(speakers: Collection[Person], clauses: Iterable[Clause], discourse: Discourse) -> None:
    """Count the pronouns after people where these lead a sentence.

    "Kai said he was", or "Kai came. He said": the first of the same sentence or of the next.
    """
    for clause, first, leader in _with_leaders(clauses, discourse):
        if leader in speakers:
            _count_first_pronoun(clause, _end_of_leader(clause, first), leader, discourse)


def _with_leaders(
    clauses: Iterable[Clause], discourse: Discourse
) -> Iterator[tuple[Clause, Mention | None, Person]]:
    """Every sentence with its first mention, unless that is a pronoun, and whoever leads it or one before."""
    leader: Person | None = None
    for clause in clauses:
        first = _named_first(clause)
        if first is not None:
            leader = discourse.known(first)
        if leader is not None:
            yield clause, first, leader


def _count_first_pronoun(clause: Clause, start: int, leader: Person, discourse: Discourse) -> None:
    """Let the first pronoun from a token on stand for somebody."""
    genders = (GENDERED_PRONOUNS.get(token.low) for token in clause.tokens[start:])
    gender = next((gender for gender in genders if gender is not None), None)
    if gender is not None:
        discourse.count_pronoun(leader, gender)


def _named_first(clause: Clause) -> Mention | None:
    """The first mention of a sentence, unless it is a pronoun."""
    first = clause.mentions[0] if clause.mentions else None
    return None if first is None or first.kind == "pronoun" else first


def _end_of_leader(clause: Clause, first: Mention | None) -> int:
    """Index of the token after the leader, which may be in another sentence.

    With somebody else in the sentence, a pronoun can be theirs.
    """
    if first is None:
        return 0
    names = (mention for mention in clause.mentions if mention.kind == "name")
    alone = all(mention is first for mention in names)
    return first.last if alone else len(clause.tokens)
