"""Words in capitals: letter by letter ("U.N"), or as a word ("NATO"), and mixed codes ("G20")."""

from __future__ import annotations

import re

from narrate.speaking.numbers import cardinal, digits, paired, plural
from narrate.speaking.rules import after, before, rule

# Pronounceable by their letters, and yet spelled out by everybody.
_SPELLED = set(
    "WHO IT ACLU GOP CEO CFO COO CTO NGO MEP DUP TUC UAE USA IRA UFO IPO IOC IOU AFL CIO SEC HIV CIA FDA "
    "EPA USDA UAW EMT ETA FAQ DUI IVF IUD LED OPI PIN ISP IED USB URL IAEA IEA UCLA USC UCL ECB AOL IBM DIY "
    "MIT ICU AIG RAC BUPA ADHD AI AP EU UN US UK UV ID TV PC PR HR PM MP GP DJ DC LA NY BA MA MBA "
    "ICRC ANC PLO SAS EDF OAS AU ABA AMA PTA ADA ALS AAA OMB".split()
) - {"PIN", "BUPA"}
# The other way about: everyday words of two or three letters, which people shout.
_WORDS = set(
    "AM AN AS AT BE BY DO GO HE IF IN IS ME MY NO OF OH OK ON OR OX SO TO UP WE ALL AND ANY ARE ASK BAD BAN BIG BUT "
    "CAN CAR CAT COP CUT DAD DAY DEAL DID DIE DIED DOG EAT END FAN FAR FEW FOR FUN GAS GET GIF GOD GOT GUN HAD HAS "
    "HER HIM HIS HIT HOT HOW ICE ITS JOB KID LAW LAY LET LOT LOW MAD MAN MAY MEN MOM MUM NEW NOT NOW ODD OFF OIL OLD "
    "ONE OUR OUT OWN PAY PER PIN POP PUT RAN RED RUN SAD SAT SAW SAY SEA SEE SET SEX SHE SIM SIX SKY SON SUN TAX TEA "
    "TEN THE TOO TOP TRY TWO USE VAT VIA WAR WAS WAY WHY WIN WON YES YET YOU ZIP AID AGO".split()
)
_ONSET = (
    r"(?:[BCDFGHJKLMNPQRSTVWXYZ]|[BCDFGKPTSW]R|[BCFGKPS]L|S[CKMNPQTW]|[CSTPWGRK]H|SCR|SHR|SPR|STR|SPL|SCH|"
    r"THR|TW|DW|QU|KN|WR|PHR|CHR|GN|TS|GH)?"
)
_VOWEL = r"(?:[AEIOUY]{1,2}|EAU|IOU)"
_CODA = r"(?:[BCDFGHKLMNPRSTVWXZ]{1,2}|[BDFGKLMNPRSTCHW]{1,3}[STDHK])?"
_PRONOUNCEABLE = re.compile(rf"{_ONSET}{_VOWEL}(?:{_CODA}{_ONSET}{_VOWEL})*{_CODA}")
_LONGEST_SPELLED = 6
"""Longer words in capitals are headings and places; RSFSR and UNESCWA are about where initialisms end."""
_CAPITALS_BEFORE = re.compile(r"\b([A-Z]{2,}|I|A)[,;:]?\s\Z")
_CAPITALS_AFTER = re.compile(r"[,;:]?\s([A-Z]{2,}|I|A)\b")
_DATELINE = re.compile(r"[^.\n]{0,40}?\s(?:—|–|--?)\s")


def spelled(word: str) -> bool:
    """Whether a word in capitals is read letter by letter."""
    if word in _SPELLED:
        return True
    if word in _WORDS or len(word) > _LONGEST_SPELLED:
        return False
    if len(word) <= 3:
        return True
    return not _PRONOUNCEABLE.fullmatch(word) and len(word) <= _LONGEST_SPELLED


def letters(word: str, ending: str = "") -> str:
    """ "UN" as "U.N", with an ending as "U-N's" and "N.G.O's": what hibari and eSpeak NG both spell right.

    (Without points they read an "A" as the article, and IAEA as a word; "U.N's" gets a spoken "dot".)
    """
    if not ending:
        return ".".join(word)
    return ("-" if len(word) == 2 else ".").join(word) + ending


def _read(match: re.Match[str]) -> str | None:
    word, ending = match["word"], match["ending"]
    if not spelled(word) or _shouted(match):
        return None
    if ending in ("'", "’"):
        return letters(word) + ending
    return letters(word, "'s" if ending else "")


def _shouted(match: re.Match[str]) -> bool:
    """Whether a neighbour in capitals is an ordinary word: "TELL US NOW", but not "BBC TV"."""
    if _is_dateline(match):
        return True
    left, right = _CAPITALS_BEFORE.search(before(match)), _CAPITALS_AFTER.match(after(match))
    return any(found is not None and not spelled(found[1]) for found in (left, right))


def _is_dateline(match: re.Match[str]) -> bool:
    """A place in capitals that opens a paragraph and has a dash behind it: "LVIV, Ukraine (Wire) —"."""
    opens = len(match["word"]) > 3 and before(match, 1) in ("", "\n")
    return opens and _DATELINE.match(after(match, 48)) is not None


def _ampersand(match: re.Match[str]) -> str:
    """ "R&B", "AT&T", "M&Ms"."""
    parts = match[0].split("&")
    return " and ".join(letters(part) if part.isupper() and len(part) < 4 else part for part in parts)


def _code(match: re.Match[str]) -> str:
    """ "G20", "H1N1", "A320s"."""
    parts = re.findall(r"[A-Z]+|\d+", match["code"])
    spoken = " ".join(letters(part) if part.isalpha() else _code_number(part) for part in parts)
    return plural(spoken) if match["ending"] else spoken


def _code_number(part: str) -> str:
    if part[0] == "0" or len(part) > 4:
        return digits(part)
    return cardinal(int(part)) if len(part) < 3 else paired(part)


CAPITAL_RULES = (
    rule(r"[A-Z]\w*(?:&\w+)+", _ampersand),
    rule(r"(?P<word>[A-Z]{2,})(?P<ending>['’]?s|['’](?!\w))?(?![\w@]|['’.][A-Za-z])", _read),
    rule(r"(?P<code>[A-Z]{1,3}(?:\d{1,6}[A-Z]{0,2}){1,2})(?P<ending>s?)(?!\w)", _code),
)
