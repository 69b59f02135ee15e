"""Roman numerals: after names "the Second", after "Chapter", "World War" and their like "Two"."""

from __future__ import annotations

import re
from itertools import pairwise

from narrate.speaking.numbers import cardinal, ordinal
from narrate.speaking.rules import after, before, rule

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CANONICAL = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
# What rulers and rockets have; "XL" and "MC" behind a name are letters.
_SMALL = re.compile("[IVX]+")
_PARTS = "Chapter|Part|Volume|Act|Scene|Section|Book|Appendix|Canto|Title|Article"
"""Of a work: what counts them may stand in lower case."""
SMALL = rf"(?:{_PARTS})\s[ivxl]{{1,6}}\b(?!['’-])"
"""Regular expression of these with a numeral: "Scene iv"."""
_COUNTED = re.compile(
    rf"\b(?:{_PARTS.upper()}|War|WAR|Chapter|Part|Volume|Vol\.|Act|Scene|Section|Title|Article|Type|Phase|Stage|Class|Level|Category|"
    r"Bowl|Book|Appendix|Schedule|Mark|Grade|Tier|Round|Division|Group|Episode|Apollo|Table|Figure|Annex|Region|"
    r"Vatican|Windows|Schedule|Mach|Season|Generation|Camp)\s\Z"
)
_RULER = re.compile(
    r"\b(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Shah|Prince|Saint)\s[A-Z]\w+\s\Z"
)
_NAME = re.compile(r"\b[A-Z][\w’']*[a-zà-ÿ][\w’'-]*\s\Z")
_FULL_NAME = re.compile(
    r"\b(?!(?:The|From|In|At|On|And|But|For|By|With|New)\b)[A-Z]\w+(?<!an|sh|se)\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+\s\Z"
)
_REGNAL = re.compile(
    r"\b(?:Abdullah|Albert|Alexander|Benedict|Carl|Catherine|Charles|Christian|Edward|Elizabeth|Felipe|Francis|"
    r"Frederick|George|Gregory|Gustaf|Harald|Henry|Hussein|Innocent|Ivan|James|John|Leo|Leopold|Louis|Margrethe|"
    r"Mohammed|Napoleon|Nicholas|Olav|Otto|Paul|Peter|Philip|Pius|Rama|Ramses|Richard|Urban|Victor|Wilhelm|"
    r"William|Xerxes|Darius|Carlos)\s\Z"
)


def value(numeral: str) -> int:
    """The number that a Roman numeral stands for."""
    numbers = [_VALUES[char] for char in numeral]
    total = numbers[-1]
    for one, following in pairwise(numbers):
        total += -one if one < following else one
    return total


def _read(match: re.Match[str]) -> str | None:
    numeral = match["numeral"]
    said = _in_context(match) if numeral else None
    if said is not None:
        return said + match["rest"]
    return cardinal(value(numeral)) if numeral and _is_heading(match) else None


def _in_context(match: re.Match[str]) -> str | None:
    """The numeral by what stands before it; None if it is a letter there, or a heading."""
    numeral, left = match["numeral"], before(match)
    if _COUNTED.search(left):
        return _counted(numeral)
    if _SMALL.fullmatch(numeral) and _NAME.search(left):
        return _behind_name(numeral, left, match["rest"] + after(match))
    return None


def _is_heading(match: re.Match[str]) -> bool:
    """Whether it is a heading of its own, or a number before one; "CD" and "MD" are neither."""
    numeral = match["numeral"]
    if len(numeral) == 1 or numeral[-1] not in "IVXL" or before(match).strip():
        return False
    return re.match(r"\.?\s*\Z|\.\s", after(match)) is not None


def _counted(numeral: str) -> str:
    return cardinal(value(numeral)).title()


def _in_order(numeral: str) -> str:
    return f"the {ordinal(value(numeral)).title()}"


def _is_regnal_letter(numeral: str, right: str) -> bool:
    """Henry V, but not "Henry I know" or "John X. Quill"."""
    if numeral == "V" and re.match(r"\s[a-z]", right):
        return True
    return re.match(r"['’]s\b|[,;)]|\.?\s*\Z|\s(?:of|was|who|had|and his|and her)\b", right) is not None


def _behind_name(numeral: str, left: str, right: str) -> str | None:
    """A ruler, or a person of two names, is "the Second"; anything else is "Two"; one letter is a letter."""
    if _RULER.search(left) or _is_regnal(numeral, left, right):
        return _in_order(numeral)
    if len(numeral) == 1:
        return None
    return _in_order(numeral) if _FULL_NAME.search(left) else _counted(numeral)


def _is_regnal(numeral: str, left: str, right: str) -> bool:
    """Whether it counts rulers: behind a name that these have."""
    if _REGNAL.search(left) is None:
        return False
    return len(numeral) > 1 or _is_regnal_letter(numeral, right)


def _read_small(match: re.Match[str]) -> str | None:
    word, numeral = match[0].upper().split()
    if re.fullmatch(_CANONICAL, numeral) is None:
        return None
    word = match[0].split()[0]
    return f"{word} {_counted(numeral)}"


CAPITAL_RULES = (
    rule(SMALL, _read_small),
    rule(rf"(?P<numeral>{_CANONICAL})\b(?P<rest>(?:['’]s\b)?)(?![.]\w|-\w)", _read),
)
