"""No true peak above the ceiling, and nothing to be heard of how."""

from __future__ import annotations

import numpy as np
import pytest

from narrate.mixing.limiter import limited
from narrate.model import Samples
from tests.mixing.mixing_material import RATE, silence, tone, true_peak

# A sine at a quarter of the rate, 45 degrees off: every sample is 3 dB below the peak between two of them.
BETWEEN = (1.2 * np.sin(np.pi / 2 * np.arange(RATE) + np.pi / 4)).astype(np.float32)
BURSTS = np.concatenate([tone(0.1, 200, level) for level in (0.1, 1.5, 0.2, 3.0, 0.5, 0.9)])
CLICK = np.concatenate([silence(0.5), np.full(1, 4.0, np.float32), silence(0.5)])
FADED = np.hanning(RATE).astype(np.float32)


@pytest.mark.parametrize(
    "sound",
    [BETWEEN * FADED, BURSTS, CLICK, tone(0.5, 11_000, 2.0) * np.hanning(RATE // 2), tone(0.01, 300, 2.0)],
    ids=["between samples", "bursts", "click", "near half the rate", "shorter than the look-ahead"],
)
def test_no_peak_gets_through(sound: Samples) -> None:
    """-2 dBTP, seen by an interpolation four times as fine as the limiter's own, within 0.3 dB."""
    sound = np.concatenate([silence(0.05), sound.astype(np.float32), silence(0.05)])
    out = limited(sound, RATE)
    assert out.shape == sound.shape
    assert out.dtype == np.float32
    assert true_peak(out) < -1.7
    assert true_peak(out) > -3.5


def test_what_is_below_the_ceiling_is_untouched() -> None:
    """Not one sample changes."""
    sound = tone(1, 440, 0.79) * FADED
    assert np.array_equal(limited(sound, RATE), sound)
    assert limited(silence(0), RATE).shape == (0,)


def test_the_gain_moves_smoothly_and_soon_lets_go() -> None:
    """No step in the gain that clicks, and no pumping: 25 ms from a peak the sound is as it was."""
    sound = tone(1, 440, 0.5)
    loud = sound.copy()
    loud[12_000:12_100] *= 3
    gain = limited(loud, RATE) / np.where(np.abs(loud) > 0.01, loud, np.nan)
    reach = round(0.025 * RATE)
    assert np.nanmin(gain) < 0.6
    assert np.nanmax(np.abs(np.concatenate([gain[: 12_000 - reach], gain[12_100 + reach :]]) - 1)) == 0
    near = gain[12_000 - reach : 12_100 + reach]
    assert np.nanmax(np.abs(np.diff(near))) < 0.01
