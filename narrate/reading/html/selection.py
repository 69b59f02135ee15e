"""Which lines of a page are its article, and why the others are not for listening.

A fitted model (`model`) weighs what is known of each line (`features`); an extractor's opinion is one part of
that. No line is dropped: what is not of the article gets its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from narrate.model import Stated
from narrate.reading.html import model
from narrate.reading.html.containers import FAR, GROUPS, TAGS
from narrate.reading.html.evidence import Evidence, words_of
from narrate.reading.html.features import features_of
from narrate.reading.html.filling import PROSE, filled
from narrate.reading.html.headline import headline, repeats
from narrate.reading.html.line import Line, title_line
from narrate.reading.html.tags import MENU, width

ABOVE, BELOW, BETWEEN = "above the article", "below the article", "beside the article"
COMMENTS = "comments"
REPEATS_TITLE = "repeats the title"
REPEATED = "shown twice on the page"
LABEL = "repeated between the paragraphs"

_CHUNK = 4_096
"""Lines that are judged at once, so that a page of any size needs little memory."""
_SENTENCE = 40
"""Columns of a line that may be a sentence."""
_HEAD_LINES = 2
"""Sentences of the text between which authors may stand: behind the lines that describe it."""
_BYLINE_WORDS = 12
"""Words beside the names: "Analysis by", an office, a place, a date."""
_LABEL_TIMES = 3
"""How often a short line stands in the text that is a button, an advertisement's or a widget's."""
_CLOSED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
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
    judged = _judged(lines, is_kept, stated, at, title)
    if all(line.unspoken is not None for line in judged):
        return _from_data(lines, evidence, title)
    return _with_title(judged, at, title)


def _kept(lines: Sequence[Line], evidence: Evidence, at: int | None) -> NDArray[np.bool_]:
    """Which lines are of the article; all sentences outside links where the model finds none."""
    if not lines:
        return np.zeros(0, bool)
    odds = _odds(features_of(lines, evidence, at))
    is_kept = filled(lines, odds)
    is_prose = np.array([_is_sentence(line) for line in lines])
    has_text = (is_kept & is_prose).any()
    return is_kept if has_text else is_prose


def _is_sentence(line: Line) -> bool:
    """Whether a line is long enough for a sentence, and is no link."""
    return width(line.text) >= _SENTENCE and not line.is_link


def _odds(rows: model.Rows) -> NDArray[np.float64]:
    trees = model.shipped()
    chunks = (rows[begin : begin + _CHUNK] for begin in range(0, len(rows), _CHUNK))
    return np.concatenate([trees.probabilities(chunk) for chunk in chunks])


def _is_above_text(lines: Sequence[Line], is_kept: NDArray[np.bool_], at: int) -> bool:
    """Whether most of the text stands behind the headline; a box may have the same words."""
    lengths = np.array([len(line.text) for line in lines]) * is_kept
    return bool(lengths[at + 1 :].sum() >= _LEAST_BEHIND * lengths.sum())


def _judged(
    lines: Sequence[Line], is_kept: NDArray[np.bool_], stated: Stated, at: int | None, title: str | None
) -> list[Line]:
    """The lines, each with the reason why it is not of the article where it is not."""
    extent = _extent(lines, is_kept, at)
    labels = _labels(lines, is_kept)
    seen: set[str] = set()
    judged = []
    for place, line in enumerate(lines):
        is_byline = extent.begin < place < extent.head_end and _names_authors(line, stated)
        if place == at:
            reason = None
        elif not is_kept[place]:
            reason = _reason(line, place, extent)
        elif place < extent.begin:
            reason = ABOVE
        else:
            reason = _repeated(line, title, seen, labels)
        if is_byline:
            judged.append(replace(line, kind="byline"))
        elif reason is not None:
            judged.append(_left_out(line, reason))
        else:
            judged.append(_of_article(line))
            seen.add(line.text)
    return judged


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where the article stands among the lines of its page, as indices."""

    begin: int
    """Of the headline, or of the first line that is kept."""
    end: int
    """Of the last line that is kept."""
    head_end: int
    """Of the sentence that the authors stand before, if they do."""


def _extent(lines: Sequence[Line], is_kept: NDArray[np.bool_], at: int | None) -> _Extent:
    places: list[int] = np.flatnonzero(is_kept).tolist()
    begin = at if at is not None else places[0]
    head_end = begin
    sentences = 0
    for place in places:
        if place >= begin and width(lines[place].text) >= PROSE:
            head_end = place
            sentences += 1
        if sentences == _HEAD_LINES:
            break
    return _Extent(begin, places[-1], head_end)


def _labels(lines: Sequence[Line], is_kept: NDArray[np.bool_]) -> set[str]:
    """Texts that come back in the article, as buttons do."""
    places: list[int] = np.flatnonzero(is_kept).tolist()
    times = Counter(lines[place].text for place in places)
    return {text for text, count in times.items() if count >= _LABEL_TIMES}


def _of_article(line: Line) -> Line:
    """A line that is kept: the model has seen that the article stands in what calls itself a menu."""
    if line.unspoken == MENU:
        return replace(line, unspoken=None)
    return line


def _repeated(line: Line, title: str | None, seen: Set[str], labels: Set[str]) -> str | None:
    """Why a line of the article is not spoken: the page has it elsewhere, too."""
    if repeats(line.text, title):
        return REPEATS_TITLE
    if line.text in labels and _is_label(line):
        return LABEL
    # Pages repeat pictures and paragraphs for other widths of the window; short lines come back anyway.
    is_long = line.is_caption or width(line.text) >= PROSE
    return REPEATED if is_long and line.text in seen else None


def _is_label(line: Line) -> bool:
    """Whether a line that comes back is of the page: speakers are in bold, and answers are sentences."""
    if line.is_caption or line.bold >= 0.5:
        return False
    return width(line.text) < PROSE and not _CLOSED.search(line.text)


def _left_out(line: Line, reason: str) -> Line:
    return replace(line, unspoken=line.unspoken or reason, pictures=())


def _reason(line: Line, place: int, extent: _Extent) -> str:
    """Why a line is not of the article, in words for a listener."""
    if _is_inside(line, TAGS.index("nav")):
        return MENU
    if _is_inside(line, len(TAGS) + GROUPS.index("comments")):
        return COMMENTS
    if place < extent.begin:
        return ABOVE
    if place > extent.end:
        return BELOW
    return BETWEEN


def _is_inside(line: Line, column: int) -> bool:
    return line.container is not None and line.container.distances[column] < FAR


def _names_authors(line: Line, stated: Stated) -> bool:
    """Whether a line is the authors', with little beside their names."""
    words = words_of(line.text)
    names = set(words_of(stated.authors or ""))
    return bool(names) and names <= set(words) and len(words) <= len(names) + _BYLINE_WORDS


def _with_title(lines: list[Line], at: int | None, title: str | None) -> list[Line]:
    """The lines with the title in its place, or right above the text where no line shows it."""
    if title is None:
        return lines
    if at is not None:
        shown = lines[at]
        if shown.text == title:
            lines[at] = replace(shown, kind="title", unspoken=None)
            return lines
        lines[at] = _left_out(shown, REPEATS_TITLE)
    first = next(place for place, line in enumerate(lines) if line.unspoken is None)
    lines.insert(first, title_line(title))
    return lines


def _from_data(lines: Sequence[Line], evidence: Evidence, title: str | None) -> list[Line]:
    """A text that a script would write, which trafilatura reads from the page's data, and nobody sees."""
    text = [Line(said.strip(), None, "p") for said in evidence.lines if width(said) >= PROSE]
    if not text:
        return []
    shown = [_left_out(line, ABOVE) for line in lines]
    heading = [title_line(title)] if title else []
    return [*shown, *heading, *text]
