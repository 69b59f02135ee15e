"""Postal addresses that SSML says to be such, in words: "Main St" is a street, and "St Paul" a saint."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    for index, word in enumerate(words):
        key = word.rstrip(".").lower()
        is_behind_unit = index > 0 and _key(words[index - 1]) in _UNITS
        if index == street:
            said.append(_STREETS[key])
        elif is_behind_unit:
            said.append(word)
        else:
            said.append(_word(word, is_last=index + 1 == len(words)))
    return " ".join(said)


def _word(word: str, *, is_last: bool) -> str:
    """A word that is no kind of street."""
    direction = _DIRECTIONS.get(word.replace(".", ""))
    if direction:
        return direction
    key = _key(word)
    if key in _BEFORE_NAMES and not is_last:
        return _BEFORE_NAMES[key]
    return _UNITS.get(key, word) if not is_last or key != "no" else word


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
