"""Labelled articles: from marked-up text to the plain text and its labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from narrate.model import BlockKind, Gender, QuotationKind

ARTICLES = Path(__file__).resolve().parents[2] / "tests" / "data" / "articles"
UNSCORED = "any"
"""Kind of a part that people would label differently; it is not scored."""
QUOTATION_MARKS = "\"“”„'‘’`"

_KINDS = (*get_args(BlockKind), UNSCORED)
_SPEAKER = re.compile(r"# ([\w-]+) = ([^()]+?)(?: \((f|m)\))?$")
_LABEL = re.compile(rf"\[(?P<kind>{'|'.join(_KINDS)})\] |\{{(?P<who>[\w-]+)(?P<part> part)?: |(?P<close>\}})")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is quoted, or a body that is."""

    names: tuple[str, ...]
    """Names that are right in full; the first is the one that the article gives first."""
    gender: Gender | None
    """None where the article does not show it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that is one thing."""

    start: int
    end: int
    kind: str
    """One of `BlockKind`, or UNSCORED."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between quotation marks in one paragraph."""

    start: int
    """Offset of the first character inside the marks."""
    end: int
    """Offset after the last character inside the marks."""
    kind: QuotationKind
    speaker: Person | None


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article and what a person says about it."""

    name: str
    text: str
    """Without the labels."""
    parts: tuple[Part, ...]
    quotes: tuple[Quote, ...]


def load_articles(folder: Path = ARTICLES) -> list[LabelledArticle]:
    """All articles of a folder, by name. Raises ValueError, naming the file, where a label is malformed."""
    return [parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


def parse(name: str, marked: str) -> LabelledArticle:
    """Take the labels out of one article. Raises ValueError where one is malformed."""
    header, body = _split(marked)
    parser = _Parser(name, dict(_speakers(header)))
    parser.feed(body)
    parts = tuple(parser.parts())
    return LabelledArticle(name, parser.text, parts, tuple(parser.quotes))


def _split(marked: str) -> tuple[list[str], str]:
    """The lines at the beginning that begin with "#", and the rest."""
    lines = marked.splitlines(keepends=True)
    count = 0
    while count < len(lines) and lines[count].startswith("#"):
        count += 1
    return lines[:count], "".join(lines[count:]).strip("\n")


def _speakers(header: list[str]) -> Iterator[tuple[str, Person]]:
    for line in header:
        match = _SPEAKER.match(line.rstrip("\n"))
        if match is None:
            continue
        key, names, gender = match.groups()
        alternatives = tuple(name.strip() for name in names.split("|"))
        yield key, Person(alternatives, _gender(gender))


def _gender(letter: str | None) -> Gender | None:
    if letter == "f":
        return "f"
    return "m" if letter == "m" else None


@dataclass(slots=True)
class _Parser:
    """Copies a text without its labels, and notes where they stood."""

    name: str
    people: dict[str, Person]
    text: str = ""
    starts: list[tuple[int, str]] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    opened: tuple[int, str, bool] | None = None
    """Where the quotation begins that has not ended, its speaker's key, and whether it is a fragment."""

    def feed(self, body: str) -> None:
        """Read the whole body."""
        at = 0
        for match in _LABEL.finditer(body):
            self.text += body[at : match.start()]
            at = match.end()
            self._label(match)
        self.text += body[at:]
        if self.opened is not None:
            raise self._error("a quotation is not closed", self.opened[0])

    def _label(self, match: re.Match[str]) -> None:
        if match["close"]:
            self._close()
        elif self.opened is not None:
            raise self._error(f"{match[0]!r} stands inside a quotation", len(self.text))
        elif match["kind"]:
            self.starts.append((len(self.text), match["kind"]))
        else:
            self.opened = len(self.text), match["who"], match["part"] is not None

    def _close(self) -> None:
        if self.opened is None:
            raise self._error("'}' closes nothing", len(self.text))
        start, who, is_fragment = self.opened
        self.opened = None
        start, end = inside(self.text, start, len(self.text))
        if who == "scare":
            self.quotes.append(Quote(start, end, "scare", None))
            return
        if who != "nobody" and who not in self.people:
            raise self._error(f"the header names no {who!r}", start)
        kind: QuotationKind = "partial" if is_fragment else "direct"
        self.quotes.append(Quote(start, end, kind, self.people.get(who)))

    def parts(self) -> Iterator[Part]:
        """The parts, each as far as the next, without white space at its ends."""
        if not self.starts or self.text[: self.starts[0][0]].strip():
            raise self._error("text stands before the first [kind]", 0)
        ends = [start for start, _ in self.starts[1:]] + [len(self.text)]
        for (start, kind), end in zip(self.starts, ends, strict=True):
            yield Part(start, start + len(self.text[start:end].rstrip()), kind)

    def _error(self, problem: str, at: int) -> ValueError:
        return ValueError(f"{self.name}: {problem}: {self.text[at - 40 : at + 40]!r}")


def inside(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space and quotation marks at its ends."""
    outer = QUOTATION_MARKS + " \n"
    while start < end and text[start] in outer:
        start += 1
    while end > start and text[end - 1] in outer:
        end -= 1
    return start, end
