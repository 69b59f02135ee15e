"""Levels of a stream of samples: RMS, noise floor, offset, and the silence at both ends."""

from __future__ import annotations

from math import inf, log10

import numpy as np

from narrate.model import Samples

SILENT = 10 ** (-60 / 20)
"""Of full scale: -60 dBFS, which is where ACX draws the line between sound and room."""
STRETCH = 0.5
"""Seconds over which the softest stretch is looked for: ACX asks for that much room tone at the start."""


class Levels:
    """Feed it samples, shape (n,), in order; read the properties at the end. Holds half a second at most."""

    def __init__(self, sample_rate: int) -> None:
        """`sample_rate` in Hz."""
        self._rate = sample_rate
        self._stretch = round(STRETCH * sample_rate)
        self._rest = np.zeros(0, np.float32)
        self._count = 0
        self._sum = self._squares = 0.0
        self._softest = inf
        self._first: int | None = None
        self._last = -1

    def add(self, samples: Samples) -> None:
        """Take the next samples."""
        loud = np.flatnonzero(np.abs(samples) > SILENT)
        if len(loud):
            if self._first is None:
                self._first = self._count + int(loud[0])
            self._last = self._count + int(loud[-1])
        self._count += len(samples)
        self._sum += float(samples.sum(dtype=np.float64))
        self._squares += float(np.square(samples, dtype=np.float64).sum())
        self._look_for_the_softest(samples)

    @property
    def seconds(self) -> float:
        """Length."""
        return self._count / self._rate

    @property
    def rms(self) -> float:
        """dBFS; -inf for silence."""
        return _decibels(self._squares / self._count) if self._count else -inf

    @property
    def noise_floor(self) -> float:
        """dBFS of the softest half second; of everything if it is shorter."""
        return self.rms if self._softest == inf else _decibels(self._softest)

    @property
    def offset(self) -> float:
        """Mean, of full scale."""
        return self._sum / self._count if self._count else 0.0

    @property
    def lead(self) -> float:
        """Seconds of silence at the start."""
        first = self._count if self._first is None else self._first
        return first / self._rate

    @property
    def tail(self) -> float:
        """Seconds of silence at the end."""
        return (self._count - self._last - 1) / self._rate

    def _look_for_the_softest(self, samples: Samples) -> None:
        waiting = np.concatenate([self._rest, samples])
        whole = len(waiting) // self._stretch
        self._rest = waiting[whole * self._stretch :]
        if not whole:
            return
        stretches = waiting[: whole * self._stretch].reshape(whole, -1)
        powers = np.square(stretches, dtype=np.float64).mean(1)
        self._softest = min(self._softest, float(powers.min()))


def _decibels(power: float) -> float:
    return 10 * log10(power) if power > 0 else -inf
