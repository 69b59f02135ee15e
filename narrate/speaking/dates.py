"""Dates, years, decades, quarters: "Dec. 14, 2016", "14 December", "2016-12-14", "mid-1980s", "3Q22"."""

from __future__ import annotations

import re

from narrate.english.dates import MONTHS
from narrate.speaking.numbers import TENS, cardinal, ordinal, paired, plural, two_digits, year
from narrate.speaking.rules import after, before, rule
from narrate.speaking.times import timestamp

_MONTHS = {name[:3].lower(): name for name in MONTHS} | {name.lower(): name for name in MONTHS}
_MONTHS["sept"] = "September"
_WORDS = frozenset(("may", "mar", "march"))
"""These are not always months."""
_WEEKDAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday",
    "Thur": "Thursday", "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday",
}  # fmt: skip
_QUARTERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}

_MONTH = r"(?P<month>[A-Za-z]{3,9})(?P<dot>\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[1-9]|20|21)\d\d"
_TH = r"(?:st|nd|rd|th)?"
_TO_DAY = rf"(?:(?:\s?[-–]\s?|\sto\s)(?P<last>{_DAY}){_TH})?"
_DAYS = rf"(?P<day>{_DAY}){_TH}{_TO_DAY}(?![\w:%]|[.,]\d)"
_OF_YEAR = rf"(?:,?\s(?P<year>{_YEAR})(?![\w%]|[,.]\d))?"


def _month_first(match: re.Match[str]) -> str | None:
    month = _month(match)
    if month is None:
        return None
    last = f" to {ordinal(int(match['last']))}" if match["last"] else ""
    return f"{month} {ordinal(int(match['day']))}{last}" + _comma_year(match)


def _month(match: re.Match[str]) -> str | None:
    """The month's name; in lower case without a full stop it may be a word."""
    written = match["month"]
    is_word = written in _WORDS and not match["dot"]
    return None if is_word else _MONTHS.get(written.lower())


def _comma_year(match: re.Match[str]) -> str:
    return f", {year(int(match['year']))}" if match["year"] else ""


def _day_first(match: re.Match[str]) -> str | None:
    month = _MONTHS.get(match["month"].lower())
    if month is None or (match["month"] in _WORDS and not match["year"]):
        return None
    the = "" if re.search(r"\b[Tt]he\s\Z", before(match)) else "the "
    last = f" to the {ordinal(int(match['last']))}" if match["last"] else ""
    return f"{the}{ordinal(int(match['day']))}{last} of {month}" + _comma_year(match)


def _month_alone(match: re.Match[str]) -> str | None:
    """As in "Dec. 2016", "last Dec."; a whole name needs nothing, and "Mar" may be a name."""
    month = _month(match)
    if month is None:
        return None
    if match["year"]:
        return f"{month} {year(int(match['year']))}"
    is_shortened = match["dot"] and month != match["month"]
    return month if is_shortened else None


def _year_first(match: re.Match[str]) -> str:
    day, month = ordinal(int(match["day"])), MONTHS[int(match["month"]) - 1]
    time = timestamp(match) if match["hour"] else ""
    return f"the {day} of {month}, {year(int(match['year']))}{time}"


def _numeric(match: re.Match[str]) -> str | None:
    """In US order, unless that gives no date; then it was written, and is said, as Britons do."""
    first, second = int(match["first"]), int(match["second"])
    said_year = year(_full_year(int(match["year"])))
    if _is_date(month=first, day=second):
        return f"{MONTHS[first - 1]} {ordinal(second)}, {said_year}"
    is_british = first > 12 and _is_date(month=second, day=first)
    return f"the {ordinal(first)} of {MONTHS[second - 1]}, {said_year}" if is_british else None


def _is_date(*, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _full_year(number: int) -> int:
    """A year of two digits in its century. POSIX strptime %y: 69 to 99 are in the twentieth."""
    if number >= 100:
        return number
    return number + 1900 if number >= 69 else number + 2000


def _decades(match: re.Match[str]) -> str:
    """One, or "1960s-1980s"."""
    first = _decade(match["century"], int(match["tens"]))
    return f"{first} to {_decade(match['last_century'], int(match['last']))}" if match["last"] else first


def _decade(century: str | None, tens: int) -> str:
    if century and not tens:
        return plural(year(int(century) * 100))
    name = _EARLY_DECADES.get(tens) or plural(TENS[tens])
    if century:
        return f"{cardinal(int(century))} {name}"
    return name


_EARLY_DECADES = {0: "hundreds", 1: "tens"}


def _years(match: re.Match[str]) -> str:
    """Such as "2014-16": "twenty fourteen to sixteen"."""
    last = match["last"] or match["short"]
    return f"{year(int(match['first']))} to {year(int(last)) if len(last) == 4 else two_digits(last)}"


def _quarter(match: re.Match[str]) -> str:
    spoken = f"{_QUARTERS[match['number']]} {'quarter' if match['kind'] == 'Q' else 'half'}"
    written = match["year"]
    if written:
        spoken += f" of {year(int(written)) if len(written) == 4 else two_digits(written)}"
    return spoken if re.search(r"\b(?:the|its|their|a|our)\s\Z", before(match)) else "the " + spoken


def _era(match: re.Match[str]) -> str:
    end = "." if match["era"].endswith(".") and not after(match).strip() else ""
    written = match["year"]
    spoken = paired(written) if len(written) == 3 else year(int(written))
    return f"{spoken} {match['era'].replace('.', '')}{end}"


def _class(match: re.Match[str]) -> str:
    return two_digits(match["year"])


def _weekdays(match: re.Match[str]) -> str | None:
    first, last = _WEEKDAYS.get(match["first"]), _WEEKDAYS.get(match["last"])
    return f"{first} to {last}" if first and last else None


def _weekday(match: re.Match[str]) -> str | None:
    return _WEEKDAYS.get(match["day"])


NUMBER_RULES = (
    rule(
        r"(?P<year>\d{4})(?P<by>[-./])(?P<month>1[0-2]|0?[1-9])(?P=by)(?P<day>3[01]|[12]\d|0?[1-9])"
        r"(?:T(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?(?:(?P<utc>Z|[+-]00:00)|[+-]\d\d:\d\d)?)?"
        r"(?![\w-])",
        _year_first,
    ),
    rule(
        r"(?P<first>\d{1,2})(?P<by>[/.-])(?P<second>\d{1,2})(?P=by)(?P<year>(?:19|20)\d\d|(?<!-)\d\d)(?![\w/-]|\.\d)",
        _numeric,
    ),
    rule(rf"{_DAYS}\s(?:of\s)?{_MONTH}\b{_OF_YEAR}", _day_first),
    rule(r"(?P<number>[1-4])(?P<kind>[QH])(?P<year>\d\d(?:\d\d)?)?\b", _quarter),
    rule(r"(?P<year>\d{1,4})\s?(?P<era>B\.?C\.?E?\.?|A\.?D\.?|C\.?E\.?)(?!\w)", _era),
    rule(
        r"['‘’]?(?P<century>(?:1[1-9]|20))?(?P<tens>\d)0['’]?s"
        r"(?:\s?[-–]\s?['‘’]?(?P<last_century>(?:1[1-9]|20))?(?P<last>\d)0['’]?s)?\b",
        _decades,
    ),
    rule(r"’(?P<year>\d\d)(?![\w’])", _class),
    rule(rf"(?P<first>{_YEAR})(?:\s?[-–]\s?(?P<last>{_YEAR})|[-–/](?P<short>\d\d))(?![\w-]|[,.]\d)", _years),
)
CAPITAL_RULES = (
    rule(rf"{_MONTH}\s{_DAYS}{_OF_YEAR}", _month_first),
    rule(rf"{_MONTH}-(?P<day>{_DAY})(?P<last>)(?:-(?P<year>{_YEAR}))?(?![\w-])", _month_first),
    rule(rf"{_MONTH}(?:,?\s(?P<year>{_YEAR})(?![\w%]|[,.]\d))?(?!\w)", _month_alone),
    rule(r"(?P<first>[A-Z][a-z]{2,4})\.?[-–](?P<last>[A-Z][a-z]{2,4})\b\.?", _weekdays),
    rule(
        r"(?P<day>[A-Z][a-z]{2,4})(?:\.(?=,|\s*\Z|\s(?:\d|night|morning|afternoon|evening))|(?=,\s[A-Z][a-z]{2,8}\.?\s\d))",
        _weekday,
    ),
    rule(r"(?P<kind>Q)(?P<number>[1-4])(?:\s(?P<year>\d{4}))?\b", _quarter),
    rule(r"(?P<kind>H)(?P<number>[12])\s(?P<year>20\d\d)\b", _quarter),
)
SMALL_RULES = (rule(rf"{_MONTH}\s{_DAYS}{_OF_YEAR}", _month_first),)
