"""The headline of a page: the line that shows it, or what the page states."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.model import Stated
from narrate.reading.html.evidence import comparable, words_of
from narrate.reading.html.line import Line


def headline(lines: Sequence[Line], stated: Stated) -> tuple[int | None, str | None]:
    """Index of the line that shows the headline, and the headline; None for a page that has none.

    Where several `h1` do, those that do not have the words of the stated title are names of sites and boxes.
    """
    found = _first_of(lines, stated.title) if stated.title else _first_shown(lines)
    if found is None:
        return None, stated.title
    text = lines[found].text
    # Style sheets may set parts of a headline apart ("OrlowBridge closes"); what is stated has its spaces.
    if stated.title and _is_joined(text, stated.title):
        return found, stated.title
    return found, text


def _first_shown(lines: Sequence[Line]) -> int | None:
    """Index of the first `h1` that is for listening."""
    for at, line in enumerate(lines):
        if _is_shown(line):
            return at
    return None


def _first_of(lines: Sequence[Line], title: str) -> int | None:
    """Index of the first `h1` with most words of the title, else of the first line that says the same."""
    wanted = set(words_of(title))
    for at, line in enumerate(lines):
        if _is_shown(line) and _has_most(line, wanted):
            return at
    for at, line in enumerate(lines):
        if not line.is_link and repeats(line.text, title):
            return at
    return None


def _has_most(line: Line, words: set[str]) -> bool:
    """Whether a line has more than half of these words."""
    shared = words.intersection(words_of(line.text))
    return len(shared) * 2 > len(words)


def _is_shown(line: Line) -> bool:
    """Whether a line may be the headline by its element."""
    return line.element == "h1" and not line.unspoken


def _is_joined(text: str, title: str) -> bool:
    """Whether a line is the title, with words in it that no space sets apart."""
    fewer = len(words_of(text)) < len(set(words_of(title)))
    return fewer and repeats(text, title)


def repeats(text: str, title: str | None) -> bool:
    """Whether a line is the headline once more, however its words are set apart."""
    return title is not None and comparable(text) == comparable(title) != ""
