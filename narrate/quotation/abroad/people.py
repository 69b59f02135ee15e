"""Who is one person in an article: "Adler", "Ruth Adler" and "Bürgermeisterin Ruth Adler" are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.model import Gender, Speaker
from narrate.quotation.abroad.mentions import Mention
from narrate.quotation.gender import of_first_name

_GIVEN_AND_LAST = re.compile(
    r"\b([A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ]\.)?) "
    r"((?:(?:von|van|de|der|den|del|della|di|da|do|dos) ){0,2}[A-ZÀ-Þ][\w’'-]+)"
)
_OFFICE = re.compile(
    r"(?:er|erin|in|ent|entin|or|orin|ist|istin|chef|rat|rätin|mann|frau|ant|antin|oge|loge|wirt|eur|herr|vorstand)$"
)
"""How German nouns end that are offices and trades; they have capitals as names do."""
_HONORIFICS: dict[str, Gender | None] = {
    "herr": "m", "herrn": "m", "frau": "f", "monsieur": "m", "m": "m", "madame": "f", "mme": "f",
    "señor": "m", "señora": "f", "don": "m", "doña": "f", "signor": "m", "signora": "f",
    "senhor": "m", "senhora": "f", "dom": "m", "dona": "f",
    **dict.fromkeys(("dr", "prof", "dr.", "prof.", "professor")),
}  # fmt: skip


class People:
    """The people of an article by their last names, and those who were mentioned or spoke last."""

    def __init__(self, text: str, *, capital_nouns: bool) -> None:
        self._capital_nouns = capital_nouns
        self._full: dict[str, str] = {}
        self._genders: dict[str, Gender] = {}
        self._titles: dict[str, str] = {}
        self._recent: list[str] = []
        for match in _GIVEN_AND_LAST.finditer(text):
            given, last = match.groups()
            gender = of_first_name(given.split()[0])
            if gender is not None:
                name = f"{given} {last}"
                self._full.setdefault(last, name)
                self._full.setdefault(given, name)
                self._genders.setdefault(name, gender)

    def mentioned(self, mention: Mention) -> str | None:
        """The full name of a mention that stands before what is being read, which pronouns may mean later."""
        if mention.kind != "name":
            return None
        name = self._named(mention)
        if name is not None:
            is_person = of_first_name(name.split(maxsplit=1)[0]) is not None
            if is_person:
                self._remember(name)
        return name

    def speaker(self, mention: Mention) -> Speaker | None:
        """Who is meant by a mention that has a reporting verb; None if nobody is known."""
        if mention.kind == "pronoun":
            name = self._by_pronoun(mention.gender)
        elif mention.kind == "description":
            name = " ".join(mention.words).replace("' ", "'")
            if mention.gender:
                self._genders.setdefault(name, mention.gender)
        else:
            name = self._named(mention) or ""
        if not name:
            return None
        self._remember(name)
        return self.known(name)

    def known(self, name: str) -> Speaker:
        """The speaker of a name, with all that is known."""
        return Speaker(name, self._genders.get(name), self._titles.get(name))

    def last(self) -> Speaker | None:
        """Who was spoken of last."""
        return self.known(self._recent[-1]) if self._recent else None

    def _remember(self, name: str) -> None:
        if name in self._recent:
            self._recent.remove(name)
        self._recent.append(name)

    def _by_pronoun(self, gender: Gender | None) -> str:
        """The last one of a gender; somebody of unknown gender gets that of the pronoun."""
        for name in reversed(self._recent):
            known = self._genders.get(name)
            if known == gender:
                return name
            if known is None and gender is not None:
                self._genders[name] = gender
                return name
        return ""

    def _named(self, mention: Mention) -> str | None:
        """The fullest name known of who is meant, with what the mention tells taken up."""
        titles, name = self._divided(mention.words)
        if not name:
            return None
        last = name[-1]
        if len(name) == 1:
            called = self._full.get(last) or last
            self._learn(called, titles, mention.gender)
            return called
        called = " ".join(name)
        self._learn(called, titles, mention.gender)
        self._full.setdefault(last, called)
        self._full.setdefault(name[0], called)
        return called

    def _learn(self, name: str, titles: Sequence[str], by_article: Gender | None) -> None:
        """Take up the gender that titles, the article or the first name show, and the title."""
        gender = self._by_titles(titles) or _by_first_name(name) or by_article
        if gender is not None:
            self._genders.setdefault(name, gender)
        offices = [title for title in titles if title.lower() not in _HONORIFICS]
        if offices:
            self._titles.setdefault(name, " ".join(offices))

    def _by_titles(self, titles: Sequence[str]) -> Gender | None:
        """The gender that an honorific shows, or else the German ending of an office."""
        for title in titles:
            shown = _HONORIFICS.get(title.lower())
            if shown:
                return shown
        is_feminine = self._capital_nouns and any(title.endswith("in") for title in titles)
        return "f" if is_feminine else None

    def _divided(self, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """The titles before a name, and the name."""
        for index, word in enumerate(words[:-1]):
            if of_first_name(word) is not None:
                return list(words[:index]), list(words[index:])
        at = 0
        while at < len(words) - 1 and self._is_title(words[at]):
            at += 1
        return list(words[:at]), list(words[at:])

    def _is_title(self, word: str) -> bool:
        if word.lower() in _HONORIFICS:
            return True
        return self._capital_nouns and _OFFICE.search(word) is not None


def _by_first_name(name: str) -> Gender | None:
    """The gender that the first of several names shows."""
    first, _, others = name.partition(" ")
    return of_first_name(first) if others else None
