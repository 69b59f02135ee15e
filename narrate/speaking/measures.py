"""Quantities with a unit: "5 km", "30mph", "6ft 2in", "20C", "3.5 cm²", "10%-12%"."""

from __future__ import annotations

import re

from narrate.speaking.money import adjectival
from narrate.speaking.numbers import NUMBER, fraction, number
from narrate.speaking.rules import after, rule

# Written → one, many. Only what no article uses as a word or as a name behind a number.
_UNITS = {
    "km": ("kilometer", "kilometers"),
    "cm": ("centimeter", "centimeters"),
    "mm": ("millimeter", "millimeters"),
    "μm": ("micrometer", "micrometers"),
    "µm": ("micrometer", "micrometers"),
    "nm": ("nanometer", "nanometers"),
    "m": ("meter", "meters"),
    "ft": ("foot", "feet"),
    "yd": ("yard", "yards"),
    "yds": ("yard", "yards"),
    "mi": ("mile", "miles"),
    "kg": ("kilogram", "kilograms"),
    "kgs": ("kilogram", "kilograms"),
    "mg": ("milligram", "milligrams"),
    "μg": ("microgram", "micrograms"),
    "µg": ("microgram", "micrograms"),
    "g": ("gram", "grams"),
    "lb": ("pound", "pounds"),
    "lbs": ("pound", "pounds"),
    "oz": ("ounce", "ounces"),
    "ml": ("milliliter", "milliliters"),
    "mL": ("milliliter", "milliliters"),
    "cl": ("centiliter", "centiliters"),
    "ha": ("hectare", "hectares"),
    "mph": ("mile per hour", "miles per hour"),
    "kph": ("kilometer per hour", "kilometers per hour"),
    "km/h": ("kilometer per hour", "kilometers per hour"),
    "kmh": ("kilometer per hour", "kilometers per hour"),
    "m/s": ("meter per second", "meters per second"),
    "mpg": ("mile per gallon", "miles per gallon"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "hp": ("horsepower", "horsepower"),
    "bhp": ("brake horsepower", "brake horsepower"),
    "kb": ("kilobyte", "kilobytes"),
    "KB": ("kilobyte", "kilobytes"),
    "MB": ("megabyte", "megabytes"),
    "GB": ("gigabyte", "gigabytes"),
    "TB": ("terabyte", "terabytes"),
    "Mbps": ("megabit per second", "megabits per second"),
    "Gbps": ("gigabit per second", "gigabits per second"),
    "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"),
    "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"),
    "W": ("watt", "watts"),
    "kW": ("kilowatt", "kilowatts"),
    "MW": ("megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatts"),
    "kWh": ("kilowatt-hour", "kilowatt-hours"),
    "MWh": ("megawatt-hour", "megawatt-hours"),
    "V": ("volt", "volts"),
    "kV": ("kilovolt", "kilovolts"),
    "kcal": ("kilocalorie", "kilocalories"),
    "dB": ("decibel", "decibels"),
    "hr": ("hour", "hours"),
    "hrs": ("hour", "hours"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"),
    "sec": ("second", "seconds"),
    "secs": ("second", "seconds"),
    "ms": ("millisecond", "milliseconds"),
    "%": ("percent", "percent"),
    "pc": ("percent", "percent"),
    "‰": ("per mille", "per mille"),
    "°C": ("degree Celsius", "degrees Celsius"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
    "ºC": ("degree Celsius", "degrees Celsius"),
    "ºF": ("degree Fahrenheit", "degrees Fahrenheit"),
    "°": ("degree", "degrees"),
    "º": ("degree", "degrees"),
}
# Only without a space: "20 C" and "5 in" are something else more often.
_TIGHT_UNITS = {
    "C": ("degree Celsius", "degrees Celsius"),
    "F": ("degree Fahrenheit", "degrees Fahrenheit"),
    "in": ("inch", "inches"),
}
_ALL = {**_UNITS, **_TIGHT_UNITS}
_POWERS = {"²": "square ", "2": "square ", "³": "cubic ", "3": "cubic ", "": ""}
_METERS = re.compile(r"[²³]|[\s-](?:long|high|tall|wide|deep|below|above|away|from|off|race|hurdles|sprint|final|run|"
                     r"dash|relay|freestyle|butterfly|backstroke|breaststroke|medley|pool|world|title|record|up|"
                     r"down|in|and|x)\b|[.,;)]")  # fmt: skip


def _alternatives(units: dict[str, tuple[str, str]]) -> str:
    return "|".join(sorted(map(re.escape, units), key=len, reverse=True))


_LENGTHS = r"km|cm|mm|[μµ]m|m|ft|mi|in|yd"
_SQUARE = rf"(?:(?P<area>sq\.?|cu\.?)\s(?P<side>{_LENGTHS})\b|(?P<base>{_LENGTHS})(?P<power>[²³]|[23](?!\w))"
UNIT = rf"(?:\s?(?P<unit>{_alternatives(_UNITS)})|(?P<tight>{_alternatives(_TIGHT_UNITS)}))(?![\w²³])"
_SIGN = r"(?P<sign>[-−])?"
_FRACTIONS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8),
              "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip
VULGAR = "".join(_FRACTIONS)


def vulgar(symbol: str) -> str:
    """"½" is "one half"."""
    return fraction(*_FRACTIONS[symbol])


def _quantity(match: re.Match[str]) -> str | None:
    written = match["unit"] or match["tight"]
    if written == "m" and not _METERS.match(after(match) or "."):
        return None  # "5m people": millions
    names = _ALL[written]
    sign = "minus " if match["sign"] else ""
    spoken = sign + number(match["number"])
    if match["to"]:
        return f"{spoken} to {number(match['to'])} {names[1]}"
    return f"{spoken} {names[0] if _one(match) else names[1]}"


def _one(match: re.Match[str]) -> bool:
    return match["number"] in ("1", "1.0") or adjectival(match)


def _area(match: re.Match[str]) -> str:
    base = match["side"] or match["base"]
    kind = match["area"] or ""
    power = {"s": "square ", "c": "cubic "}[kind[0]] if kind else _POWERS[match["power"]]
    names = _ALL[base]
    return f"{number(match['number'])} {power}{names[0] if _one(match) else names[1]}"


def _height(match: re.Match[str]) -> str:
    """"6ft 2in", "6'2\"", "11st 4lb"."""
    names = {"f": ("foot", "feet"), "'": ("foot", "feet"), "′": ("foot", "feet"), "s": ("stone", "stone")}
    first = names[match["big"][0]][0 if match["number"] == "1" else 1]
    small = {"i": ("inch", "inches"), "l": ("pound", "pounds")}[(match["small"] or "i")[0].replace('"', "i")]
    return (
        f"{number(match['number'])} {first} {number(match['rest'])} {small[0 if match['rest'] == '1' else 1]}"
    )


def _product(match: re.Match[str]) -> str:
    """"2 * 10", "4x4", "5 x 10 cm"; the last number is left to the pass."""
    word = "times" if match["sign"] in "*×" else "by"
    return f"{number(match['number'])} {word} "


NUMBER_RULES = (
    rule(
        r"(?P<number>\d{1,2})(?:\s?(?P<big>ft|st)\.?\s?(?P<rest>\d{1,2})\s?(?P<small>ins?|lbs?)\b\.?"
        r"|(?P<quote>['′])(?P<inch>\d{1,2})[\"″])",
        lambda m: _height(m) if m["big"] else None,
    ),
    rule(rf"(?P<number>{NUMBER})\s?{_SQUARE})", _area),
    rule(
        rf"{_SIGN}(?P<number>{NUMBER})(?:\s?%|\s?°C?F?)?(?:\s?[-–]\s?|\sto\s)(?P<to>{NUMBER}){UNIT}",
        _quantity,
    ),
    rule(rf"{_SIGN}(?P<number>{NUMBER})(?P<to>)-?{UNIT}", _quantity),
    rule(rf"(?P<number>{NUMBER})(?:\s(?P<sign>[*×x])\s|(?P<tight>[x×]))(?=\d)", _product),
)
