"""The usual ways to write a date, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d(?:T[\d:.Z+-]+)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
"""Any of them, without names for its parts."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINAL = r"(?:st|nd|rd|th)?"
_NAMED = [
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}}){_ORDINAL},? (?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}}){_ORDINAL} (?P<month>{MONTH}),? (?P<year>\d{{4}})", re.IGNORECASE),
]
_NUMBERS = re.compile(r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})\b")


def find_date(text: str) -> str | None:
    """The first date in a line, "2016-12-14"; None without one, or where 3/4/2016 could be two days."""
    for pattern in _NAMED:
        if match := pattern.search(text):
            return _iso(int(match["year"]), _month(match["month"]), int(match["day"]))
    match = _NUMBERS.search(text)
    return _told_apart(int(match["first"]), int(match["second"]), int(match["year"])) if match else None


def _told_apart(first: int, second: int, year: int) -> str | None:
    """Only a number above 12 says which of the two is the day."""
    if first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
