"""Bare numbers: cardinals, years, ordinals, decimals, fractions, ranges, scores, millions."""

from __future__ import annotations

import re
from unicodedata import normalize

from narrate.speaking.money import SCALE, SCALES
from narrate.speaking.numbers import (
    NUMBER,
    cardinal,
    digits,
    fraction,
    integer,
    number,
    ordinal,
    paired,
    plural,
    year,
)
from narrate.speaking.rules import after, before, rule

VULGAR = "¼-¾⅐-⅞"
"""Character class of fractions that are one character."""

# Numbers that became names.
_NAMED = {
    "9/11": "nine eleven", "7/7": "seven seven", "24/7": "twenty-four seven", "50/50": "fifty-fifty",
    "50-50": "fifty-fifty", "20/20": "twenty twenty",
}  # fmt: skip
# A plural behind four digits is counted, but for these, which only end as plurals do.
_COUNTED = re.compile(
    r"\s(?:(?!(?:was|is|as|has|this|its|his|hers|yes|thus|perhaps|always|sometimes|across|series|census|news|says|"
    r"marks|sees|looks|brings|proves|continues)\b)[a-z]+s|people|men|women|children)\b"
)
_COUNTING = re.compile(
    r"\b(?:than|about|around|nearly|almost|some|over|least|most|approximately|roughly)\s\Z"
)
_OF_A_YEAR = re.compile(
    r"\b(?:[Tt]he|a|that|this|[Ii]ts|[Tt]heir|his|her|[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|of|[Ee]arly|[Ll]ate|mid|to)[\s-]\Z"
)
_MODEL = re.compile(
    r"\b(?:[Ff]light|Boeing|Airbus|Route|Highway|Interstate|[Rr]oom|Channel)\s(?:[A-Z]{1,2}\s?)?\Z"
)
_STREET = re.compile(
    r"\s(?:[NSEW]\.?\s)?(?:[A-Z][a-z]+\s|\d+(?:st|nd|rd|th)\s){1,3}(?:St|Ave|Blvd|Rd|Dr|Ln|Expy|Hwy|Pkwy|Pl|Ct|Sq|"
    r"Street|Avenue|Boulevard|Road|Drive|Lane|Expressway|Highway|Parkway|Place|Court|Square|Way|Terrace|Circle)\b"
)
_STATE_BEFORE = re.compile(r"(?:,\s[A-Z]{2}|[A-Z][a-z]{2,4}\.)\s\Z")


def _plain(match: re.Match[str]) -> str:
    """A number on its own."""
    written = match["number"]
    plus = " plus" if match["plus"] else ""
    if match["sign"] or not written.isdecimal() or len(written) < 3:
        return ("minus " if match["sign"] else "") + number(written) + plus
    return _identifier(match) + plus


def _identifier(match: re.Match[str]) -> str:
    """Digits alone may be a year, a house, a flight or a zip code, and only then a count."""
    written = match["number"]
    if len(written) <= 4 and (_STREET.match(after(match, 48)) or _MODEL.search(before(match))):
        return paired(written)
    if len(written) == 4 and 1100 <= int(written) <= 2999 and not _is_count(match):
        return year(int(written))
    if len(written) == 5 and _STATE_BEFORE.search(before(match)):
        return digits(written)
    return integer(written)


def _is_count(match: re.Match[str]) -> bool:
    if _OF_A_YEAR.search(before(match)):
        return False
    return bool(_COUNTED.match(after(match)) or _COUNTING.search(before(match)))


def _scaled(match: re.Match[str]) -> str | None:
    """ "1.5 million", "2-3 billion", "3bn", "5m"; "10K" keeps its letter."""
    scale = match["scale"].strip(" -")
    spoken = number(match["number"]) + (f" to {number(match['to'])}" if match["to"] else "")
    if match["sign"]:
        spoken = "minus " + spoken
    if scale in ("k", "K"):
        return spoken + " K"
    return None if scale in ("b", "B", "t", "T", "M") else f"{spoken} {SCALES[scale.lower()]}"


def _range(match: re.Match[str]) -> str:
    """Also a score: "5-4" is "five to four"."""
    return f"{number(match['first'])} to {number(match['last'])}"


def _series(match: re.Match[str]) -> str:
    """Three numbers in a row: a record of "6-4-2"."""
    return " ".join(cardinal(int(part)) for part in re.split("[-–]", match[0]))


def _fraction(match: re.Match[str]) -> str | None:
    top, bottom = int(match["top"]), int(match["bottom"])
    if bottom < 2:
        return None
    return _with_whole(match["whole"], fraction(top, bottom))


def _vulgar(match: re.Match[str]) -> str:
    top, bottom = normalize("NFKC", match["sign"]).split("\N{FRACTION SLASH}")
    return _with_whole(match["whole"], fraction(int(top), int(bottom)))


def _with_whole(whole: str | None, part: str) -> str:
    """ "three and a half"."""
    if not whole:
        return part
    return f"{number(whole)} and {part.replace('one ', 'a ', 1) if part.startswith('one ') else part}"


def _ordinal(match: re.Match[str]) -> str:
    return ordinal(int(match["number"].replace(",", "")))


def _plural(match: re.Match[str]) -> str:
    return plural(cardinal(int(match["number"])))


def _lettered(match: re.Match[str]) -> str:
    """ "5G", "1B"."""
    return f"{number(match['number'])} {'.'.join(match['letters'])}"


NUMBER_RULES = (
    rule(rf"(?:{'|'.join(_NAMED)})(?![\w/]|[-.,]\d)", lambda match: _NAMED[match[0]]),
    rule(rf"(?P<whole>\d[\d,]*)?\s?(?P<sign>[{VULGAR}])", _vulgar),
    rule(
        r"(?:(?P<whole>\d{1,3})[\s-])?(?P<top>\d{1,3})/(?P<bottom>\d{1,3})(?:st|nd|rd|th)?s?(?![\w/])",
        _fraction,
    ),
    rule(r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,15})(?:st|nd|rd|th|ST|ND|RD|TH)\b", _ordinal),
    rule(rf"(?P<sign>[-−])?(?P<number>{NUMBER})(?:\s?[-–]\s?(?P<to>{NUMBER}))?(?P<scale>{SCALE})", _scaled),
    rule(r"\d{1,2}[-–]\d{1,2}[-–]\d{1,2}(?![\w-])", _series),
    rule(rf"(?P<first>{NUMBER})\s?[-–]\s?(?P<last>{NUMBER})(?![\w-]|[-.,]\d)", _range),
    rule(r"(?P<number>[1-9]0|[1-9])['’]?s\b", _plural),
    rule(r"(?P<number>\d{1,3})(?P<letters>[A-Z]{1,2})(?![\w])", _lettered),
    rule(rf"(?P<sign>[-−])?(?P<number>{NUMBER})(?P<plus>\+(?!\w))?(?![^\W\d_])", _plain),
)
