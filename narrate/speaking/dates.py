"""Dates, years, decades, quarters: "Dec. 14, 2016", "14 December", "2016-12-14", "mid-1980s", "3Q22"."""

from __future__ import annotations

import re

from narrate.speaking.numbers import TENS, cardinal, ordinal, plural, year
from narrate.speaking.rules import after, before, rule

NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = {name[:3].lower(): name for name in NAMES}
MONTH = r"(?:" + "|".join(f"{n[:3]}(?:{n[3:]})?" for n in NAMES if n not in ("May", "June", "July", "September"))
MONTH += r"|May|June?|July?|Sep(?:t(?:ember)?)?)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[1-9]|20|21)\d\d"
SUFFIX = r"(?:st|nd|rd|th)?"
_WEEKDAYS = {"Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday",
             "Sat": "Saturday", "Sun": "Sunday"}  # fmt: skip
_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_QUARTERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}


def month(written: str) -> str:
    """The full name of a month, however it is shortened."""
    return _SHORT[written[:3].lower()]


def years(written: str) -> str:
    """A year, or a range of years: "2014-16" is "twenty fourteen to sixteen"."""
    first, _, last = re.sub("[–—/]", "-", written).partition("-")
    spoken = year(int(first))
    if not last:
        return spoken
    return f"{spoken} to {year(int(last)) if len(last) == 4 else _two_digits(last)}"


def _two_digits(written: str) -> str:
    return "oh " + cardinal(int(written)) if written[0] == "0" else cardinal(int(written))


def _month_first(match: re.Match[str]) -> str | None:
    if match["month"][0].islower() and not match["month"].endswith("."):
        return None
    day = f"{month(match['month'])} {ordinal(int(match['day']))}"
    if match["last"]:
        day += f" to {ordinal(int(match['last']))}"
    return day + (f", {year(int(match['year']))}" if match["year"] else "")


def _day_first(match: re.Match[str]) -> str:
    the = "" if re.search(r"\b[Tt]he $", before(match, 4)) else "the "
    day = ordinal(int(match["day"]))
    if match["last"]:
        day += f" to the {ordinal(int(match['last']))}"
    spoken = f"{the}{day} of {month(match['month'])}"
    return spoken + (f", {year(int(match['year']))}" if match["year"] else "")


def _month_alone(match: re.Match[str]) -> str:
    return month(match["month"]) + (f" {year(int(match['year']))}" if match["year"] else "")


def _iso(match: re.Match[str]) -> str:
    day, number = int(match["day"]), int(match["month"])
    return f"the {ordinal(day)} of {NAMES[number - 1]}, {year(int(match['year']))}"


def _numeric(match: re.Match[str]) -> str | None:
    """US order unless that gives no date."""
    first, second = int(match["first"]), int(match["second"])
    number, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= number <= 12 and 1 <= day <= 31):
        return None
    written = match["year"]
    # A year of two digits is the one nearest to now: a pivot at 2030 as in POSIX-era date readers.
    full = int(written) if len(written) == 4 else int(written) + (2000 if int(written) <= 30 else 1900)
    return f"{NAMES[number - 1]} {ordinal(day)}, {year(full)}"


def _decade(match: re.Match[str]) -> str:
    tens = int(match["tens"])
    name = plural(TENS[tens]) if tens > 1 else ("hundreds" if tens == 0 else "tens")
    if not match["century"]:
        return name
    century = int(match["century"])
    if tens == 0:
        return plural(year(century * 100))
    return f"{cardinal(century)} {name}"


def _quarter(match: re.Match[str]) -> str:
    number, kind = match["number"], match["kind"]
    name = "quarter" if kind in "Qq" else "half"
    written = match["year"]
    spoken = f"the {_QUARTERS[number]} {name}"
    if not written:
        return f"{_QUARTERS[number]} {name}" if re.search(r"\b(?:the|its|their|a) $", before(match)) else spoken
    return f"{spoken} of {year(int(written)) if len(written) == 4 else _two_digits(written)}"


def _era(match: re.Match[str]) -> str:
    return f"{year(int(match['year']))} {match['era'].replace('.', '')}" + (
        "." if match["era"].endswith(".") and not after(match).strip() else ""
    )


def _weekday_range(match: re.Match[str]) -> str:
    return f"{_WEEKDAYS[match['first'][:3]]} to {_WEEKDAYS[match['last'][:3]]}"


def _weekday(match: re.Match[str]) -> str:
    return _WEEKDAYS[match["day"][:3]]


_DAYS = rf"(?P<day>{DAY}){SUFFIX}(?:\s?[-–]\s?(?P<last>{DAY}){SUFFIX})?(?![\w:%]|[.,]\d)"
NUMBER_RULES = (
    rule(r"(?P<year>\d{4})([-./])(?P<month>1[0-2]|0[1-9])\2(?P<day>3[01]|[12]\d|0[1-9])(?![\w-])", _iso),
    rule(r"(?P<first>\d{1,2})([/.])(?P<second>\d{1,2})\2(?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|\.\d)", _numeric),
    rule(
        rf"(?P<day>{DAY}){SUFFIX}(?:\s?[-–]\s?(?P<last>{DAY}){SUFFIX})?\s(?:of\s)?(?P<month>{MONTH})"
        rf"(?:,?\s(?P<year>{YEAR})(?![\w%]|[,.]\d))?",
        _day_first,
        re.IGNORECASE,
    ),
    rule(r"(?P<number>[1-4])(?P<kind>[QH])(?P<year>\d\d(?:\d\d)?)?\b", _quarter),
    rule(r"(?P<year>\d{1,4})\s?(?P<era>B\.?C\.?E?\.?|A\.?D\.?|C\.?E\.?)(?!\w)", _era),
    rule(r"['‘’]?(?P<century>(?:1[1-9]|20))?(?P<tens>\d)0['’]?s\b", _decade),
    rule(rf"(?P<years>{YEAR}[-–/](?:{YEAR}|\d\d))(?![\w-]|[,.]\d)", lambda m: years(m["years"])),
)
CAPITAL_RULES = (
    rule(rf"(?P<month>{MONTH})\s{_DAYS}(?:,?\s(?P<year>{YEAR})(?![\w%]|[,.]\d))?", _month_first),
    rule(rf"(?P<month>{MONTH}),?\s(?P<year>{YEAR})(?![\w%]|[,.]\d)", _month_alone),
    rule(rf"(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)(?P<year>)", _month_alone),
    rule(rf"(?P<first>{_WEEKDAY})\.?[-–](?P<last>{_WEEKDAY})\b\.?", _weekday_range),
    rule(rf"(?P<day>{_WEEKDAY})\b(?:\.(?=,|\s\d|\s{MONTH})|(?=,\s{MONTH}\s\d))", _weekday),
    rule(r"(?P<kind>[QH])(?P<number>[1-4])(?:\s(?P<year>\d{4}))?\b", _quarter),
)
SMALL_RULES = (
    rule(
        rf"(?P<month>{MONTH})\s{_DAYS}(?:,?\s(?P<year>{YEAR})(?![\w%]|[,.]\d))?", _month_first, re.IGNORECASE
    ),
)
