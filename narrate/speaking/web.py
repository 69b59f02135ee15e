"""Addresses of the web: links, e-mail, handles, hashtags."""

from __future__ import annotations

import re

from narrate.speaking.initialisms import letters
from narrate.speaking.numbers import cardinal, digits, year
from narrate.speaking.rules import rule

_TOP = r"(?:com|org|net|edu|gov|mil|info|biz|io|tv|eu|int|(?:ac|co|gov|org)\.uk|uk|us|ca|au|de|fr|me|ly|be)"
_NAMES = {".": "dot", "-": "dash", "_": "underscore", "/": "slash", "@": "at", "+": "plus", "~": "tilde"}
_LETTERS = {"uk", "us", "eu", "tv", "io", "ac", "de", "fr", "au", "ca"}
# A path longer than this, or one with a query or a number in it, is for clicking; only the host is read.
_LONGEST_PATH = 24
_PART = re.compile(r"[A-Za-z]+|\d+|[^A-Za-z0-9]")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z’']+|\d+|[^\W\d_A-Za-z]+")


def _address(written: str) -> str:
    return " ".join(_part(part) for part in _PART.findall(written))


def _part(part: str) -> str:
    if part.isdecimal():
        return _digits(part)
    if part.lower() in _LETTERS:
        return letters(part.upper())
    return _NAMES.get(part, part)


def _digits(part: str) -> str:
    return cardinal(int(part)) if len(part) <= 2 and part[0] != "0" else digits(part)


def _tag_digits(part: str) -> str:
    """Four digits behind a hashtag's words are the year of something."""
    return year(int(part)) if re.fullmatch(r"(?:19|20)\d\d", part) else _digits(part)


def _link(match: re.Match[str]) -> str:
    host, path = match["host"], (match["path"] or "").rstrip("/")
    readable = len(path) <= _LONGEST_PATH and re.fullmatch(r"[/A-Za-z_-]*", path)
    return _address(host + path if readable else host)


def _email(match: re.Match[str]) -> str:
    return _address(match[0])


def _words(written: str) -> str:
    """Names in parts: "MeToo" as "Me Too", "news_desk1" as "news desk one"."""
    parts = [_tag_digits(part) if part.isdecimal() else part for part in _CAMEL.findall(written)]
    return " ".join(parts) or written


SMALL_RULES = (
    rule(r"[\w.+-]{1,64}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,4}", _email),
    rule(
        r"(?:https?://)(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+(?::\d+)?)(?P<path>(?:[/?#][^\s<>\"”’)\]]*[\w/])?)",
        _link,
        re.IGNORECASE,
    ),
    rule(
        rf"(?:www\.)?(?P<host>(?:[A-Za-z\d-]{{2,63}}\.){{1,3}}{_TOP})\b(?P<path>/[^\s<>\"”’)\]]*[\w/])?(?![\w@])",
        _link,
        re.IGNORECASE,
    ),
)
SYMBOL_RULES = (
    rule(r"@(?P<name>[A-Za-z_]\w{0,39})", lambda m: "at " + _words(m["name"])),
    rule(r"\#(?P<name>[^\W\d]\w{0,99})", lambda m: "hashtag " + _words(m["name"])),
    rule(r"\#\s?(?=\d)", lambda _: "number "),
)
