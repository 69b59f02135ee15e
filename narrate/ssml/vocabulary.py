"""What SSML 1.1 has: elements, attributes, and what may stand in them.

Section numbers are those of the W3C Recommendation of 7 September 2010. What SSML 1.0 (2004) and the big
platforms write otherwise (rate="0.8", volume="50", pitch="10%") is understood and made SSML 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from math import log10

from narrate.prosody import NUMBER

NAMESPACE = "http://www.w3.org/2001/10/synthesis"
XML = "http://www.w3.org/XML/1998/namespace"
LANG = f"{{{XML}}}lang"
ID = f"{{{XML}}}id"
GENDERS = {"f": "female", "m": "male", None: "neutral"}

# Attributes by element; "*" stands in every element. Sections 3.1.1 to 3.3.3, in their order.
_FETCHING = "maxage maxstale"
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    name: frozenset(attributes.split())
    for name, attributes in {
        "*": "xml:lang xml:base xml:id onlangfailure",
        "speak": "version startmark endmark",
        "lexicon": f"uri type fetchtimeout {_FETCHING}",
        "lookup": "ref",
        "meta": "name http-equiv content",
        "metadata": "",
        "p": "",
        "s": "",
        "token": "role",
        "w": "role",
        "say-as": "interpret-as format detail",
        "phoneme": "ph alphabet type",
        "sub": "alias",
        "lang": "",
        "voice": "gender age variant name languages required ordering onvoicefailure",
        "emphasis": "level",
        "break": "strength time",
        "prosody": "pitch contour range rate duration volume",
        "audio": "src fetchtimeout fetchhint clipBegin clipEnd repeatCount repeatDur soundLevel speed "
        + _FETCHING,
        "mark": "name",
        "desc": "",
    }.items()
}
ELEMENTS = frozenset(ATTRIBUTES) - {"*"}
REQUIRED: Mapping[str, str] = {
    "lexicon": "uri", "lookup": "ref", "meta": "content", "say-as": "interpret-as", "phoneme": "ph",
    "sub": "alias", "lang": "xml:lang", "mark": "name",
}  # fmt: skip
TEXT_ONLY = frozenset({"say-as", "phoneme", "sub", "desc"})
"""Elements that hold no other one (sections 3.1.9 to 3.1.11 and 3.3.3)."""
EMPTY = frozenset({"break", "mark", "meta", "lexicon"})
"""Elements that hold nothing."""
UNSPOKEN = frozenset({"lexicon", "meta", "metadata", "desc"})
"""Elements whose content is about the document and not part of it (sections 3.1.5, 3.1.6 and 3.3.3)."""

ELEMENT_ALIASES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "bookmark": ("mark", {"mark": "name"}),
    "paragraph": ("p", {}),
    "sentence": ("s", {}),
}
"""Azure's name, and those of SSML 1.0's drafts: the element that they stand for, and its attributes."""
ATTRIBUTE_ALIASES: Mapping[str, Mapping[str, str]] = {
    "*": {"lang": "xml:lang"},
    "voice": {"language": "languages"},
}
"""By element, or "*" for all: HTML's name for the language, which many write, and Google's for a voice's."""
_NEAR = 0.75
"""Similarity (Ratcliff and Obershelp's) from which a name is a misspelling: "brake" and "break" have .8, a
vendor's "media" and "meta" .67."""

_NUMBER = NUMBER
_TIME = rf"\+?{_NUMBER}(ms|s)"
_HEIGHT = rf"x-low|low|medium|high|x-high|default|[+-]?{_NUMBER}Hz|[+-]{_NUMBER}(st|%)"
_TIME_REMEDY = 'write "250ms" or "0.25s"'
_HEIGHT_REMEDY = 'write "+2st", "-10%", "+20Hz", "180Hz", or x-low, low, medium, high, x-high'
_FAILURES = "changevoice|ignoretext|ignorelang|processorchoice|priorityselect|keepexisting"
# Pattern of each attribute's values, and what to write instead; an attribute with no entry takes any text.
VALUES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("speak", "version"): (r"1\.[01]", 'write version="1.1"'),
    ("*", "xml:lang"): (r"|[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*", 'write a language tag, such as "en-GB"'),
    ("*", "onlangfailure"): (_FAILURES, "one of changevoice, ignoretext, ignorelang, processorchoice"),
    ("voice", "onvoicefailure"): (_FAILURES, "one of priorityselect, keepexisting, processorchoice"),
    ("voice", "gender"): ("male|female|neutral|", "male, female or neutral"),
    ("voice", "age"): (r"\d{1,3}|", "whole years"),
    ("voice", "variant"): (r"[1-9]\d{0,3}|", "a whole number from 1"),
    ("emphasis", "level"): ("strong|moderate|none|reduced", "strong, moderate, none or reduced"),
    ("break", "strength"): (
        "none|x-weak|weak|medium|strong|x-strong",
        "none, x-weak, weak, medium, strong or x-strong",
    ),
    ("break", "time"): (_TIME, _TIME_REMEDY),
    ("prosody", "pitch"): (_HEIGHT, _HEIGHT_REMEDY),
    ("prosody", "range"): (_HEIGHT, _HEIGHT_REMEDY),
    ("prosody", "rate"): (
        rf"x-slow|slow|medium|fast|x-fast|default|(?!0*\.?0+%){_NUMBER}%",
        "write a percentage above 0%, or x-slow, slow, medium, fast, x-fast",
    ),
    ("prosody", "volume"): (
        rf"silent|x-soft|soft|medium|loud|x-loud|default|[+-]{_NUMBER}dB",
        'write "+6dB" or "-6dB", or silent, x-soft, soft, medium, loud, x-loud',
    ),
    ("prosody", "duration"): (_TIME, _TIME_REMEDY),
    ("prosody", "contour"): (
        rf"\s*+(\(\s*+{_NUMBER}%\s*+,\s*+({_HEIGHT})\s*+\)\s*+)+",
        'write "(0%,+20Hz) (50%,+2st) (100%,-10%)"',
    ),
    ("audio", "clipBegin"): (_TIME, _TIME_REMEDY),
    ("audio", "clipEnd"): (_TIME, _TIME_REMEDY),
    ("audio", "repeatDur"): (_TIME, _TIME_REMEDY),
    ("audio", "repeatCount"): (_NUMBER, "a number above 0"),
    ("audio", "soundLevel"): (rf"[+-]{_NUMBER}dB", 'write "+6dB" or "-6dB"'),
    ("audio", "speed"): (rf"(?!0*\.?0+%){_NUMBER}%", "a percentage above 0%"),
}


def canonical(element: str, attribute: str, value: str) -> str | None:
    """The value as SSML 1.1 writes it, without white space around it; None where it means nothing.

    An attribute that takes any text (an alias) keeps it as it is.
    """
    pattern = VALUES.get((element, attribute)) or VALUES.get(("*", attribute))
    if pattern is None:
        return value
    rewrite = _REWRITES.get((element, attribute), str)
    written = rewrite(value.strip())
    return written if re.fullmatch(pattern[0], written) else None


def remedy(element: str, attribute: str) -> str:
    """What to write in an attribute."""
    return (VALUES.get((element, attribute)) or VALUES[("*", attribute)])[1]


def misspelled(word: str, known: frozenset[str]) -> str | None:
    """The name that somebody meant who wrote `word`; None where it is near to none.

    "brake" and "Break" are a break; "media" is no slip for "meta" but the element of a vendor.
    """
    by_spelling = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), sorted(by_spelling), n=1, cutoff=_NEAR)
    return by_spelling[close[0]] if close else None


def _rate(value: str) -> str:
    """SSML 1.0, section 3.2.4: "0.8" is a factor; "+10%" and "-20%" are changes."""
    if re.fullmatch(_NUMBER, value):
        return f"{float(value) * 100:g}%"
    if re.fullmatch(rf"[+-]{_NUMBER}%", value):
        return f"{100 + float(value[:-1]):g}%" if float(value[:-1]) > -100 else value
    return value


def _height(value: str) -> str:
    """Azure and SSML 1.0 drafts leave out the sign of a change."""
    return f"+{value}" if re.fullmatch(rf"{_NUMBER}(st|%)", value) else value


def _volume(value: str) -> str:
    """SSML 1.0, section 3.2.4: 0 to 100 is the amplitude, 100 the default; a sign makes it a change."""
    if not re.fullmatch(rf"[+-]?{_NUMBER}%?", value):
        return value
    number = float(value.rstrip("%"))
    share = (100 + number) / 100 if value[0] in "+-" else number / 100
    return "silent" if share <= 0 else f"{20 * log10(share):+.2f}dB"


_REWRITES: Mapping[tuple[str, str], Callable[[str], str]] = {
    ("prosody", "rate"): _rate,
    ("prosody", "pitch"): _height,
    ("prosody", "range"): _height,
    ("prosody", "volume"): _volume,
}
