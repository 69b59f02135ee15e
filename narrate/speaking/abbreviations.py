"""Shortened words: titles, states, parties, streets, companies, "No. 10", "vs.", "etc."."""

from __future__ import annotations

import re

from narrate.english.titles import SHORT_TITLES, UNDOTTED_TITLES
from narrate.speaking.places import AP_STATES, POSTAL_STATES
from narrate.speaking.rules import after, alone, before, rule, stop

# Before a name, with the full stop.
_TITLES = {
    **{short: title.spoken for short, title in SHORT_TITLES.items() if short not in ("Sec", "Del")},
    "St": "Saint", "Ste": "Sainte", "Mt": "Mount", "Ft": "Fort",
}  # fmt: skip
# Without the full stop too.
_UNDOTTED = UNDOTTED_TITLES | {"St", "Mt"}
# Behind a name, and before no other.
_STREETS = {
    "St": "Street", "Dr": "Drive", "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Ln": "Lane",
    "Hwy": "Highway", "Expy": "Expressway", "Pkwy": "Parkway", "Sq": "Square", "Pl": "Place", "Ct": "Court",
}  # fmt: skip
_AFTER_NAMES = {
    "Jr": "Junior", "Sr": "Senior", "Inc": "Incorporated", "Corp": "Corporation", "Co": "Company",
    "Cos": "Companies", "Ltd": "Limited", "Bros": "Brothers", "Esq": "Esquire", "Univ": "University",
    "Assn": "Association", "Dept": "Department", "Govt": "Government", "Intl": "International",
}  # fmt: skip
_NEEDS_DOT = frozenset(("Co", "Cos", "Esq", "Univ"))
_DEGREES = frozenset(("MD", "MA"))
"""Also what stands behind a doctor's or a master's name: a state only before a zip code."""
_STATES = {**POSTAL_STATES, **AP_STATES}
_PLACES = {**{name: name for name in _STATES.values()}, **_STATES}
"""States by their names and by the ways to shorten these."""
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
_ANYWHERE = {
    "dept": "department", "assoc": "association", "etc": "et cetera",
    "e.g": "for example", "eg": "for example", "i.e": "that is", "ie": "that is",
    "vs": "versus", "approx": "approximately", "aka": "also known as", "a.k.a": "also known as",
    "incl": "including", "cf": "compare", "viz": "namely", "govt": "government",
}  # fmt: skip
_BEFORE_DIGITS = {
    "No": "Number", "Nos": "Numbers", "no": "number", "nos": "numbers", "p": "page", "pp": "pages",
    "Vol": "Volume", "vol": "volume", "Ch": "Chapter", "ch": "chapter", "Fig": "Figure", "fig": "figure",
    "Sec": "Section", "Art": "Article", "Rte": "Route", "Apt": "Apartment", "Hwy": "Highway",
    "est": "established",
    "c": "circa", "ca": "circa",
}  # fmt: skip
_BARE_BEFORE_DIGITS = ("No", "Nos")
"""They need no full stop."""
BARE_WORDS = "|".join((*_UNDOTTED, *_STREETS, *(_AFTER_NAMES.keys() - _NEEDS_DOT), *_BARE_BEFORE_DIGITS))
"""Regular expression of the words with a capital that `CAPITAL_RULES` know without a full stop."""
SMALL_WORDS = "|".join(re.escape(word) for word in (*_ANYWHERE, *filter(str.islower, _BEFORE_DIGITS), "v"))
"""Regular expression of the words in lower case that `SMALL_RULES` know, without full stops."""

_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'.-]*|\d+(?:st|nd|rd|th)|&),?\s\Z")
_PLACE_BEFORE = re.compile(r"[A-Z][\w’'.-]*,\s\Z")
_NAME_AFTER = re.compile(r"\s[\"“‘']?(?:[A-Z]|(?:d[aeiu]|v[ao]n|al|el|de la)[\s-])")
_SENTENCE_AFTER = re.compile(r"\s(?:The|He|She|It|They|A|An|In|On|At|But|And|Police|We|His|Her)\b")


def _word(match: re.Match[str]) -> str | None:
    word = match["word"]
    for table, fits in _TABLES:
        if word in table and (fits(match) or _stands_alone(match)):
            end = "" if table is _TITLES else stop(match)
            return table[word] + end
    return None


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether an abbreviation with its full stop is all there is."""
    return bool(match["dot"]) and alone(match)


def _is_title(match: re.Match[str]) -> bool:
    right = after(match)
    if not match["dot"]:
        return match["word"] in _UNDOTTED and re.match(r"\s[A-Z][a-zà-ÿ]", right) is not None
    if match["word"] in _STREETS and _NAME_BEFORE.search(before(match)) and _SENTENCE_AFTER.match(right):
        return False
    return _NAME_AFTER.match(right) is not None


def _is_street(match: re.Match[str]) -> bool:
    return _NAME_BEFORE.search(before(match)) is not None


def _is_behind_name(match: re.Match[str]) -> bool:
    dotted = bool(match["dot"]) or match["word"] not in _NEEDS_DOT
    return dotted and _NAME_BEFORE.search(before(match)) is not None


_TABLES = ((_TITLES, _is_title), (_STREETS, _is_street), (_AFTER_NAMES, _is_behind_name))
"""Words that are shortened before or after names, and when they are."""


def _state(match: re.Match[str]) -> str | None:
    state = AP_STATES.get(match["state"])
    if state is None or not _PLACE_BEFORE.search(before(match)):
        return None
    return state + stop(match)


def _postal(match: re.Match[str]) -> str | None:
    code = match["code"]
    if code not in POSTAL_STATES or not _PLACE_BEFORE.search(before(match)):
        return None
    if code in _DEGREES and not re.match(r"\s\d{5}\b", after(match)):
        return None
    return POSTAL_STATES[code]


def _party(match: re.Match[str]) -> str | None:
    """Party and state: "D-Calif." is "Democrat of California"."""
    place = _PLACES.get(match["state"])
    return f"{_PARTIES[match['party']]} of {place}" if place else None


def _party_alone(match: re.Match[str]) -> str | None:
    """Behind a politician's name: "Gov. Ada Quill (R)"."""
    return f"({_PARTIES[match['party']]})" if _NAME_BEFORE.search(before(match)) else None


def _numbered(match: re.Match[str]) -> str | None:
    word = match["word"]
    spoken = _BEFORE_DIGITS.get(word)
    if spoken is None or not (match["dot"] or word in _BARE_BEFORE_DIGITS):
        return None
    return spoken if after(match, 1).isspace() else spoken + " "


def _anywhere(match: re.Match[str]) -> str | None:
    spoken = _ANYWHERE.get(match["word"].lower())
    if spoken is None:
        return None
    return spoken + stop(match) if match["word"] == "etc" else spoken


def _versus(match: re.Match[str]) -> str | None:
    """Between two names: "Roe v. Wade", "England v France"."""
    return "versus" if _NAME_BEFORE.search(before(match)) else None


_NUMBERED = rule(r"(?P<word>[A-Za-z]{1,4})(?P<dot>\.?)(?=\s?\d)", _numbered)
CAPITAL_RULES = (
    rule(
        r"(?P<party>[DRI])-(?P<state>(?:[A-Z]\.){0,1}[A-Z][A-Za-z]*)\b(?:\.(?=\W|\Z))?(?!\w|[-'’]\w)", _party
    ),
    rule(r"(?P<word>[A-Z][a-z]{1,5})\b(?P<dot>\.?)", _word),
    rule(r"(?P<state>(?:[A-Z]\.)?[A-Z][a-z]{0,4})\.", _state),
    rule(r"(?P<code>[A-Z]{2})\b(?!\.\w)", _postal),
    rule(r"Ph\.?D\b\.?", lambda match: "PHD" + stop(match)),
    _NUMBERED,
)
SYMBOL_RULES = (rule(r"\((?P<party>[DR])\)", _party_alone),)
SMALL_RULES = (
    _NUMBERED,
    rule(r"v\.?(?=\s[A-Z])", _versus),
    rule(r"(?P<word>[aei]\.(?:k\.a|e|g)|[A-Za-z]{2,6})\b\.?(?![\w@])", _anywhere),
)
