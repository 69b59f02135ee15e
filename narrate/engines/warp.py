"""Other voices from one network: its spectra, warped in frequency, and the sound made of them.

Scaling the frequencies of the spectral envelope is what vocal tract length normalisation does in
speech recognition (Lee and Rose 1996; HTK Book 3.4, section 5.4): a factor below 1 is a longer vocal
tract, a larger speaker. The map is piecewise linear, so that the top of the band stays the top: no
part of the new spectrum is left without a source.

The network's part with a free phase needs care. Its phases belong to an inverse STFT: the phase of a
bin turns from frame to frame with the bin's frequency, and from bin to bin with the position of the
sound in the window. Both turns are taken off before the spectrum is moved, and put on again after.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from narrate.engines.hibari_model import Spectra
from narrate.model import Samples

BINS = 601
"""0 to 12 kHz in steps of 20 Hz."""
_KNEE = 0.8
"""Share of the band that is scaled; above it the rest is fitted in (HTK's WARPUCUTOFF)."""


@dataclass(frozen=True, slots=True)
class Warp:
    """Where each bin of the new spectrum is read from: between `low` and `low + 1`."""

    low: NDArray[np.intp]
    """(601,)"""
    weight: NDArray[np.float32]
    """(601, 1): share of the upper of the two bins."""

    def __call__(self, spectrum: NDArray[np.floating] | NDArray[np.complexfloating]) -> NDArray:  # type: ignore[type-arg]
        """Move a spectrum, (601, F) to (601, F)."""
        lower = spectrum[self.low]
        return lower + (spectrum[self.low + 1] - lower) * self.weight
