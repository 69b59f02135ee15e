"""Which names are one person's, while an article is read from the first name to the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from narrate.model import Gender
from narrate.quotation.gender import of_first_name
from narrate.quotation.mentions import Mention
from narrate.quotation.name_matching import compatible, folded, last_name
from narrate.quotation.nouns import GENDERED, HONORIFICS, ROLES
from narrate.quotation.people import People, Person, gender_by_name, gender_by_title, is_body

NAMESAKES = 20
"""How many people with the same last name are told apart; the last ones are kept in mind."""
_OF_WOMEN = frozenset(("mrs", "miss", "lady"))
BY_HONORIFIC, BY_HEAD = 5, 3
"""How much it counts that "Mr.", or "actress", shows a gender: an honorific is the person's own."""


@dataclass(slots=True, eq=False)
class Draft:
    """A person of whom more may become known."""

    name: tuple[str, ...]
    """Words of the fullest name so far."""
    title: str = ""
    honorific: str = ""
    """Mr., Dame … as written before the name."""
    subject: bool = False
    """Whether it was ever named without a preposition before it, as places seldom are."""
    heads: set[str] = field(default_factory=set)
    """Offices and descriptions, as lower-case nouns: "spokesman"."""
    genders: Counter[Gender] = field(default_factory=Counter)
    """How much titles and descriptions show each gender."""
    count: int = 0
    """How often it is named."""
    fuller: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """How often each name with more words stands for it."""

    def gender(self) -> Gender | None:
        """What titles say, else the first name."""
        return gender_by_title(self.genders) or gender_by_name(self.name)

    def is_body(self) -> bool:
        """Whether the name reads like an organisation's or a place's."""
        return is_body(self.name)

    def is_first_name(self) -> bool:
        """Whether all that is known of the name is a first name, so that a fuller one can be the same."""
        if len(self.name) > 1 or not self.subject:
            return False
        return of_first_name(self.name[0]) is not None

    def clashes(self, gender: Gender | None) -> bool:
        """Whether somebody of a gender is somebody else."""
        return gender is not None and self.gender() not in (None, gender)

    def learn_head(self, head: str) -> None:
        """Somebody is the spokesman, the mother of, the actress …"""
        self.heads.add(head)
        gender = GENDERED.get(head)
        if gender:
            self.genders[gender] += BY_HEAD

    def learn_title(self, mention: Mention) -> None:
        """Take up the office and the honorific before a name."""
        gender = HONORIFICS.get(mention.honorific)
        if gender:
            self.genders[gender] += BY_HONORIFIC
        if mention.head in ROLES:
            self.learn_head(mention.head)
            self.title = max(self.title, mention.title, key=len)

    def finished(self) -> Person:
        """What is known in the end."""
        return Person(
            name=self.name,
            title=self.title,
            honorific=self.honorific,
            heads=frozenset(self.heads),
            count=self.count,
            titled=bool(self.genders),
            gender_by_title=gender_by_title(self.genders),
            gender_by_name=gender_by_name(self.name),
            body=is_body(self.name),
        )


class Gathering:
    """The people of an article so far, found again by the words of their names."""

    def __init__(self, text: str, *, families: bool = False) -> None:
        """`families`: whether many share a last name, as in stories, so that Mrs. Lee is not Ann Lee."""
        self._text = text
        self._families = families
        self._by_last: dict[str, list[Draft]] = {}
        self._by_first: dict[str, list[Draft]] = {}
        self._referents: dict[Mention, Draft] = {}

    def known(self, mention: Mention) -> Draft | None:
        """The person of a mention that was added or assigned before."""
        return self._referents.get(mention)

    def assign(self, mention: Mention, person: Draft) -> None:
        """Let a mention refer to a person."""
        self._referents[mention] = person

    def add(self, mention: Mention) -> Draft:
        """The person that a name belongs to, new or known, who learns from it."""
        person = self._find(mention)
        if person is None:
            person = Draft(mention.name)
            self._file_by_last(person, mention.name)
            self._file_by_first(person, folded(mention.name[0]))
        self._learn(person, mention)
        self.assign(mention, person)
        return person

    def people(self) -> People:
        """What is known in the end."""
        finished = {draft: draft.finished() for draft in set(self._referents.values())}
        referents = {mention: finished[draft] for mention, draft in self._referents.items()}
        namesakes = {name: len(people) for name, people in self._by_last.items()}
        return People(self._text, referents, namesakes)

    def _find(self, mention: Mention) -> Draft | None:
        """Whom a name means, if that is known already."""
        gender = HONORIFICS.get(mention.honorific) or GENDERED.get(mention.head)
        by_last = self._find_by_last(mention, gender)
        if by_last is not None or mention.honorific:
            return by_last
        return self._find_by_first(mention.name, gender)

    def _find_by_last(self, mention: Mention, gender: Gender | None) -> Draft | None:
        """The last one of the same name; of those who share a last name alone, the one named most."""
        name = mention.name
        namesakes = self._by_last.get(last_name(name), [])[-NAMESAKES:]
        options = [person for person in namesakes if compatible(person.name, name)]
        options = [person for person in options if not person.clashes(gender)]
        options = [person for person in options if not self._are_relatives(person, mention)]
        if len(name) == 1:
            return max(options, key=lambda person: person.count, default=None)
        return _last(options)

    def _are_relatives(self, person: Draft, mention: Mention) -> bool:
        """Whether two only share their last name: Mrs. Lee and Miss Lee; in stories Mrs. Lee and Ann Lee."""
        one, other = person.honorific.lower().rstrip("."), mention.honorific.rstrip(".")
        if {one, other} == {"mrs", "miss"}:
            return True
        if not self._families or one == other:
            return False
        lengths = sorted((len(person.name), len(mention.name)))
        if lengths[1] == 1:
            return not _OF_WOMEN.isdisjoint((one, other))  # Lee alone is a man there.
        if lengths[0] > 1:
            return "mrs" in (one, other)  # Mrs. Tom Lee is not Tom Lee.
        return bool(other or len(mention.name) > 1)

    def _find_by_first(self, name: tuple[str, ...], gender: Gender | None) -> Draft | None:
        """The last one of the same first name; a fuller name needs one of whom no more is known."""
        namesakes = self._by_first.get(folded(name[0]), [])[-NAMESAKES:]
        options = [person for person in namesakes if not person.clashes(gender)]
        if len(name) > 1:
            options = [person for person in options if person.is_first_name()]
        return _last(options)

    def _file_by_last(self, person: Draft, name: tuple[str, ...]) -> None:
        """Let somebody be found by the last word of a name."""
        self._by_last.setdefault(last_name(name), []).append(person)

    def _file_by_first(self, person: Draft, first: str) -> None:
        """Let somebody be found by a first name."""
        known = self._by_first.setdefault(first, [])
        if person not in known[-NAMESAKES:]:
            known.append(person)

    def _learn(self, person: Draft, mention: Mention) -> None:
        """Take up what one more mention by name shows."""
        person.count += 1
        person.subject |= not mention.governed
        if len(mention.name) > len(person.name) and self._is_established(person, mention.name):
            self._rename(person, mention.name)
        if mention.nickname:
            self._file_by_first(person, mention.nickname)
        if not person.honorific:
            person.honorific = self._written_honorific(mention)
        person.learn_title(mention)

    def _is_established(self, person: Draft, name: tuple[str, ...]) -> bool:
        """Whether a fuller name is one: in stories it stands twice, since headings make others."""
        person.fuller[name] += 1
        return not self._families or person.fuller[name] > 1

    def _rename(self, person: Draft, name: tuple[str, ...]) -> None:
        """Somebody has a fuller name than was known."""
        if last_name(name) != last_name(person.name):
            self._file_by_last(person, name)
        person.name = name
        self._file_by_first(person, folded(name[0]))

    def _written_honorific(self, mention: Mention) -> str:
        """The honorific with the capitals that it has in the text."""
        words = self._text[mention.start : mention.end].split()
        return next((word for word in words if word.lower() == mention.honorific), "")


def _last(people: Sequence[Draft]) -> Draft | None:
    return people[-1] if people else None
