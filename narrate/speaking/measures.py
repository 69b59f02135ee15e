"""Quantities with a unit: "5 km", "30mph", "6ft 2in", "20C", "3.5 cm²", "10%-12%"."""

from __future__ import annotations

import re

from narrate.speaking.money import adjectival
from narrate.speaking.numbers import NUMBER, fraction, number
from narrate.speaking.rules import after, rule
from narrate.speaking.units import PER_UNITS, TIGHT_UNITS, UNITS

_ALL = {**UNITS, **TIGHT_UNITS}
_EVENT = re.compile(
    r"[\s-](?:race|hurdles|sprint|final|run|dash|relay|freestyle|butterfly|backstroke|breaststroke|medley|pool)\b"
)
# Before these the unit is singular: "a 100-metre race", "a 100ft-long tram".
_QUALIFIES = re.compile(rf"{_EVENT.pattern}|-[a-z]")
# So is a unit without a space before it, in front of what it measures: "35mm film", "a 40in TV".
_TIGHT_QUALIFIES = re.compile(
    r"\s(?!(?:of|long|wide|high|tall|deep|thick|across|apart|away|from|to|and|or|in|at|on|by|more|less|below|above|per|"
    r"a|the|is|was|are|were|for|with|than|as|but|so|north|south|east|west|up|down|off|into|out|between|last|this)\b)"
    r"[A-Za-z]{2}"
)
_TIGHT = frozenset(("mm", "in", "cc", "V", "ft"))
# "m" is metres before these, and before an event; else "5m" is millions.
_METERS = re.compile(
    rf"[\s-](?:long|high|tall|wide|deep|below|above|away|from|off|up|down|in|and|x)\b|[.,;)]|{_EVENT.pattern}"
)
_LENGTHS = frozenset(("km", "cm", "mm", "μm", "µm", "m", "ft", "mi", "in", "yd"))
_POWERS = {"²": "square ", "2": "square ", "³": "cubic ", "3": "cubic ", "s": "square ", "c": "cubic "}
_UNIT = (
    r"(?P<gap>[\s-]?)(?P<unit>[A-Za-zμµΩ°º%‰][A-Za-z°]{0,4})(?P<power>[²³]|[23](?!\w))?"
    r"(?:/(?P<per>[A-Za-zμµ]{1,3})(?P<per_power>[²³]|[23](?!\w))?)?(?![\w²³]|/\w)"
)
_SIGN = r"(?P<sign>[-−])?"
_BIG = {"ft": ("foot", "feet"), "st": ("stone", "stone"), "lb": ("pound", "pounds")}
_SMALL = {"i": ("inch", "inches"), "l": ("pound", "pounds"), "o": ("ounce", "ounces")}


def _quantity(match: re.Match[str]) -> str | None:
    names = _names(match)
    if names is None:
        return None
    sign = "minus " if match["sign"] else ""
    if match["to"]:
        return f"{sign}{number(match['number'])} to {number(match['to'])} {names[1]}"
    return f"{sign}{number(match['number'])} {names[0] if _one(match) else names[1]}"


def _names(match: re.Match[str]) -> tuple[str, str] | None:
    """One and many of the unit, or None where it is no unit."""
    written, power = match["unit"], match["power"]
    names = (UNITS if match["gap"] else _ALL).get(written)
    per = _per(match)
    if names is None or per is None or (power and written not in _LENGTHS):
        return None
    is_length = power or per or "first" in match.re.groupindex
    if written == "m" and not is_length and not _METERS.match(after(match) or "."):
        return None  # "5m people": millions
    prefix = _POWERS[power] if power else ""
    return prefix + names[0] + per, prefix + names[1] + per


def _per(match: re.Match[str]) -> str | None:
    """What the unit is divided by: " per cubic meter" of "μg/m3"; "" where it is not, None for no unit."""
    unit, power = match["per"], match["per_power"]
    if not unit:
        return ""
    names = PER_UNITS.get(unit) or UNITS.get(unit)
    if names is None or (power and unit not in _LENGTHS):
        return None
    return f" per {_POWERS[power] if power else ''}{names[0]}"


def _one(match: re.Match[str]) -> bool:
    right = after(match)
    tight = match["unit"] in _TIGHT and match.start("unit") == match.end("number")
    return (
        match["number"] in ("1", "1.0")
        or adjectival(match)
        or _QUALIFIES.match(right) is not None
        or (tight and _TIGHT_QUALIFIES.match(right) is not None)
    )


def _area(match: re.Match[str]) -> str | None:
    """Such as "300 sq ft", "2 cu. yd"."""
    written = match["unit"]
    names = _ALL[written] if written in _LENGTHS else (written, written)
    return f"{number(match['number'])} {_POWERS[match['kind']]}{names[0] if _one(match) else names[1]}"


def _compound(match: re.Match[str]) -> str:
    """Such as "6ft 2in", "11st 4lb"."""
    big = _BIG[match["big"]][match["number"] != "1"]
    small = _SMALL[match["small"][0]][match["rest"] != "1"]
    return f"{number(match['number'])} {big} {number(match['rest'])} {small}"


def _height(match: re.Match[str]) -> str:
    """Feet and inches by their marks."""
    return f"{number(match['number'])} {_BIG['ft'][match['number'] != '1']} {number(match['rest'])}"


def _product(match: re.Match[str]) -> str:
    """Such as "4x4" or "2 * 10"; in "5 x 10 cm" the last number is left to its unit."""
    spoken = f"{number(match['number'])} {'times' if match['by'] in '*×' else 'by'} "
    return spoken + number(match["to"]) if match["to"] else spoken


def _sides(match: re.Match[str]) -> str | None:
    """Such as "2x8 m" and "5x10cm": the unit belongs to both."""
    quantity = _quantity(match)
    return quantity and f"{number(match['first'])} by {quantity}"


def _scaled(match: re.Match[str]) -> str | None:
    """Such as "100 million kg"; "3 million m" is read by nobody."""
    names = _names(match)
    return (
        names and f"{number(match['number'])} {match['scale']} {names[0] if adjectival(match) else names[1]}"
    )


def _part(match: re.Match[str]) -> str | None:
    """Such as "4 1/2 lbs"."""
    names, whole, bottom = _names(match), match["whole"], int(match["bottom"])
    if names is None or bottom < 2:
        return None
    part = fraction(int(match["top"]), bottom)
    return (
        f"{number(whole)} and {part.replace('one ', 'a ', 1)} {names[1]}" if whole else f"{part} {names[0]}"
    )


def _relay(match: re.Match[str]) -> str:
    """Such as the "4x100m" of athletes."""
    return (
        f"{number(match['number'])} by {number(match['to'])} meter{'' if _EVENT.match(after(match)) else 's'}"
    )


def _degrees(match: re.Match[str]) -> str:
    """Such as "20 degrees C"."""
    return f"{number(match['number'])} degrees {'Celsius' if match['scale'] == 'C' else 'Fahrenheit'}"


NUMBER_RULES = (
    rule(
        r"(?P<number>\d{1,2})\s?(?P<big>ft|st|lb)\.?\s?(?P<rest>\d{1,2})\s?(?P<small>ins?|lbs?|oz)\b\.?",
        _compound,
    ),
    rule(r"(?P<number>[3-8])['′](?P<rest>\d{1,2})[\"″]", _height),
    rule(rf"(?P<number>{NUMBER})\s?(?P<kind>[sc])[qu]\.?\s(?P<unit>[a-z]+)\b", _area),
    rule(
        rf"{_SIGN}(?P<number>{NUMBER})(?:\s?[%°]?[CF]?)(?:\s?[-–]\s?|\sto\s)(?P<to>{NUMBER}){_UNIT}",
        _quantity,
    ),
    rule(rf"(?:(?P<whole>\d{{1,3}})[\s-])?(?P<number>(?P<top>\d)/(?P<bottom>\d{{1,2}})){_UNIT}", _part),
    rule(rf"{_SIGN}(?P<number>{NUMBER})(?P<to>){_UNIT}", _quantity),
    rule(rf"(?P<number>{NUMBER})\s(?P<scale>(?:thous|mill|bill|trill)(?:and|ion)){_UNIT}", _scaled),
    rule(r"(?P<number>[2-9])x(?P<to>\d{2,4})m(?!\w)", _relay),
    rule(rf"(?P<number>{NUMBER})\sdegrees\s(?P<scale>[CF])(?!\w)", _degrees),
    rule(rf"(?P<first>{NUMBER})(?P<sign>)\s?[x×]\s?(?P<number>{NUMBER})(?P<to>){_UNIT}", _sides),
    rule(rf"(?!0x)(?P<number>{NUMBER})(?P<by>[*×x])(?P<to>{NUMBER})", _product),
    rule(rf"(?P<number>{NUMBER})\s(?P<by>[*×x])(?P<to>)\s(?=\d)", _product),
)
