"""Signs that are words, pauses, or nothing: "&", "--", "[sic]", "(the)", emoji, agency credits."""

from __future__ import annotations

import re
import unicodedata

from narrate.speaking.rules import Rule, before, rule

_SIGNS = {"&": "and", "+": "plus", "=": "equals", "°": "degrees", "§": "section", "×": "times", "÷": "divided by",
          "±": "plus or minus", "≈": "about", "~": "about", "≤": "at most", "≥": "at least", "™": "", "®": "",
          "©": "copyright", "№": "number", "@": "at", "→": "to", "•": "", "*": "", "|": ",", "−": "minus"}  # fmt: skip
# Words that an editor puts into a quotation in round brackets; longer insertions are spoken as asides.
_INSERTED = (
    "a|an|the|this|that|these|those|he|she|it|they|we|I|you|him|her|them|us|his|its|their|our|my|your|is|are|was|were|"
    "be|been|being|has|have|had|do|does|did|will|would|can|could|should|to|of|in|on|at|for|from|by|with|and|or|but|"
    "if|as|not|who|which|there|so"
)
_EMOJI_BASE = "[\U0001f000-\U0001faff☀-➿⬀-⯿]"
_EMOJI = rf"(?P<flag>[\U0001f1e6-\U0001f1ff]{{2}})|(?P<emoji>{_EMOJI_BASE})(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_EMOJI_BASE}|\u20e3)*"
_SEPARATORS = {"and/or": "and or", "either/or": "either or", "s/he": "she or he", "km/h": None}


def _sign(match: re.Match[str]) -> str:
    return _SIGNS[match[0].strip()]


def _joined(match: re.Match[str]) -> str:
    """"R&B" is "R and B": the letters stay, the sign gets room."""
    return f" {_SIGNS[match[0]]} "


def _emoji(match: re.Match[str]) -> str:
    """Unicode's own name; a sequence is named by what it begins with."""
    if match["flag"]:
        return "flag of " + ".".join(chr(ord(char) - 0x1F1E6 + ord("A")) for char in match["flag"])
    # Below the emoji planes are arrows and ornaments, which set text out and say nothing.
    if ord(match["emoji"]) < 0x1F000 and "\ufe0f" not in match[0]:
        return ""
    return unicodedata.name(match["emoji"], "").lower()


def _slash(match: re.Match[str]) -> str | None:
    written = match[0]
    if written.lower() in _SEPARATORS:
        return _SEPARATORS[written.lower()]
    parts = written.split("/")
    if any(len(part) < 2 for part in parts):
        return None
    if all(part.islower() for part in parts):
        return " or ".join(parts)
    return ", ".join(parts)


def _silent(_: re.Match[str]) -> str:
    return ""


def _bracket(match: re.Match[str]) -> str:
    return match["word"]


def _credit(match: re.Match[str]) -> str | None:
    return "" if re.match(r"\([^()\n]{2,80}/[^()\n]{2,80}\)", match.string[match.start() : match.start() + 160]) else None


def _dash(match: re.Match[str]) -> str:
    return "—" if before(match, 1).isspace() or not before(match, 1) else " — "


EMOJI_RULES: tuple[Rule, ...] = (rule(_EMOJI, _emoji),)
SYMBOL_RULES: tuple[Rule, ...] = (
    rule(r"\[(?:sic|\d{1,3}|[a-z]|citation\ needed|note\ \d+|update|\.\.\.|…)\]", _silent),
    rule(rf"[(\[](?P<word>(?:{_INSERTED})(?:\s(?:{_INSERTED}))?)[)\]]", _bracket),
    rule(r"\[(?=[A-Za-z])|(?<=[A-Za-z.])\]", _silent),
    rule(r"--+|[–—―](?=\s)", lambda m: _dash(m) if m[0].startswith("--") else None),
    rule(r"(?<=\w)[&+](?=\w)", _joined),
    rule(r"[&=§×÷±≈≤≥™®©№→•−|](?=\s|$|\w)|(?<=\w)[™®]|(?<=\s)[+@~](?=[\s\d])|(?<=\w)\+(?=\s|$)", _sign),
    *EMOJI_RULES,
)
SMALL_RULES: tuple[Rule, ...] = (rule(r"[A-Za-z]+(?:/[A-Za-z]+)+(?![\w/:])", _slash),)
