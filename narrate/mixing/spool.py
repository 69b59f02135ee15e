"""The spooled master: raw float32 on disk, read block by block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from narrate.mixing.limiter import REACH, frame_length, limited
from narrate.model import Samples
from narrate.options.loudness import CEILING

BLOCK = 10_000
"""Frames of 1 ms that are limited at once: 10 s, about 1 MB."""


def read_spool(path: Path, block: int = 240_000) -> Iterator[Samples]:
    """The samples of a spooled master in blocks of `block`, the last one shorter."""
    with path.open("rb") as file:
        while data := file.read(4 * block):
            yield np.frombuffer(data, np.float32)


def remaster(spool_path: Path, sample_rate: int, gain: float, ceiling: float = CEILING) -> Iterator[Samples]:
    """The spooled master, raised by `gain` dB and limited again, block by block; as long as it was.

    A block is limited with enough of its neighbours around it that the seams do not show: the result
    is the same as if the whole had been limited at once.
    """
    hop = frame_length(sample_rate)
    block = BLOCK * hop
    reach = REACH * hop
    factor = np.float32(10 ** (gain / 20))
    master = _mapped(spool_path)
    for start in range(0, len(master), block):
        first = max(start - reach, 0)
        around = master[first : start + block + reach] * factor
        limited_around = limited(around, sample_rate, ceiling)
        offset = start - first
        yield limited_around[offset : offset + block]


def _mapped(spool_path: Path) -> Samples:
    """The samples of a spool, which stay on disk."""
    if not spool_path.stat().st_size:
        return np.zeros(0, np.float32)  # an empty file cannot be mapped
    return np.memmap(spool_path, np.float32, mode="r")
