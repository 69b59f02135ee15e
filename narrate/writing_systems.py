"""Writing systems: which letters a text is written in, and the same text in Latin letters.

A letter's system is the first word of its name in Unicode: "CYRILLIC SMALL LETTER A". That agrees with the
property Script (UAX 24) for all letters in modern use, with CJK for Han, and needs no table of our own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

LATIN = "LATIN"
_SHAPES = re.compile(
    r"(?:FULLWIDTH|MATHEMATICAL|DOUBLE|SCRIPT|FRAKTUR|BLACK|ROMAN|FEMININE|MASCULINE|MODIFIER)\b"
)
"""How the names of other shapes of Latin letters begin: "FULLWIDTH LATIN SMALL LETTER A"."""


@lru_cache(maxsize=4096)
def system_of(char: str) -> str | None:
    """The writing system of a letter: "LATIN", "ARABIC", "CJK"; None for what is not a letter.

    Letters in other shapes, as mathematics and headlines on the web use them, belong to the letters that they
    are compatible with (UAX 15).
    """
    if not char.isalpha():
        return None
    plain = unicodedata.normalize("NFKC", char)[:1]
    name = unicodedata.name(plain, "")
    if not name or _SHAPES.match(name):
        return LATIN
    return name.split()[0]


def letters_by_system(text: str) -> Counter[str]:
    """How many letters of each writing system there are in a text."""
    if text.isascii():
        return Counter({LATIN: sum(map(str.isalpha, text))})
    systems = map(system_of, text)
    return Counter(system for system in systems if system)


def foreign_words(text: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """Start and end of each word with letters of other systems than the `known` ones, in order.

    One Greek letter is a sign, as in 10 µm, and has a name in every language.
    """
    if text.isascii():
        return []
    spans = []
    for match in re.finditer(r"\S+", text):
        if not _is_foreign(match[0], known):
            continue
        start, end = match.span()
        span = _without_punctuation(text, start, end)
        spans.append(span)
    return spans


def _is_foreign(word: str, known: frozenset[str]) -> bool:
    systems = filter(None, map(system_of, word))
    foreign = [system for system in systems if system not in known]
    return bool(foreign) and foreign != ["GREEK"]


def _without_punctuation(text: str, start: int, end: int) -> tuple[int, int]:
    """From the first letter or figure to the last, with the vowel signs and accents behind it."""
    while not text[start].isalnum():
        start += 1
    while not (text[end - 1].isalnum() or unicodedata.category(text[end - 1]).startswith("M")):
        end -= 1
    return start, end


def in_latin(text: str) -> str:
    """A text in Latin letters, each letter by itself (anyascii): "Москва" as "Moskva"."""
    from anyascii import anyascii

    return " ".join(anyascii(text).split())
