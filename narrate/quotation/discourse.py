"""What is known after some quotations have their speakers, beside what `people` says of everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from narrate.model import Gender, Speaker
from narrate.quotation.mentions import Mention
from narrate.quotation.people import People, Person, unnamed

_NONE: Mapping[Gender, int] = {}


class Discourse:
    """Whom mentions mean, who has spoken, and which pronouns stood for whom, from quotation to quotation."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._referents = dict(people.referents)
        self._speakers: set[Person] = set()
        self._pronouns: dict[Person, Counter[Gender]] = {}

    def known(self, mention: Mention) -> Person | None:
        """Whom a mention means, if the article or a quotation before has shown it."""
        return self._referents.get(mention)

    def assign(self, mention: Mention, person: Person) -> None:
        """Let a mention refer to a person."""
        self._referents[mention] = person

    def add_unnamed(self, mention: Mention) -> Person:
        """Somebody new, of whom there is only this description or pronoun."""
        person = unnamed(mention, self._people.text)
        self.assign(mention, person)
        return person

    def give_quotation(self, person: Person) -> None:
        """Somebody has spoken."""
        self._speakers.add(person)

    def has_spoken(self, person: Person) -> bool:
        """Whether one of the quotations so far is somebody's."""
        return person in self._speakers

    def count_pronoun(self, person: Person, gender: Gender) -> None:
        """A pronoun of a gender stands for somebody."""
        self._pronouns.setdefault(person, Counter())[gender] += 1

    def gender(self, person: Person) -> Gender | None:
        """What titles, pronouns so far and the first name show."""
        return person.gender(self._pronouns.get(person, _NONE))

    def is_human(self, person: Person) -> bool:
        """Whether anything but the name shows that it is a person."""
        return person in self._pronouns or person.is_human()

    def is_doubtful(self, person: Person) -> bool:
        """Whether only a rare first name shows the gender."""
        return person not in self._pronouns and person.is_doubtful()

    def speaker(self, person: Person) -> Speaker:
        """The value that the rest of the program sees."""
        return self._people.speaker(person, self._pronouns.get(person, _NONE))
