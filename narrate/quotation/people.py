"""The people and bodies of an article: every mention of one of them, under its fullest name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from narrate.model import Gender, Speaker
from narrate.quotation import gender as names
from narrate.quotation.cues import Clause
from narrate.quotation.mentions import Mention
from narrate.quotation.words import (
    BODIES,
    DETERMINERS,
    GENDERED,
    HONORIFICS,
    OBJECT_PRONOUNS,
    PRONOUNS,
    ROLES,
    SINGULAR_PRONOUNS,
    SUFFIXES,
)


@dataclass(slots=True, eq=False)
class Person:
    """Somebody who is named in the article."""

    name: tuple[str, ...]
    """Words of the fullest name so far."""
    title: str = ""
    heads: set[str] = field(default_factory=set)
    """Offices and descriptions, as lower-case nouns: "spokesman"."""
    genders: Counter[str] = field(default_factory=Counter)
    """Evidence from titles and descriptions."""
    count: int = 0
    named: bool = True
    """False where only a description is known: "an ICRC official"."""
    phrase: str = ""
    """The description, as written."""
    first_name_gender: Gender | None = None
    looked_up: bool = False

    @property
    def last(self) -> str:
        return last_name(self.name)

    def human(self) -> bool:
        """Whether anything but the name shows that it is a person."""
        return bool(self.heads or self.title or self.genders)

    def body(self) -> bool:
        """Whether the name reads like an organisation's or a place's."""
        return any(w.lower() in BODIES for w in self.name) or (len(self.name) == 1 and self.name[0].isupper())

    def gender(self) -> Gender | None:
        """From titles and descriptions first, then from the first name."""
        if self.genders:
            return "f" if self.genders["f"] > self.genders["m"] else "m"
        if not self.looked_up and self.named:
            self.looked_up = True
            if len(self.name) > 1 and not self.body():
                self.first_name_gender = names.of_first_name(self.name[0])
        return self.first_name_gender


def last_name(name: tuple[str, ...]) -> str:
    """The last word of a name that is no suffix, lower case."""
    for word in reversed(name):
        if word.lower() not in SUFFIXES:
            return word.lower()
    return name[-1].lower()


class People:
    """Everybody who is named, found again by the words of their names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.everybody: list[Person] = []
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._by_head: dict[str, list[Person]] = {}
        self.of: dict[int, Person] = {}
        """Person of each mention, by the mention's identity."""

    def add(self, mention: Mention) -> Person:
        """The person that a name belongs to, new or known."""
        person = self._known(mention) or self._new(mention)
        self._learn(person, mention)
        self.of[id(mention)] = person
        return person

    def unnamed(self, mention: Mention) -> Person:
        """Somebody of whom there is only a description or a pronoun: "an ICRC official"."""
        phrase = self.text[mention.start : mention.end]
        first = phrase.split()[0].lower()
        if first in DETERMINERS or first in PRONOUNS:
            phrase = phrase[0].lower() + phrase[1:]
        person = Person(mention.name, named=False, phrase=" ".join(phrase.split()))
        gender = SINGULAR_PRONOUNS.get(mention.name[0]) or GENDERED.get(mention.head)
        if gender:
            person.genders[gender] += 1
        self.of[id(mention)] = person
        return person

    def with_head(self, head: str) -> list[Person]:
        """People of an office, in the order in which it was last used for them."""
        return self._by_head.get(head, [])

    def _known(self, mention: Mention) -> Person | None:
        words = mention.name
        shown = HONORIFICS.get(mention.honorific) or GENDERED.get(mention.head)
        options = [
            p
            for p in self._by_last.get(last_name(words), ())
            if _compatible(p.name, words) and not _clash(p, shown)
        ]
        if options:
            return max(options, key=lambda p: p.count) if len(words) == 1 else options[-1]
        if len(words) == 1:
            firsts = [p for p in self._by_first.get(words[0].lower(), ()) if not _clash(p, shown)]
            return firsts[-1] if firsts and not mention.honorific else None
        return None

    def _new(self, mention: Mention) -> Person:
        person = Person(mention.name)
        self.everybody.append(person)
        self._by_last.setdefault(person.last, []).append(person)
        self._by_first.setdefault(mention.name[0].lower(), []).append(person)
        return person

    def _learn(self, person: Person, mention: Mention) -> None:
        person.count += 1
        if len(mention.name) > len(person.name):
            person.name = mention.name
            firsts = self._by_first.setdefault(mention.name[0].lower(), [])
            if person not in firsts:
                firsts.append(person)
        if mention.title and (not person.title or len(mention.title) > len(person.title)):
            person.title = mention.title
        shown = HONORIFICS.get(mention.honorific)
        if shown:
            person.genders[shown] += 5
        if mention.head:
            self.learn_head(person, mention.head)

    def learn_head(self, person: Person, head: str) -> None:
        """Somebody is the spokesman, the mother of, the actress …"""
        person.heads.add(head)
        if head in GENDERED:
            person.genders[GENDERED[head]] += 3
        holders = self._by_head.setdefault(head, [])
        if not holders or holders[-1] is not person:
            holders.append(person)


def _compatible(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two names with the same last word can be one person's."""
    if len(known) == 1 or len(words) == 1:
        return True
    one, other = known[0].lower().rstrip("."), words[0].lower().rstrip(".")
    return (
        one[:3] == other[:3]
        or (min(len(one), len(other)) == 1 and one[0] == other[0])
        or one in (w.lower() for w in words)
        or other in (w.lower() for w in known)
    )


def _clash(person: Person, shown: str | None) -> bool:
    return shown is not None and person.gender() is not None and person.gender() != shown


def introduce(clauses: Iterable[Clause], people: People) -> None:
    """Find everybody who is named, and what they are said to be in asides."""
    for clause in clauses:
        before: Mention | None = None
        for mention in clause.mentions:
            if mention.kind == "name":
                people.add(mention)
            if (
                before is not None
                and mention.first == before.last + 1
                and clause.tokens[before.last].text in ",—("
            ):
                _appose(people, before, mention)
            before = mention


def _appose(people: People, one: Mention, other: Mention) -> None:
    """ "Ann Lee, the mayor," and "the mayor, Ann Lee,"."""
    for name, description in ((one, other), (other, one)):
        if (
            name.kind == "name"
            and description.kind == "description"
            and description.head in ROLES
            and not name.possessive
        ):
            person = people.of[id(name)]
            if not person.body():
                people.learn_head(person, description.head)
                if not person.title and description.end - description.start < 60:
                    person.title = description.title
                people.of[id(description)] = person


def learn_genders(unknown: set[int], clauses: Iterable[Clause], people: People) -> None:
    """Count the pronouns that follow people of unknown gender (by identity) where these lead a sentence.

    "Ka said he was", or "Ka came. He said": the pronouns of the same sentence and the first of the next.
    """
    leader: Person | None = None
    for clause in clauses:
        pronouns = [(i, OBJECT_PRONOUNS[t.low]) for i, t in enumerate(clause.tokens) if t.low in OBJECT_PRONOUNS]
        first = clause.mentions[0] if clause.mentions else None
        person = people.of.get(id(first)) if first else None
        if leader is not None and pronouns and (first is None or first.kind == "pronoun"):
            leader.genders[pronouns[0][1]] += 1
        if first is not None and first.kind != "pronoun":
            leader = person if person is not None and id(person) in unknown else None
            if leader is not None and len([m for m in clause.mentions if m.kind == "name"]) < 3:
                leader.genders.update(g for at, g in pronouns[:1] if at > first.last)


def speaker_of(person: Person) -> Speaker:
    """The value that the rest of the program sees."""
    return Speaker(
        " ".join(person.name) if person.named else person.phrase, person.gender(), person.title or None
    )
