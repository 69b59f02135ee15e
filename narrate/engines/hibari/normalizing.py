"""hibari's normalised form of a text, without its traps, and the way back to the text."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache

from narrate.engines.hibari import adapter

Range = tuple[int, int]

# The reader takes "[word](/phonemes/)" as a command; text that happens to look so must be read as text.
# A quotation mark changes how it says the word behind it (with one, "The" loses its vowel and "Now"
# becomes "no"), and is not heard itself.
_SAFE = str.maketrans({"[": "(", "]": ")", "’": "'"} | dict.fromkeys('"“”„‟«»', " "))
_DOTTED_I = "İ"
"""The one letter that is two characters in lower case, which the reader does not expect."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def safe(text: str) -> str:
    """The same text, as long, with nothing in it that the reader takes for something else."""
    readable = text.translate(_SAFE)
    return _NOT_ASCII.sub(_plain, readable)


def _plain(match: re.Match[str]) -> str:
    """A digit of any kind ("٣", "⁴", "⑴") as the plain one: the reader counts with some of them alone."""
    character = match[0]
    if character == _DOTTED_I:
        return "I"
    value = unicodedata.digit(character, None)
    return character if value is None else str(value)


def normalized(text: str) -> str:
    """hibari's normalised form, without the numerals that it sees in names.

    Its patterns for "Henry VIII" and "Part IV" match no letters at all, too, where a word begins like a
    numeral: "Peter Carter" becomes "Peter the zeroth Carter". There the text is given to it in parts.
    """
    return " ".join(adapter.normalized(part) for part in _false_numeral().sub(r"\1\0", text).split("\0"))


@cache
def _false_numeral() -> re.Pattern[str]:
    words = "|".join(map(re.escape, adapter.words_before_numerals()))
    return re.compile(rf"\b({words})\s+(?=[IVXLC]\w)(?![IVXLCDM]+\b)")


def align(source: str, normal: str) -> list[Range]:
    """For each word of `normal`, the range of characters of `source` that it came from.

    Words are what stands between white space. Words that are in both go together; a stretch that was
    rewritten ("7:30 pm", "seven thirty P.M.") is shared out by the number of words.
    """
    spans = [match.span() for match in re.finditer(r"\S+", source)]
    words = [source[slice(*span)] for span in spans]
    said = normal.split()
    ranges: list[Range] = []
    matcher = SequenceMatcher(None, words, said, autojunk=False)
    for _, begin, end, said_begin, said_end in matcher.get_opcodes():
        count = said_end - said_begin
        written = end - begin
        for index in range(count):
            first = begin + index * max(written, 1) // count
            first = min(first, len(spans) - 1)
            # Rounded up: a word that is shared by two belongs to both.
            behind = begin + -(-(index + 1) * written // count)
            last = max(first, behind - 1)
            ranges.append((spans[first][0], spans[last][1]))
    return ranges
