"""What is known of each line of a page, as numbers, for the model that tells the article from the rest.

Text (length, punctuation, links), the elements around it, the container it stands in, its neighbours, what the
page states about its article, and what trafilatura takes for the text. All of it holds in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from narrate.reading.html.containers import FAR, GROUPS, TAGS, Container
from narrate.reading.html.evidence import Evidence, share_in, words_of
from narrate.reading.html.flow import Line

Matrix = NDArray[np.float32]

ELEMENTS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "td", "tr", "dd", "dt", "figcaption", "img",
            "blockquote", "pre", "a", "span", "section", "article", "header", "th", "caption")  # fmt: skip
_NEAR = (1, 2, 3)
"""How many lines away a neighbour is that is looked at by itself."""
_WINDOW = 5
"""Lines on either side that are looked at together."""
_CLOSED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_ENDS = re.compile(r"[.!?…。！？](?:\s|$)")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b")
_WIDE = 0x2E7F
"""Characters above it take two columns, and say as much as two letters."""

OWN = (
    "length", "words", "commas", "ends", "closed", "colon", "question", "digits", "capitals", "titled", "lower",
    "date", "signs", "linked", "bold", "asides", "repeated", "quote",
)  # fmt: skip
PLACE = (
    "lines in container", "length of container", "links of container", "prose of container", "near prose",
    "share of page", "lines around", "length around", "links around", "prose around", "near prose around",
    "depth", "index", "position", "best score", "score of container", "levels to best", "in best",
)  # fmt: skip
STATED = (
    "found", "found whole", "before found", "behind found", "to found above", "to found below", "found near",
    "found in container", "description", "authors", "title", "behind headline", "to headline", "body stated",
)  # fmt: skip
BASE = (*OWN, *ELEMENTS, *(f"tag {tag}" for tag in TAGS), *(f"name {name}" for name in GROUPS), *PLACE, *STATED)
_AROUND = ("length", "linked", "closed", "found", "prose of container")
NAMES = (
    *BASE,
    *(f"{name} at {step:+d}" for step in (*(-near for near in _NEAR), *_NEAR) for name in _AROUND),
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
            _places(lines),
            _stated(lines, evidence, headline),
        )
    )
    return np.hstack((base, around(base[:, [BASE.index(name) for name in _AROUND]])))


def around(columns: Matrix) -> Matrix:
    """The same of the lines before and behind each line, one by one, and their mean over a window."""
    rows = len(columns)
    shifted = []
    for step in (*(-near for near in _NEAR), *_NEAR):
        moved = np.full_like(columns, -1.0)
        if step < 0:
            moved[-step:] = columns[:step]
        elif step < rows:
            moved[: rows - step] = columns[step:]
        shifted.append(moved if abs(step) < rows else np.full_like(columns, -1.0))
    sums = np.vstack((np.zeros((1, columns.shape[1]), np.float32), np.cumsum(columns, axis=0)))
    begin = np.maximum(np.arange(rows) - _WINDOW, 0)
    end = np.minimum(np.arange(rows) + _WINDOW + 1, rows)
    means = (sums[end] - sums[begin]) / (end - begin)[:, None]
    return np.hstack((*shifted, means)).astype(np.float32)


def width(text: str) -> int:
    """Columns that a text takes."""
    return len(text) + (0 if text.isascii() else sum(ord(character) > _WIDE for character in text))


def _own(lines: Sequence[Line]) -> Matrix:
    counts = Counter(line.text for line in lines)
    return np.array([_of_text(line, counts[line.text]) for line in lines], np.float32)


def _of_text(line: Line, times: int) -> tuple[float, ...]:
    text = line.text
    length = width(text)
    words = text.split()
    letters = max(sum(map(str.isalpha, text)), 1)
    return (
        np.log1p(length),
        np.log1p(len(words)),
        text.count(",") + text.count("、") + text.count("，"),
        len(_ENDS.findall(text)),
        _CLOSED.search(text[-4:]) is not None,
        text.endswith((":", "：")),
        text.endswith(("?", "？")),
        sum(map(str.isdigit, text)) / len(text),
        sum(map(str.isupper, text)) / letters,
        sum(word[0].isupper() for word in words) / len(words),
        text[0].islower(),
        _DATE.search(text) is not None,
        sum(text.count(sign) for sign in "|»›·•→©↑▼/") / len(text),
        line.linked,
        line.bold,
        len(line.asides),
        times,
        text[0] in "\"“„«‘",
    )


def _elements(lines: Sequence[Line]) -> Matrix:
    shown = np.zeros((len(lines), len(ELEMENTS)), np.float32)
    for row, line in enumerate(lines):
        if line.element in ELEMENTS:
            shown[row, ELEMENTS.index(line.element)] = 1
    return shown


def _distances(container: Container | None) -> tuple[int, ...]:
    return container.distances if container else (FAR,) * (len(TAGS) + len(GROUPS))


def _places(lines: Sequence[Line]) -> Matrix:
    """Where each line stands, and how much text there is around it."""
    containers = {id(line.container): line.container for line in lines if line.container}
    best = max(containers.values(), key=_score, default=None)
    best = best.parent if best is not None and best.tag == "p" and best.parent else best
    above_best = set()
    level = best
    while level is not None:
        above_best.add(id(level))
        level = level.parent
    total = max(sum(len(line.text) for line in lines), 1)
    before = np.cumsum([0, *(len(line.text) for line in lines)]) / total
    rows = [
        (*_of_container(line.container, total), row / len(lines), before[row], *_to_best(line.container, best, above_best))
        for row, line in enumerate(lines)
    ]
    return np.array(rows, np.float32)


def _score(container: Container) -> float:
    """How much prose stands close to a container: what most of the text shares as its nearest element wins."""
    return container.near


def _of_container(container: Container | None, total: int) -> tuple[float, ...]:
    if container is None:
        return (0.0,) * 12
    own = container.parent if container.lines == 1 and container.parent else container
    outer = own.parent or own
    return (*_measures(own), own.characters / total, *_measures(outer), container.depth)


def _measures(container: Container) -> tuple[float, float, float, float, float]:
    characters = max(container.characters, 1)
    return (
        np.log1p(container.lines),
        np.log1p(characters / max(container.lines, 1)),
        container.linked / characters,
        container.prose / characters,
        np.log1p(container.near),
    )


def _to_best(container: Container | None, best: Container | None, above_best: set[int]) -> tuple[float, ...]:
    """How good the best container is, how good this line's is, and how they lie to each other."""
    if container is None or best is None:
        return (0.0, 0.0, float(FAR), 0.0)
    levels, level = 0, container
    while id(level) not in above_best and level.parent is not None and levels < 4 * FAR:
        level, levels = level.parent, levels + 1
    own = max(container.near, container.parent.near if container.parent else 0)
    return (np.log1p(best.near), own / max(best.near, 1), levels + best.depth - level.depth, level is best)


def _stated(lines: Sequence[Line], evidence: Evidence, headline: int | None) -> Matrix:
    """What trafilatura and the page itself say about each line."""
    words = [words_of(line.evidence or line.text) for line in lines]
    found = np.array([share_in(each, evidence.runs) for each in words], np.float32)
    whole = np.array([each in evidence.whole for each in words], np.float32)
    is_found = (found > 0.5) & (np.array([len(each) for each in words]) >= 8)
    places = np.flatnonzero(is_found)
    index = np.arange(len(lines))
    first, last = (places[0], places[-1]) if len(places) else (len(lines), -1)
    above, below = _to_nearest(is_found)
    at = headline if headline is not None else -1
    columns = (
        found,
        whole,
        index < first,
        index > last,
        above,
        below,
        around(found[:, None])[:, -1],
        _mean_in_container(lines, np.maximum(found, whole)),
        [_share(each, evidence.description) for each in words],
        [_share(each, evidence.authors) for each in words],
        [_share(each, evidence.title) for each in words],
        (index > at) if headline is not None else np.full(len(lines), -1),
        np.clip(index - at, -50, 50) if headline is not None else np.full(len(lines), 99),
        [share_in(each, evidence.stated_runs) for each in words] if evidence.stated_runs else np.full(len(lines), -1),
    )
    return np.column_stack([np.asarray(column, np.float32) for column in columns])


def _to_nearest(is_found: NDArray[np.bool_]) -> tuple[Matrix, Matrix]:
    """Lines from each line up, and down, to the next that is found; 50 at most."""
    index = np.arange(len(is_found))
    above = np.maximum.accumulate(np.where(is_found, index, -99))
    below = np.minimum.accumulate(np.where(is_found, index, len(is_found) + 99)[::-1])[::-1]
    return np.minimum(index - above, 50).astype(np.float32), np.minimum(below - index, 50).astype(np.float32)


def _mean_in_container(lines: Sequence[Line], values: Matrix) -> Matrix:
    """Of each line's own and the container around it, weighed by length."""
    sums: Counter[int] = Counter()
    weights: Counter[int] = Counter()
    keys = []
    for line, value in zip(lines, values, strict=True):
        container = line.container
        level = container.parent or container if container else None
        keys.append(id(level))
        sums[id(level)] += float(value) * len(line.text)
        weights[id(level)] += len(line.text)
    return np.array([sums[key] / max(weights[key], 1) for key in keys], np.float32)


def _share(words: Sequence[str], known: frozenset[str]) -> float:
    return sum(word in known for word in words) / len(words) if words and known else 0.0
