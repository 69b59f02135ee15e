"""Postal addresses that SSML says to be such, in words: "Main St" is a street, and "St Paul" a saint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.speaking.spoken import spoken

_STREETS = {
    "aly": "Alley", "ave": "Avenue", "av": "Avenue", "blvd": "Boulevard", "cir": "Circle", "ct": "Court",
    "cres": "Crescent", "dr": "Drive", "expy": "Expressway", "gdns": "Gardens", "hwy": "Highway",
    "ln": "Lane",
    "pkwy": "Parkway", "pl": "Place", "plz": "Plaza", "rd": "Road", "sq": "Square", "st": "Street",
    "ter": "Terrace", "tpke": "Turnpike",
}  # fmt: skip
"""Kinds of streets as mail has them (United States Postal Service, Publication 28, appendix C1)."""
_BEFORE_NAMES = {"st": "Saint", "dr": "Doctor", "mt": "Mount", "ft": "Fort"}
_UNITS = {
    "apt": "apartment", "ste": "suite", "fl": "floor", "rm": "room", "bldg": "building", "unit": "unit",
    "flat": "flat", "no": "number", "#": "number",
}  # fmt: skip
_BEFORE_OTHERS = {**_UNITS, **_BEFORE_NAMES}
_DIRECTIONS = {
    "N": "North", "S": "South", "E": "East", "W": "West",
    "NE": "Northeast", "NW": "Northwest", "SE": "Southeast", "SW": "Southwest",
}  # fmt: skip
_HOUSE_NUMBER = re.compile(r"\d+[A-Za-z]?")


def address(text: str, _: str) -> str:
    """The address in words; what is not shortened is read as in any text."""
    text = re.sub(r"#\s*(?=\w)", "# ", text)
    lines = [_line(line.split()) for line in text.split(",")]
    return spoken(", ".join(lines))


def _line(words: Sequence[str]) -> str:
    """One line of an address, which holds one street at most."""
    street = _street_index(words)
    said: list[str] = []
    for index, (before, word) in enumerate(pairwise(["", *words])):
        if index == street:
            said.append(_STREETS[_key(word)])
        elif _key(before) in _UNITS:
            said.append(word)  # "Apt E" is not in the east
        else:
            is_last = index + 1 == len(words)
            said.append(_word(word, is_last=is_last))
    return " ".join(said)


def _word(word: str, *, is_last: bool) -> str:
    """A word that is no kind of street."""
    direction = _DIRECTIONS.get(word.replace(".", ""))
    if direction:
        return direction
    # What has a name or a number behind it.
    return word if is_last else _BEFORE_OTHERS.get(_key(word), word)


def _street_index(words: Sequence[str]) -> int | None:
    """Where the kind of the street stands: the last of its words, behind a name ("Main", "150th")."""
    found = None
    for index, word in enumerate(words[1:], 1):
        is_behind_name = not _HOUSE_NUMBER.fullmatch(words[index - 1])
        if is_behind_name and _key(word) in _STREETS:
            found = index
    return found


def _key(word: str) -> str:
    return word.rstrip(".").lower()
