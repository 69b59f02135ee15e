"""The sound of the book: one MP3 for each chapter, since only at the end is it known where chapters begin."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np

from narrate.formats.audio.coding import Coding
from narrate.formats.audio.mp3.stretches import StretchedEncoder
from narrate.model import Samples

PIECE = 2**18
"""Samples that are encoded at a time: 11 s, 1 MB."""


class Spool:
    """The master on its way to the chapters: raw float32 in a file."""

    def __init__(self, path: Path, sample_rate: int, coding: Coding) -> None:
        """Keep a master of `sample_rate` Hz at `path`; its chapters become MP3 of `coding`."""
        self._path = path
        self._sample_rate = sample_rate
        self._coding = coding
        self._file = path.open("wb")

    def write(self, samples: Samples) -> None:
        """Take samples, shape (n,)."""
        self._file.write(samples.astype(np.float32, copy=False).tobytes())

    def encode(self, start: int, end: int, path: Path) -> None:
        """Make an MP3 at `path` of the samples from `start` up to `end`, which have been written."""
        self._file.flush()
        with self._path.open("rb") as spool, closing(self._encoder(path)) as encoder:
            spool.seek(start * np.dtype(np.float32).itemsize)
            for at in range(start, end, PIECE):
                encoder.write(np.fromfile(spool, np.float32, min(PIECE, end - at)))
            encoder.finish()

    def close(self) -> None:
        """Close the file; calling it again does nothing."""
        self._file.close()

    def _encoder(self, path: Path) -> StretchedEncoder:
        return StretchedEncoder(str(path), self._sample_rate, self._coding)
