"""Floors under the figures, kept beside the hashes of what they were measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.labelled.articles import ARTICLES
from benchmarks.labelled.figures import Figure
from benchmarks.labelled.pages import PAGES
from benchmarks.quality import FLOORS

SLACK = 0.01
"""How far a floor lies below what was measured: a change may lose a case where it gains two elsewhere."""
_SETS = {"articles": ARTICLES, "pages": PAGES}


def load() -> dict[str, Any]:
    """What the file of floors holds of these sets: "data" and "floors"."""
    content: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    found: dict[str, Any] = content.get("labelled", {"data": {}, "floors": {}})
    return found


def digests() -> dict[str, str]:
    """SHA-256 of the names and contents of all files of each set."""
    return {name: _digest(folder) for name, folder in _SETS.items()}


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        whole.update(path.name.encode())
        whole.update(path.read_text(encoding="utf-8").encode())
    return whole.hexdigest()


def sunk(floors: Mapping[str, float], figures: Iterable[Figure]) -> list[str]:
    """A line for each figure that is worse than its floor."""
    return [
        f"{figure.name}: {figure.value} (floor {floors[figure.name]})"
        for figure in figures
        if figure.name in floors and _is_worse(figure, figure.value, floors[figure.name])
    ]


def raised(floors: Mapping[str, float], figures: Iterable[Figure], *, lower: bool) -> dict[str, float]:
    """Floors just below what was measured; an old one stays where it is better, unless `lower`.

    Raises ValueError, naming them, where figures are worse than their floors and `lower` was not asked for.
    """
    measured = list(figures)
    problems = sunk(floors, measured)
    if problems and not lower:
        raise ValueError(f"these would sink: {'; '.join(problems)} (mend them, or say --lower)")
    return {figure.name: _floor(figure, floors.get(figure.name), lower=lower) for figure in measured}


def _floor(figure: Figure, old: float | None, *, lower: bool) -> float:
    slack = SLACK if figure.at_most else -SLACK
    new = round(min(max(figure.value + slack, 0.0), 1.0), 3)
    keeps_old = old is not None and not lower and _is_worse(figure, new, old)
    return old if keeps_old and old is not None else new


def _is_worse(figure: Figure, value: float, than: float) -> bool:
    return value > than if figure.at_most else value < than


def pin(figures: Iterable[Figure], *, lower: bool) -> None:
    """Write the floors.

    Raises ValueError where one would sink, or where the sets have changed, unless `lower` is set.
    """
    old = load()
    if old["data"] and old["data"] != digests() and not lower:
        raise ValueError("the articles or pages are not what the floors were measured on (say --lower)")
    pins = {"data": digests(), "floors": raised(old["floors"], figures, lower=lower)}
    content = json.loads(FLOORS.read_text(encoding="utf-8"))
    content["labelled"] = pins
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
