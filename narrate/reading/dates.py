"""The usual ways to write a date, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH}),? (?P<year>\d{{4}})", re.IGNORECASE
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_SLASHES = re.compile(r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})\b")


def find_date(text: str) -> str | None:
    """The first date in a line, "2016-12-14"; None where there is none, or where 3/4/2016 could be two days."""
    for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST):
        if match := pattern.search(text):
            return _iso(int(match["year"]), _month(match["month"]), int(match["day"]))
    if match := _SLASHES.search(text):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if first > 12 or first == second:
            return _iso(year, second, first)
        return _iso(year, first, second) if second > 12 else None
    return None


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
