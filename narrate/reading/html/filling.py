"""From the odds of single lines to the lines of an article: what stands together is kept together.

A line needs less to be kept where the lines around it are of the article: a caption between two paragraphs, a
heading above one, a short answer in a dialogue. A list of links behind the text is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from narrate.reading.html.containers import GROUPS, TAGS, Container
from narrate.reading.html.galleries import leave_out_galleries
from narrate.reading.html.line import Line
from narrate.reading.html.tags import HEADINGS, width

Mask = NDArray[np.bool_]

THRESHOLD = 0.35
"""Odds from which a line is of the article, whatever stands around it; chosen with the weights, by site."""
BETWEEN = 0.1
"""The same between two lines of the article that stand in the same container."""
BESIDE = 0.25
"""The same for a sentence whose container has the name of something beside an article."""
_BESIDE_TAGS = tuple(TAGS.index(tag) for tag in ("nav", "aside", "footer", "form"))
_BESIDE = (
    *_BESIDE_TAGS,
    *(len(TAGS) + GROUPS.index(name) for name in ("comments", "related", "advertising", "menu", "sign-up")),
)
"""Columns of what stands beside an article, or between its parts."""
_CLOSE = 3
"""Levels up to what a line stands in."""
_BOX = len(TAGS) + GROUPS.index("box")
"""Column of the boxes of facts beside an article."""
_ADVERTISING = len(TAGS) + GROUPS.index("advertising")
_BOX_LINES, _BOX_LABEL = 4, 30
"""Lines of an advertisement, and columns of the label above it."""
PROSE = 60
"""Columns of a line that is more than a label."""
_RELATIVE = 0.6
"""The share of the best line's odds that is enough on a page of an unknown kind."""
_MOST_BETWEEN = 8
"""Lines in a row between two that are kept; more are a box."""
_ALL_LINK = 0.9
"""The share of a line that is in links where all of it is one, but for a full stop or an arrow."""
_LEAST_LINKS = 2
"""Lines that make a list; one may be the source of the text."""
_LABEL = 40
"""Columns of a line that announces a list."""


def filled(lines: Sequence[Line], odds: NDArray[np.float64]) -> Mask:
    """Which lines are of the article: shape (lines,)."""
    is_kept = odds >= _threshold(lines, odds)
    _keep_tables(lines, odds, is_kept)
    _keep_between(lines, odds, is_kept)
    _keep_headings(lines, is_kept)
    _leave_out_advertisements(lines, is_kept)
    leave_out_galleries(lines, is_kept)
    _leave_out_links(lines, is_kept)
    return is_kept


def _threshold(lines: Sequence[Line], odds: NDArray[np.float64]) -> float:
    """THRESHOLD, or less on a page that is like none that the model knows: nearly no sentence reaches it."""
    is_sentence = np.array([width(line.text) >= PROSE and not line.is_link for line in lines], bool)
    sentences = odds[is_sentence]
    is_known = np.count_nonzero(sentences >= THRESHOLD) > 1
    if is_known or len(sentences) < 2:
        return THRESHOLD
    return min(THRESHOLD, _RELATIVE * float(sentences.max()))


def _keep_tables(lines: Sequence[Line], odds: NDArray[np.float64], is_kept: Mask) -> None:
    """A table of data is of the article as a whole, or not: it is where it stands between lines that are,
    or right behind one of them."""
    places = np.flatnonzero(is_kept)
    for container, group in groupby(range(len(lines)), lambda at: _table_of(lines[at])):
        if container is None:
            continue
        rows = list(group)
        is_likely = odds[rows].mean() >= THRESHOLD
        is_kept[rows] = is_likely or (_is_data(lines[rows[0]]) and _is_between(lines, rows, places))


def _is_data(row: Line) -> bool:
    """Whether a row is of a table that belongs to a text, and is no box beside it."""
    if row.container is None or row.is_link or is_beside(row):
        return False
    return row.container.distances[_BOX] > 0


def _is_between(lines: Sequence[Line], rows: Sequence[int], places: NDArray[np.intp]) -> bool:
    """Whether rows stand between the kept lines at `places`, or behind one in the same section."""
    above = places[places < rows[0]]
    if not len(above):
        return False
    if rows[-1] < places[-1]:
        return True
    last = int(above[-1])
    return _section(lines[last]) == _section(lines[rows[0]])


def _table_of(line: Line) -> Container | None:
    return line.container if line.element == "tr" else None


def _keep_between(lines: Sequence[Line], odds: NDArray[np.float64], is_kept: Mask) -> None:
    """What stands between two lines of the article, in no box of its own, needs less to be of it."""
    places = np.flatnonzero(is_kept).tolist()
    for left, right in pairwise(places):
        if right - left > _MOST_BETWEEN + 1:
            continue
        for at in range(left + 1, right):
            if _belongs(lines[at], lines[left], lines[right]):
                is_kept[at] = odds[at] >= _least_odds(lines[at])


def _least_odds(line: Line) -> float:
    """The odds from which a line between two lines of the article is of it."""
    return BESIDE if is_beside(line) else BETWEEN


def _belongs(line: Line, above: Line, below: Line) -> bool:
    """Whether a line stands among these, or is a picture's, and is in nothing beside the text."""
    if line.is_link:
        return False
    around = (_section(above), _section(below))
    is_among = _section(line) in around
    if width(line.text) >= PROSE and not _is_in(line, _BESIDE_TAGS):
        return is_among or _outer(line) in around  # whatever its section is called
    if is_beside(line):
        return False
    return is_among or line.is_caption


def _section(line: Line) -> int:
    """What a paragraph stands in."""
    container = line.container
    return id(container.parent or container) if container else 0


def _outer(line: Line) -> int:
    """What the section of a paragraph stands in."""
    section = line.container.parent if line.container else None
    return id(section.parent) if section and section.parent else 0


def is_beside(line: Line) -> bool:
    """Whether a line stands in what its tag or name says to be beside the article."""
    return _is_in(line, _BESIDE)


def _is_in(line: Line, columns: Sequence[int]) -> bool:
    return line.container is not None and any(line.container.distances[at] <= _CLOSE for at in columns)


def _keep_headings(lines: Sequence[Line], is_kept: Mask) -> None:
    """A heading right above a line of the article is its heading."""
    for at in range(len(lines) - 2, -1, -1):
        if is_kept[at + 1] and _heads(lines[at], lines[at + 1]):
            is_kept[at] = True


def _heads(line: Line, below: Line) -> bool:
    """Whether a line is the heading of the one below it, which is of the article."""
    if line.element not in HEADINGS or line.is_link:
        return False
    return below.kind != "caption" and not is_beside(line)


def _leave_out_advertisements(lines: Sequence[Line], is_kept: Mask) -> None:
    """A small box that is named as advertising and begins with a label, "Advertisement" in any language."""
    for _, box in groupby(range(len(lines)), lambda at: _section(lines[at])):
        places = list(box)
        is_small = 1 < len(places) <= _BOX_LINES
        if is_small and _labels_advertising(lines[places[0]]):
            is_kept[places] = False


def _labels_advertising(line: Line) -> bool:
    """Whether a line is a label in a box that is named as advertising."""
    if line.container is None or line.container.distances[_ADVERTISING] > 1:
        return False
    return width(line.text) <= _BOX_LABEL


def _leave_out_links(lines: Sequence[Line], is_kept: Mask) -> None:
    """A list of links at the end, with what announces it, and headings at the end, which head nothing."""
    places: list[int] = np.flatnonzero(is_kept).tolist()
    text = _without_last(places, lambda at: lines[at].linked >= _ALL_LINK)
    links = len(places) - len(text)
    if 0 < links < _LEAST_LINKS:
        return
    text = _without_last(text, lambda at: _announces(lines[at]))
    if text:
        is_kept[places[len(text) :]] = False


def _without_last(places: list[int], is_last: Callable[[int], bool]) -> list[int]:
    """The places up to the last one that is not like this."""
    end = len(places)
    while end and is_last(places[end - 1]):
        end -= 1
    return places[:end]


def _announces(line: Line) -> bool:
    if line.kind == "heading":
        return True
    return line.text.endswith(":") and width(line.text) < _LABEL
