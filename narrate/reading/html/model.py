"""Gradient-boosted regression trees (Friedman, 2001): rows of features → odds that a line is of the article.

`python -m benchmarks.fit_pages` fits them and writes `weights.json`; here they are only evaluated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

WEIGHTS = Path(__file__).with_name("weights.json")

Rows = NDArray[np.float32]
"""Features: shape (lines, features)."""


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble of binary trees, padded to the same number of nodes; arrays of shape (trees, nodes)."""

    start: float
    """Log odds before the first tree."""
    feature: NDArray[np.intp]
    """The column that an inner node looks at."""
    threshold: NDArray[np.float32]
    """Rows with at most this go left."""
    left: NDArray[np.intp]
    """Index of the node for them; a leaf leads to itself."""
    right: NDArray[np.intp]
    value: NDArray[np.float32]
    """Log odds that a leaf adds; 0 for inner nodes."""
    depth: int
    """Steps from the root to the deepest leaf."""

    def probabilities(self, rows: Rows) -> NDArray[np.float64]:
        """For each row between 0 and 1: shape (lines,). No rows give none."""
        trees = np.arange(len(self.feature))[None, :]
        at = np.zeros((len(rows), len(self.feature)), np.intp)
        index = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[index, self.feature[trees, at]] <= self.threshold[trees, at]
            at = np.where(goes_left, self.left[trees, at], self.right[trees, at])
        odds = self.start + self.value[trees, at].sum(axis=1, dtype=np.float64)
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
        return chances


@lru_cache(maxsize=1)
def shipped() -> Trees:
    """The ensemble that ships."""
    return trees_of(orjson.loads(WEIGHTS.read_bytes()))


def trees_of(content: dict[str, Any]) -> Trees:
    """An ensemble from its form in the file: for each tree its nodes, the root first.

    An inner node is [feature, threshold, left, right], a leaf [value].
    """
    most = max(map(len, content["trees"]))
    shape = (len(content["trees"]), most)
    feature = np.zeros(shape, np.intp)
    left = np.zeros(shape, np.intp)
    right = np.zeros(shape, np.intp)
    threshold = np.zeros(shape, np.float32)
    value = np.zeros(shape, np.float32)
    for tree, nodes in enumerate(content["trees"]):
        for at, node in enumerate(nodes):
            if len(node) == 1:
                value[tree, at] = node[0]
                left[tree, at] = at
                right[tree, at] = at
                continue
            column, most_left, if_less, if_more = node
            feature[tree, at] = column
            threshold[tree, at] = most_left
            left[tree, at] = if_less
            right[tree, at] = if_more
    return Trees(content["start"], feature, threshold, left, right, value, content["depth"])
