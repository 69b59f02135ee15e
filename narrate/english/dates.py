"""Months, weekdays, and the usual ways to write a date, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""In full, in order: the month with number 1 has index 0."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""Regular expression: a month in full or abbreviated, with or without a full stop."""
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
"""Regular expression: a weekday in full or abbreviated."""
_ORDINAL = r"(?:st|nd|rd|th)?"
DATE = (
    rf"(?:{MONTH} \d{{1,2}}{_ORDINAL},? \d{{4}}|\d{{1,2}}{_ORDINAL} {MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d(?:T[\d:.Z+-]+)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
"""Regular expression: a date in any of the usual ways. It has no groups."""

_NUMBER_OF_MONTH = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_DATES_THAT_SAY_WHAT_IS_WHAT = (
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}}){_ORDINAL},? (?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}}){_ORDINAL} (?P<month>{MONTH}),? (?P<year>\d{{4}})", re.IGNORECASE),
)
_MOMENT = re.compile(
    r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?(?![\d:])",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})\b")


def published_day(published: str | None) -> date | None:
    """The day of "2016-12-14" or "2016-12-14T08:00Z"; None for a year alone, anything else, and None."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def find_moment(text: str) -> str | None:
    """The first date in a line as `find_date`, with the time and the zone that ISO 8601 puts behind it."""
    day = find_date(text)
    for match in _MOMENT.finditer(text):
        moment = _moment(match[0])
        if moment is not None and moment.date().isoformat() == day:
            return moment.isoformat()
    return day


def _moment(written: str) -> datetime | None:
    tidy = re.sub(" ?(?:UTC|GMT)$", "Z", written.upper()).replace(" ", "T", 1).replace(" ", "")
    try:
        return datetime.fromisoformat(tidy).replace(microsecond=0)
    except ValueError:
        return None


def month_number(name: str) -> int | None:
    """1 to 12 for a month in full or abbreviated to three letters or more; None for any other word."""
    number = _NUMBER_OF_MONTH.get(name[:3].lower())
    if number is None:
        return None
    is_abbreviated = MONTHS[number - 1].lower().startswith(name.lower().rstrip("."))
    return number if is_abbreviated else None


def find_date(text: str) -> str | None:
    """The first date in a line, "2016-12-14"; None without one, or where 3/4/2016 could be two days."""
    matches = (pattern.search(text) for pattern in _DATES_THAT_SAY_WHAT_IS_WHAT)
    match = next(filter(None, matches), None)
    if match:
        return _iso(int(match["year"]), _month(match["month"]), int(match["day"]))
    numbers = _NUMBERS.search(text)
    return _iso_of_numbers(*map(int, numbers.groups())) if numbers else None


def _iso_of_numbers(first: int, second: int, year: int) -> str | None:
    """Only a number above 12 says which of the two is the day."""
    if first > 12 or first == second:
        return _iso(year, second, first)
    if second > 12:
        return _iso(year, first, second)
    return None


def _month(written: str) -> int:
    """The number of a month that one of the patterns has found: as a name or as digits."""
    return int(written) if written.isdigit() else _NUMBER_OF_MONTH[written[:3].lower()]


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
