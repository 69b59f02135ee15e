"""Roman numerals: after names "the Second", after "Chapter", "World War" and their like "Two"."""

from __future__ import annotations

import re

from narrate.speaking.numbers import cardinal, ordinal
from narrate.speaking.rules import after, before, rule

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CANONICAL = r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_COUNTED = re.compile(
    r"\b(?:War|Chapter|Part|Volume|Vol\.|Act|Scene|Section|Title|Article|Type|Phase|Stage|Class|Level|Category|"
    r"Bowl|Book|Appendix|Schedule|Mark|Grade|Tier|Round|Division|Group|Episode|Apollo|Table|Figure|Annex|Region|"
    r"Vatican|Windows|Schedule|Mach|Season|Generation|Camp)\s\Z"
)
_RULER = re.compile(
    r"\b(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Shah|Prince|Saint)\s[A-Z]\w+\s\Z"
)
_NAME = re.compile(r"\b[A-Z][a-zé]+\s\Z")


def value(numeral: str) -> int:
    """The number that a Roman numeral stands for."""
    numbers = [_VALUES[char] for char in numeral]
    following = [*numbers[1:], 0]
    return sum(-one if one < then else one for one, then in zip(numbers, following, strict=True))


def _read(match: re.Match[str]) -> str | None:
    numeral, left = match["numeral"], before(match)
    if not numeral:
        return None
    if _COUNTED.search(left):
        return cardinal(value(numeral)).title() + match["rest"]
    if _RULER.search(left) or (len(numeral) > 1 and _NAME.search(left)):
        return "the " + ordinal(value(numeral)).title() + match["rest"]
    alone = len(numeral) > 1 and not left.strip() and re.match(r"\s*\Z|\.\s", after(match))
    return cardinal(value(numeral)) + match["rest"] if alone else None


CAPITAL_RULES = (rule(rf"(?P<numeral>{_CANONICAL})\b(?P<rest>(?:['’]s\b)?)(?![.]\w|-\w)", _read),)
