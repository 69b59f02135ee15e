"""Quantities with a unit: "5 km", "30mph", "6ft 2in", "20C", "3.5 cm²", "10%-12%"."""

from __future__ import annotations

import re

from narrate.speaking.money import adjectival
from narrate.speaking.numbers import NUMBER, fraction, mixed, number
from narrate.speaking.rules import after, rule
from narrate.speaking.units import PER_UNITS, TIGHT_UNITS, UNITS

_ALL = {**UNITS, **TIGHT_UNITS}
_ALL_PER = {**UNITS, **PER_UNITS}
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
    return f"{sign}{number(match['number'])} {_rest_of_quantity(match, names)}"


def _rest_of_quantity(match: re.Match[str], names: tuple[str, str]) -> str:
    """The end of a range, if there is one, and the unit."""
    one, many = names
    if match["to"]:
        return f"to {number(match['to'])} {many}"
    return one if _is_singular(match) else many


def _names(match: re.Match[str]) -> tuple[str, str] | None:
    """One and many of the unit, or None if it is not a unit."""
    if not _is_unit(match):
        return None
    one, many = _ALL[match["unit"]]
    prefix, per = _prefix(match["power"]), _per(match)
    return None if per is None else (prefix + one + per, prefix + many + per)


def _is_unit(match: re.Match[str]) -> bool:
    """Whether a unit is written as it can be."""
    known = UNITS if match["gap"] else _ALL
    if match["unit"] not in known or _is_millions(match):
        return False
    return _can_have_power(match["unit"], match["power"])


def _can_have_power(unit: str, power: str | None) -> bool:
    """Whether a unit can be squared or cubed, if it is."""
    return not power or unit in _LENGTHS


def _is_millions(match: re.Match[str]) -> bool:
    """Whether "m" is that of "5m people"."""
    is_alone = not match["power"] and not match["per"]
    if match["unit"] != "m" or not is_alone:
        return False
    if "first" in match.re.groupindex:
        return False
    right = after(match) or "."
    return not _METERS.match(right)


def _prefix(power: str | None) -> str:
    """Square, cubic or nothing."""
    return _POWERS[power] if power else ""


def _per(match: re.Match[str]) -> str | None:
    """What the unit is divided by: " per cubic meter" of "μg/m3"; "" if it is not, None if by no unit."""
    unit, power = match["per"], match["per_power"]
    if not unit:
        return ""
    names = _ALL_PER.get(unit) if _can_have_power(unit, power) else None
    return f" per {_prefix(power)}{names[0]}" if names else None


def _is_singular(match: re.Match[str]) -> bool:
    """Whether the unit is said in the singular: "1 mile", "a 100-metre race", "35mm film"."""
    if match["number"] in ("1", "1.0") or adjectival(match):
        return True
    return _QUALIFIES.match(after(match)) is not None or _is_tight(match)


def _is_tight(match: re.Match[str]) -> bool:
    """Whether the unit stands without a space before it, in front of what it measures."""
    if match["unit"] not in _TIGHT or match.start("unit") > match.end("number"):
        return False
    return _TIGHT_QUALIFIES.match(after(match)) is not None


def _area(match: re.Match[str]) -> str | None:
    """Such as "300 sq ft", "2 cu. yd"."""
    written = match["unit"]
    one, many = _ALL[written] if written in _LENGTHS else (written, written)
    unit = one if _is_singular(match) else many
    return f"{number(match['number'])} {_POWERS[match['kind']]}{unit}"


def _compound(match: re.Match[str]) -> str:
    """Such as "6ft 2in", "11st 4lb"."""
    big = _BIG[match["big"]][match["number"] != "1"]
    small = _SMALL[match["small"][0]][match["rest"] != "1"]
    return f"{number(match['number'])} {big} {number(match['rest'])} {small}"


def _height(match: re.Match[str]) -> str:
    """Feet and inches by their marks."""
    feet = _BIG["ft"][match["number"] != "1"]
    return f"{number(match['number'])} {feet} {number(match['rest'])}"


def _product(match: re.Match[str]) -> str:
    """Such as "4x4" or "2 * 10"; in "5 x 10 cm" the last number is left to its unit."""
    by = "times" if match["by"] in "*×" else "by"
    spoken = f"{number(match['number'])} {by} "
    return spoken + number(match["to"]) if match["to"] else spoken


def _sides(match: re.Match[str]) -> str | None:
    """Such as "2x8 m" and "5x10cm": the unit belongs to both."""
    quantity = _quantity(match)
    return None if quantity is None else f"{number(match['first'])} by {quantity}"


def _scaled(match: re.Match[str]) -> str | None:
    """Such as "100 million kg"; "3 million m" is read by nobody."""
    names = _names(match)
    if names is None:
        return None
    one, many = names
    unit = one if adjectival(match) else many
    return f"{number(match['number'])} {match['scale']} {unit}"


def _part(match: re.Match[str]) -> str | None:
    """Such as "4 1/2 lbs"."""
    names, bottom = _names(match), int(match["bottom"])
    if names is None or bottom < 2:
        return None
    part = fraction(int(match["top"]), bottom)
    return f"{mixed(match['whole'], part)} {names[1]}" if match["whole"] else f"{part} {names[0]}"


def _relay(match: re.Match[str]) -> str:
    """Such as the "4x100m" of athletes."""
    meters = "meter" if _EVENT.match(after(match)) else "meters"
    return f"{number(match['number'])} by {number(match['to'])} {meters}"


def _degrees(match: re.Match[str]) -> str:
    """Such as "20 degrees C"."""
    scale = "Celsius" if match["scale"] == "C" else "Fahrenheit"
    return f"{number(match['number'])} degrees {scale}"


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
    rule(rf"(?!0x)(?P<number>{NUMBER})(?P<by>[*×x])(?P<to>{NUMBER})(?![\d⁻⁰¹²³⁴-⁹])", _product),
    rule(rf"(?P<number>{NUMBER})\s(?P<by>[*×x])(?P<to>)\s(?=\d)", _product),
)
