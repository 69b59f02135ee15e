"""Bare numbers: cardinals, years, ordinals, decimals, fractions, ranges, scores, millions."""

from __future__ import annotations

import re
from unicodedata import normalize

from narrate.speaking.money import SCALE, SCALES, bare_scale
from narrate.speaking.numbers import (
    NUMBER,
    cardinal,
    digits,
    fraction,
    integer,
    mixed,
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
    "50-50": "fifty-fifty", "20/20": "twenty twenty", "401(k)": "four oh one K",
}  # fmt: skip
# A plural behind four digits is counted, but for these, which only end as plurals do.
_COUNTED = re.compile(
    r"\s(?:(?!(?:was|is|as|has|this|its|his|hers|yes|thus|perhaps|always|sometimes|across|series|census|news|says|"
    r"marks|sees|looks|brings|proves|continues)\b)[a-z]+s|people|men|women|children)\b"
)
_PEOPLE = re.compile(r"\s(?:people|men|women|children|times|miles|feet|years)\b")
_COUNTING = re.compile(
    r"\b(?:than|about|around|nearly|almost|some|over|least|most|approximately|roughly)\s\Z"
)
_OF_A_YEAR = re.compile(
    r"\b(?:the|a|that|this|its|their|his|her|in|since|by|until|from|during|of|early|late|mid|to)[\s-]\Z",
    re.IGNORECASE,
)
_MODEL = re.compile(
    r"\b(?:[Ff]light|Boeing|Airbus|Route|Highway|Interstate|[Rr]oom|Channel)\s(?:[A-Z]{1,2}\s?)?\Z|\b[A-Z]{1,2}-\Z"
)
_AIRCRAFT = re.compile(
    r"7[0-8]7\s(?:MAX|Max|[Jj]ets?|planes?|aircraft|airliners?|Dreamliners?|freighters?)\b.*", re.DOTALL
)
_IN_BEFORE = re.compile(r"\b[Ii]n\s\Z")
_FOOTNOTE_BEFORE = re.compile(r"[a-z]{3}[.!?][”\"’)]?\Z")
_STREET_NAME = (
    r"\s(?:[A-Z][a-z]+\s|\d+(?:st|nd|rd|th)\s){1,3}(?:St|Ave|Blvd|Rd|Dr|Ln|Expy|Hwy|Pkwy|Pl|Ct|Sq|"
    r"Street|Avenue|Boulevard|Road|Drive|Lane|Expressway|Highway|Parkway|Place|Court|Square|Way|Terrace|Circle)\b"
)
_STREET = re.compile(_STREET_NAME)
_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West"}
# "3/30" at the start of a line numbers a picture.
_COUNTER = re.compile(r"\s[A-Z\"“‘']|\s\d")
_STATE_BEFORE = re.compile(r"(?:,\s[A-Z]{2}|[A-Z][a-z]{2,4}\.),?\s\Z")


_BOOK_BEFORE = re.compile(r"\b[A-Z][a-z]+\s\Z")
_LONGEST_COUNT = 9
"""Without commas, more digits than this identify something and count nothing."""

_SCALES = {
    **{scale: name for scale, name in SCALES.items() if scale not in ("b", "t")},
    **dict.fromkeys(("k", "K"), "K"),
}
"""Those of money, but for what is no scale without a currency, and for the letter of "10K"."""
_IDENTIFIER = re.compile(r"\d{3,}")
_HUNDREDTHS = re.compile(r"\.\d\d\Z")


def _plain(match: re.Match[str]) -> str:
    """A number on its own."""
    is_bare = not match["sign"] and not match["plus"]
    if is_bare and _IDENTIFIER.fullmatch(match["number"]):
        return _identifier(match)
    plus = " plus" if match["plus"] else ""
    return _signed(match) + plus


def _signed(match: re.Match[str]) -> str:
    """A number with its sign."""
    minus = "minus " if match["sign"] else ""
    return minus + number(match["number"])


def _identifier(match: re.Match[str]) -> str:
    """Digits alone may be a footnote, a year, a house, a flight or a zip code, and only then a count."""
    written = match["number"]
    if _is_model_or_house(match):
        return paired(written)
    if _is_year(match):
        return year(int(written))
    if len(written) > _LONGEST_COUNT:
        return digits(written)
    if _is_zip_code(match):
        return digits(written)
    return integer(written)


def _is_model_or_house(match: re.Match[str]) -> bool:
    """Whether it is the number of an aircraft, a flight, a room or a house: two digits at a time."""
    written = match["number"]
    if _AIRCRAFT.fullmatch(written + after(match)):
        return True
    if len(written) > 4:
        return False
    return bool(_STREET.match(after(match, 48)) or _MODEL.search(before(match)))


def _is_year(match: re.Match[str]) -> bool:
    oldest = 1010 if _IN_BEFORE.search(before(match)) else 1100
    is_likely = len(match["number"]) == 4 and oldest <= int(match["number"]) <= 2999
    return is_likely and not _is_count(match)


def _is_zip_code(match: re.Match[str]) -> bool:
    return len(match["number"]) == 5 and _STATE_BEFORE.search(before(match)) is not None


def _is_count(match: re.Match[str]) -> bool:
    if _OF_A_YEAR.search(before(match)):
        return False
    if _COUNTING.search(before(match)) or _PEOPLE.match(after(match)):
        return True
    # A number as large as our years has a comma where it counts: "the 2023 champions".
    return not 1900 <= int(match["number"]) <= 2099 and _COUNTED.match(after(match)) is not None


def _house(match: re.Match[str]) -> str:
    """Such as "708 N. First St": the number of a house, and the side of the town."""
    written = match["number"]
    house = paired(written) if len(written) in (3, 4) else number(written)
    side = "".join(_SIDES[letter] for letter in match["side"])
    return f"{house} {side.capitalize()}"


def _scaled(match: re.Match[str]) -> str | None:
    """Such as "1.5 million", "2-3 billion", "3bn", "5m"; "10K" keeps its letter."""
    scale = bare_scale(match["scale"])
    name = _SCALES.get(scale)
    if scale == "m" and _HUNDREDTHS.search(match["number"]):
        return f"{number(match['number'])} meters"  # a jump or a throw
    to = f" to {number(match['to'])}" if match["to"] else ""
    return f"{_signed(match)}{to} {name}" if name else None


def _range(match: re.Match[str]) -> str:
    """Also a score: "5-4" is "five to four"."""
    return f"{number(match['first'])} to {number(match['last'])}"


def _ratio(match: re.Match[str]) -> str:
    """Such as "2:1", but behind a name the verse of a book: "Ruth 2:1"."""
    if _BOOK_BEFORE.search(before(match)):
        return f"{number(match['first'])} {number(match['last'])}"
    return _range(match)


def _series(match: re.Match[str]) -> str:
    """Three numbers in a row: a record of "6-4-2"."""
    return " ".join(cardinal(int(part)) for part in re.split("[-–]", match[0]))


def _version(match: re.Match[str]) -> str:
    """Such as "10.4.1"."""
    return " point ".join(integer(part) for part in match[0].split("."))


def _fraction(match: re.Match[str]) -> str | None:
    top, bottom = int(match["top"]), int(match["bottom"])
    if _counts_pictures(match):
        return f"{cardinal(top)} of {cardinal(bottom)}"
    sign = "minus " if match["sign"] else ""
    return sign + _with_whole(match["whole"], fraction(top, bottom)) if bottom >= 2 else None


def _counts_pictures(match: re.Match[str]) -> bool:
    """Whether "3/30" stands at the start of a line."""
    if match["whole"] or before(match, 1) not in ("", "\n"):
        return False
    return _COUNTER.match(after(match)) is not None


def _vulgar(match: re.Match[str]) -> str:
    top, bottom = normalize("NFKC", match["sign"]).split("\N{FRACTION SLASH}")
    return _with_whole(match["whole"], fraction(int(top), int(bottom)))


def _with_whole(whole: str | None, part: str) -> str:
    """Such as "three and a half"."""
    return mixed(whole, part) if whole else part


def _ordinal(match: re.Match[str]) -> str:
    return ordinal(int(match["number"].replace(",", "")))


def _plural(match: re.Match[str]) -> str:
    return plural(cardinal(int(match["number"].rstrip("'’s"))))


def _lettered(match: re.Match[str]) -> str:
    """Such as "5G", "1B"."""
    return f"{number(match['number'])} {'.'.join(match['letters'])}"


VULGAR_RULES = (rule(rf"(?P<whole>\d{{1,4}})?\s?(?P<sign>[{VULGAR}])", _vulgar),)


def _power(match: re.Match[str]) -> str | None:
    """ "12²", "10⁻⁴"; behind a year it is the mark of a note."""
    power = _POWERS.get(match["power"])
    is_note = power is None and len(match["number"]) > _LONGEST_BASE
    if is_note:
        return None
    if power is None:
        power = _exponent(match["power"])
    factor = f"{number(match['factor'])} times " if match["factor"] else ""
    return f"{factor}{number(match['number'])} {power}"


def _exponent(written: str) -> str:
    """Such as "to the minus four", of the small signs above a line."""
    plain = normalize("NFKC", written)
    sign = "minus " if plain[0] == "−" else ""
    size = number(plain.lstrip("−"))
    return f"to the {sign}{size}"


_POWERS = {"²": "squared", "³": "cubed"}
_LONGEST_BASE = 3
"""Digits of a number with an exponent, but for squares and cubes."""


def _footnote(match: re.Match[str]) -> str | None:
    """A number that clings to the end of a sentence."""
    return "" if _FOOTNOTE_BEFORE.search(before(match)) else None


NUMBER_RULES = (
    rule(r"\d{1,3}(?=\s+[A-Z“\"]|\s*\Z)", _footnote),
    rule(rf"(?:{'|'.join(map(re.escape, _NAMED))})(?![\w/]|[-.,]\d)", lambda match: _NAMED[match[0]]),
    *VULGAR_RULES,
    rule(rf"(?P<number>\d{{1,5}})\s(?P<side>[NS]?[EW]|[NS])\.?(?={_STREET_NAME})", _house),
    rule(rf"(?:(?P<factor>{NUMBER})×)?(?P<number>{NUMBER})(?P<power>⁻?[⁰¹²³⁴-⁹]{{1,3}})", _power),
    rule(
        r"(?P<sign>[-−])?(?:(?P<whole>\d{1,3})[\s-])?(?P<top>\d{1,3})/(?P<bottom>\d{1,3})(?i:st|nd|rd|th)?s?(?![\w/])",
        _fraction,
    ),
    rule(r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,15})(?:st|nd|rd|th|ST|ND|RD|TH)\b", _ordinal),
    rule(rf"(?P<sign>[-−])?(?P<number>{NUMBER})(?:\s?[-–]\s?(?P<to>{NUMBER}))?(?P<scale>{SCALE})", _scaled),
    rule(r"\d{1,2}[-–]\d{1,2}[-–]\d{1,2}(?![\w-])", _series),
    rule(rf"(?P<first>{NUMBER})\s?[-–]\s?(?P<last>{NUMBER})(?![\w-]|[-.,]\d)", _range),
    rule(r"(?P<number>\d{2,3}['’]?s|\d{1,3}s)\b", _plural),
    rule(r"(?P<number>\d{1,4}(?:\.\d)?)x\b", lambda match: f"{number(match['number'])} times"),
    rule(r"(?P<first>\d{1,3}):(?P<last>\d{1,3})(?![\w:])", _ratio),
    rule(r"\d{1,4}(?:\.\d{1,4}){2,5}(?![\w.]\d)", _version),
    rule(r"0x[\dA-Fa-f]+\b", lambda match: match[0]),
    rule(r"(?P<number>\d{1,3})(?P<letters>[A-Z]{1,2})(?![\w])", _lettered),
    rule(rf"(?P<sign>[-−])?(?P<number>{NUMBER})(?P<plus>\+(?!\w))?(?![^\W_]|\.\d)", _plain),
)
