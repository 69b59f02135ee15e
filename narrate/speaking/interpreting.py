"""What SSML's <say-as> asks for, in words.

SSML 1.1 (section 3.1.9) leaves the values of `interpret-as` open. These are the ones of the W3C's Note "SSML
1.0 say-as attribute values" (26 May 2005) and those that Amazon, Google and Microsoft agree on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from narrate.speaking import numbers
from narrate.speaking.roman import value as roman_value
from narrate.speaking.spoken import spoken

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_ROMAN = re.compile("[IVXLCDM]+")
_LENGTH = re.compile(r"(?:(?P<minute>\d+)['’′])?\s*(?:(?P<second>\d+)[\"”″])?")
_RANGES = {"m": (1, 12), "d": (1, 31), "y": (0, 9999)}
"""The numbers that a date can have, by the letter of its format."""
_SIGNS = {
    "-": "dash", ".": "dot", "@": "at", "_": "underscore", "/": "slash", "#": "hash", "*": "star",
    "+": "plus", "&": "and", "%": "percent", ":": "colon", ",": "comma", "'": "apostrophe",
}  # fmt: skip


def said_as(text: str, interpret_as: str, form: str = "") -> str | None:
    """The words for a text that is a kind of thing, `form` being SSML's `format` ("mdy" for a date).

    None if nothing better is known than to read the text as any other.
    """
    interpret = _INTERPRETERS.get(interpret_as)
    return interpret(text.strip(), form) if interpret else None


def _cardinal(text: str, _: str) -> str | None:
    if _ROMAN.fullmatch(text):
        return numbers.cardinal(roman_value(text))
    minus, written = _split_sign(text)
    if re.fullmatch(numbers.NUMBER, written):
        return minus + numbers.number(written)
    return spoken(text)


def _split_sign(text: str) -> tuple[str, str]:
    """ "minus " or nothing, and a text without its sign."""
    return ("minus ", text[1:]) if text[:1] in ("-", "−") else ("", text)


def _ordinal(text: str, _: str) -> str | None:
    number = _whole_number(text)
    if number is None or number > numbers.LARGEST:
        return spoken(text)
    return numbers.ordinal(number)


def _whole_number(text: str) -> int | None:
    """The number that digits, with commas or without, or a Roman numeral stand for."""
    plain = text.replace(",", "")
    if plain.isdecimal():
        return int(plain)
    return roman_value(text) if _ROMAN.fullmatch(text) else None


def _characters(text: str, _: str) -> str:
    """One by one. Letters are joined by points: the voices read a letter that stands alone as a word."""
    parts = re.findall(r"[^\W\d_]+|\d|[^\w\s]|_", text)
    return ", ".join(map(_character, parts))


def _character(part: str) -> str:
    """The letters, the digit or the sign that one part of a text is."""
    if part.isalpha():
        return ".".join(part.upper())
    return _digits(part, "") if part.isdecimal() else _SIGNS.get(part, part)


def _digits(text: str, _: str) -> str:
    return numbers.digits("".join(filter(str.isdecimal, text)))


def _telephone(text: str, _: str) -> str | None:
    groups = re.findall(r"\+?\d+", text)
    return ", ".join(map(_telephone_group, groups)) or None


def _telephone_group(group: str) -> str:
    plus = "plus " if group[0] == "+" else ""
    return plus + _digits(group, "")


def _date(text: str, form: str) -> str:
    fields = _fields(text, form.lower())
    if fields is None:
        return spoken(text)
    said = _day_and_month(fields.get("d"), fields.get("m"), month_first=form.find("m") < form.find("d"))
    if "y" not in fields:
        return said
    year = numbers.year(fields["y"])
    if fields.get("d"):
        return f"{said}, {year}"
    return f"{said} {year}".lstrip()


def _day_and_month(day: int | None, month: int | None, *, month_first: bool) -> str:
    """A day, a month, or both; "" if there is neither."""
    name = MONTHS[month - 1] if month else ""
    if not day:
        return name
    if month_first:
        return f"{name} {numbers.ordinal(day)}"
    return f"the {numbers.ordinal(day)}" + (f" of {name}" if name else "")


def _fields(text: str, form: str) -> dict[str, int] | None:
    """The numbers of a date by "d", "m" and "y"; None if they do not fit the format."""
    order = re.sub(r"(.)\1+", r"\1", form)
    values = list(map(_field, _parts(text, form, order)))
    is_complete = order and not order.strip("dmy") and len(values) == len(order)
    return _checked(order, values) if is_complete else None


def _parts(text: str, form: str, order: str) -> list[str]:
    """What is written between the signs of a date, or in the columns of one without signs."""
    found = re.findall(r"\d+|[^\W\d_]{3,}", text)
    is_in_columns = len(order) > 1 and list(map(len, found)) == [len(form)]
    return [_in_columns(found[0], form, key) for key in order] if is_in_columns else found


def _in_columns(written: str, form: str, key: str) -> str:
    """The part of a date without signs between: of "20161214" in the format "yyyymmdd", "12" for "m"."""
    return written[form.index(key) : form.rindex(key) + 1]


def _checked(order: str, found: list[int | None]) -> dict[str, int] | None:
    """Numbers by their keys; None if one is missing, stands twice, or can be none of its kind."""
    known = {key: value for key, value in zip(order, found, strict=True) if value is not None}
    if len(known) < len(order):
        return None
    fits = all(low <= known.get(key, low) <= high for key, (low, high) in _RANGES.items())
    return known if fits else None


def _field(part: str) -> int | None:
    """A number as written, or that of a month by the first letters of its name."""
    if part.isdecimal():
        return int(part)
    start = part[:3].lower()
    return next((n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(start)), None)


def _time(text: str, _: str) -> str:
    """A time of the day, or with the signs of minutes and seconds a length, 1'21"."""
    match = _LENGTH.fullmatch(text)
    said = [_count(match[unit], unit) for unit in ("minute", "second") if match[unit]] if match else []
    return " and ".join(said) or spoken(text)


def _count(written: str, unit: str) -> str:
    number = int(written)
    return f"{numbers.cardinal(number)} {unit}" if number == 1 else f"{numbers.cardinal(number)} {unit}s"


def _currency(text: str, form: str) -> str:
    is_bare = form and re.fullmatch(numbers.NUMBER, text)
    return spoken(f"{form} {text}" if is_bare else text)


def _fraction(text: str, _: str) -> str:
    match = re.fullmatch(r"(?:(\d+)\s*[+ ]\s*)?(\d+)\s*[/⁄]\s*(\d+)", text)
    if match is None or int(match[3]) == 0:
        return spoken(text)
    part = numbers.fraction(int(match[2]), int(match[3]))
    return f"{numbers.integer(match[1])} and {part}" if match[1] else part


def _as_usual(text: str, _: str) -> str:
    return spoken(text)


_INTERPRETERS: Mapping[str, Callable[[str, str], str | None]] = {
    "cardinal": _cardinal, "number": _cardinal, "ordinal": _ordinal,
    "characters": _characters, "spell-out": _characters, "verbatim": _characters, "letters": _characters,
    "digits": _digits, "number_digit": _digits, "telephone": _telephone,
    "date": _date, "time": _time, "duration": _time,
    "currency": _currency, "fraction": _fraction, "unit": _as_usual, "address": _as_usual,
}  # fmt: skip
