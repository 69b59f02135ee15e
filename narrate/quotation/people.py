"""The people and bodies of an article: every mention of one of them, under its fullest name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from narrate.model import Gender, Speaker
from narrate.quotation.gender import is_given, of_first_name, of_full_name
from narrate.quotation.mentions import Mention
from narrate.quotation.names import compatible, folded, last_name
from narrate.quotation.nouns import BODIES, GENDERED, HONORIFICS, PLACE_WORDS, ROLES, SITES
from narrate.quotation.words import DETERMINERS, PRONOUNS, SINGULAR_PRONOUNS

NAMESAKES = 20
"""How many people with the same last name are told apart; the last ones are kept in mind."""
CLEAR = 3
"""Pronouns of one gender for each of the other before they count: some are mistaken for somebody's."""
DOUBT = 4
"""Pronouns that outweigh a common first name: Lindsey can be a senator who is "he" throughout."""
DOUBT_OF_RARE = 2
"""Pronouns that outweigh one that few lists have: Addison."""


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
    honorific: str = ""
    """Mr., Dame … as written before the name."""
    subject: bool = False
    """Whether it was ever named without a preposition before it, as places seldom are."""
    heads: set[str] = field(default_factory=set)
    """Offices and descriptions, as lower-case nouns: "spokesman"."""
    evidence: Counter[Gender] = field(default_factory=Counter)
    """How often a title or a description showed the gender."""
    pronouns: Counter[Gender] = field(default_factory=Counter)
    """How often a pronoun did."""
    count: int = 0
    """How often it is named."""
    quoted: int = 0
    """How many quotations were given to it so far."""

    def is_human(self) -> bool:
        """Whether anything but the name shows that it is a person."""
        return bool(self.heads or self.evidence or self.pronouns)

    def is_body(self) -> bool:
        """Whether the name reads like an organisation's or a place's."""
        if len(self.name) == 1:
            return self.named and len(self.name[0]) > 1 and self.name[0].isupper()
        words = [word.lower() for word in self.name]
        return words[0] in PLACE_WORDS or words[-1] in SITES or any(word in BODIES for word in words)

    def gender(self) -> Gender | None:
        """What titles say, else pronouns where they agree, else the first name."""
        women, men = self.evidence["f"], self.evidence["m"]
        if women != men:
            return "f" if women > men else "m"
        shown = None
        if self.named and len(self.name) > 1 and not self.is_body():
            shown = of_full_name(self.name)
        return self._by_pronouns(shown) or shown

    def is_doubtful(self) -> bool:
        """Whether only a rare first name shows the gender."""
        return not (self.evidence or self.pronouns or is_given(self.name[0]))

    def _by_pronouns(self, shown: Gender | None) -> Gender | None:
        """What the pronouns say; a first name that shows the other gender is doubted by many only."""
        (gender, count), *others = self.pronouns.most_common() or [("f", 0)]
        against = others[0][1] if others else 0
        least = 1 if shown is None else DOUBT if is_given(self.name[0]) else DOUBT_OF_RARE
        return gender if count >= max(least, CLEAR * against) else None


class People:
    """Everybody who is mentioned, found again by the words of their names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._of: dict[int, Person] = {}

    def text(self, start: int, end: int) -> str:
        """What the article says between two offsets."""
        return self._text[start:end]

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
            self._call(person, folded(mention.name[0]))
        self._learn(person, mention)
        return self.assign(mention, person)

    def unnamed(self, mention: Mention) -> Person:
        """Somebody of whom there is only a description or a pronoun."""
        person = Person(mention.name, named=False, phrase=self.phrase(mention))
        gender = SINGULAR_PRONOUNS.get(mention.name[0]) or GENDERED.get(mention.head)
        if gender:
            person.evidence[gender] += 1
        if mention.head in ROLES:
            person.heads.add(mention.head)
        return self.assign(mention, person)

    def speaker(self, person: Person) -> Speaker:
        """The value that the rest of the program sees; a shared last name stands with its "Mr." or "Mrs."."""
        name = " ".join(person.name) if person.named else person.phrase
        if len(person.name) == 1 and person.honorific and len(self._by_last.get(folded(name), ())) > 1:
            name = f"{person.honorific} {name}"
        return Speaker(name, person.gender(), person.title or None)

    def phrase(self, mention: Mention, *, article: bool = True) -> str:
        """A description as written, but for the capital of a sentence's first word."""
        words = self._text[mention.start : mention.end].split()
        if words[0].lower() in DETERMINERS | PRONOUNS:
            words[0] = words[0].lower()
        return " ".join(words if article else words[words[0] in DETERMINERS :])

    def _written_honorific(self, mention: Mention) -> str:
        words = self._text[mention.start : mention.end].split()
        return next((word for word in words if word.lower() == mention.honorific), "")

    def _find(self, mention: Mention) -> Person | None:
        words = mention.name
        shown = HONORIFICS.get(mention.honorific) or GENDERED.get(mention.head)
        namesakes = self._by_last.get(last_name(words), ())[-NAMESAKES:]
        options = [p for p in namesakes if compatible(p.name, words) and not _clashes(p, shown)]
        if options:
            return max(options, key=lambda p: p.count) if len(words) == 1 else options[-1]
        if mention.honorific:
            return None
        firsts = [p for p in self._by_first.get(folded(words[0]), ())[-NAMESAKES:] if not _clashes(p, shown)]
        if len(words) > 1:
            firsts = [p for p in firsts if _is_first_name_only(p)]
        return firsts[-1] if firsts else None

    def _call(self, person: Person, first: str) -> None:
        """Let somebody be found by a first name."""
        known = self._by_first.setdefault(first, [])
        if person not in known[-NAMESAKES:]:
            known.append(person)

    def _learn(self, person: Person, mention: Mention) -> None:
        person.count += 1
        if len(mention.name) > len(person.name):
            if last_name(mention.name) != last_name(person.name):
                self._by_last.setdefault(last_name(mention.name), []).append(person)
            person.name = mention.name
            self._call(person, folded(mention.name[0]))
        if mention.nickname:
            self._call(person, mention.nickname)
        person.subject = person.subject or not mention.governed
        person.honorific = person.honorific or self._written_honorific(mention)
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


def _is_first_name_only(person: Person) -> bool:
    """Whether all that is known of a name is a first name, so that a fuller name can be the same person's."""
    return (
        person.named
        and len(person.name) == 1
        and person.subject
        and of_first_name(person.name[0]) is not None
    )


def _clashes(person: Person, shown: Gender | None) -> bool:
    return shown is not None and person.gender() not in (None, shown)
