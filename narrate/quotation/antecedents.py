"""What speaks for and against somebody as whom a pronoun means: rows of the table ANTECEDENT in `weights`."""

from __future__ import annotations

from collections.abc import Iterator

from narrate.model import Gender
from narrate.quotation.discourse import Discourse
from narrate.quotation.linking import is_subject
from narrate.quotation.mentions import Mention
from narrate.quotation.nouns import BODIES
from narrate.quotation.people import Person
from narrate.quotation.word_classes import SINGULAR_PRONOUNS


def antecedent_features(word: str, mention: Mention, person: Person, discourse: Discourse) -> Iterator[str]:
    """Features of a mention of `person` before the pronoun `word`, but for how far back it stands."""
    pronoun = word if word in ("it", "they") else "he"
    sort = _sort(pronoun, mention, person, discourse)
    yield f"{pronoun} is {sort}"
    wanted = SINGULAR_PRONOUNS.get(word)
    if wanted:
        yield _agreement(wanted, person, discourse)
    yield from _kind(mention)
    yield _place(mention)
    if mention.governed:
        yield "after a preposition before"
    if mention.possessive:
        yield "possessive before"


def _kind(mention: Mention) -> Iterator[str]:
    """How the mention refers to somebody."""
    if mention.kind == "pronoun":
        yield "pronoun before"
    elif mention.kind == "name" and len(mention.name) > 1:
        yield "full name before"


def _agreement(wanted: Gender, person: Person, discourse: Discourse) -> str:
    """Whether the gender of a pronoun is somebody's."""
    gender = discourse.gender(person)
    if gender == wanted:
        return "gender agrees"
    if gender is None or discourse.is_doubtful(person):
        return "gender unknown"
    return "gender differs"


def _place(mention: Mention) -> str:
    """What a mention is in its sentence."""
    if is_subject(mention):
        return "subject of saying"
    return "leads its sentence" if mention.leads else "other place"


def _sort(pronoun: str, mention: Mention, person: Person, discourse: Discourse) -> str:
    """What somebody is, as far as it bears on the pronoun."""
    if person.body or mention.head in BODIES:
        return "body"
    if person.named:
        return _sort_of_named(person, discourse)
    is_plural = pronoun == "they" and mention.name[-1].endswith("s")
    return "plural" if is_plural else "unnamed"


def _sort_of_named(person: Person, discourse: Discourse) -> str:
    if discourse.is_human(person) or discourse.gender(person):
        return "person"
    return "full name" if len(person.name) > 1 else "name"
