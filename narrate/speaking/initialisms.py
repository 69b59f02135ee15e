"""Words in capitals: letter by letter ("U.N"), or as a word ("NATO"), and mixed codes ("G20")."""

from __future__ import annotations

import re

from narrate.speaking.numbers import cardinal, digits, paired, plural
from narrate.speaking.rules import after, before, rule

# Pronounceable by their letters, and yet spelled out by everybody.
_SPELLED_OUT = "YMCA YWCA AARP ACLU ADHD ASAP EEOC IAAF IAEA IRGC OSCE SEIU UCLA UEFI USAF USDA"
_SPELLED = frozenset(_SPELLED_OUT.split())
# The other way about: everyday words of two or three letters, which people shout.
_SHORT_WORDS = """
AM AN AS AT BE BY DO GO HA HE IF IN IS ME MY NO OF OH OK ON OR OX SO TO UP WE ACT ADD AGE AGO AID AIM AIR
ALL AND ANY ARE ARM ART ASK BAD BAG BAN BAR BAY BED BEN BET BID BIG BIT BOX BOY BUG BUS BUT BUY BYE CAN CAR
CAT COP COW CRY CUP CUT DAD DAM DAN DAY DID DIE DOG DRY DUE EAR EAT EGG END EYE FAN FAR FAT FED FEE FEW FIT
FIX FLU FLY FOG FOR FOX FUN GAP GAS GAY GET GIF GOD GOT GUN GUY HAD HAM HAS HAT HER HEY HIM HIS HIT HOT HOW
HUD ICE ILL ITS JAM JAR JET JIM JOB JOE JOY KEY KID KIM LAB LAP LAW LAY LEE LEG LET LIE LIP LOG LOT LOW MAD
MAN MAP MAX MAY MEN MIX MOM MUD MUM NET NEW NOT NOW NUN NUT OAK ODD OFF OIL OLD ONE OUR OUT OWN PAC PAY PEN
PER PET PIE PIG PIN PIT POP POT PUT RAN RAT RAW RAY RED ROB ROW RUN SAD SAM SAT SAW SAY SEA SEE SET SEX SHE
SIM SIR SIT SIX SKI SKY SON SPY SUE SUM SUN TAX TEA TED TEN THE TIE TIM TIN TIP TOM TON TOO TOP TOY TRY TWO
USE VAN VAT VIA VOW WAR WAS WAY WET WHY WIN WON YEN YES YET YOU ZIP ZOO
"""
_WORDS = frozenset(_SHORT_WORDS.split())
_ONSET = (
    r"(?:[BCDFGHJKLMNPQRSTVWXYZ]|[BCDFGKPTSW]R|[BCFGKPS]L|S[CKMNPQTW]|[CSTPWGRK]H|SCR|SHR|SPR|STR|SPL|SCH|"
    r"THR|TW|DW|QU|KN|WR|PHR|CHR|GN|TS|GH)?"
)
_VOWEL = r"(?:[AEIOUY]{1,2}|EAU|IOU)"
_CODA = (
    r"(?:[BCDFGHKLMNPRSTVWXZ]|(?:L[DFKLMPT]|M[PB]|N[DGKT]|NCH|R[BCDFGKLMNPT]|RLD|S[KPTM]|[CFPX]T|CK|TCH|GHT?|GN|FF|"
    r"SS|[SCRLTN]?T?H|RST|W[NL]|[BDFGKMNPRTWL]?)S?)?"
)
_PRONOUNCEABLE = re.compile(rf"{_ONSET}{_VOWEL}(?:{_CODA}{_ONSET}{_VOWEL})*{_CODA}")
_VOWELS = re.compile("[AEIOUY]")
_LONGEST_SPELLED = 5
"""Longer words in capitals are headings, names and places, unless they have no vowel."""
_CAPITALS_BEFORE = re.compile(r"\b([A-Z]{2,}|I|A)\s\Z")
_CAPITALS_AFTER = re.compile(r"\s([A-Z]{2,}|I|A)\b")
_DATELINE = re.compile(r"[^.\n]{0,40}?\s(?:—|–|--?)\s")


# Neither letters nor a word.
_SAID = {
    "USAID": "U.S Aid", "UNAIDS": "U.N AIDS", "NAACP": "NAACP", "NCAA": "N.C double-A",
    "AAA": "triple-A", "IEEE": "I triple-E", "UNRWA": "un-rah", "CNET": "see-net", "CPAC": "see pack",
    "JPEG": "jay peg", "WWI": "World War One", "WWII": "World War Two",
}  # fmt: skip


def spelled(word: str) -> bool:
    """Whether a word in capitals is read letter by letter."""
    if word in _SPELLED:
        return True
    if word in _WORDS or (len(word) > _LONGEST_SPELLED and _VOWELS.search(word)):
        return False
    return len(word) <= 3 or not _PRONOUNCEABLE.fullmatch(word)


def letters(word: str, ending: str = "") -> str:
    """Letters with points, or with an ending "U-N's" and "N.G.O's": hibari and eSpeak NG spell both right.

    (Without points they read an "A" as the article, and IAEA as a word; "U.N's" gets a spoken "dot".)
    """
    if not ending:
        return ".".join(word)
    return ("-" if len(word) == 2 else ".").join(word) + ending


def _read(match: re.Match[str]) -> str | None:
    word, ending = match["word"], match["ending"] or ""
    if word in _SAID:
        return _SAID[word] + ending
    if not spelled(word) or _shouted(match):
        return None
    return _with_ending(word, ending)


def _with_ending(word: str, ending: str) -> str:
    """Letters with the ending of a plural or a possessive."""
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
    """Such as "R&B", "AT&T", "M&Ms"."""
    parts = (letters(part) if part.isupper() and len(part) < 4 else part for part in match[0].split("&"))
    return _glued(" and ".join(parts))


def _code(match: re.Match[str]) -> str:
    """Such as "G20", "H1N1", "A320s"."""
    parts = re.findall(r"[A-Z]+|\d+", match["code"])
    words = (letters(part) if part.isalpha() else _code_number(part) for part in parts)
    spoken = _glued(" ".join(words))
    return plural(spoken) if match["ending"] else spoken


def _glued(spoken: str) -> str:
    """With an "A" tied to the next word, so that engines do not take it for the article."""
    return re.sub(r"\bA (?=\w)", "A-", spoken)


def _code_number(part: str) -> str:
    if part[0] == "0" or len(part) > 4:
        return digits(part)
    return cardinal(int(part)) if len(part) < 3 else paired(part)


CAPITAL_RULES = (
    rule(r"[A-Z]\w*(?:&\w+)+", _ampersand),
    rule(r"(?P<word>[A-Z]{2,})(?P<ending>['’]?s|['’](?!\w))?(?![\w@]|['’.][A-Za-z])", _read),
    rule(r"(?P<code>[A-Z]{1,3}(?:\d{1,6}[A-Z]{0,2}){1,2})(?P<ending>s?)(?!\w)", _code),
)
