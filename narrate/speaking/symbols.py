"""Signs that are words, pauses, or nothing: "&", "--", "[sic]", "(the)", emoji, agency credits."""

from __future__ import annotations

import re
import unicodedata

from narrate.speaking.initialisms import letters, spelled
from narrate.speaking.rules import Rule, after, before, rule

_SIGNS = {"&": "and", "+": "plus", "=": "equals", "°": "degrees", "§": "section", "×": "times", "÷": "divided by",
          "±": "plus or minus", "≈": "about", "~": "about", "≤": "at most", "≥": "at least", "™": "", "®": "",
          "©": "copyright", "№": "number", "@": "at", "→": "to", "•": "", "*": "", "|": ",", "−": "minus"}  # fmt: skip
# Words that an editor puts into a quotation in round brackets; longer insertions are spoken as asides.
_INSERTED = (
    "a|an|the|this|that|these|those|he|she|it|they|we|I|you|him|her|them|us|his|its|their|our|my|your|is|are|was|were|"
    "be|been|being|has|have|had|do|does|did|will|would|can|could|should|to|of|in|on|at|for|from|by|with|and|or|but|"
    "if|as|not|who|which|there|so"
)
EMOJI = "[\U0001f000-\U0001faff☀-➿⬀-⯿]"
_EMOJI = rf"(?P<flag>[\U0001f1e6-\U0001f1ff]{{2}})|(?P<emoji>{EMOJI})(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{EMOJI}|\u20e3)*"
# Between them a slash is read as nothing.
_PAIRS = frozenset(("and/or", "either/or", "on/off", "s/he"))


def _sign(match: re.Match[str]) -> str:
    return _SIGNS[match[0].strip()]


def _emoji(match: re.Match[str]) -> str:
    """Unicode's own name; a sequence is named by what it begins with."""
    if match["flag"]:
        return "flag of " + ".".join(chr(ord(char) - 0x1F1E6 + ord("A")) for char in match["flag"])
    # Below the emoji planes are arrows and ornaments, which set text out and say nothing.
    if ord(match["emoji"]) < 0x1F000 and "\ufe0f" not in match[0]:
        return ""
    return unicodedata.name(match["emoji"], "").lower()


def _slash(match: re.Match[str]) -> str | None:
    """Words in small letters are alternatives; names stand side by side."""
    parts = match[0].split("/")
    if match[0].lower() in _PAIRS:
        return " ".join(parts)
    if any(len(part) < 2 for part in parts):
        return None
    if all(part.islower() for part in parts):
        return " or ".join(parts)
    return ", ".join(letters(part) if part.isupper() and spelled(part) else part for part in parts)


def _silent(_: re.Match[str]) -> str:
    return ""


def _bracket(match: re.Match[str]) -> str:
    return match["word"]


def _dash(match: re.Match[str]) -> str | None:
    """Hyphens for a dash, as typewriters had them; one alone needs space around it."""
    left, right = before(match, 1), after(match, 1)
    if match[0] == "-" and not (left.isspace() and right.isspace()):
        return None
    return f"{'' if left.isspace() else ' '}—{'' if right.isspace() else ' '}"


EMOJI_RULES: tuple[Rule, ...] = (rule(_EMOJI, _emoji),)
SYMBOL_RULES: tuple[Rule, ...] = (
    rule(r"\[(?:sic|\d{1,3}|[a-z]|citation\ needed|note\ \d+|update|\.\.\.|…)\]", _silent),
    rule(rf"[(\[](?P<word>(?:{_INSERTED})(?:\s(?:{_INSERTED}))?)[)\]]", _bracket),
    rule(r"\[(?=[A-Za-z])|(?<=[A-Za-z.])\]", _silent),
    rule(r"-{1,3}(?!-)", _dash),
    rule(r"/(?=\s?\w)", lambda match: "," if before(match, 1).isspace() else None),
    rule(r"[&=§×÷±≈≤≥™®©№→•−|](?=\s|$|\w)|(?<=\w)[™®]|(?<=\s)[+@~](?=[\s\d])|(?<=\w)\+(?=\s|$)", _sign),
    *EMOJI_RULES,
)
SMALL_RULES: tuple[Rule, ...] = (rule(r"[A-Za-z]+(?:/[A-Za-z]+)+(?![\w/:])", _slash),)
