"""Times of day and stretches of time: "7:30 p.m. ET", "7.30pm", "1930 GMT", "02:00", "2:05:30"."""

from __future__ import annotations

import re

from narrate.speaking.numbers import cardinal, digits
from narrate.speaking.rules import after, before, rule, stop

# Letters that every engine reads as letters behind a time; kept together as newsrooms write them.
ZONE = (
    r"(?:\s?(?P<zone>(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|IST|JST|MSK|A[EWC][SD]T)"
    r"|(?:[ecmp][sd]t|gmt|utc|bst))\b)?"
)
_CLOCK_BEFORE = re.compile(
    r"(?<!closed)(?<!ended)(?<!traded)(?<!valued)(?<!priced)(?<!stood)(?<!trading)(?<!stands)\s[Aa]t\s\Z"
    r"|(?:\A|[.\n]\s?)At\s\Z|\Aat\s\Z"
    r"|\b(?:until|till|before|after|since|shortly\safter|just\sbefore|around|the)\s\Z"
)
_SIXTY = r"\d{1,2}(?:[.:][0-5][05])?"
_CLOCK_OPENS = re.compile(
    r"\b(?:[Kk]ick-?off|[Dd]oors(?:\sopen)?|[Ss]tarts?|[Bb]egins?|[Oo]pens?|[Cc]loses?|from|between"
    rf"|(?:from|between)\s{_SIXTY}\s?(?:am|pm)?\s(?:to|and|until|till))(?:\sat)?:?\s\Z"
)
"""What opens a time, or a price: only full and round minutes count behind it."""
_CLOCK_AFTER = re.compile(
    r"\s?(?:,\s|on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this\s(?:morning|afternoon|evening)|tonight|tomorrow"
    r"|in\sthe\s(?:morning|afternoon|evening)|at\snight|local\stime)\b"
)
_TRADED = re.compile(
    r"\b(?:shares?|stocks?|index|sterling|yields?|futures|crude|Brent|FTSE|Nasdaq|Dow|bonds?|percent|per\scent|pc"
    r"|euro|dollar|pence|odds|points)\b|%",
    re.IGNORECASE,
)
"""In the same sentence before it, this makes a price or a rate of "12.30"."""
_ENTRY_AFTER = re.compile(r"\s[A-Z\"“]")
_QUANTITY_AFTER = re.compile(
    r"(?:\s(?:to|and)\s[\d.]+)?\s?(?:percent|per\scent|pc|points?|times|million|billion|trillion|degrees?|seconds?|minutes?|metres?|meters?|"
    r"km|miles?|kilos?|tonnes?|tons?|euros?|dollars?|pounds?|pence|cents?|yen|mark|average|range|level|figure|ratio|"
    r"GPA|version|release|update|caliber|calibre)\b"
)
_HALF = r"\s?(?P<half>[AaPp]\.?\s?[Mm](?:\b|\.))\.?"
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"


def _clock(hour: int, minute: int) -> str:
    """Such as "seven thirty", "seven oh five"; a full hour is the hour alone."""
    if not minute:
        return cardinal(hour)
    oh = "oh " if minute < 10 else ""
    return f"{cardinal(hour)} {oh}{cardinal(minute)}"


def _twelve_hours(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        return None
    last_half = _half(match["half"])
    until = f"{_until(match)} {last_half}" if match["until"] else last_half
    return f"{_clock(hour, minute)} {until}{_zone(match)}{stop(match)}"


def _until(match: re.Match[str]) -> str:
    """The half of the day of the first of two times, if it is given, and the second time."""
    first_half = _half(match["first_half"]) + " " if match["first_half"] else ""
    return f"{first_half}to {_clock(int(match['until']), int(match['until_minute'] or 0))}"


def _half(written: str) -> str:
    return written[0].upper() + "M"


def _zone(match: re.Match[str]) -> str:
    return " " + match["zone"].upper() if match["zone"] else ""


def _full_day(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if minute or not match["zone"]:
        return _hour_of_day(hour, minute) + _zone(match)
    oh = "oh " if 0 < hour < 10 else ""
    return f"{oh}{cardinal(hour)} hundred{_zone(match)}"


def _hour_of_day(hour: int, minute: int) -> str:
    if minute:
        return _clock(hour, minute)
    return f"{cardinal(hour)} o'clock" if 0 < hour < 13 else f"{cardinal(hour)} hundred"


def _from_to(match: re.Match[str]) -> str:
    """Such as "8:00-17:00"."""
    first = _hour_of_day(int(match["hour"]), int(match["minute"]))
    return f"{first} to {_hour_of_day(int(match['until']), int(match['until_minute']))}{_zone(match)}"


def timestamp(match: re.Match[str]) -> str:
    """Of a machine's, "T10:00:00Z" behind a date."""
    zone = " UTC" if match["utc"] else ""
    return f", {_hour_of_day(int(match['hour']), int(match['minute']))}{zone}"


def _dotted(match: re.Match[str]) -> str | None:
    """British "at 12.30": a time where the words around it say so, and no quantity or price."""
    if not (_opens_entry(match) or _is_clock(match)):
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    if minute:
        return _clock(hour, minute)
    return f"{cardinal(hour)} hundred" if hour > 12 else f"{cardinal(hour)} o'clock"


def _opens_entry(match: re.Match[str]) -> bool:
    """Whether an entry of a live report begins with it: "17.05 The mayor has left."."""
    if len(match["hour"]) < 2 or before(match, 1) not in ("", "\n"):
        return False
    return _ENTRY_AFTER.match(after(match)) is not None


def _is_clock(match: re.Match[str]) -> bool:
    """Whether the words around it say that it is a time."""
    if _QUANTITY_AFTER.match(after(match)):
        return False
    if _CLOCK_AFTER.match(after(match)):
        return True
    sentence = before(match, 80).rpartition(". ")[2]
    return not _TRADED.search(sentence) and _follows_clock_words(match)


def _follows_clock_words(match: re.Match[str]) -> bool:
    """Whether words such as "at" or "kick-off:" open a time."""
    if _CLOCK_BEFORE.search(before(match)):
        return True
    is_round = match["minute"][1] in "05"
    return is_round and _CLOCK_OPENS.search(before(match, 40)) is not None


def _duration(match: re.Match[str]) -> str:
    hours = _count(int(match["hour"]), "hour")
    minutes = _count(int(match["minute"]), "minute")
    seconds = _count(int(match["second"]), "second")
    half = " " + _half(match["half"]) if match["half"] else ""
    return f"{hours} {minutes} and {seconds}{half}{_zone(match)}{stop(match)}"


def _lap(match: re.Match[str]) -> str:
    minutes = _count(int(match["minute"]), "minute")
    return f"{minutes} {cardinal(int(match['second']))} point {digits(match['part'])} seconds"


def _count(number: int, unit: str) -> str:
    return f"{cardinal(number)} {unit}{'' if number == 1 else 's'}"


NUMBER_RULES = (
    rule(
        rf"(?P<hour>\d{{1,2}}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?![\d:]|\.\d)(?:{_HALF})?{ZONE}",
        _duration,
    ),
    rule(r"(?P<minute>\d{1,2}):(?P<second>[0-5]\d)\.(?P<part>\d{1,3})\b", _lap),
    rule(
        rf"{_HOUR}(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?P<first_half>[AaPp]\.?[Mm]\b\.?))?"
        rf"\s?[-–]\s?(?P<until>1[0-2]|0?[1-9])(?:[:.](?P<until_minute>[0-5]\d))?{_HALF}{ZONE}",
        _twelve_hours,
    ),
    rule(rf"{_HOUR}(?:[:.](?P<minute>[0-5]\d))?(?P<until>){_HALF}{ZONE}", _twelve_hours),
    rule(
        rf"{_HOUR}:(?P<minute>[0-5]\d)\s?[-–]\s?(?P<until>[01]?\d|2[0-4]):(?P<until_minute>[0-5]\d){ZONE}(?![\w:]|\.\d)",
        _from_to,
    ),
    rule(rf"{_HOUR}:(?P<minute>[0-5]\d){ZONE}(?![\w:]|\.\d)", _full_day),
    rule(
        rf"(?P<hour>[01]\d|2[0-3])\.?(?P<minute>[0-5]\d)(?=\s?(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|hours|hrs|local\stime)\b){ZONE}",
        _full_day,
    ),
    rule(r"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\w%°€£$]|[.,:/-]\d)", _dotted),
)
