"""How loud speech is, after ITU-R BS.1770-5 Annex 1, and the gain that brings it to a target.

An utterance is measured as the standard measures a programme, with silence around it, so that a
programme of utterances at the target is at the target. One word is too short for the standard's 400 ms
blocks: they are half silence, and the word would come out loud. So blocks of 100 ms, which hold a
syllable, set a bound.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf, isinf, log10
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from narrate.model import Samples

Powers = NDArray[np.floating[Any]]
"""Mean squares of consecutive blocks."""

OFFSET = -0.691
"""dB; BS.1770-5 Annex 1, equation 2: makes a 997 Hz tone read its level."""
ABSOLUTE_GATE = -70.0
"""LUFS; BS.1770-5 Annex 1, equation 6. Anything softer is silence."""
RELATIVE_GATE = -10.0
"""LU below the mean of what passed the absolute gate; the same section."""
BLOCK = 0.1
"""Seconds. The hop of the standard's blocks: short enough for one syllable."""
MAX_DILUTION = 1.0
"""LU by which the standard's blocks may read an utterance softer than blocks of 100 ms. In 43 paragraphs
of speech of more than 3 s they do so by 0.3 to 1.0, because they reach over the gaps between words; for
one word it would be 1.7 to 2.9, which would be heard."""
MAX_GAIN = 24.0
"""dB. Engines speak between -35 and -15 LUFS; what needs more is noise."""

# BS.1770-5 Annex 1, tables 1 and 2: the coefficients at 48 kHz of the shelf and of the high-pass.
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def utterance_level(samples: Samples, sample_rate: int) -> float:
    """LUFS that `samples`, shape (n,), bring to a programme; -inf for silence and for n = 0."""
    powers = _block_powers(samples, sample_rate)
    # The standard's blocks are four of ours and overlap by three, also into the silence around.
    programme = _gated_level(np.convolve(np.pad(powers, 3), np.full(4, 0.25), "valid"))
    return max(programme, _active_level(powers, len(samples) / sample_rate) - MAX_DILUTION)


def active_level(samples: Samples, sample_rate: int) -> float:
    """LUFS of what is speech in `samples`, shape (n,); -inf for silence and for n = 0."""
    return _active_level(_block_powers(samples, sample_rate), len(samples) / sample_rate)


def levelling_gain(samples: Samples, sample_rate: int, target: float) -> float:
    """dB that bring an utterance to a programme loudness of `target` LUFS; 0 for silence."""
    level = utterance_level(samples, sample_rate)
    return 0.0 if isinf(level) else min(target - level, MAX_GAIN)


def correction_gain(measured: float, target: float) -> float:
    """dB that bring a programme from `measured` LUFS to `target`; 0 for a silent one."""
    return 0.0 if measured <= ABSOLUTE_GATE else min(target - measured, MAX_GAIN)


def _block_powers(samples: Samples, sample_rate: int) -> Powers:
    """K-weighted mean square of each block; the last is filled up with silence.

    By Parseval's theorem the weighting is a product with the power spectrum, which needs no filter
    state and no way back. It agrees with filters in time to 0.05 LU on speech.
    """
    size = round(BLOCK * sample_rate)
    blocks = np.zeros((-(-len(samples) // size), size), np.float32)
    blocks.reshape(-1)[: len(samples)] = samples
    # norm="forward": without it, NumPy takes five times as long for 32-bit floats.
    spectra = np.fft.rfft(blocks, axis=1, norm="forward")
    # Not "@": BLAS would start threads for it, which take processor time from synthesis.
    powers = np.einsum("ij,j->i", spectra.real**2 + spectra.imag**2, _bin_weights(size, sample_rate))
    return cast(Powers, powers)


def _active_level(powers: Powers, duration: float) -> float:
    """From blocks of `duration` seconds in all; of the last, as much counts as there is."""
    filled = np.ones(len(powers))
    filled[-1:] = duration / BLOCK - len(powers) + 1
    return _gated_level(powers / filled)


def _gated_level(powers: Powers) -> float:
    """BS.1770-5 Annex 1, equations 5 to 7; -inf if nothing passes the absolute gate."""
    loud = powers[powers > 10 ** ((ABSOLUTE_GATE - OFFSET) / 10)]
    if not loud.size:
        return -inf
    threshold = loud.mean() * 10 ** (RELATIVE_GATE / 10)
    return OFFSET + 10 * log10(loud[loud > threshold].mean())


@lru_cache(maxsize=4)
def _bin_weights(size: int, sample_rate: int) -> NDArray[np.float32]:
    """What the squared magnitude of each bin of a real FFT adds to the K-weighted mean square."""
    frequencies = np.arange(size // 2 + 1, dtype=np.float64) * sample_rate / size
    mirrored = np.where((frequencies == 0) | (frequencies == sample_rate / 2), 1, 2)
    weights = _response(_SHELF, frequencies) * _response(_HIGH_PASS, frequencies) * mirrored
    return weights.astype(np.float32)


def _response(
    biquad: tuple[tuple[float, ...], tuple[float, ...]], frequencies: NDArray[np.float64]
) -> NDArray[np.float64]:
    z = np.exp(-2j * np.pi * frequencies / 48_000)
    above, below = (np.polyval(coefficients[::-1], z) for coefficients in biquad)
    return np.abs(above / below) ** 2
