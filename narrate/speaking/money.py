"""Amounts of money: "$3.2bn", "€5m", "£1.2 million", "US$40", "50p", "$1.50", "$5-10 million"."""

from __future__ import annotations

import re
from typing import NamedTuple

from narrate.speaking.initialisms import letters
from narrate.speaking.numbers import NUMBER, cardinal, number
from narrate.speaking.rules import Rule, after, before, rule

SCALES = {
    "k": "thousand", "thousand": "thousand", "m": "million", "mn": "million", "mln": "million",
    "million": "million", "b": "billion", "bn": "billion", "billion": "billion", "tn": "trillion",
    "trn": "trillion", "t": "trillion", "trillion": "trillion", "hundred": "hundred",
    "crore": "crore", "lakh": "lakh",
}  # fmt: skip
SCALE = (
    r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|crore|lakh)|\s?(?:mn|mln|bn|tn|trn)|[kKmMbBtT])"
    r"(?!\w)"
)


class _Currency(NamedTuple):
    """What the units of a currency are called."""

    one: str
    many: str
    hundredth: str
    """Empty, as the next, if there are none."""
    hundredths: str


# By their symbols.
_CURRENCIES = {
    "$": _Currency("dollar", "dollars", "cent", "cents"),
    "US$": _Currency("US dollar", "US dollars", "cent", "cents"),
    "A$": _Currency("Australian dollar", "Australian dollars", "cent", "cents"),
    "AU$": _Currency("Australian dollar", "Australian dollars", "cent", "cents"),
    "C$": _Currency("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "CA$": _Currency("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "NZ$": _Currency("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    "HK$": _Currency("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    "S$": _Currency("Singapore dollar", "Singapore dollars", "cent", "cents"),
    "R$": _Currency("real", "reais", "centavo", "centavos"),
    "€": _Currency("euro", "euros", "cent", "cents"),
    "£": _Currency("pound", "pounds", "penny", "pence"),
    "NT$": _Currency("New Taiwan dollar", "New Taiwan dollars", "cent", "cents"),
    "¥": _Currency("yen", "yen", "", ""),
    "₹": _Currency("rupee", "rupees", "paisa", "paise"),
    "Rs": _Currency("rupee", "rupees", "paisa", "paise"),
    "₩": _Currency("won", "won", "", ""),
    "₽": _Currency("ruble", "rubles", "kopeck", "kopecks"),
    "₺": _Currency("lira", "lira", "kurus", "kurus"),
    "₪": _Currency("shekel", "shekels", "agora", "agorot"),
    "₦": _Currency("naira", "naira", "kobo", "kobo"),
    "₴": _Currency("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "USD": _Currency("US dollar", "US dollars", "cent", "cents"),
    "EUR": _Currency("euro", "euros", "cent", "cents"),
    "GBP": _Currency("pound", "pounds", "penny", "pence"),
    "CHF": _Currency("Swiss franc", "Swiss francs", "centime", "centimes"),
    "JPY": _Currency("yen", "yen", "", ""),
}
_ARTICLE = re.compile(r"\b[Aa]n?\s\Z")
_NAMED = re.compile(
    r"\b(?:[A-Z][\w’'-]*|[a-z]+[A-Z]\w*|flat|section|class|year|unit|note|fig\.?)\s\Z|\A\Z|\n\Z"
)
_HUNDREDTHS = re.compile(r"(?!00)\d\d")
_WORD = re.compile(r"[\s-][a-z]")
# What has a price for its first name, with or without an article before it.
_PRICED = re.compile(
    r"[\s-](?:deal|contract|settlement|fine|loan|grant|budget|package|plan|program(?:me)?|project|fund|lawsuit|"
    r"bill|bond|note|ticket|house|home|mansion|bid|offer|investment|prize|reward|donation|bailout)\b"
)
SIGN = r"(?:[A-Z]{0,2}\$|[€£¥₹₩₽₺₪₦₴])"
"""Regular expression of a currency's sign before an amount."""


def _currency(symbol: str) -> _Currency | None:
    """Dollars of a country that is not known by its letters are still dollars."""
    if symbol in _CURRENCIES or not symbol.endswith("$"):
        return _CURRENCIES.get(symbol)
    country = letters(symbol[:-1])
    return _Currency(f"{country} dollar", f"{country} dollars", "cent", "cents")


def _prefixed(match: re.Match[str]) -> str | None:
    names = _currency(match["symbol"])
    if names is None:
        return None
    if match["to"]:
        return _price_range(match, names)
    amount = _scaled if match["scale"] else _unscaled
    said = amount(match, names)
    if match["sign"]:
        return f"minus {said}"
    return said


def _scaled(match: re.Match[str], names: _Currency) -> str:
    """Such as "$3.2bn"; in the singular before a noun."""
    single = adjectival(match) or match["scale"][0] == "-"
    unit = names.one if single else names.many
    return f"{_amount(match['number'], match['scale'])} {unit}"


def _unscaled(match: re.Match[str], names: _Currency) -> str:
    """Such as "€5", "$1.50"."""
    return _exact(match["number"], names, single=adjectival(match))


def _price_range(match: re.Match[str], names: _Currency) -> str:
    """Such as "$5-10 million", or in whole units and hundredths, "$1.50 to $2"."""
    is_scaled = match["scale"] or match["to_scale"]
    if not is_scaled and "." in match["number"] + match["to"]:
        return f"{_exact(match['number'], names)} to {_exact(match['to'], names)}"
    first = _amount(match["number"], match["scale"])
    return f"{first} to {_amount(match['to'], match['to_scale'])} {names.many}"


def _amount(written: str, scale: str | None) -> str:
    """A number with "million" or the like, if there is one behind it."""
    spoken = number(written)
    return f"{spoken} {SCALES[bare_scale(scale).lower()]}" if scale else spoken


def bare_scale(written: str) -> str:
    """A match of `SCALE` without the hyphen or the white space before it; that may be non-breaking."""
    return written.lstrip("-").strip()


def _exact(written: str, names: _Currency, *, single: bool = False) -> str:
    """Whole units and hundredths: "twelve dollars and five cents"; more decimals are read as such."""
    whole, _, part = written.replace(",", "").partition(".")
    hundredths = part.ljust(2, "0")
    if names.hundredths and _HUNDREDTHS.fullmatch(hundredths):
        return _in_hundredths(whole, hundredths, names)
    trimmed = f"{whole}.{part}".rstrip("0").rstrip(".") if part else whole
    return _units(trimmed, names, single=single)


def _in_hundredths(whole: str, part: str, names: _Currency) -> str:
    """Such as "twelve dollars and five cents", or hundredths alone."""
    hundredths = _hundredths(part, names)
    return f"{_units(whole, names)} and {hundredths}" if whole.strip("0") else hundredths


def _hundredths(digits: str, names: _Currency) -> str:
    """Two digits, such as "five cents"."""
    unit = names.hundredth if digits == "01" else names.hundredths
    return f"{cardinal(int(digits))} {unit}"


def _units(written: str, names: _Currency, *, single: bool = False) -> str:
    """A number of units, such as "twelve dollars"."""
    unit = names.one if single or written == "1" else names.many
    return f"{number(written)} {unit}"


def adjectival(match: re.Match[str]) -> bool:
    """Whether a quantity stands between "a" and its noun: "a $5 million deal", "a 10km run"."""
    right = after(match)
    if _PRICED.match(right):
        return True
    return _WORD.match(right) is not None and _ARTICLE.search(before(match)) is not None


def _suffixed(match: re.Match[str]) -> str:
    return _unscaled(match, _CURRENCIES[match["symbol"]])


def _pence(match: re.Match[str]) -> str | None:
    """In pence or cents; a "5c" behind a name is a flat, a section or a model."""
    written, unit = match["number"], match["unit"]
    if unit == "p":
        return "one penny" if written == "1" else f"{number(written)} pence"
    if unit == "c" and _NAMED.search(before(match)):
        return None
    return _cents(match)


def _cents(match: re.Match[str]) -> str:
    is_one = match["number"] == "1" or adjectival(match)
    return f"{number(match['number'])} {'cent' if is_one else 'cents'}"


def _before(symbol: str) -> tuple[Rule, Rule]:
    """Rules for amounts behind a sign or a code: a range, and one amount."""
    first = rf"(?P<sign>[-−])?(?P<symbol>{symbol})\s?(?P<number>{NUMBER})(?P<scale>{SCALE}|\s[bB](?!\w))?"
    last = rf"\s?(?:[-–]|\bto\b)\s?(?P=symbol)?(?P<to>{NUMBER})(?P<to_scale>{SCALE})?(?![\w%]|[-–]\w)"
    return rule(first + last, _prefixed), rule(first + "(?P<to>)", _prefixed)


MONEY_RULES = _before(SIGN)
CAPITAL_RULES = _before(r"(?:[A-Z]{3}|Rs)(?=\s?\d)")
NUMBER_RULES = (
    rule(rf"(?P<number>{NUMBER})\s?(?P<symbol>[€£$])(?![\w.]*\d)", _suffixed),
    rule(rf"(?P<number>{NUMBER})(?P<unit>[pc¢])(?!\w)", _pence),
)
