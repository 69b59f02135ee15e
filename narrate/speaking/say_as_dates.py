"""Dates, times and durations that SSML says to be such, in words. None is what cannot be read so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import starmap
from operator import itemgetter

from narrate.english.dates import MONTHS, month_number
from narrate.speaking import numbers
from narrate.speaking.spoken import spoken

Fields = dict[str, int]
"""The numbers of a date by "d", "m" and "y"; what is left out is not in it."""

_BASIC = "yyyymmdd"
"""The platforms' basic form, which needs no format; ISO 8601 has it, too. "?" stands for what is left out."""
_WIDTHS = {"y": 4, "m": 2, "d": 2}
_RANGES = {"y": range(1, 10_000), "m": range(1, 13), "d": range(1, 32)}
_PART = re.compile(r"[\d?]+|[^\W\d_]{3,}")
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?|(?P<h>\d{2})(?P<m>\d{2})(?P<s>\d{2})?"
)
_LENGTH = re.compile(r"(?:(\d+)\s*(?:h|hrs?|hours?)\s*)?(?:(\d+)\s*(?:['’′]|m|min|minutes?)\s*)?"
                     r"(?:(\d+)\s*(?:[\"”″]|s|secs?|seconds?))?")  # fmt: skip
_HOURS = re.compile(r"(?:(\d+):)?(\d+):(\d{2})")
_UNITS = ("hour", "minute", "second")


def date(text: str, form: str) -> str | None:
    """A date in words. `form`: the order of "d", "m" and "y", each once or as often as it has digits."""
    fields = _fields(text, form) or _run_together(text, _BASIC)
    if fields:
        return _in_words(fields, day_first=0 <= form.find("d") < form.find("m"))
    return _as_in_any_text(text)


def _as_in_any_text(text: str) -> str | None:
    """Such as "July 4" and "3 May 2026": where no format is needed to see a date."""
    words = spoken(text)
    names_month = any(month in words for month in MONTHS)
    is_year = re.fullmatch(r"[1-9]\d{3}", text) is not None
    return words if names_month or is_year else None


def _fields(text: str, form: str) -> Fields | None:
    """The numbers of a date; None where they do not fit the format."""
    order = re.sub(r"(.)\1+", r"\1", form)
    if not order or set(order) - set("dmy"):
        return None
    parts = _PART.findall(text)
    is_run_together = len(parts) == 1 < len(order)
    return _run_together(parts[0], form) if is_run_together else _in_order(parts, order)


def _in_order(parts: list[str], order: str) -> Fields | None:
    """One part for each letter of the order."""
    if len(parts) != len(order):
        return None
    return _checked(dict(zip(order, parts, strict=True)))


def _run_together(written: str, form: str) -> Fields | None:
    """Of "19980704": each field as long as the format says, or as it usually is."""
    widths = {key: _width(key, form) for key in dict.fromkeys(form)}
    length = sum(widths.values())
    if not re.fullmatch(rf"[\d?]{{{length}}}", written):
        return None
    parts = {}
    begin = 0
    for key, width in widths.items():
        end = begin + width
        parts[key] = written[begin:end]
        begin = end
    # A year of two or three digits, 0922, is more likely a month and a day in another order.
    if parts.get("y", "").startswith("0"):
        return None
    return _checked(parts)


def _width(key: str, form: str) -> int:
    """Digits of a field: as many as its letters, or as usual where it has one."""
    count = form.count(key)
    return count if count > 1 else _WIDTHS[key]


def _checked(parts: dict[str, str]) -> Fields | None:
    """The fields that are given; None where none is, or where one is no such number."""
    fields = {}
    for key, part in parts.items():
        if not part.strip("?"):
            continue
        number = _number(part)
        if number not in _RANGES[key]:
            return None
        fields[key] = number
    return fields or None


def _number(part: str) -> int:
    """0 for what is neither a number nor a month."""
    if part.isdecimal():
        return int(part)
    return month_number(part) or 0


def _in_words(fields: Fields, *, day_first: bool) -> str:
    said = _day_and_month(fields, day_first=day_first)
    if "y" not in fields:
        return said
    comma = "," if "d" in fields else ""
    return f"{said}{comma} {numbers.year(fields['y'])}".strip()


def _day_and_month(fields: Fields, *, day_first: bool) -> str:
    month = MONTHS[fields["m"] - 1] if "m" in fields else ""
    if "d" not in fields:
        return month
    day = numbers.ordinal(fields["d"])
    return f"{month} {day}" if month and not day_first else _the_day(day, month)


def _the_day(day: str, month: str) -> str:
    return f"the {day} of {month}" if month else f"the {day}"


def time_of_day(text: str, form: str) -> str | None:
    """A time of the day, or with the signs of minutes and seconds a length, 1'21"."""
    clock = _CLOCK.fullmatch(text)
    if clock:
        return _clock(clock)
    words = duration(text, form) or spoken(text)
    return None if words == text or any(map(str.isdigit, words)) else words


def _clock(match: re.Match[str]) -> str | None:
    hour, minute, second = (int(match[long] or match[short] or 0) for long, short in _CLOCK_GROUPS)
    if hour > 24 or minute > 59 or second > 59:
        return None
    said = spoken(f"{hour}:{minute:02}")
    return f"{said} and {_count(second, 'second')}" if second else said


_CLOCK_GROUPS = (("hour", "h"), ("minute", "m"), ("second", "s"))


def duration(text: str, _: str) -> str | None:
    """A length of time: "1'21\"", "90s", "1h 30min", "00:05:10"."""
    match = _HOURS.fullmatch(text) or _LENGTH.fullmatch(text)
    if match is None:
        return None
    counted = zip(match.groups(), _UNITS, strict=False)
    lengths = [(int(count), unit) for count, unit in counted if count]
    if not lengths:
        return None
    # "00:05:10" is not said with its hours; "0s" has nothing else.
    said = list(filter(itemgetter(0), lengths)) or lengths[-1:]
    return _listed(list(starmap(_count, said)))


def _listed(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _count(number: int, unit: str) -> str:
    return f"{numbers.cardinal(number)} {unit}" + ("" if number == 1 else "s")
