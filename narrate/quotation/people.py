"""The people and bodies of an article, as its mentions show them; nothing here changes once it is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from narrate.model import Gender, Speaker
from narrate.quotation.gender import is_given, of_full_name
from narrate.quotation.mentions import Mention
from narrate.quotation.name_matching import folded
from narrate.quotation.nouns import BODIES, GENDERED, PLACE_WORDS, ROLES, SITES
from narrate.quotation.word_classes import DETERMINERS, PRONOUNS, SINGULAR_PRONOUNS

REQUIRED_RATIO = 3
"""Pronouns of one gender for each of the other before they count: some are mistaken for somebody's."""
DOUBT = 4
"""Pronouns that outweigh a common first name: Lindsey can be a senator who is "he" throughout."""
DOUBT_OF_RARE = 2
"""Pronouns that outweigh one that few lists have: Addison."""

_PHRASE_BEGINS = DETERMINERS | PRONOUNS


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody who is mentioned in the article, a body as well."""

    name: tuple[str, ...]
    """Words of the fullest name; of somebody without one, the head word of the description."""
    named: bool = True
    """False if only a description or a pronoun is known."""
    phrase: str = ""
    """The description as written: "an ICRC official"."""
    title: str = ""
    honorific: str = ""
    """Mr., Dame … as written before the name."""
    heads: frozenset[str] = frozenset()
    """Offices and descriptions, as lower-case nouns: "spokesman"."""
    count: int = 0
    """How often it is named."""
    titled: bool = False
    """Whether a title or a description shows a gender."""
    gender_by_title: Gender | None = None
    """The gender that most of them show."""
    gender_by_name: Gender | None = None
    """The gender that the first name shows."""
    body: bool = False
    """Whether the name reads like an organisation's or a place's."""

    def is_human(self) -> bool:
        """Whether a title or a description shows that it is a person."""
        return self.titled or bool(self.heads)

    def gender(self, pronouns: Mapping[Gender, int]) -> Gender | None:
        """What titles say, else pronouns if they agree, else the first name.

        `pronouns`: how many of each gender stand for this person.
        """
        if self.gender_by_title is not None:
            return self.gender_by_title
        by_pronouns = self._by_pronouns(pronouns) if pronouns else None
        return by_pronouns or self.gender_by_name

    def _by_pronouns(self, pronouns: Mapping[Gender, int]) -> Gender | None:
        """What the pronouns say; a first name that shows the other gender is doubted by many only."""
        women, men = pronouns.get("f", 0), pronouns.get("m", 0)
        gender: Gender = "f" if women > men else "m"
        most, least = max(women, men), min(women, men)
        required = max(self._pronouns_required(), REQUIRED_RATIO * least)
        return gender if most >= required else None

    def _pronouns_required(self) -> int:
        """How many pronouns it takes to show a gender."""
        if self.gender_by_name is None:
            return 1
        return DOUBT if is_given(self.name[0]) else DOUBT_OF_RARE

    def is_doubtful(self) -> bool:
        """Whether a title, a description and a common first name are all missing."""
        return not (self.titled or is_given(self.name[0]))


def is_body(name: tuple[str, ...]) -> bool:
    """Whether a name reads like an organisation's or a place's."""
    if len(name) == 1:
        return len(name[0]) > 1 and name[0].isupper()
    words = [word.lower() for word in name]
    return words[0] in PLACE_WORDS or words[-1] in SITES or not BODIES.isdisjoint(words)


def gender_by_name(name: tuple[str, ...]) -> Gender | None:
    """What the first word of a full name shows."""
    if len(name) == 1 or is_body(name):
        return None
    return of_full_name(name)


def gender_by_title(shown: Counter[Gender]) -> Gender | None:
    """The gender that titles and descriptions show most often; `shown`: how often each."""
    women, men = shown["f"], shown["m"]
    if women == men:
        return None
    return "f" if women > men else "m"


def unnamed(mention: Mention, text: str) -> Person:
    """Somebody of whom the article has only a description or a pronoun."""
    word = mention.name[0]
    gender = SINGULAR_PRONOUNS.get(word) or GENDERED.get(mention.head)
    heads = frozenset((mention.head,)) if mention.head in ROLES else frozenset()
    return Person(
        mention.name,
        named=False,
        phrase=mention.name[0] if mention.kind == "pronoun" else phrase(mention, text),
        heads=heads,
        titled=gender is not None,
        gender_by_title=gender,
    )


def phrase(mention: Mention, text: str, *, article: bool = True) -> str:
    """A description as written, but for the capital of a sentence's first word.

    `article`: with the article, if it has one.
    """
    words = text[mention.start : mention.end].split()
    if words[0].lower() in _PHRASE_BEGINS:
        words[0] = words[0].lower()
    if words[0] in DETERMINERS and not article:
        del words[0]
    return " ".join(words)


class People:
    """Everybody who is named in an article, and whom its mentions mean as far as names and asides show it."""

    def __init__(self, text: str, referents: Mapping[Mention, Person], namesakes: Mapping[str, int]) -> None:
        """`referents`: whom mentions mean; `namesakes`: how many people share a last name."""
        self.text = text
        self.referents = referents
        self._namesakes = namesakes

    def speaker(self, person: Person, pronouns: Mapping[Gender, int]) -> Speaker:
        """The value that the rest of the program sees; a shared last name stands with its "Mr." or "Mrs."."""
        name = " ".join(person.name) if person.named else person.phrase
        is_last_name = len(person.name) == 1 and self._namesakes.get(folded(name), 0) > 1
        if is_last_name and person.honorific:
            name = f"{person.honorific} {name}"
        return Speaker(name, person.gender(pronouns), person.title or None)
