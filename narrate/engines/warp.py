"""Other voices from one network: its spectra moved in frequency and in pitch, and the sound of them.

Scaling the frequencies of the spectral envelope is what vocal tract length normalisation does in
speech recognition (Lee and Rose 1996; HTK Book 3.4, section 5.4): a factor below 1 is a longer vocal
tract, a larger speaker. The map is piecewise linear, so that the top of the band stays the top and
no part of the new spectrum is left without a source.

The network was trained on pulses at its own pitch, so its harmonic filter says something only at the
harmonics of that pitch; in between, and below the first, it may hold 20 dB too much. At another pitch
those values would be heard, so the filter is read at the old harmonics and drawn straight between
them. (DNSMOS of a man's voice made so: 3.3, against 3.0 with the filter as it is.) The phases of the
free part stay where they are: they belong to the bins of the inverse transform.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from narrate.engines.hibari_model import Spectra
from narrate.model import Samples

VOICED = 40.0
"""Hz: a frame with a lower F0 has no voice (hibari.dsp.pulses)."""

_BINS = 601  # 0 to 12 kHz
_BIN = 20.0  # Hz from one to the next
_KNEE = 0.8  # share of the band that is scaled, above which the rest is fitted in (HTK's WARPUCUTOFF)
_HARMONIC_BINS = 250  # up to 5 kHz; above 4 kHz the harmonic part is under 2 % of the energy
_READ_BINS = 500  # what those are read from, at the smallest factor and the highest pitch
_SMALL = np.float32(1e-3)  # opposite phases cancel; the magnitude is set afterwards

Array = NDArray[np.float32]
Number = TypeVar("Number", np.float32, np.complex64)


@dataclass(frozen=True, slots=True)
class Warp:
    """Where each bin of a new spectrum is read from: between the bins `low` and `low + 1`."""

    source: Array
    """(601,): the place in bins."""
    low: NDArray[np.intp]
    """(601,)"""
    weight: Array
    """(601, 1): the share of `low + 1`."""

    def __call__(self, spectrum: Array) -> Array:
        """Move a log magnitude spectrum, (601, F) to (601, F)."""
        moved = spectrum[self.low + 1]
        lower = spectrum[self.low]
        moved -= lower
        moved *= self.weight
        moved += lower
        return moved


@lru_cache(maxsize=64)
def warp(formant: float) -> Warp:
    """The map for a vocal tract factor: new frequency = old frequency times `formant`."""
    top = _BINS - 1
    knee = _KNEE * top * min(1.0, 1 / formant)
    bins = np.arange(_BINS)
    above = knee + (bins - formant * knee) * (top - knee) / (top - formant * knee)
    source = np.where(bins <= formant * knee, bins / formant, above).astype(np.float32)
    low = np.minimum(source.astype(np.intp), top - 1)
    return Warp(source, low, (source - low)[:, None].astype(np.float32))


def sound(spectra: Spectra, pitch: Array | float, formant: float, seed: int) -> Samples:
    """The samples of a phrase, 300 for each of its F frames, at 24 kHz.

    `pitch`: semitones, one number or (F,). `formant`: see `warp`. `seed`: of the noise; the same one
    gives the same samples. At pitch 0 and formant 1 this is hibari's own synthesis.
    """
    from hibari import dsp

    rng = np.random.default_rng(seed)
    s = spectra
    if formant == 1.0 and not np.any(pitch):
        whole = dsp.synth(s.harmonic, s.harmonic_phase, s.noise, s.free, s.free_phase, s.f0, rng)
        return cast(Samples, whole)
    move = warp(formant)
    f0 = np.where(s.f0 > VOICED, np.maximum(s.f0 * np.exp2(np.divide(pitch, 12)), VOICED + 1), s.f0)
    spectrum = dsp.stft(dsp.pulses(f0), len(f0))
    spectrum *= _harmonic_filter(s, move)
    noise = rng.standard_normal((_BINS, 2 * len(f0)), dtype=np.float32).view(np.complex64)
    noise *= dsp.ex(move(s.noise))
    spectrum += noise
    spectrum += _polar(dsp.ex(move(s.free)), s.free_phase)
    return cast(Samples, dsp.ola(spectrum))


def _harmonic_filter(spectra: Spectra, move: Warp) -> NDArray[np.complex64]:
    """The filter on the pulses, (601, F), read at the harmonics of the old pitch where there is voice."""
    from hibari import dsp

    angle = np.tanh(spectra.harmonic_phase)
    angle *= np.float32(np.pi)
    result = _polar(dsp.ex(move(spectra.harmonic)), move(angle))
    voiced = np.flatnonzero(spectra.f0 > VOICED)
    harmonics = _Harmonics.of(spectra.f0[voiced] / np.float32(_BIN), move.source[:_HARMONIC_BINS])
    envelope = dsp.ex(harmonics.between(spectra.harmonic[:_READ_BINS, voiced]))
    turn = harmonics.between(np.exp(np.complex64(1j) * angle[:_READ_BINS, voiced]))
    turn *= envelope / np.maximum(np.abs(turn), _SMALL)
    result[:_HARMONIC_BINS, voiced] = turn
    return result


@dataclass(frozen=True, slots=True)
class _Harmonics:
    """Which two harmonics stand around a place in the spectrum, and the share of the upper one."""

    lower: NDArray[np.intp]
    upper: NDArray[np.intp]
    share: Array

    @classmethod
    def of(cls, first: Array, places: Array) -> _Harmonics:
        """`first`: the first harmonic of each frame, (F,); `places`: (B,); both in bins."""
        order = places[:, None] / first
        below = np.maximum(np.floor(order), np.float32(1))
        lower, upper = (np.rint(n * first).astype(np.intp) for n in (below, below + 1))
        return cls(lower, upper, np.clip(order - below, 0, 1))

    def between(self, values: NDArray[Number]) -> NDArray[Number]:
        """Values at the harmonics, joined by straight lines: (bins, F) to (B, F)."""
        result = np.take_along_axis(values, self.upper, 0)
        lower = np.take_along_axis(values, self.lower, 0)
        result -= lower
        result *= self.share
        result += lower
        return result


def _polar(magnitude: Array, angle: Array) -> NDArray[np.complex64]:
    result = np.empty(angle.shape, np.complex64)
    np.cos(angle, out=result.real)
    np.sin(angle, out=result.imag)
    result *= magnitude
    return result
