"""Shortened words: titles, states, streets, companies, "No. 10", "vs.", "etc."."""

from __future__ import annotations

import re

from narrate.speaking.rules import after, before, rule, stop

# Before a capitalised name only. With or without the full stop where `_UNDOTTED` has them.
_TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Dr": "Doctor", "Drs": "Doctors", "Prof": "Professor",
    "Sen": "Senator", "Sens": "Senators", "Rep": "Representative", "Reps": "Representatives",
    "Gov": "Governor", "Govs": "Governors", "Gen": "General", "Lt": "Lieutenant", "Col": "Colonel",
    "Maj": "Major", "Capt": "Captain", "Cmdr": "Commander", "Cdr": "Commander", "Adm": "Admiral",
    "Brig": "Brigadier", "Sgt": "Sergeant", "Cpl": "Corporal", "Pvt": "Private", "Pfc": "Private First Class",
    "Supt": "Superintendent", "Insp": "Inspector", "Det": "Detective", "Rev": "Reverend", "Hon": "Honorable",
    "Pres": "President", "Amb": "Ambassador", "Sec": "Secretary", "Atty": "Attorney", "Asst": "Assistant",
    "Fr": "Father", "Msgr": "Monsignor", "Messrs": "Messieurs", "Mme": "Madame", "Cllr": "Councillor",
    "Mt": "Mount", "Ft": "Fort", "Pt": "Point", "St": "Saint", "Ste": "Sainte",
}  # fmt: skip
_UNDOTTED = {"Mr", "Mrs", "Ms", "Dr", "Prof", "Lt", "Sgt", "Cpl", "Capt", "Cllr", "Supt", "Insp", "Det", "St", "Mt",
             "Rev", "Col", "Maj"}  # fmt: skip
_STREETS = {
    "St": "Street", "Dr": "Drive", "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Ln": "Lane", "Hwy": "Highway",
    "Expy": "Expressway", "Pkwy": "Parkway", "Sq": "Square", "Pl": "Place", "Ct": "Court", "Mt": "Mountain",
}  # fmt: skip
_AFTER_NAMES = {
    "Jr": "Junior", "Sr": "Senior", "Inc": "Incorporated", "Corp": "Corporation", "Co": "Company", "Cos": "Companies",
    "Ltd": "Limited", "Bros": "Brothers", "Esq": "Esquire", "Univ": "University", "Assn": "Association",
    "Dept": "Department", "Govt": "Government", "Intl": "International", "Natl": "National",
}  # fmt: skip
# Associated Press style; read where a place or a party stands before them.
_STATES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois",
    "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland",
    "Mass": "Massachusetts", "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri",
    "Mont": "Montana", "Neb": "Nebraska", "Nev": "Nevada", "N.H": "New Hampshire", "N.J": "New Jersey",
    "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina", "N.D": "North Dakota", "Okla": "Oklahoma",
    "Ore": "Oregon", "Pa": "Pennsylvania", "R.I": "Rhode Island", "S.C": "South Carolina", "S.D": "South Dakota",
    "Tenn": "Tennessee", "Tex": "Texas", "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington",
    "W.Va": "West Virginia", "Wis": "Wisconsin", "Wyo": "Wyoming",
}  # fmt: skip
_POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "D.C.", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii",
    "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin",
    "WY": "Wyoming",
}  # fmt: skip
_DEGREES = {"MD", "MA"}
"""Also what a doctor or a master puts behind the name: a state only before a zip code."""
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
_SMALL = {
    "etc.": "et cetera", "e.g.": "for example", "eg.": "for example", "i.e.": "that is", "ie.": "that is",
    "vs.": "versus", "vs": "versus", "v.": "versus", "approx.": "approximately", "aka": "also known as",
    "a.k.a.": "also known as", "w/": "with", "w/o": "without", "c/o": "care of", "est.": "established",
    "incl.": "including", "cf.": "compare", "viz.": "namely", "no.": "number", "nos.": "numbers", "pp.": "pages",
    "p.": "page", "dept.": "department", "govt.": "government", "govt": "government",
}  # fmt: skip
_BEFORE_DIGITS = {"No": "Number", "Nos": "Numbers", "no": "number", "nos": "numbers", "p": "page", "pp": "pages",
                  "Vol": "Volume", "vol": "volume", "Ch": "Chapter", "Fig": "Figure", "Sec": "Section",
                  "Art": "Article", "Rte": "Route", "Hwy": "Highway", "Apt": "Apartment", "Ste": "Suite"}  # fmt: skip
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'.-]*|\d+(?:st|nd|rd|th)),?\s\Z")
_PLACE_BEFORE = re.compile(r"[A-Z][\w’'.-]*,?\s\Z|[DRI]-\Z|/\Z")


def _title(match: re.Match[str]) -> str | None:
    word, dotted = match["word"], match["dot"]
    capital = re.match(r"\s[\"“‘']?(?:[A-Z]|d[aeiu]\b|v[ao]n\b|al-|el-)", after(match))
    named = _NAME_BEFORE.search(before(match))
    if word in _STREETS and named and not (capital and _after_preposition(match)) and not capital:
        return _STREETS[word] + stop(match)
    if capital and (dotted or word in _UNDOTTED and re.match(r"\s[A-Z][a-z]", after(match))):
        return _TITLES[word]
    alone = dotted and not match.string[: match.start()].strip() and not after(match).strip()
    return _TITLES[word] if alone else None


def _after_preposition(match: re.Match[str]) -> bool:
    return bool(re.search(r"\b(?:in|at|of|near|to|from)\s\Z", before(match)))


def _street(match: re.Match[str]) -> str | None:
    if not _NAME_BEFORE.search(before(match)):
        return None
    return _STREETS[match["word"]] + stop(match)


def _after_name(match: re.Match[str]) -> str | None:
    if not match["dot"] and match["word"] in ("Co", "Cos", "Esq", "Univ"):
        return None
    if not _NAME_BEFORE.search(before(match)) and not re.search(r"&\s\Z", before(match)):
        return None
    return _AFTER_NAMES[match["word"]] + stop(match)


def _state(match: re.Match[str]) -> str | None:
    if not _PLACE_BEFORE.search(before(match)):
        return None
    if not re.search(r"(?:,\s|-|/)\Z", before(match)) and match["word"] not in ("Calif", "Fla", "Okla", "Tenn"):
        return None
    return _STATES[match["word"]] + stop(match)


def _party(match: re.Match[str]) -> str:
    state = match["state"].rstrip(".")
    place = _STATES.get(state) or _POSTAL.get(state) or match["state"]
    return f"({_PARTIES[match['party']]} of {place})"


def _postal(match: re.Match[str]) -> str | None:
    zipped = re.match(r"\s\d{5}\b", after(match))
    if not re.search(r"[A-Z][\w’'.-]*,\s\Z", before(match)):
        return None
    if match[0] in _DEGREES and not zipped:
        return None
    return _POSTAL[match[0]]


def _small(match: re.Match[str]) -> str:
    return _SMALL[match[0].lower()] + stop(match)


def _numbered(match: re.Match[str]) -> str:
    return _BEFORE_DIGITS[match["word"]] + " "


def _any(words: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


SMALL = _any(_SMALL)
NUMBERED_RULES = (rule(rf"(?P<word>{_any(_BEFORE_DIGITS)})\.\s?(?=\d)", _numbered),)
CAPITAL_RULES = (
    *NUMBERED_RULES,
    rule(rf"(?P<word>{_any(_TITLES)})\b(?P<dot>\.)?", _title),
    rule(rf"(?P<word>{_any(_STREETS)})\b\.?", _street),
    rule(rf"(?P<word>{_any(_AFTER_NAMES)})\b(?P<dot>\.)?", _after_name),
    rule(rf"(?P<word>{_any(_STATES)})\.", _state),
    rule(rf"(?:{_any(_POSTAL)})\b(?!\.\w)", _postal),
    rule(r"Ph\.?D\b\.?", lambda m: "PHD" + stop(m)),
)
PARTY_RULES = (
    rule(rf"\((?P<party>[DRI])-(?P<state>{_any(_STATES)}|{_any(_POSTAL)})\.?\)", _party),
)
SMALL_RULES = (*NUMBERED_RULES, rule(rf"(?:{SMALL})(?!\w)", _small))
