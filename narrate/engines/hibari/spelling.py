"""How letters may be said in a name that is in no dictionary: an n-gram model of letters with their sounds.

`benchmarks/fit_spelling.py` fits it and says how it works. A name is read from its last letter to its first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from narrate.engines.hibari.names_table import FOLDER

MODEL = "spelling.npz"
ORDER = 5
"""Pairs of letter and sounds that are looked at together."""
BITS = 10
"""Of a pair's number in the key of an n-gram."""
STEP = 1 / 16
"""Natural logarithm that one step of a packed probability stands for."""
BEAM = 32
"""Beginnings that are kept after each letter. With 16, one name in 100 more is said wrong."""
WITHOUT_STRESS = -5.0
"""Added to the log of a way in which no syllable is stressed: the dictionary has a few, by mistake."""
_START, _END = 0, 1
"""Numbers of what stands before the first letter that is read, and behind the last one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to say a name."""

    phonemes: tuple[str, ...]
    """In ARPAbet, with stress."""
    log: float
    """Of its probability together with the letters."""


@dataclass(frozen=True, slots=True)
class _Table:
    """All n-grams of one length."""

    keys: NDArray[np.uint64]
    """Sorted."""
    logs: NDArray[np.float32]
    weights: NDArray[np.float32]
    """Log of the weight of shorter n-grams behind this one."""

    def found(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
        """Which of `keys` there are, and where."""
        places = np.searchsorted(self.keys, keys)
        places = np.minimum(places, len(self.keys) - 1)
        return self.keys[places] == keys, places


@dataclass(frozen=True, slots=True)
class _Read:
    """What has been read of a name, in the likeliest ways; all arrays have one entry for each."""

    histories: NDArray[np.uint64]
    """The last pairs, shape (ways, ORDER - 1)."""
    logs: NDArray[np.float32]
    stressed: NDArray[np.bool_]
    """Whether there is a primary stress already."""
    said: list[tuple[str, ...]]


class Speller:
    """Ways to say a name, by a fitted model."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        """`arrays`: as `benchmarks.fit_spelling.fitted` makes them."""
        self._tables = [_table(arrays, order) for order in range(1, ORDER + 1)]
        self._sounds: list[tuple[str, ...]] = [(), ()]
        by_letter: defaultdict[str, list[int]] = defaultdict(list)
        for pair in arrays["pairs"].tolist():
            letter, *sounds = str(pair).split()
            by_letter[letter].append(len(self._sounds))
            self._sounds.append(tuple(sounds))
        self._by_letter = {letter: np.array(numbers, np.uint64) for letter, numbers in by_letter.items()}
        stressed = [any(sound.endswith("1") for sound in sounds) for sounds in self._sounds]
        self._is_stressed = np.array(stressed)

    def candidates(self, name: str, count: int = 10) -> list[Candidate]:
        """The likeliest ways to say a name, best first; none if it has letters other than a to z.

        `name` is in lower case.
        """
        if not name or not set(name) <= self._by_letter.keys():
            return []
        read = _Read(np.zeros((1, ORDER - 1), np.uint64), np.zeros(1, np.float32), np.zeros(1, bool), [()])
        for letter in reversed(name):
            read = self._next(read, self._by_letter[letter])
        ends = read.logs + self._logs(read.histories, np.array([_END], np.uint64))[:, 0]
        ends = np.where(read.stressed, ends, ends + WITHOUT_STRESS)
        best: dict[tuple[str, ...], float] = {}
        for index in np.argsort(-ends):
            best.setdefault(read.said[index], float(ends[index]))
        return [Candidate(phonemes, log) for phonemes, log in list(best.items())[:count]]

    def _next(self, read: _Read, pairs: NDArray[np.uint64]) -> _Read:
        """The best beginnings with one letter more. None has two primary stresses."""
        total = read.logs[:, None] + self._logs(read.histories, pairs)
        stressed = self._is_stressed[pairs.astype(np.intp)]
        total[read.stressed[:, None] & stressed[None, :]] = -np.inf
        order = np.argsort(-total, axis=None)[:BEAM]
        rows, columns = np.unravel_index(order, total.shape)
        chosen = pairs[columns]
        return _Read(
            np.concatenate([read.histories[rows, 1:], chosen[:, None]], axis=1),
            total[rows, columns],
            read.stressed[rows] | stressed[columns],
            [self._sounds[pair] + read.said[row] for row, pair in zip(rows, chosen.tolist(), strict=True)],
        )

    def _logs(self, histories: NDArray[np.uint64], pairs: NDArray[np.uint64]) -> NDArray[np.float32]:
        """Logs of the probability of each pair behind each history, shape (histories, pairs)."""
        shape = (len(histories), len(pairs))
        result = np.zeros(shape, np.float32)
        is_open = np.ones(shape, bool)
        for order in range(ORDER, 0, -1):
            table = self._tables[order - 1]
            before = _key(histories[:, ORDER - order :])
            keys = (before[:, None] << np.uint64(BITS)) | pairs[None, :]
            is_there, places = table.found(keys)
            here = is_open & is_there
            result[here] += table.logs[places[here]]
            is_open &= ~is_there
            if order > 1:
                is_known, at = self._tables[order - 2].found(before)
                weights = np.where(is_known, self._tables[order - 2].weights[at], np.float32(0))
                result += np.where(is_open, weights[:, None], np.float32(0))
        result[is_open] -= np.float32(255 * STEP)
        return result


@cache
def speller() -> Speller:
    """The model that is shipped; loading takes 60 ms, once."""
    with np.load(FOLDER / MODEL) as arrays:
        return Speller(dict(arrays))


def _table(arrays: Mapping[str, NDArray[np.generic]], order: int) -> _Table:
    columns = np.cumsum(arrays[f"grams{order}"], axis=1, dtype=np.uint16).T
    logs = arrays[f"logs{order}"].astype(np.float32) * np.float32(-STEP)
    weights = arrays[f"weights{order}"].astype(np.float32) * np.float32(-STEP)
    return _Table(_key(columns.astype(np.uint64)), logs, weights)


def _key(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for each row of at most ORDER; rows in order have keys in order."""
    key = np.zeros(len(numbers), np.uint64)
    for column in numbers.T:
        key = (key << np.uint64(BITS)) | column
    return key
