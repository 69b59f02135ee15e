"""The people and bodies of an article: every mention of one of them, under its fullest name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from narrate.model import Gender, Speaker
from narrate.quotation.cues import Clause
from narrate.quotation.gender import of_first_name
from narrate.quotation.mentions import Mention
from narrate.quotation.words import (
    BODIES,
    DETERMINERS,
    GENDERED,
    HONORIFICS,
    KIN,
    PLACE_WORDS,
    PRONOUNS,
    ROLES,
    SINGULAR_PRONOUNS,
    SUFFIXES,
)

NAMESAKES = 20
"""How many people with the same last name are told apart; the last ones are kept in mind."""
LONGEST_TITLE = 60
"""Characters; a longer description after a name is no title that one would announce."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody who is mentioned in the article, a body as well."""

    name: tuple[str, ...]
    """Words of the fullest name so far."""
    named: bool = True
    """False where only a description is known."""
    phrase: str = ""
    """The description as written: "an ICRC official"."""
    title: str = ""
    heads: set[str] = field(default_factory=set)
    """Offices and descriptions, as lower-case nouns: "spokesman"."""
    evidence: Counter[Gender] = field(default_factory=Counter)
    """How often a title, a description or a pronoun showed the gender."""
    count: int = 0
    """How often it is named."""

    def is_human(self) -> bool:
        """Whether anything but the name shows that it is a person."""
        return bool(self.heads or self.evidence)

    def is_body(self) -> bool:
        """Whether the name reads like an organisation's or a place's."""
        if len(self.name) == 1:
            return self.named and len(self.name[0]) > 1 and self.name[0].isupper()
        words = [word.lower() for word in self.name]
        return words[0] in PLACE_WORDS or any(word in BODIES for word in words)

    def gender(self) -> Gender | None:
        """What was written about the person, else what the first name shows."""
        women, men = self.evidence["f"], self.evidence["m"]
        if women != men:
            return "f" if women > men else "m"
        if not self.named or len(self.name) == 1 or self.is_body():
            return None
        return of_first_name(self.name[0])

    def speaker(self) -> Speaker:
        """The value that the rest of the program sees."""
        return Speaker(" ".join(self.name) if self.named else self.phrase, self.gender(), self.title or None)


def last_name(name: tuple[str, ...]) -> str:
    """The last word of a name that is no suffix, in lower case."""
    return next((word.lower() for word in reversed(name) if word.lower() not in SUFFIXES), name[-1].lower())


class People:
    """Everybody who is mentioned, found again by the words of their names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._of: dict[int, Person] = {}

    def known(self, mention: Mention) -> Person | None:
        """The person of a mention that was added, assigned or described before."""
        return self._of.get(id(mention))

    def assign(self, mention: Mention, person: Person) -> Person:
        """Let a mention refer to a person."""
        self._of[id(mention)] = person
        return person

    def add(self, mention: Mention) -> Person:
        """The person that a name belongs to, new or known, who learns from it."""
        person = self._find(mention)
        if person is None:
            person = Person(mention.name)
            self._by_last.setdefault(last_name(mention.name), []).append(person)
            self._by_first.setdefault(mention.name[0].lower(), []).append(person)
        self._learn(person, mention)
        return self.assign(mention, person)

    def unnamed(self, mention: Mention) -> Person:
        """Somebody of whom there is only a description or a pronoun."""
        person = Person(mention.name, named=False, phrase=self.phrase(mention))
        gender = SINGULAR_PRONOUNS.get(mention.name[0]) or GENDERED.get(mention.head)
        if gender:
            person.evidence[gender] += 1
        return self.assign(mention, person)

    def phrase(self, mention: Mention, *, article: bool = True) -> str:
        """A description as written, but for the capital of a sentence's first word."""
        words = self._text[mention.start : mention.end].split()
        if words[0].lower() in DETERMINERS | PRONOUNS:
            words[0] = words[0].lower()
        return " ".join(words if article else words[words[0] in DETERMINERS :])

    def _find(self, mention: Mention) -> Person | None:
        words = mention.name
        shown = HONORIFICS.get(mention.honorific) or GENDERED.get(mention.head)
        namesakes = self._by_last.get(last_name(words), ())[-NAMESAKES:]
        options = [p for p in namesakes if _compatible(p.name, words) and not _clashes(p, shown)]
        if options:
            return max(options, key=lambda p: p.count) if len(words) == 1 else options[-1]
        if len(words) > 1 or mention.honorific:
            return None
        firsts = self._by_first.get(words[0].lower(), ())[-NAMESAKES:]
        return next((p for p in reversed(firsts) if not _clashes(p, shown)), None)

    def _learn(self, person: Person, mention: Mention) -> None:
        person.count += 1
        if len(mention.name) > len(person.name):
            person.name = mention.name
            self._by_first.setdefault(mention.name[0].lower(), []).append(person)
        if mention.head in ROLES and len(mention.title) > len(person.title):
            person.title = mention.title
        gender = HONORIFICS.get(mention.honorific)
        if gender:
            person.evidence[gender] += 5
        if mention.head in ROLES:
            learn_head(person, mention.head)


def learn_head(person: Person, head: str) -> None:
    """Somebody is the spokesman, the mother of, the actress …"""
    person.heads.add(head)
    gender = GENDERED.get(head)
    if gender:
        person.evidence[gender] += 3


def _compatible(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two names with the same last word can be one person's."""
    if len(known) == 1 or len(words) == 1:
        return True
    one, other = known[0].lower().rstrip("."), words[0].lower().rstrip(".")
    if one[:3] == other[:3] or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return one in (w.lower() for w in words) or other in (w.lower() for w in known)


def _clashes(person: Person, shown: Gender | None) -> bool:
    return shown is not None and person.gender() not in (None, shown)


def introduce(clauses: Iterable[Clause], people: People) -> None:
    """Find everybody who is named, and what they are said to be in asides."""
    for clause in clauses:
        before: Mention | None = None
        for mention in clause.mentions:
            if mention.kind == "name":
                people.add(mention)
            if before and mention.first > 0 and clause.tokens[mention.first - 1].text in (",", "—", "("):
                _appose(people, before, mention)
            if not mention.governed:
                before = mention


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
            learn_head(person, description.head)
            title = people.phrase(description, article=False)
            if not person.title and description.head not in KIN and len(title) <= LONGEST_TITLE:
                person.title = title
