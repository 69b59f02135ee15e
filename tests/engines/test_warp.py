"""Making other voices from the network's spectra, tried on spectra whose sound is known."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from narrate.engines.hibari.model import Spectra
from narrate.engines.hibari.warp import sound, warp
from narrate.model import Samples

FRAMES = 80
RATE = 24_000
QUIET = np.full((601, FRAMES), -20, np.float32)
ZERO = np.zeros((601, FRAMES), np.float32)


def _spectra(
    harmonic: NDArray[np.float32] = QUIET, noise: NDArray[np.float32] = QUIET, f0: float = 0.0
) -> Spectra:
    pitch = np.full(FRAMES, f0, np.float32)
    return Spectra(harmonic, ZERO, noise, QUIET, ZERO, pitch, np.array([FRAMES]))


@cache
def _vowel(between: float = 3.0) -> Spectra:
    """A voice at 200 Hz with one formant at 1 kHz; the filter is right at the harmonics only.

    Between them and below the first it says 26 dB too much, as the real network may.
    """
    bins = np.arange(601)
    filter_ = np.where(bins % 10, between, 0.0) - ((bins - 50) / 12) ** 2
    harmonic = np.repeat(np.maximum(filter_, -8)[:, None], FRAMES, axis=1).astype(np.float32)
    return _spectra(harmonic=harmonic, f0=200)


def _spectrum(samples: Samples) -> Samples:
    """Power per Hz from 0 to 12 kHz, of the middle."""
    middle = samples[6000:18000] * np.hanning(12000)
    return np.asarray(np.abs(np.fft.rfft(middle, RATE)) ** 2, np.float32)


@pytest.mark.parametrize("formant", [0.75, 0.86, 1.0, 1.12, 1.3])
def test_the_map_scales_the_band_and_keeps_its_ends(formant: float) -> None:
    """Zero and 12 kHz stay, what is in between moves by the factor, and the order never changes."""
    source = warp(formant).source
    assert (source[0], source[-1]) == (0, pytest.approx(600))
    assert (np.diff(source) > 0).all()
    assert source[300] == pytest.approx(300 / formant, rel=1e-5)


def test_a_factor_of_one_moves_nothing() -> None:
    """The spectrum comes back as it was."""
    spectrum = np.random.default_rng(1).normal(size=(601, 3)).astype(np.float32)
    assert warp(1.0)(spectrum) == pytest.approx(spectrum)


@pytest.mark.parametrize("formant", [0.8, 1.2])
def test_noise_fills_the_band_to_its_top(formant: float) -> None:
    """White noise stays white: no part of the warped band is left empty, none is doubled."""
    power = _spectrum(sound(_spectra(noise=ZERO), 0.0, formant, seed=1))
    bands = power[:12000].reshape(12, 1000).mean(axis=1)
    assert bands.max() / bands.min() < 2.5


@pytest.mark.parametrize(("pitch", "formant"), [(0.0, 0.9), (-12.0, 1.0), (-9.0, 0.86), (3.0, 1.06)])
def test_the_voice_has_the_pitch_and_the_formant_that_were_asked_for(pitch: float, formant: float) -> None:
    """All energy lies on harmonics of the new F0, strongest where the formant has moved to."""
    f0 = 200 * 2 ** (pitch / 12)
    power = _spectrum(sound(_vowel(), pitch, formant, seed=1))
    peak = int(power.argmax())
    assert peak / f0 == pytest.approx(round(peak / f0), abs=0.03)
    assert peak == pytest.approx(1000 * formant, abs=f0 / 2 + 5)


@pytest.mark.parametrize("pitch", [-12.0, -7.0, 5.0])
def test_what_the_filter_says_between_harmonics_is_not_heard(pitch: float) -> None:
    """At another pitch the voice is the same whether the filter is right there or 26 dB too high."""
    wrong, right = (sound(_vowel(between), pitch, 1.0, seed=1) for between in (3.0, 0.0))
    assert wrong == pytest.approx(right, abs=1e-6)
    assert np.abs(right).max() > 0.003


def test_a_pitch_for_each_frame_moves_only_those_frames() -> None:
    """The first half keeps its F0, the second is an octave lower."""
    pitch = np.repeat(np.array([0, -12], np.float32), FRAMES // 2)
    samples = sound(_vowel(), pitch, 1.0, seed=1)
    for half, f0 in ((samples[3000:9000], 200), (samples[15000:21000], 100)):
        power = np.abs(np.fft.rfft(half * np.hanning(6000)))
        comb = [power[int(f * 6000 / RATE)] for f in (f0 * 3, f0 * 3 + f0 // 2)]
        assert comb[0] > 10 * comb[1]


def test_no_voice_stays_no_voice() -> None:
    """Frames under 40 Hz have no pulses, whatever the pitch is raised by."""
    spectra = _spectra(harmonic=ZERO, f0=30)
    assert np.abs(sound(spectra, 12.0, 1.1, seed=1)).max() < 1e-6


def test_the_seed_decides_the_noise() -> None:
    """The same seed gives the same samples, another one different ones."""
    spectra = _spectra(noise=ZERO)
    first, again, other = (sound(spectra, 0.0, 0.9, seed) for seed in (5, 5, 6))
    assert np.array_equal(first, again)
    assert not np.allclose(first, other)
