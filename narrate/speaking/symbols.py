"""Signs that are words, pauses, or nothing: "&", "--", "[sic]", "(the)", emoji, agency credits."""

from __future__ import annotations

import re

from narrate.speaking.initialisms import letters, spelled
from narrate.speaking.rules import Rule, after, before, rule

_SIGNS = {
    "&": "and", "+": "plus", "=": "equals", "§": "section", "×": "times", "÷": "divided by",
    "±": "plus or minus", "≈": "about", "~": "about", "≤": "at most", "≥": "at least", "™": "", "®": "",
    "©": "copyright", "№": "number", "@": "at", "→": "to", "•": "", "|": ",", "−": "minus",
}  # fmt: skip
# Words that an editor puts into a quotation in round brackets; longer insertions are spoken as asides.
_INSERTED = (
    "a|an|the|this|that|these|those|he|she|it|they|we|I|you|him|her|them|us|his|its|their|our|my|your|is|are|was|were|"
    "be|been|being|has|have|had|do|does|did|will|would|can|could|should|to|of|in|on|at|for|from|by|with|and|or|but|"
    "if|as|not|who|which|there|so"
)
EMOJI = "[\U0001f000-\U0001faff☀-➿⬀-⯿]"
_FLAG = r"(?P<flag>[\U0001f1e6-\U0001f1ff]{2})"
# A sequence: the emoji, then signs that colour it, and others that it is joined to; then more of them.
_ONE = rf"{EMOJI}(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d{EMOJI})*"
_EMOJI = rf"(?P<emoji>{_ONE}(?:\s?{_ONE})*)"
_SAID_SLASHES = {"w/o": "without", "c/o": "care of", "a/k/a": "also known as", "b/c": "because"}
_WORD_BEFORE = re.compile(r"[^\W\d_]{3}[.,;:!?”\"’')]*\Z")
# emoji_list takes time by the square of a sequence's length. Unicode's longest has ten characters.
_SEQUENCE = re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|{EMOJI}(?:[\ufe0f\u20e3]|\u200d{EMOJI}){{0,12}}")
_SKIN_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_UNITS_OF_TIME = {"mo": "month", "yr": "year", "wk": "week", "hr": "hour", "min": "minute", "sec": "second"}
# Between them a slash is read as nothing.
_PAIRS = frozenset(("and/or", "either/or", "on/off", "s/he"))


def _sign(match: re.Match[str]) -> str:
    word = _SIGNS[match[0]]
    return f"{word} " if word and after(match, 1).isalnum() else word


def _emoji(match: re.Match[str]) -> str:
    """The short names of Unicode's CLDR, each once in a row; a flag by its country."""
    names = ", ".join(_emoji_names(match[0]))
    if match["flag"]:
        names = f"flag of {names}"
    gap_before = " " * before(match, 1).isalnum()
    gap_after = " " * after(match, 1).isalnum()
    return gap_before + names + gap_after if names else ""


def _emoji_names(written: str) -> list[str]:
    """The names of the emoji in a text, in order."""
    from emoji import EMOJI_DATA, emoji_list

    found: dict[str, None] = {}  # each once, in order
    for sequence in _SEQUENCE.findall(_SKIN_TONE.sub("", written)):
        found.update(dict.fromkeys(one["emoji"] for one in emoji_list(sequence)))
    names = [EMOJI_DATA[one]["en"] for one in found if _is_picture(one)]
    return [name.strip(":").replace("_", " ") for name in names]


def _is_picture(emoji: str) -> bool:
    """Below the emoji planes are arrows and ornaments, which set text out and say nothing."""
    return ord(emoji[0]) >= 0x1F000 or "\ufe0f" in emoji


def _slash(match: re.Match[str]) -> str | None:
    """Words in lower case are alternatives; names stand side by side."""
    low = match[0].lower()
    if low in _SAID_SLASHES:
        return _SAID_SLASHES[low]
    parts = match[0].split("/")
    if low in _PAIRS:
        return " ".join(parts)
    shortest = min(map(len, parts))
    if shortest < 2:
        return None
    return _side_by_side(parts)


def _side_by_side(words: list[str]) -> str:
    if all(map(str.islower, words)):
        return " or ".join(words)
    return ", ".join(map(_spelled_out, words))


def _spelled_out(word: str) -> str:
    """A word, or its letters if it is an initialism."""
    return letters(word) if word.isupper() and spelled(word) else word


def _per(match: re.Match[str]) -> str:
    """Such as the "$60/person/yr" of a price."""
    units = (match["unit"], match["time"])
    return "".join(f" per {_UNITS_OF_TIME.get(unit, unit)}" for unit in units if unit)


def _silent(_: re.Match[str]) -> str:
    return ""


def _bracket(match: re.Match[str]) -> str:
    return match["word"]


_POWERS = {"²": "squared", "³": "cubed"}
"""Of a letter or two, as in a formula."""


def _footnote(match: re.Match[str]) -> str | None:
    """A mark behind a word or a sentence: "text¹", "the claim.†"; behind a number it is something else."""
    return "" if _WORD_BEFORE.search(before(match)) else None


def _dash(match: re.Match[str]) -> str | None:
    """Hyphens for a dash, as typewriters had them; one alone needs space around it."""
    left, right = before(match, 1), after(match, 1)
    if match[0] == "-" and not (left.isspace() and right.isspace()):
        return None
    return " " * (not left.isspace()) + "—" + " " * (not right.isspace())


EMOJI_RULES: tuple[Rule, ...] = (rule(rf"{_FLAG}|{_EMOJI}", _emoji),)
SYMBOL_RULES: tuple[Rule, ...] = (
    rule(r"\[(?P<word>a)\](?=\s[a-z])", lambda match: "a" if before(match, 1).isspace() else None),
    rule(r"\[(?:sic|\d{1,2}|(?<=\S\[)\d{3}|[a-z]|citation\ needed|note\ \d+|\.\.\.|…)\](?!\w)", _silent),
    rule(r"\(sic\)", _silent),
    rule(rf"[(\[](?P<word>(?:{_INSERTED})(?:\s(?:{_INSERTED}))?)[)\]]", _bracket),
    # Where it opens the quotation.
    rule(rf"(?<=[\"“‘'])[(\[](?P<word>(?i:{_INSERTED}))[)\]](?=\s[a-z])", _bracket),
    rule(r"[†‡¹²³⁰⁴-⁹]+", _footnote),
    rule(r"(?<=\b[A-Za-z])[²³]|(?<=\b[A-Za-z]{2})[²³]", lambda match: f" {_POWERS[match[0]]}"),
    rule(r"\[(?=\w)|(?<=[\w.])\]", _silent),
    rule(r"\*+", _silent),
    rule(r"-+", _dash),
    rule(r"(?<=\d)/(?P<unit>[a-z]{2,})(?:/(?P<time>[a-z]{2,}))?", _per),
    rule(r"/(?=\s?\w)", lambda match: "," if before(match, 1).isspace() else None),
    rule(r"(?<!\w)[&=§×÷±≈≤≥©№→•−|](?=\s|$|\w)|[™®]|(?<=\s)[+@](?=[\s\d])|~(?=\s?\d)", _sign),
    rule(r"(?<=\w)\+(?=\w)", lambda _: " plus "),
    rule(r"(?<=\w)\+(?![\w+])", lambda _: " plus"),
    *EMOJI_RULES,
)
SMALL_RULES: tuple[Rule, ...] = (rule(r"[A-Za-z]+(?:/[A-Za-z]+){1,4}(?![\w/:])", _slash),)
