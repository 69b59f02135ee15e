"""How a rule looks, and the one pass over the text that applies the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from narrate.model import Mark

Expand = Callable[[re.Match[str]], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One written form and how it is read."""

    pattern: re.Pattern[str]
    """Matched where a trigger stands; it takes bounded or linear time."""
    expand: Expand
    """The spoken form of the whole match, or None where it is something else after all."""

    @property
    def origin(self) -> str:
        """The class of the rule, which is the module that it stands in: "dates"."""
        return self.expand.__module__.rpartition(".")[2]


def rule(pattern: str, expand: Expand, flags: int = 0) -> Rule:
    """A rule whose pattern is written with white space and comments (`re.VERBOSE`)."""
    return Rule(re.compile(pattern, re.VERBOSE | flags), expand)


def apply(text: str, trigger: re.Pattern[str], rules: Mapping[str, Sequence[Rule]]) -> Iterator[Mark]:
    """Marks for every stretch that a rule reads differently, in order, not overlapping.

    `trigger` finds the places worth a look; its named groups are the keys of `rules`. At such a place
    the first rule that matches and reads wins, and the pass goes on behind it.
    """
    position = 0
    while found := trigger.search(text, position):
        start = found.start()
        position = start + 1
        expanded = _expanded(text, start, rules[found.lastgroup or ""])
        if expanded is None:
            continue
        written, value, origin = expanded
        end = start + len(written)
        position = max(end, position)
        if value != written:
            yield _narrowed(start, written, value, origin)


def _expanded(text: str, start: int, rules: Sequence[Rule]) -> tuple[str, str, str] | None:
    """What is written at a place, how it is read, and the class of the first rule that reads it."""
    for candidate in rules:
        match = candidate.pattern.match(text, start)
        if match and (value := candidate.expand(match)) is not None:
            return match[0], value, candidate.origin
    return None


def _narrowed(start: int, written: str, value: str, origin: str) -> Mark:
    """Leave the words out that are the same at either end: "World War II" marks "II" only."""
    old, new = written.split(" "), value.split(" ")
    most = min(len(old), len(new)) - 1
    if most == 0:  # as it mostly is
        return Mark("sub", start, start + len(written), value, origin=origin)
    head = _common(old, new, most)
    tail = _common(old[::-1], new[::-1], most - head)
    start += sum(len(word) + 1 for word in old[:head])
    changed = " ".join(old[head : len(old) - tail])
    said = " ".join(new[head : len(new) - tail])
    end = start + len(changed)
    return Mark("sub", start, end, said, origin=origin)


def _common(one: Sequence[str], other: Sequence[str], most: int) -> int:
    """How many words two lists have in common at the start; `most` at most."""
    same = 0
    while same < most and one[same] == other[same]:
        same += 1
    return same


# What may follow a sentence's end after an abbreviation: nothing, or a word that seldom goes on a name.
_SENTENCE_END = re.compile(
    r"[\"'”’)\]]*(?:\s*\Z|[^\S\n]*\n|\s+[\"'“‘(]*(?:The|He|She|It|They|We|I|You|A|An|In|On|At|But|And|As|After|"
    r"Before|When|While|If|His|Her|Its|Their|This|That|These|Those|There|Then|So|For|By|With|From|Police|Officials|"
    r"One|Two|No|Not|Some|Many|Most|Both|What|Who|How|Why|Where)\b)"
)


def stop(match: re.Match[str]) -> str:
    """The full stop to keep after an abbreviation: "." where a sentence ends, else nothing."""
    dotted = match[0].endswith(".")
    return "." if dotted and _SENTENCE_END.match(match.string, match.end()) else ""


def alone(match: re.Match[str]) -> bool:
    """Whether a match is all there is."""
    return not before(match).strip() and not after(match).strip()


def before(match: re.Match[str], characters: int = 24) -> str:
    """What stands before a match, at most so many characters."""
    return match.string[max(match.start() - characters, 0) : match.start()]


def after(match: re.Match[str], characters: int = 24) -> str:
    """What stands after a match, at most so many characters."""
    return match.string[match.end() : match.end() + characters]
