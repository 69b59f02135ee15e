"""Other voices from one network: its spectra moved in frequency and in pitch, and the sound of them.

Scaling the frequencies of the spectral envelope is what vocal tract length normalisation does in
speech recognition (Lee and Rose 1996; HTK Book 3.4, section 5.4): a factor below 1 is a longer vocal
tract, a larger speaker. The map is piecewise linear, so that the top of the band stays the top and
no part of the new spectrum is left without a source.

The network was trained on pulses at its own pitch, so its harmonic filter says something only at the
harmonics of that pitch; in between, and below the first, it may hold 20 dB too much. At another pitch
those values would be heard, so the filter is read at the old harmonics and drawn straight between
them. (DNSMOS of a man's voice made so, -9.4 semitones and 0.86: 3.27, against 3.07 with the filter as
it is, on the same five sentences.) The phases of the free part stay where they are: they belong to the
bins of the inverse transform.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from narrate.engines.hibari.adapter import signal_processing
from narrate.engines.hibari.model import Spectra
from narrate.model import Samples

VOICED = 40.0
"""Hz: a frame with a lower F0 has no voice (hibari.dsp.pulses)."""

_BINS = 601  # 0 to 12 kHz
_BIN = 20.0  # Hz from one to the next
_KNEE = 0.8  # share of the band that is scaled, above which the rest is fitted in (HTK's WARPUCUTOFF)
_HARMONIC_BINS = 250  # up to 5 kHz; above 4 kHz the harmonic part is under 2 % of the energy
_READ_BINS = 450  # what those are read from, at the smallest factor and the highest pitch
_NOISE_FRAMES = 1024  # 12.8 s; the noise is 1 % of any band, and drawing it anew takes a third of the time

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
    gives the same samples. Pitch 0 and formant 1 are the network's own voice.
    """
    dsp = signal_processing()

    s = spectra
    if formant != 1.0 or np.any(pitch):
        s = _moved(s, pitch, formant)
    spectrum = _stft(dsp.pulses(s.f0))
    spectrum *= _polar(dsp.ex(s.harmonic), s.harmonic_phase)
    spectrum += _noise(seed, len(s.f0)) * dsp.ex(s.noise)
    spectrum += _polar(dsp.ex(s.free), s.free_phase)
    return cast(Samples, dsp.ola(spectrum))


def _stft(samples: Samples) -> NDArray[np.complex64]:
    """`hibari.dsp.stft`, (300 F,) to (601, F), where that has no SciPy: there NumPy takes five times as long.

    What makes the difference is `norm="forward"`, which divides by the length; the window makes up for it.
    """
    dsp = signal_processing()

    padded = np.pad(samples, dsp.N_FFT // 2, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(padded, dsp.N_FFT)[: len(samples) : dsp.HOP]
    spectra = np.fft.rfft(windows * (dsp.WIN_SRC * dsp.N_FFT), axis=1, norm="forward")
    return np.ascontiguousarray(spectra.T)


def _moved(spectra: Spectra, pitch: Array | float, formant: float) -> Spectra:
    """The spectra of another voice."""
    move = warp(formant)
    voiced = np.flatnonzero(spectra.f0 > VOICED)
    first = spectra.f0[voiced] / np.float32(_BIN)
    at = _Harmonics.of(first, move.source[:_HARMONIC_BINS])
    harmonic, phase = move(spectra.harmonic), move(spectra.harmonic_phase)
    harmonic[:_HARMONIC_BINS, voiced] = at.between(spectra.harmonic[:_READ_BINS, voiced])
    turn = at.between(_polar(np.float32(1), spectra.harmonic_phase[:_READ_BINS, voiced]))
    phase[:_HARMONIC_BINS, voiced] = np.angle(turn)
    f0 = spectra.f0 * np.exp2(np.divide(pitch, 12, dtype=np.float32))
    f0 = np.where(spectra.f0 > VOICED, np.maximum(f0, VOICED + 1), spectra.f0)
    return replace(
        spectra,
        harmonic=harmonic,
        harmonic_phase=phase,
        noise=move(spectra.noise),
        free=move(spectra.free),
        f0=f0,
    )


def _noise(seed: int, frames: int) -> NDArray[np.complex64]:
    """Complex white noise, (601, frames), a stretch of a fixed one that begins where the seed says."""
    columns = np.arange(seed % _NOISE_FRAMES, seed % _NOISE_FRAMES + frames)
    return _white().take(columns, axis=1, mode="wrap")


@cache
def _white() -> NDArray[np.complex64]:
    shape = (_BINS, 2 * _NOISE_FRAMES)
    return np.random.default_rng(0).standard_normal(shape, dtype=np.float32).view(np.complex64)


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
        bins = [np.minimum(np.rint(n * first), _READ_BINS - 1) for n in (below, below + 1)]
        lower, upper = (harmonic.astype(np.intp) for harmonic in bins)
        return cls(lower, upper, np.clip(order - below, 0, 1))

    def between(self, values: NDArray[Number]) -> NDArray[Number]:
        """Values at the harmonics, joined by straight lines: (bins, F) to (B, F)."""
        result = np.take_along_axis(values, self.upper, 0)
        lower = np.take_along_axis(values, self.lower, 0)
        result -= lower
        result *= self.share
        result += lower
        return result


def _polar(magnitude: Array | np.float32, angle: Array) -> NDArray[np.complex64]:
    result = np.empty(angle.shape, np.complex64)
    np.cos(angle, out=result.real)
    np.sin(angle, out=result.imag)
    result *= magnitude
    return result
