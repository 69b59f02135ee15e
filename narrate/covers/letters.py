"""What of a text a typeface can draw: its words stay where it lacks emoji and other signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

MOST_OF_IT = 2 / 3
"""Share of a text's letters that must be there for words with others to be left out: "Rome (羅馬) again"."""
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]|“\s*”|\"\s*\"|‘\s*’|«\s*»")
_LONELY = re.compile(r"(?:^|(?<=\s))[^\w\s$€£¥%&+\-–—/|·:…]+(?=\s|$)")
"""Punctuation that stood beside what was left out."""
_AT_AN_END = re.compile(r"^[\s,;:|·–—-]+|[\s,;|·–—-]+$")


def drawable(text: str, has: Callable[[str], bool]) -> str:
    """`text` as far as `has` knows its characters; "" if too many of its letters are unknown.

    Letters in odd forms become plain ones, and emoji and other signs are left out. Words with letters that
    are unknown are left out only where most of the text is known.
    """
    if has(text):
        return text
    lines = [_tidy(_known(line, has)) for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


def _known(line: str, has: Callable[[str], bool]) -> str:
    """The words of a line that can be drawn."""
    plain = "".join(_plain(character, has) for character in unicodedata.normalize("NFC", line))
    letters = [character for character in plain if character.isalnum()]
    known = [character for character in letters if has(character)]
    if len(known) < MOST_OF_IT * len(letters):
        return ""
    return " ".join(word for word in plain.split() if has(word))


def _plain(character: str, has: Callable[[str], bool]) -> str:
    """A character, its plain form, or nothing for a sign; an unknown letter stays, for its word."""
    if character.isspace() or has(character):
        return character
    simple = unicodedata.normalize("NFKC", character)
    if simple != character and has(simple):
        return simple
    return _without_glyph(character)


def _without_glyph(character: str) -> str:
    """What stands for a character that has no simpler form."""
    category = unicodedata.category(character)
    if category == "Pd":
        return "-"
    if category == "Zs":
        return " "
    return character if category[0] in "LN" else ""


def _tidy(text: str) -> str:
    """Without what is left of brackets and lists whose words are gone."""
    without_brackets = _EMPTY_BRACKETS.sub(" ", text)
    words = " ".join(_LONELY.sub(" ", without_brackets).split())
    return _AT_AN_END.sub("", words)
