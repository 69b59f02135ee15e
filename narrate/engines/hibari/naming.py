"""How to say a word that hibari's dictionaries lack: by the table of names, and by words that it is made of.

In this order: the letters, if they show another language ("Erdoğan"); the name itself in the table, with or
without its accents ("José", "Jose"); an inflected form of a name ("the Ramirezes", "Trumpism"); two words in
one, if it is not a name ("airstrike"). What is left is guessed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from narrate.engines.hibari import british
from narrate.engines.hibari.letter_rules import ARABIC, by_own_letters, read
from narrate.engines.hibari.names_table import name_in_table

Find = Callable[[str], str | None]
"""The phonemes of a word in lower case, if it is known."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"}
)
_SHORTEST = 3
"""Letters of a stem, and of a word in a compound."""
_PREFIXES = {
    "anti": "ˌænti", "auto": "ˌɔɾO", "bio": "bˌIO", "co": "kˌO", "counter": "kˌWntəɹ", "cyber": "sˌIbəɹ",
    "de": "dˌi", "eco": "ˌikO", "geo": "ʤˌiO", "hyper": "hˌIpəɹ", "inter": "ˌɪntəɹ", "mega": "mˌɛɡə",
    "micro": "mˌIkɹO", "mid": "mˌɪd", "mis": "mˌɪs", "multi": "mˌʌlti", "neuro": "nˌʊɹO", "non": "nˌɑn",
    "out": "ˌWt", "over": "ˌOvəɹ", "post": "pˌOst", "pre": "pɹˌi", "re": "ɹˌi", "semi": "sˌɛmi",
    "sub": "sˌʌb", "super": "sˌupəɹ", "ultra": "ˌʌltɹə", "un": "ˌʌn", "under": "ˌʌndəɹ",
}  # fmt: skip
_ENDINGS = {
    "ism": "ˌɪzᵊm", "isms": "ˌɪzᵊmz", "ist": "ɪst", "ists": "ɪsts", "like": "lˌIk", "ness": "nəs",
    "less": "ləs", "ish": "ɪʃ", "esque": "ˈɛsk", "er": "əɹ", "ers": "əɹz", "ing": "ɪŋ",
}  # fmt: skip
"""Added to a stem that stays as it is."""


class Naming:
    """Says words that the dictionaries of one accent lack."""

    def __init__(self, dictionary: Find, *, is_british: bool) -> None:
        """`dictionary`: what hibari's own have, of words in lower case."""
        self._dictionary = dictionary
        self._is_british = is_british

    def said(self, word: str, *, is_name: bool, is_arabic: bool = False) -> str | None:
        """The phonemes of a word of letters and apostrophes, or None if nothing is known of it.

        `is_arabic`: an article shows it, as in "al-Aref".
        """
        foreign = by_own_letters(word.lower())
        if foreign:
            return self._in_accent(foreign, word)
        plain = without_accents(word.lower())
        found = self._in_table(plain)
        if found or _is_several(word):
            return found
        ways = [self._inflected, self._dictionary]
        if not is_name:
            ways += [self._compound, self._prefixed]
        answers = (way(plain) for way in ways)
        found = next(filter(None, answers), None)
        if not found and is_arabic:
            foreign = read(plain, ARABIC)
            return self._in_accent(foreign, word) if foreign else None
        return found

    def _in_accent(self, american: str, word: str) -> str:
        return british.from_american(american, word.lower()) if self._is_british else american

    def _in_table(self, word: str) -> str | None:
        found = name_in_table(word)
        return self._in_accent(found, word) if found else None

    def _stem(self, stem: str) -> str | None:
        return self._in_table(stem) or self._dictionary(stem)

    def _inflected(self, word: str) -> str | None:
        """A plural, a possessive or a past tense of a name; and what is derived of a name or a word."""
        for stem, add in _inflections(word):
            found = self._in_table(stem)
            if found:
                return add(found)
        for ending, sounds in _ENDINGS.items():
            stem = word.removesuffix(ending)
            if stem == word or len(stem) <= _SHORTEST:
                continue
            found = self._stem(stem) or (self._stem(f"{stem}e") if ending[0] in "ie" else None)
            if found:
                return _added(found, sounds)
        return None

    def _prefixed(self, word: str) -> str | None:
        for prefix, sounds in _PREFIXES.items():
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) > _SHORTEST and (found := self._dictionary(rest)):
                return sounds + found
        return None

    def _compound(self, word: str) -> str | None:
        """Two words of the dictionary; of several ways, the one in which the shorter is the longest."""
        cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
        for cut in sorted(cuts, key=lambda at: (-min(at, len(word) - at), -at)):
            first = self._dictionary(word[:cut])
            second = self._dictionary(word[cut:])
            if first and second and "ˈ" in first:
                return first + second.replace("ˌ", "").replace("ˈ", "ˌ")
        return None


def _is_several(word: str) -> bool:
    """Whether capitals show the words that it is made of: "SeaWorld" is divided there."""
    return any(letter.isupper() for letter in word[1:]) and not word.isupper()


def without_accents(word: str) -> str:
    """A word in the letters of English: "muñoz" as "munoz", "wałęsa" as "walesa"."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _inflections(word: str) -> Iterator[tuple[str, Find]]:
    """Stems that a word may be an inflected form of, each with what adds the ending to its phonemes."""
    for ending in ("'s", "s'", "s", "es", "'"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem, with_s
    if word.endswith("ies"):
        yield f"{word[:-3]}y", with_s
    if word.endswith("ed"):
        yield word[:-2], _with_d
        yield word[:-1], _with_d


def with_s(phonemes: str) -> str:
    """The plural or possessive of a noun: "s" behind voiceless consonants, a syllable behind sibilants."""
    if phonemes[-1] in "szʃʒʧʤ":
        return phonemes + "ᵻz"
    return phonemes + ("s" if phonemes[-1] in "ptkfθ" else "z")


def _with_d(phonemes: str) -> str:
    if phonemes[-1] in "td":
        return phonemes + "ᵻd"
    return phonemes + ("t" if phonemes[-1] in "pkfθsʃʧ" else "d")


def _added(phonemes: str, ending: str) -> str:
    """An ending behind a stem; one with a primary stress takes it from the stem."""
    stem = phonemes.replace("ˈ", "ˌ") if "ˈ" in ending else phonemes
    return stem + ending
