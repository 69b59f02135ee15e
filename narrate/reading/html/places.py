"""Where on its page each line stands, and how much text there is around it, as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np
from numpy.typing import NDArray

from narrate.reading.html.containers import FAR, Container
from narrate.reading.html.line import Line

PLACE = (
    "index", "position",
    "lines in container", "length of container", "links of container", "prose of container", "near prose",
    "share of page", "lines around", "length around", "links around", "prose around", "near prose around",
    "depth", "alike", "best score", "score of container", "levels to best", "in best",
)  # fmt: skip
"""The columns, in order."""
_MOST_LEVELS = 4 * FAR
"""How far up from a line the best container is looked for."""


def places_of(lines: Sequence[Line]) -> NDArray[np.float32]:
    """One row for each line, one column for each of PLACE: shape (lines, places)."""
    total = max(sum(len(line.text) for line in lines), 1)
    measured = _measured(lines, total)
    nowhere = (0.0,) * (len(PLACE) - 2)
    before = 0
    rows = []
    for row, line in enumerate(lines):
        around = measured.get(id(line.container), nowhere)
        rows.append((row / len(lines), before / total, *around))
        before += len(line.text)
    return np.array(rows, np.float32)


def _measured(lines: Sequence[Line], total: int) -> dict[int, tuple[float, ...]]:
    """For each container that a line stands in, by its `id`: all of PLACE but the line's own two columns."""
    containers = {id(line.container): line.container for line in lines if line.container}
    best = _best(containers.values())
    alike = Counter(container.like for container in containers.values())
    measured: dict[int, tuple[float, ...]] = {}
    for key, container in containers.items():
        own = _of_container(container, total)
        namesakes = log1p(alike[container.like])
        measured[key] = (*own, namesakes, *_to_best(container, best))
    return measured


@dataclass(frozen=True, slots=True)
class _Best:
    """The container with most of the text right in it or one level below, and all around it."""

    container: Container
    chain: frozenset[int]


def _best(containers: Iterable[Container]) -> _Best | None:
    found = max(containers, key=lambda container: container.near, default=None)
    if found is None:
        return None
    if found.tag == "p" and found.parent:
        found = found.parent
    chain = set()
    level: Container | None = found
    while level is not None:
        chain.add(id(level))
        level = level.parent
    return _Best(found, frozenset(chain))


def _of_container(container: Container, total: int) -> tuple[float, ...]:
    own = container.parent if container.lines == 1 and container.parent else container
    outer = own.parent or own
    return (*_measures(own), own.characters / total, *_measures(outer), container.depth)


def _measures(container: Container) -> tuple[float, float, float, float, float]:
    characters = max(container.characters, 1)
    return (
        log1p(container.lines),
        log1p(characters / max(container.lines, 1)),
        container.linked / characters,
        container.prose / characters,
        log1p(container.near),
    )


def _to_best(container: Container, best: _Best | None) -> tuple[float, float, float, float]:
    """How good the best container is, how good this line's is, and how they lie to each other."""
    if best is None:
        return (0.0, 0.0, float(FAR), 0.0)
    level = container
    levels = 0
    while id(level) not in best.chain and level.parent is not None and levels < _MOST_LEVELS:
        level = level.parent
        levels += 1
    near = container.near
    if container.parent is not None:
        near = max(near, container.parent.near)
    score = near / max(best.container.near, 1)
    apart = levels + best.container.depth - level.depth
    is_in_best = level is best.container
    return (log1p(best.container.near), score, apart, is_in_best)
