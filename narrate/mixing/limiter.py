"""A look-ahead limiter for true peaks. It has no state: what it does stays within 25 ms of a peak.

The gain is found per frame of 1 ms: what each frame needs, held for the look-ahead on both sides and
smoothed, so it falls before a peak and rises after it without an audible corner.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from narrate.model import Samples
from narrate.options.loudness import CEILING

NEAR = -9.0
"""dB from the ceiling; only sound above that is interpolated. A peak between two samples is less than 6 dB
above the largest sample within 2 ms (3 dB for the worst sine), and 3 dB are left to raise the sound by."""
LOOKAHEAD = 10
"""Frames of 1 ms: longer than the period of a low voice (8 ms at 125 Hz), so that the gain does not
ripple with the pitch, and short enough not to be heard as pumping."""
REACH = 4 * LOOKAHEAD
"""Frames of 1 ms from which a sample's gain is certainly independent."""
TAPS = 24
"""Samples on each side that a point between two samples is interpolated from. With 12, sibilants close
to half the sample rate read 0.3 dB too low."""
PHASES = tuple(point / 8 for point in range(1, 8))
"""Points between samples that are looked at: 192 kHz for a master of 24 kHz, as in BS.1770-5 Annex 2."""
PRODUCTS = 240_000
"""Multiplications in one matrix product. From 2^18 on OpenBLAS starts threads, which cost ten times the
processor time and take it from synthesis."""


def frame_length(sample_rate: int) -> int:
    """Samples in a frame of about 1 ms."""
    return max(sample_rate // 1000, 1)


class Limiter:
    """One stretch of sound, whose peaks are found once and which is then limited at any level."""

    def __init__(self, samples: Samples, sample_rate: int, ceiling: float = CEILING) -> None:
        """`samples`, shape (n,), n >= 0; `ceiling` in dBTP."""
        hop = frame_length(sample_rate)
        self._highest = np.float32(10 ** (ceiling / 20))
        self._length = len(samples)
        self._frames = np.zeros((-(-len(samples) // hop), hop), np.float32)
        self._frames.reshape(-1)[: len(samples)] = samples
        self._peaks = _frame_peaks(self._frames, self._highest)

    def limits(self) -> bool:
        """Whether there is a peak above the ceiling."""
        return bool(self._peaks.max(initial=0) > self._highest)

    def at(self, gain: float) -> Samples:
        """The sound raised by `gain` dB, shape (n,), with no true peak above the ceiling."""
        factor = np.float32(10 ** (gain / 20))
        peaks = np.maximum(self._peaks * factor, self._highest)
        gains = _gains(self._highest / peaks, self._frames.shape[1]) * factor
        return (self._frames * gains).reshape(-1)[: self._length]


def limited(samples: Samples, sample_rate: int, ceiling: float = CEILING) -> Samples:
    """`samples`, shape (n,), with no true peak above the ceiling; unchanged if there is none."""
    limiter = Limiter(samples, sample_rate, ceiling)
    return limiter.at(0) if limiter.limits() else samples


def _gains(needed: NDArray[np.float32], hop: int) -> NDArray[np.float32]:
    """A smooth gain for every sample, shape (frames, hop), nowhere above what the sample's frame needs.

    The minimum reaches one frame further than the window that smooths it, so each node is at most what
    the frames on both sides of it need, and so is every point on the line between two nodes.
    """
    held = _sliding_minimum(needed, LOOKAHEAD)
    window = np.hanning(2 * LOOKAHEAD + 1)[1:-1]
    padded = np.pad(held, (LOOKAHEAD - 1, LOOKAHEAD), mode="edge")
    nodes = np.convolve(padded, window / window.sum(), "valid").astype(np.float32)
    ramp = (np.arange(hop) / hop).astype(np.float32)
    gains: NDArray[np.float32] = nodes[:-1, None] + np.diff(nodes)[:, None] * ramp
    return gains


def _sliding_minimum(values: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """The least of each value and its `reach` neighbours on both sides."""
    padded = np.pad(values, reach, mode="edge")
    width = 2 * reach + 1
    # The minimum over a window of `span` values; two of them side by side cover twice as many.
    span = 1
    while 2 * span <= width:
        padded = np.minimum(padded[:-span], padded[span:])
        span *= 2
    rest = width - span
    return np.minimum(padded[: len(padded) - rest], padded[rest:])


def _frame_peaks(frames: NDArray[np.float32], highest: np.float32) -> NDArray[np.float32]:
    """The true peak of each frame that may come near the ceiling, and the largest sample of the others."""
    hop = frames.shape[1]
    if not frames.size:
        return np.zeros(0, np.float32)
    peaks = np.maximum.reduceat(np.abs(frames.reshape(-1)), np.arange(0, frames.size, hop))
    around = -_sliding_minimum(-peaks, 1 + TAPS // hop)
    near = np.flatnonzero(around > highest * np.float32(10 ** (NEAR / 20)))
    kernel = _interpolator(hop)
    line = np.pad(frames.reshape(-1), TAPS)
    contexts = np.lib.stride_tricks.sliding_window_view(line, hop + 2 * TAPS)[::hop]
    rows = max(PRODUCTS // kernel.size, 1)
    for at in range(0, len(near), rows):
        batch = near[at : at + rows]
        peaks[batch] = np.maximum(peaks[batch], np.abs(contexts[batch] @ kernel).max(axis=1))
    return peaks


@lru_cache(maxsize=4)
def _interpolator(hop: int) -> NDArray[np.float32]:
    """A matrix, shape (hop + 2 TAPS, 7 hop): a frame with its neighbours to the points between its samples.

    Each column is a sinc under a Kaiser window; a beta of 3 keeps the band wide, for sibilants.
    """
    place = np.arange(hop + 2 * TAPS)[:, None] - TAPS
    points = (np.arange(hop)[:, None] + np.array(PHASES)).T.reshape(-1)
    distance = place - points
    window = np.i0(3 * np.sqrt(np.clip(1 - (distance / TAPS) ** 2, 0, None))) / np.i0(3.0)
    return np.where(np.abs(distance) < TAPS, np.sinc(distance) * window, 0).astype(np.float32)
