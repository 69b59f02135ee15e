"""Telephone numbers: digits one by one, with a comma's pause between the groups."""

from __future__ import annotations

import re

from narrate.speaking.numbers import digits
from narrate.speaking.rules import before, rule

_CALLING = re.compile(
    r"\b(?:(?:[Cc]all|[Dd]ial|[Rr]ing|[Pp]hone)(?:l?ed|l?ing|s)?|[Tt]ext(?:ed|ing|s)?(?: [A-Z]+)? to)\s\Z"
)
_TYPED = re.compile(r"\b(?:(?:[Pp]ass|[Pp]ost)?[Cc]ode|PIN|[Ee]xt(?:\.|ension))\s\Z")


def _number(match: re.Match[str]) -> str:
    return ", ".join(_group(group) for group in re.split(r"[-.\s()]+", match[0]) if group)


def _group(written: str) -> str:
    if written == "800":
        return "eight hundred"
    return ("plus " if written.startswith("+") else "") + digits(written)


def _lettered(match: re.Match[str]) -> str:
    """Such as "1-800-GO-U-HAUL": the words as words."""
    groups = [_group(group) for group in match["digits"].split("-") if group]
    return ", ".join([*groups, match["words"].replace("-", " ")])


def _emergency(match: re.Match[str]) -> str:
    return digits(match[0])


def _short_number(match: re.Match[str]) -> str | None:
    """A few digits that somebody is told to call or to text."""
    return _number(match) if _CALLING.search(before(match)) else None


def _code(match: re.Match[str]) -> str | None:
    """A few digits that somebody types."""
    return digits(match[0]) if _TYPED.search(before(match)) else None


def _internet(match: re.Match[str]) -> str:
    return " dot ".join(digits(part) for part in match[0].split("."))


NUMBER_RULES = (
    rule(r"\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\d)", _internet),
    rule(r"\d{3}-\d{2}-\d{4}(?![\w-])", _number),
    rule(r"(?P<digits>(?:1-)?[89]\d\d-)(?P<words>[A-Z]+(?:-[A-Z]+)*)\b", _lettered),
    rule(r"\+\d{1,3}(?:[-.\s]?\(?\d{1,5}\)?){2,5}(?![\w-])", _number),
    rule(r"(?:1[-.\s])?(?:\(\d{3}\)[\s-]?|\d{3}[-.\s])\d{3}[-.]\d{4}(?![\w-])", _number),
    rule(r"0\d{1,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?![\w-]|\s\d)", _number),
    rule(r"\(0\d{1,4}\)\s?\d{3,4}[\s-]?\d{3,4}(?![\w-])", _number),
    rule(r"[2-9]\d\d-\d{4}(?![\w-])", _number),
    rule(r"\d{2,4}(?:-\d{1,4}){3,5}(?![\w-])", _number),  # with an extension, or of another country
    rule(r"(?:911|999|1\d\d|\d{5,6}|\d{3,4}-\d{4})(?![\w-]|[.,:]\d)", _short_number),
    rule(r"\d{3,6}(?![\w-]|[.,:]\d)", _code),
    rule(r"(?:911|999)(?=\s(?:call|operator|dispatch|emergency))", _emergency),
)
