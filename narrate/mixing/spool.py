"""The spooled master: raw float32 on disk, read in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from narrate.mixing.limiter import REACH, frame_length, limited
from narrate.model import Samples
from narrate.options.loudness import CEILING

PIECE = 10_000
"""Frames of 1 ms that are worked on at once: 10 s, about 1 MB."""


def read_spool(path: Path, piece: int = 240_000) -> Iterator[Samples]:
    """The samples of a spooled master in blocks of `piece`, the last one shorter."""
    with path.open("rb") as file:
        while data := file.read(4 * piece):
            yield np.frombuffer(data, np.float32)


def remaster(spool_path: Path, sample_rate: int, gain: float, ceiling: float = CEILING) -> Iterator[Samples]:
    """The spooled master, raised by `gain` dB and limited again, in pieces; as long as it was.

    A piece is limited with enough of its neighbours around it that the seams do not show: the result
    is the same as if the whole had been limited at once.
    """
    hop = frame_length(sample_rate)
    piece, reach = PIECE * hop, REACH * hop
    factor = np.float32(10 ** (gain / 20))
    master = (
        np.memmap(spool_path, np.float32, mode="r") if spool_path.stat().st_size else np.zeros(0, np.float32)
    )
    for start in range(0, len(master), piece):
        first = max(start - reach, 0)
        around = limited(master[first : start + piece + reach] * factor, sample_rate, ceiling)
        yield around[start - first : start - first + piece]
