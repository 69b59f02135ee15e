"""What can be the label of a speaker at the start of a line, by its form alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["capitals", "names", "nick"]
"""How a label is written: MARA KESTREL, Mara Kestrel, or <mara>."""

LONGEST = 40
"""Characters of a name; what is longer and ends in a colon is a sentence."""
_READ = 160
"""Characters of a line in which its label stands, with time stamp and stage direction."""

_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? "
_STAMP = rf"(?:\[[^\]\n]{{0,24}}?\d[:.]\d\d[^\]\n]{{0,8}}\]|\((?:{_DAY})?{_CLOCK}\)|(?:{_DAY})?{_CLOCK})"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:{_UPPER}\w{{0,3}}\.(?:{_UPPER}\.)*|{_UPPER}[\w'’&-]*)"
"""A word with a capital; only titles and initials have a full stop."""
_PARTICLE = r"(?:of|the|de|del|van|von|der|den|la|le|al|bin|da|di|du|dos|and|for|y|e)"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}(?:{_WORD}|#?\d{{1,3}})){{0,5}}"
_DIRECTION = r"(?:\s*[(\[][^)\]\n]{1,80}[)\]])"
_OFFICE = r"(?:,\s[^:.\n]{2,50})"
_LABEL = re.compile(
    rf"(?P<stamp>{_STAMP}\s*(?:[-–—|]\s*)?)?"
    rf"(?:<(?P<nick>[^\s<>]{{1,30}})>|(?P<name>{_NAME})(?P<office>{_OFFICE})?(?P<direction>{_DIRECTION}{{0,2}}))"
    r"(?P<mark>\s?[:：]|\s*$|\t|\s{2,}|\s)"
)
_SPEAKING_LINE = re.compile(rf"(?P<name>{_NAME})\s+(?:[-–—|·]\s*)?(?P<stamp>{_STAMP})\s*$")
"""A line of its own above the words, as recorders of meetings write it: "Mara Kestrel  0:12"."""
_IN_CAPITALS = rf"{_UPPER}[^\W\d_a-zß-öø-ÿ'’&-]+"
_STOPPED = re.compile(
    rf"(?P<stamp>{_STAMP}\s*(?:[-–—|]\s*)?)?"
    rf"(?P<name>[QA]|(?:[A-Z][a-z]+\.? ){{0,2}}{_IN_CAPITALS}(?: {_IN_CAPITALS}){{0,3}})"
    rf"(?P<direction>{_DIRECTION}{{0,2}})\.(?=\s|$)"
)
"""As in hearings, court records and plays: "Mr. HALLAM. Thank you.", "Q. Did you?"."""
_CAPITALS = re.compile(rf"\b{_IN_CAPITALS}\b")
_OFFICE_BEFORE = re.compile(
    r"(?:The|Mr|Mrs|Ms|Dr|Sen|Rep|Senator|Chairman|Chairwoman|Chair|Secretary|[A-Z][a-z]+)\.?"
)
_QUESTION_OR_ANSWER = ("Q", "A")


@dataclass(frozen=True, slots=True)
class Label:
    """What can be a speaker's label, with its place in the line."""

    name: str
    """Who speaks, as written, without office, stage direction and marks."""
    style: Style
    start: int
    """Where the name begins; before it stands at most a time stamp."""
    end: int
    """After the mark that ends the label."""
    direction: int
    """Where a stage direction begins that stands in the label; `end` where there is none."""
    stamped: bool
    """Whether a time stamp stands before or behind it."""
    alone: bool
    """Whether nothing follows it on its line."""


def label_of(line: str) -> Label | None:
    """The label that a line begins with, if it has the form of one."""
    return _own_line(line) or _before_words(line[:_READ], is_whole=len(line) <= _READ) or _stopped(line)


def opens_turn(line: str) -> bool:
    """Whether a line surely begins with a label, so that it goes on with no line before it."""
    label = label_of(line)
    return label is not None and (label.stamped or label.style == "capitals")


def _own_line(line: str) -> Label | None:
    """A name with a time stamp behind it, which stands above the words."""
    found = _SPEAKING_LINE.match(line[:_READ]) if len(line) <= _READ else None
    if found is None or len(found["name"]) > LONGEST:
        return None
    name = found["name"]
    return Label(name, _style(name), 0, len(line), len(line), stamped=True, alone=True)


def _stopped(line: str) -> Label | None:
    """A label that ends in a full stop, which only one in capitals can."""
    found = _STOPPED.match(line[:_READ])
    if found is None or len(found["name"]) > LONGEST:
        return None
    end = found.end()
    direction = found.start("direction") if found["direction"] else end
    alone = not line[end:].strip()
    stamped = found["stamp"] is not None
    return Label(found["name"], "capitals", found.start("name"), end, direction, stamped, alone)


def _before_words(line: str, *, is_whole: bool) -> Label | None:
    found = _LABEL.match(line)
    if found is None:
        return None
    if found["nick"]:
        return _nick(found)
    name, mark = found["name"], found["mark"].strip()
    style = _style(name)
    end = found.end()
    alone = is_whole and not line[end:].strip()
    if len(name) > LONGEST or not _is_marked(found, style, mark, alone=alone):
        return None
    stamped = found["stamp"] is not None
    direction = found.start("direction") if found["direction"].strip() else end
    return Label(name, style, found.start("name"), end, direction, stamped, alone)


def _nick(found: re.Match[str]) -> Label:
    """The label of a chat, with the bracket before the name: "<ada> "."""
    start = found.start("nick") - 1
    end = found.end()
    stamped = found["stamp"] is not None
    return Label(found["nick"], "nick", start, end, end, stamped, alone=False)


def _is_marked(found: re.Match[str], style: Style, mark: str, *, alone: bool) -> bool:
    """Whether what stands behind a name makes a label of it."""
    if found["office"] and style != "capitals":
        return False  # "Yes, and he said: …"
    if mark in (":", "："):
        return True
    if found["name"] in _QUESTION_OR_ANSWER:
        return len(found["mark"]) > 1 or found["mark"] == "\t"
    return alone and style == "capitals" and _has_capitals(found["name"])


def _has_capitals(name: str) -> bool:
    """Whether a word of two letters and more is in capitals: "The CHAIR", but not "I"."""
    return _CAPITALS.search(name) is not None


def _style(name: str) -> Style:
    """In capitals, titles before the name apart: "MARA KESTREL", "Mr. HALLAM", "Q"."""
    first, *others = name.split()
    rest = others if others and _OFFICE_BEFORE.fullmatch(first) else [first, *others]
    letters = [letter for word in rest for letter in word if letter.isalpha()]
    in_capitals = bool(letters) and sum(map(str.isupper, letters)) * 10 >= len(letters) * 8
    return "capitals" if in_capitals else "names"
