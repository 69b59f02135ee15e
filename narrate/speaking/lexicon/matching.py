"""Where the words of a lexicon stand in a text.

A word is found whole: no letter, digit or apostrophe goes on with it, but a possessive "'s" does, and is said
with it. Of two that begin at the same place the longer one wins. Spelling counts, case included, as PLS 1.0
leaves to the application, with two exceptions: a grapheme in lower case is found with a capital, too
(a sentence begins so), and one of four letters or more in capitals (a headline). "Xi" is thus never "XI".
Apostrophes of all shapes are one, and so are letters composed or not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from narrate.languages import primary
from narrate.model import Mark
from narrate.speaking.lexicon.entries import Lexeme, Pronunciation

SHORTEST_CAPITALS = 4
"""Letters of the shortest grapheme that is found in capitals; shorter ones are initialisms and numerals."""
_APOSTROPHE = "['’‘ʼʻ`]"
_FIRST = re.compile(r"\w+|[^\w\s]")
_BEFORE = rf"(?<!\w)(?<!\w{_APOSTROPHE})"
# A combining mark belongs to the letter before it.
_AFTER = rf"(?P<possessive>['’][sS])?(?!\w|[\u0300-\u036f]|{_APOSTROPHE}\w)"
_HISSING = tuple("szʃʒ")
_VOICELESS = tuple("ptkfθ")

Entry = tuple[str, Pronunciation]
"""A spelling, and how it is said."""


class Lexicon:
    """Lexemes to look up; of two with the same spelling the earlier one counts."""

    def __init__(self, lexemes: Iterable[Lexeme] = (), notes: Iterable[str] = ()) -> None:
        self._lexemes = tuple(lexemes)
        self.notes = tuple(notes)
        """What was skipped in its files, for whoever wrote them."""
        self._by_role: dict[tuple[str, str | None], dict[str, Pronunciation]] = {}
        self._entries: dict[str, dict[str, list[Entry]]] = {}
        for lexeme in self._lexemes:
            for role in lexeme.roles or (None,):
                self._file(lexeme, role)

    def _file(self, lexeme: Lexeme, role: str | None) -> None:
        """Let a lexeme be found by its spellings, unless an earlier one has them."""
        known = self._by_role.setdefault((primary(lexeme.language), role), {})
        for grapheme in lexeme.graphemes:
            known.setdefault(_folded(grapheme), lexeme.pronunciation)

    def __add__(self, other: Lexicon) -> Lexicon:
        """Both, this one first."""
        return Lexicon((*self._lexemes, *other._lexemes), (*self.notes, *other.notes))

    def __len__(self) -> int:
        return len(self._lexemes)

    def pronunciation(self, word: str, language: str, role: str | None = None) -> Pronunciation | None:
        """How a whole token is said that has this spelling (and role), exactly; None where it is not known.

        A token with a role that no lexeme names is said like one without (PLS 1.0 section 4.4).
        """
        for asked in (role, None) if role else (None,):
            known = self._by_role.get((primary(language), asked), {})
            if found := known.get(_folded(word)):
                return found
        return None

    def marks(self, text: str, language: str) -> list[Mark]:
        """Marks of kind "phoneme" and "sub" for every word of the text that is known, in order.

        Not overlapping. Takes time in proportion to the text, however many words are known.
        """
        entries = self._compiled(primary(language))
        # Most texts hold no word that one begins with, and need not be gone through word by word.
        if entries.keys().isdisjoint(_FIRST.findall(text)):
            return []
        return list(_found(text, entries))

    def _compiled(self, language: str) -> dict[str, list[Entry]]:
        """Entries by the first word of their spelling, the longest first."""
        if language not in self._entries:
            known = self._by_role.get((language, None), {})
            self._entries[language] = _by_first_word(known)
        return self._entries[language]


def _found(text: str, entries: dict[str, list[Entry]]) -> Iterator[Mark]:
    """Marks of the words that entries have, given by their first words."""
    done = 0
    for word in _FIRST.finditer(text):
        if word.start() >= done and word[0] in entries:
            mark = _first_match(text, word.start(), entries[word[0]])
            done = mark.end if mark else done
            yield from filter(None, [mark])


def _first_match(text: str, at: int, entries: list[Entry]) -> Mark | None:
    """The mark of the first entry whose spelling stands at an offset."""
    for spelling, said in entries:
        match = _pattern(spelling).match(text, at)
        if match:
            value = _possessive(said) if match["possessive"] else said.value
            return Mark(said.kind, at, match.end(), value, origin=said.origin)
    return None


@cache
def _pattern(spelling: str) -> re.Pattern[str]:
    """Compiled when a text first holds its first word: to compile all takes longer than to speak."""
    words = (re.sub(_APOSTROPHE, lambda _: _APOSTROPHE, re.escape(word)) for word in spelling.split())
    return re.compile(_BEFORE + r"\s+".join(words) + _AFTER)


def _by_first_word(known: Mapping[str, Pronunciation]) -> dict[str, list[Entry]]:
    """Entries by the first word of their spelling, the longest first."""
    by_first: defaultdict[str, list[Entry]] = defaultdict(list)
    longest_first = sorted(_entries(known), key=_shorter_last)
    for entry in longest_first:
        spelling, _ = entry
        first = _FIRST.match(spelling)
        if first is None:
            continue
        word = first.group()
        by_first[word].append(entry)
    return dict(by_first)


def _entries(known: Mapping[str, Pronunciation]) -> Iterator[Entry]:
    """Every way to spell what is known."""
    for grapheme, said in known.items():
        for spelling in _spellings(grapheme):
            yield spelling, said


def _shorter_last(entry: Entry) -> int:
    return -len(entry[0])


def _spellings(grapheme: str) -> set[str]:
    """As written, with a capital where it begins small, and in capitals where it is long enough."""
    written = {grapheme}
    if grapheme[0].islower():
        written.add(grapheme[0].upper() + grapheme[1:])
    if sum(map(str.isalpha, grapheme)) >= SHORTEST_CAPITALS:
        written.add(grapheme.upper())
    return {unicodedata.normalize(form, spelling) for spelling in written for form in ("NFC", "NFD")}


def _possessive(said: Pronunciation) -> str:
    """With the "'s" that an English plural has, too: "sɪz" after a hiss, "s" after a breath, else "z"."""
    if said.kind == "sub":
        return said.value + ("'" if said.value.endswith("s") else "'s")
    sounds = said.value.rstrip("ː ˈˌ.")
    if sounds.endswith(_HISSING):
        return said.value + "ɪz"
    return said.value + ("s" if sounds.endswith(_VOICELESS) else "z")


def _folded(grapheme: str) -> str:
    plain = unicodedata.normalize("NFC", " ".join(grapheme.split()))
    return re.sub(_APOSTROPHE, "'", plain)
