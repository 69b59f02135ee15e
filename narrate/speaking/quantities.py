"""Bare numbers: cardinals, years, ordinals, decimals, fractions, ranges, scores and scales."""

from __future__ import annotations

import re

from narrate.speaking.measures import VULGAR, vulgar
from narrate.speaking.money import SCALE, SCALES
from narrate.speaking.numbers import NUMBER, cardinal, digits, fraction, number, ordinal, plural, year
from narrate.speaking.rules import after, before, rule

# Dates that became names, and ways of speaking; each is read as its numbers side by side.
_NAMED = {"9/11": "nine eleven", "7/7": "seven seven", "24/7": "twenty-four seven", "50/50": "fifty fifty",
          "50-50": "fifty fifty", "20/20": "twenty twenty", "4x4": "four by four", "911": "nine one one",
          "999": "nine nine nine", "101": "one oh one", "360": "three sixty", "747": "seven four seven"}  # fmt: skip
_NAMED = {written: spoken for written, spoken in _NAMED.items() if not written.isdecimal()}
_COUNTED = re.compile(r"\s(?!was\b|is\b|as\b|has\b|this\b|elections?\b|census\b|its\b|his\b|series\b)[a-z]+s\b|\speople\b|\smen\b|\swomen\b|\schildren\b")
_COUNTING = re.compile(r"\b(?:than|about|around|nearly|almost|some|over|least|most|approximately|roughly)\s\Z")
_YEARLY = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|of|early|late|mid)[\s-]\Z")
_STREET = re.compile(
    r"\s(?:[NSEW]\.?\s|[NS][EW]\s)?(?:[A-Z][a-z]+\s|\d+(?:st|nd|rd|th)\s){0,3}(?:St|Ave|Blvd|Rd|Dr|Ln|Expy|Hwy|Pkwy|"
    r"Pl|Ct|Sq|Street|Avenue|Boulevard|Road|Drive|Lane|Expressway|Highway|Parkway|Place|Court|Square|Way|"
    r"Terrace|Circle)\b"
)
_ZIP = re.compile(r"(?:\b[A-Z]{2}|\b[A-Z][a-z]{2,4}\.|California)\s\Z")
_SHARE = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100}


def _plain(match: re.Match[str]) -> str:
    """A number on its own; four digits are a year unless something is counted."""
    written = match["number"]
    sign = "minus " if match["sign"] else ""
    if len(written) == 4 and written.isdecimal() and not sign and 1100 <= int(written) <= 2999:
        if _STREET.match(after(match, 60)) or not _is_count(match):
            return year(int(written))
    if written.isdecimal() and _STREET.match(after(match, 60)) and len(written) in (3, 4):
        return _house(written)
    if len(written) == 5 and written.isdecimal() and _ZIP.search(before(match)):
        return digits(written)
    return sign + number(written)


def _is_count(match: re.Match[str]) -> bool:
    if _YEARLY.search(before(match)):
        return False
    return bool(_COUNTED.match(after(match)) or _COUNTING.search(before(match)))


def _house(written: str) -> str:
    """A house number: in pairs, "twenty-seven eighty-eight", "one oh five"."""
    head, tail = written[:-2], written[-2:]
    if tail == "00":
        return number(written)
    return f"{cardinal(int(head))} {'oh ' if tail[0] == '0' else ''}{cardinal(int(tail))}"


def _scaled(match: re.Match[str]) -> str | None:
    sign = "minus " if match["sign"] else ""
    scale = match["scale"].strip(" -")
    if scale in ("K", "k", "T", "t", "b", "B", "M") and not match["scale"][0].isspace():
        if scale in "tTbB":
            return None
        if scale in "kK":
            return f"{sign}{number(match['number'])} K"
    first = f"{sign}{number(match['number'])}"
    if match["to"]:
        first += f" to {number(match['to'])}"
    return f"{first} {SCALES[scale.lower()]}"


def _range(match: re.Match[str]) -> str:
    return f"{number(match['first'])} to {number(match['last'])}"


def _series(match: re.Match[str]) -> str:
    """A result of three numbers: "6-4-2"."""
    return " ".join(cardinal(int(part)) for part in re.split("[-–]", match[0]))


def _fraction(match: re.Match[str]) -> str | None:
    whole, top, bottom = match["whole"], int(match["top"]), int(match["bottom"])
    if not bottom or not whole and top >= bottom and bottom not in _SHARE:
        return None
    part = fraction(top, bottom)
    if not whole:
        return part
    article = "a " + part.removeprefix("one ") if top == 1 else part
    return f"{number(whole)} and {article}"


def _mixed(match: re.Match[str]) -> str:
    part = vulgar(match["sign"])
    if not match["whole"]:
        return part
    return f"{number(match['whole'])} and {'a ' + part.removeprefix('one ') if part.startswith('one ') else part}"


def _ordinal(match: re.Match[str]) -> str:
    return ordinal(int(match["number"].replace(",", "")))


def _slashed(match: re.Match[str]) -> str:
    first, last = match["first"], match["last"]
    if len(first) == 4:
        return f"{year(int(first))} {cardinal(int(last))}"
    return f"{number(first)} slash {number(last)}"


def _plurals(match: re.Match[str]) -> str:
    return plural(cardinal(int(match["number"])))


NUMBER_RULES = (
    rule(r"(?:" + "|".join(map(re.escape, _NAMED)) + r")(?![\w/]|[-.,]\d)", lambda m: _NAMED[m[0]]),
    rule(rf"(?P<whole>\d[\d,]*)?\s?(?P<sign>[{VULGAR}])", _mixed),
    rule(r"(?:(?P<whole>\d{1,3})\s)?(?P<top>\d{1,3})/(?P<bottom>\d{1,3})(?:st|nd|rd|th)?s?(?![\w/])", _fraction),
    rule(r"(?P<first>\d{1,4})/(?P<last>\d{1,4})(?![\w/])", _slashed),
    rule(r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th|ST|ND|RD|TH)\b", _ordinal),
    rule(
        rf"(?P<sign>[-−])?(?P<number>{NUMBER})(?:\s?[-–]\s?(?P<to>{NUMBER}))?(?P<scale>{SCALE})",
        _scaled,
    ),
    rule(r"\d{1,2}[-–]\d{1,2}[-–]\d{1,2}(?![\w-])", _series),
    rule(rf"(?P<first>{NUMBER})\s?[-–]\s?(?P<last>{NUMBER})(?![\w-]|[-.,]\d)", _range),
    rule(r"(?P<number>[1-9]0|[1-9])['’]?s\b", _plurals),
    rule(rf"(?P<sign>[-−])?(?P<number>{NUMBER})", _plain),
)
