"""What SSML's <say-as> asks for, in words.

SSML 1.1 (section 3.1.9) leaves the values of `interpret-as` open. These are the ones of the W3C's Note "SSML
1.0 say-as attribute values" (26 May 2005) and those that Amazon, Google and Microsoft agree on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from narrate.speaking import numbers
from narrate.speaking.roman import value as roman_value

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_ROMAN = re.compile("[IVXLCDM]+")
_SIGNS = {
    "-": "dash", ".": "dot", "@": "at", "_": "underscore", "/": "slash", "#": "hash", "*": "star",
    "+": "plus", "&": "and", "%": "percent", ":": "colon", ",": "comma", "'": "apostrophe",
}  # fmt: skip


def said_as(text: str, interpret_as: str, form: str = "") -> str | None:
    """The words for a text that is a kind of thing, `form` being SSML's `format` ("mdy" for a date).

    None where nothing better is known than to read the text as any other.
    """
    reader = _READERS.get(interpret_as)
    return reader(text.strip(), form) if reader else None


def _spoken(text: str) -> str:
    from narrate.speaking.spoken import spoken

    return spoken(text)


def _cardinal(text: str, _: str) -> str | None:
    if _ROMAN.fullmatch(text):
        return numbers.cardinal(roman_value(text))
    minus, written = ("minus ", text[1:]) if text[:1] in ("-", "−") else ("", text)
    return minus + numbers.number(written) if re.fullmatch(numbers.NUMBER, written) else _spoken(text)


def _ordinal(text: str, _: str) -> str | None:
    plain = text.replace(",", "")
    number = int(plain) if plain.isdecimal() else roman_value(text) if _ROMAN.fullmatch(text) else None
    return _spoken(text) if number is None or number > numbers.LARGEST else numbers.ordinal(number)


def _characters(text: str, _: str) -> str:
    """One by one. Letters are joined by points: the voices read a letter that stands alone as a word."""
    parts = re.findall(r"[^\W\d_]+|\d|[^\w\s]|_", text)
    return ", ".join(
        ".".join(part.upper())
        if part.isalpha()
        else _digits(part, "")
        if part.isdecimal()
        else _SIGNS.get(part, part)
        for part in parts
    )


def _digits(text: str, _: str) -> str:
    return numbers.digits("".join(filter(str.isdecimal, text)))


def _telephone(text: str, _: str) -> str | None:
    groups = re.findall(r"\+?\d+", text)
    said = (("plus " if group[0] == "+" else "") + _digits(group, "") for group in groups)
    return ", ".join(said) or None


def _date(text: str, form: str) -> str:
    fields = _fields(text, form)
    if fields is None:
        return _spoken(text)
    month, day, year = fields.get("m"), fields.get("d"), fields.get("y")
    said = MONTHS[month - 1] if month else ""
    if day:
        said = f"{said} {numbers.ordinal(day)}" if form.find("m") < form.find("d") else _day_first(day, said)
    if year is not None:
        said += (", " if day else " " if said else "") + numbers.year(year)
    return said


def _day_first(day: int, month: str) -> str:
    return f"the {numbers.ordinal(day)}" + (f" of {month}" if month else "")


def _fields(text: str, form: str) -> dict[str, int] | None:
    """The numbers of a date by "d", "m" and "y"; None where they do not fit the format."""
    order = re.sub(r"(.)\1+", r"\1", form.lower())
    found = re.findall(r"\d+|[^\W\d_]{3,}", text)
    if len(found) == 1 and len(order) > 1 and len(found[0]) == len(form):
        found = [found[0][form.lower().index(key) : form.lower().rindex(key) + 1] for key in order]
    if not order or set(order) - set("dmy") or len(found) != len(order):
        return None
    values = {key: _field(part) for key, part in zip(order, found, strict=True)}
    known = {key: value for key, value in values.items() if value is not None}
    fits = 1 <= known.get("m", 1) <= 12 and 1 <= known.get("d", 1) <= 31 and known.get("y", 1) <= 9999
    return known if fits and len(known) == len(order) else None


def _field(part: str) -> int | None:
    if part.isdecimal():
        return int(part)
    return next((n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(part[:3].lower())), None)


def _time(text: str, _: str) -> str:
    """A time of the day, or with the signs of minutes and seconds a length, 1'21"."""
    if match := re.fullmatch(r"(?:(\d+)['’′])?\s*(?:(\d+)[\"”″])?", text):
        units = zip(match.groups(), ("minute", "second"), strict=True)
        counts = [(int(count), unit) for count, unit in units if count]
        if counts:
            return " and ".join(f"{numbers.cardinal(n)} {unit}{'s' * (n != 1)}" for n, unit in counts)
    return _spoken(text)


def _currency(text: str, form: str) -> str:
    return _spoken(f"{form} {text}" if re.fullmatch(numbers.NUMBER, text) and form else text)


def _fraction(text: str, _: str) -> str:
    match = re.fullmatch(r"(?:(\d+)\s*[+ ]\s*)?(\d+)\s*[/⁄]\s*(\d+)", text)
    if match is None or int(match[3]) == 0:
        return _spoken(text)
    part = numbers.fraction(int(match[2]), int(match[3]))
    return f"{numbers.integer(match[1])} and {part}" if match[1] else part


def _as_usual(text: str, _: str) -> str:
    return _spoken(text)


_READERS: Mapping[str, Callable[[str, str], str | None]] = {
    "cardinal": _cardinal, "number": _cardinal, "ordinal": _ordinal,
    "characters": _characters, "spell-out": _characters, "verbatim": _characters, "letters": _characters,
    "digits": _digits, "number_digit": _digits, "telephone": _telephone,
    "date": _date, "time": _time, "duration": _time,
    "currency": _currency, "fraction": _fraction, "unit": _as_usual, "address": _as_usual,
}  # fmt: skip
