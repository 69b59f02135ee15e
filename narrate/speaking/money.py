"""Amounts of money: "$3.2bn", "€5m", "£1.2 million", "US$40", "50p", "$1.50", "$5-10 million"."""

from __future__ import annotations

import re

from narrate.speaking.initialisms import letters
from narrate.speaking.numbers import NUMBER, cardinal, number, plural
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
# Symbol → one, many, one hundredth, hundredths, which are empty where there are none.
_CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "US$": ("US dollar", "US dollars", "cent", "cents"),
    "A$": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "AU$": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "C$": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "CA$": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "NZ$": ("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    "HK$": ("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    "S$": ("Singapore dollar", "Singapore dollars", "cent", "cents"),
    "R$": ("real", "reais", "centavo", "centavos"),
    "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "NT$": ("New Taiwan dollar", "New Taiwan dollars", "cent", "cents"),
    "¥": ("yen", "yen", "", ""),
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "Rs": ("rupee", "rupees", "paisa", "paise"),
    "₩": ("won", "won", "", ""),
    "₽": ("ruble", "rubles", "kopeck", "kopecks"),
    "₺": ("lira", "lira", "kurus", "kurus"),
    "₪": ("shekel", "shekels", "agora", "agorot"),
    "₦": ("naira", "naira", "kobo", "kobo"),
    "₴": ("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "USD": ("US dollar", "US dollars", "cent", "cents"),
    "EUR": ("euro", "euros", "cent", "cents"),
    "GBP": ("pound", "pounds", "penny", "pence"),
    "CHF": ("Swiss franc", "Swiss francs", "centime", "centimes"),
    "JPY": ("yen", "yen", "", ""),
}
_ARTICLE = re.compile(r"\b[Aa]n?\s\Z")
_NAMED = re.compile(
    r"\b(?:[A-Z][\w’'-]*|[a-z]+[A-Z]\w*|flat|section|class|year|unit|note|fig\.?)\s\Z|\A\Z|\n\Z"
)
_WORD = re.compile(r"[\s-][a-z]")
# What has a price for its first name, with or without an article before it.
_PRICED = re.compile(
    r"[\s-](?:deal|contract|settlement|fine|loan|grant|budget|package|plan|program(?:me)?|project|fund|lawsuit|"
    r"bill|bond|note|ticket|house|home|mansion|bid|offer|investment|prize|reward|donation|bailout)\b"
)
SIGN = r"(?:[A-Z]{0,2}\$|[€£¥₹₩₽₺₪₦₴])"
"""Regular expression of a currency's sign before an amount."""


def _currency(symbol: str) -> tuple[str, str, str, str] | None:
    """Dollars of a country that is not known by its letters are still dollars."""
    if symbol in _CURRENCIES or not symbol.endswith("$"):
        return _CURRENCIES.get(symbol)
    country = letters(symbol[:-1])
    return f"{country} dollar", f"{country} dollars", "cent", "cents"


def _prefixed(match: re.Match[str]) -> str | None:
    names = _currency(match["symbol"])
    if names is None:
        return None
    sign = "minus " if match["sign"] else ""
    if match["to"]:
        if not match["scale"] and not match["to_scale"] and "." in match["number"] + match["to"]:
            return f"{_exact(match['number'], names, False)} to {_exact(match['to'], names, False)}"
        first = _amount(match["number"], match["scale"])
        return f"{first} to {_amount(match['to'], match['to_scale'])} {names[1]}"
    if match["scale"]:
        single = adjectival(match) or match["scale"][0] == "-"
        return f"{sign}{_amount(match['number'], match['scale'])} {names[0] if single else names[1]}"
    return sign + _exact(match["number"], names, adjectival(match))


def _amount(written: str, scale: str | None) -> str:
    spoken = number(written)
    return f"{spoken} {SCALES[scale.strip(' -').lower()]}" if scale else spoken


def _exact(written: str, names: tuple[str, str, str, str], single: bool) -> str:
    """Whole units and hundredths: "twelve dollars and five cents"; more decimals are read as such."""
    whole, _, part = written.replace(",", "").partition(".")
    part = f"{part}0" if len(part) == 1 else part
    if names[3] and len(part) == 2 and part != "00":
        hundredths = f"{cardinal(int(part))} {names[2] if part == '01' else names[3]}"
        return f"{_exact(whole, names, False)} and {hundredths}" if int(whole or 0) else hundredths
    trimmed = whole + (f".{part.rstrip('0')}" if part.strip("0") else "")
    return f"{number(trimmed)} {names[0] if single or trimmed == '1' else names[1]}"


def adjectival(match: re.Match[str]) -> bool:
    """Whether a quantity stands between "a" and its noun: "a $5 million deal", "a 10km run"."""
    right = after(match)
    return bool(_ARTICLE.search(before(match)) and _WORD.match(right)) or _PRICED.match(right) is not None


def _suffixed(match: re.Match[str]) -> str:
    names = _CURRENCIES[match["symbol"]]
    return _exact(match["number"], names, adjectival(match))


def _pence(match: re.Match[str]) -> str | None:
    """In pence or cents; a "5c" behind a name is a flat, a section or a model."""
    if match["unit"] == "c" and _NAMED.search(before(match)):
        return None
    unit = "pence" if match["unit"] == "p" else "cent"
    if match["number"] == "1" and unit == "pence":
        return "one penny"
    many = unit == "cent" and match["number"] != "1" and not adjectival(match)
    return f"{number(match['number'])} {plural(unit) if many else unit}"


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
