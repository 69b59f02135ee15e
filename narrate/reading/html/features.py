"""What is known of each line of a page, as numbers, for the model that tells the article from the rest.

Text (length, punctuation, links), the elements around it, the container it stands in, its neighbours, what
the page states about its article, and what trafilatura takes for the text: the same in every language.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log1p

import numpy as np
from numpy.typing import NDArray

from narrate.reading.html.containers import FAR, GROUPS, TAGS, Container
from narrate.reading.html.evidence import Evidence, Words, share_in, words_of
from narrate.reading.html.line import Line
from narrate.reading.html.places import PLACE, places_of
from narrate.reading.html.tags import width

Matrix = NDArray[np.float32]

ELEMENTS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "td", "tr", "dd", "dt", "figcaption", "img",
            "blockquote", "pre", "a", "span", "section", "article", "header", "th", "caption")  # fmt: skip
_STEPS = (-1, -2, -3, 1, 2, 3)
"""Where a neighbour is that is looked at by itself: lines above, and below."""
_WINDOW = 5
"""Lines on either side that are looked at together."""
_CLOSED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_ENDS = re.compile(r"[.!?…。！？](?:\s|$)")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b")
_LETTERS, _CAPITALS, _DIGITS = re.compile(r"[^\W\d_]"), re.compile(r"[A-ZÀ-ÞΑ-ΩА-Я]"), re.compile(r"\d")
_SIGNS = re.compile(r"[|»›·•→©↑▼/]")
_SENTENCE = 8
"""Words of a line that is more than a label."""
_SAMPLE = 300
"""Characters of a line by which its letters are counted, and a fifth as many words."""

OWN = (
    "length", "words", "commas", "ends", "closed", "colon", "question", "digits", "capitals", "titled",
    "lower", "date", "signs", "linked", "bold", "asides", "repeated", "quote",
)  # fmt: skip
STATED = (
    "found", "found whole", "before found", "behind found", "to found above", "to found below", "found near",
    "found in container", "description", "authors", "title", "behind headline", "to headline", "body stated",
)  # fmt: skip
BASE = (
    *OWN,
    *ELEMENTS,
    *(f"tag {tag}" for tag in TAGS),
    *(f"name {name}" for name in GROUPS),
    *PLACE,
    *STATED,
)
_AROUND = ("length", "linked", "closed", "found", "prose of container")
NAMES = (
    *BASE,
    *(f"{name} at {step:+d}" for step in _STEPS for name in _AROUND),
    *(f"{name} of neighbours" for name in _AROUND),
)
"""The columns of the matrix, in order."""


def features_of(lines: Sequence[Line], evidence: Evidence, headline: int | None) -> Matrix:
    """One row for each line, one column for each of NAMES: shape (lines, names)."""
    base = np.hstack(
        (
            _own(lines),
            _elements(lines),
            np.array([_distances(line.container) for line in lines], np.float32),
            places_of(lines),
            _stated(lines, evidence, headline),
        )
    )
    return np.hstack((base, around(base[:, [BASE.index(name) for name in _AROUND]])))


def around(columns: Matrix) -> Matrix:
    """The same of the lines before and behind each line, one by one, and their mean over a window."""
    rows = len(columns)
    shifted = [_shifted(columns, step) for step in _STEPS]
    sums = np.vstack((np.zeros((1, columns.shape[1]), np.float32), np.cumsum(columns, axis=0)))
    begin = np.maximum(np.arange(rows) - _WINDOW, 0)
    end = np.minimum(np.arange(rows) + _WINDOW + 1, rows)
    means = (sums[end] - sums[begin]) / (end - begin)[:, None]
    return np.hstack((*shifted, means)).astype(np.float32)


def _shifted(columns: Matrix, step: int) -> Matrix:
    """In each row what stands `step` rows below it, or above it if negative; -1 outside the page."""
    rows = len(columns)
    moved = np.full_like(columns, -1.0)
    if abs(step) >= rows:
        return moved
    if step < 0:
        moved[-step:] = columns[:step]
    else:
        moved[: rows - step] = columns[step:]
    return moved


def _own(lines: Sequence[Line]) -> Matrix:
    counts = Counter(line.text for line in lines)
    return np.array([_of_text(line, counts[line.text]) for line in lines], np.float32)


def _of_text(line: Line, times: int) -> tuple[float, ...]:
    text = line.text
    sample = text[:_SAMPLE]
    words = text.split()
    begun = words[: _SAMPLE // 5]
    letters = max(len(_LETTERS.findall(sample)), 1)
    return (
        log1p(width(text)),
        log1p(len(words)),
        text.count(",") + text.count("、") + text.count("，"),
        len(_ENDS.findall(text)),
        _CLOSED.search(text[-4:]) is not None,
        text.endswith((":", "：")),
        text.endswith(("?", "？")),
        len(_DIGITS.findall(sample)) / len(sample),
        len(_CAPITALS.findall(sample)) / letters,
        sum(word[0].isupper() for word in begun) / len(begun),
        text[0].islower(),
        _DATE.search(sample) is not None,
        len(_SIGNS.findall(sample)) / len(sample),
        line.linked,
        line.bold,
        len(line.asides),
        times,
        text[0] in '"“„«‘',
    )


def _elements(lines: Sequence[Line]) -> Matrix:
    shown = np.zeros((len(lines), len(ELEMENTS)), np.float32)
    for row, line in enumerate(lines):
        if line.element in ELEMENTS:
            shown[row, ELEMENTS.index(line.element)] = 1
    return shown


def _distances(container: Container | None) -> tuple[int, ...]:
    return container.distances if container else (FAR,) * (len(TAGS) + len(GROUPS))


def _stated(lines: Sequence[Line], evidence: Evidence, headline: int | None) -> Matrix:
    """What trafilatura and the page itself say about each line."""
    words = [words_of(line.evidence or line.text) for line in lines]
    columns = (
        *_found(lines, words, evidence),
        _shares(words, evidence.description),
        _shares(words, evidence.authors),
        _shares(words, evidence.title),
        *_to_headline(len(lines), headline),
        _in_stated_body(words, evidence),
    )
    return np.column_stack(columns)


def _found(lines: Sequence[Line], words: Sequence[Words], evidence: Evidence) -> tuple[Matrix, ...]:
    """What trafilatura says: the first eight columns of STATED."""
    found = np.array([share_in(each, evidence.runs) for each in words], np.float32)
    whole = np.array([each in evidence.whole for each in words], np.float32)
    lengths = np.array([len(each) for each in words])
    is_found = (found > 0.5) & (lengths >= _SENTENCE)
    places = np.flatnonzero(is_found)
    first, last = len(lines), -1
    if len(places):
        first, last = int(places[0]), int(places[-1])
    index = np.arange(len(lines))
    above, below = _to_nearest(is_found)
    return (
        found,
        whole,
        (index < first).astype(np.float32),
        (index > last).astype(np.float32),
        above,
        below,
        around(found[:, None])[:, -1],
        _mean_in_container(lines, np.maximum(found, whole)),
    )


def _to_headline(count: int, headline: int | None) -> tuple[Matrix, Matrix]:
    """Whether each line stands behind the headline, and how many lines; -1 and 99 where there is none."""
    if headline is None:
        return np.full(count, -1, np.float32), np.full(count, 99, np.float32)
    index = np.arange(count)
    is_behind = index > headline
    distance = np.clip(index - headline, -50, 50)
    return is_behind.astype(np.float32), distance.astype(np.float32)


def _in_stated_body(words: Sequence[Words], evidence: Evidence) -> Matrix:
    """The share of each line that the page states for search engines; -1 where it states nothing."""
    if not evidence.stated_runs:
        return np.full(len(words), -1, np.float32)
    return np.array([share_in(each, evidence.stated_runs) for each in words], np.float32)


def _to_nearest(is_found: NDArray[np.bool_]) -> tuple[Matrix, Matrix]:
    """Lines from each line up, and down, to the next that is found; 50 at most."""
    index = np.arange(len(is_found))
    above = np.maximum.accumulate(np.where(is_found, index, -99))
    below = np.minimum.accumulate(np.where(is_found, index, len(is_found) + 99)[::-1])[::-1]
    return np.minimum(index - above, 50).astype(np.float32), np.minimum(below - index, 50).astype(np.float32)


def _mean_in_container(lines: Sequence[Line], values: Matrix) -> Matrix:
    """Of each line's own and the container around it, weighed by length."""
    sums: defaultdict[int, float] = defaultdict(float)
    weights: Counter[int] = Counter()
    keys = []
    for line, value in zip(lines, values, strict=True):
        key = id(_section(line.container))
        keys.append(key)
        sums[key] += float(value) * len(line.text)
        weights[key] += len(line.text)
    return np.array([sums[key] / max(weights[key], 1) for key in keys], np.float32)


def _section(container: Container | None) -> Container | None:
    """What the container of a paragraph stands in."""
    if container is None:
        return None
    return container.parent or container


def _shares(words: Sequence[Words], known: frozenset[str]) -> Matrix:
    """The share of each line's words that are known."""
    return np.array([_share(each, known) for each in words], np.float32)


def _share(words: Words, known: frozenset[str]) -> float:
    if not words or not known:
        return 0.0
    return sum(word in known for word in words) / len(words)
