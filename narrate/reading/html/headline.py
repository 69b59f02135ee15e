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
    shown = [at for at, line in enumerate(lines) if line.element == "h1" and not line.unspoken]
    wanted = set(words_of(stated.title or ""))
    alike = [at for at in shown if len(wanted & set(words_of(lines[at].text))) * 2 > len(wanted) > 0]
    same = [at for at, line in enumerate(lines) if repeats(line.text, stated.title) and line.linked * 2 < 1]
    found = next(iter([*alike, *same] if stated.title else shown), None)
    if found is None:
        return None, stated.title
    text = lines[found].text
    # Style sheets may set parts of a headline apart ("OrlowBridge closes"); what is stated has its spaces.
    is_joined = stated.title and len(words_of(text)) < len(wanted) and repeats(text, stated.title)
    return found, stated.title if is_joined else text


def repeats(text: str, title: str | None) -> bool:
    """Whether a line is the headline once more, however its words are set apart."""
    return title is not None and comparable(text) == comparable(title) != ""
