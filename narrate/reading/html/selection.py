"""Which lines of a page are its article, and why the others are not for listening.

A fitted model (`model`) weighs what is known of each line (`features`); an extractor's opinion is one part of
that. No line is dropped: what is not of the article gets its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from narrate.model import Stated
from narrate.reading.html import model
from narrate.reading.html.containers import FAR, GROUPS, TAGS
from narrate.reading.html.evidence import Evidence, words_of
from narrate.reading.html.features import around, features_of, width
from narrate.reading.html.flow import Line
from narrate.reading.html.headline import headline, repeats
from narrate.reading.html.tags import MENU

ABOVE, BELOW, BETWEEN = "above the article", "below the article", "beside the article"
COMMENTS = "comments"
REPEATS_TITLE = "repeats the title"
REPEATED = "shown twice on the page"

THRESHOLD = 0.4
"""Odds from which a line is of the article; chosen with the weights, by `benchmarks.fit_pages`."""
_CHUNK = 4_096
"""Lines that are judged at once, so that a page of any size needs little memory."""
_PROSE = 60
"""Columns of a line that is more than a label."""
_HEAD_LINES = 2
"""Sentences of the text between which authors may stand: behind the lines that describe it."""
_BYLINE_WORDS = 12
"""Words beside the names: "Analysis by", an office, a place, a date."""
_LEAST_BEHIND = 0.5
"""The share of the text that stands behind a headline of its own."""


def select(lines: Sequence[Line], evidence: Evidence, stated: Stated) -> list[Line]:
    """All lines in order, the title among them; empty where no line is of an article."""
    at, title = headline(lines, stated)
    is_kept = _kept(lines, evidence, at)
    if not is_kept.any():
        return _from_data(lines, evidence, title)
    if at is not None and not _is_above_text(lines, is_kept, at):
        at = None
    return _with_title(_judged(lines, is_kept, stated, at, title), at, title)


def odds_of(rows: model.Rows) -> NDArray[np.float64]:
    """How probably each line is of the article: a first look at each, and a second that knows its neighbours' odds."""
    first, second = model.stages()
    odds = first.probabilities(rows)
    return second.probabilities(with_odds(rows, odds))


def with_odds(rows: model.Rows, odds: NDArray[np.float64]) -> model.Rows:
    """The features of the second look: what the first one said of the line and of those around it."""
    column = odds.astype(np.float32)[:, None]
    return np.hstack((rows, column, around(column)))


def _kept(lines: Sequence[Line], evidence: Evidence, at: int | None) -> NDArray[np.bool_]:
    """Which lines are of the article; all sentences outside links where the model finds none."""
    if not lines:
        return np.zeros(0, bool)
    rows = features_of(lines, evidence, at)
    chunks = (rows[begin : begin + _CHUNK] for begin in range(0, len(rows), _CHUNK))
    is_kept = np.concatenate([odds_of(chunk) for chunk in chunks]) >= THRESHOLD
    is_prose = np.array([width(line.text) >= _PROSE and line.linked < 0.5 for line in lines])
    return is_kept if (is_kept & is_prose).any() else is_prose


def _is_above_text(lines: Sequence[Line], is_kept: NDArray[np.bool_], at: int) -> bool:
    """Whether most of the text stands behind the headline; a box may have the same words."""
    lengths = np.array([len(line.text) for line in lines]) * is_kept
    return bool(lengths[at + 1 :].sum() >= _LEAST_BEHIND * lengths.sum())


def _judged(
    lines: Sequence[Line], is_kept: NDArray[np.bool_], stated: Stated, at: int | None, title: str | None
) -> list[Line]:
    """The lines, each with the reason why it is not of the article where it is not."""
    places = np.flatnonzero(is_kept)
    begin = at if at is not None else int(places[0])
    end = int(places[-1])
    sentences = [place for place in places if place >= begin and width(lines[place].text) >= _PROSE]
    head_end = int(sentences[:_HEAD_LINES][-1]) if sentences else begin
    seen: set[str] = set()
    judged = []
    for place, line in enumerate(lines):
        reason = None if is_kept[place] else _reason(line, place, begin, end)
        if begin < place < head_end and _names_authors(line, stated):
            judged.append(replace(line, kind="byline"))
        elif place < begin or (reason is not None and place != at):
            judged.append(_left_out(line, reason or ABOVE))
        elif place != at and repeats(line.text, title):
            judged.append(_left_out(line, REPEATS_TITLE))
        elif line.text in seen and not _may_return(line):
            judged.append(_left_out(line, REPEATED))
        else:
            judged.append(line)
            seen.add(line.text)
    return judged


def _left_out(line: Line, reason: str) -> Line:
    return replace(line, unspoken=line.unspoken or reason, pictures=())


def _reason(line: Line, place: int, begin: int, end: int) -> str:
    """Why a line is not of the article, in words for a listener."""
    if _is_inside(line, TAGS.index("nav")):
        return MENU
    if _is_inside(line, len(TAGS) + GROUPS.index("comments")):
        return COMMENTS
    if place < begin:
        return ABOVE
    return BELOW if place > end else BETWEEN


def _is_inside(line: Line, column: int) -> bool:
    return line.container is not None and line.container.distances[column] < FAR


def _names_authors(line: Line, stated: Stated) -> bool:
    """Whether a line is the authors', with little beside their names."""
    words = words_of(line.text)
    names = set(words_of(stated.authors or ""))
    return bool(names) and names <= set(words) and len(words) <= len(names) + _BYLINE_WORDS


def _may_return(line: Line) -> bool:
    """Pages repeat pictures and paragraphs for other widths of the window; short lines come back by themselves."""
    return line.kind not in ("caption", "credit") and width(line.text) < _PROSE


def _with_title(lines: list[Line], at: int | None, title: str | None) -> list[Line]:
    """The lines with the title in its place, or right above the text where no line shows it."""
    if title is None:
        return lines
    if at is not None and lines[at].text == title:
        lines[at] = replace(lines[at], kind="title", unspoken=None)
        return lines
    if at is not None:
        lines[at] = _left_out(lines[at], REPEATS_TITLE)
    first = next(place for place, line in enumerate(lines) if line.unspoken is None)
    return [*lines[:first], Line(title, "title", "title"), *lines[first:]]


def _from_data(lines: Sequence[Line], evidence: Evidence, title: str | None) -> list[Line]:
    """A text that a script would write, which trafilatura reads from the page's data; the page shows none of it."""
    text = [Line(said.strip(), None, "p") for said in evidence.lines if width(said) >= _PROSE]
    if not text:
        return []
    shown = [_left_out(line, ABOVE) for line in lines]
    return [*shown, *([Line(title, "title", "title")] if title else []), *text]
