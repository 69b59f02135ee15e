"""Loudness by name and by number, measured on what comes out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyloudnorm
import pytest

from narrate.mixing import Mixer, master_target
from narrate.model import Samples, Speech
from tests.mixing.mixing_material import RATE, script_of, silence, tone, true_peak


def _master(wanted: str | float) -> Samples:
    """Of ten seconds of a tone that swells as syllables do."""
    time = np.arange(10 * RATE) / RATE
    speech = (tone(10, 300, 0.3) * (0.55 + 0.45 * np.sin(2 * np.pi * 4 * time))).astype(np.float32)
    script = script_of(2, pauses=[0.3, 0.3])
    mixer = Mixer(script, RATE, master_target(wanted))
    return np.concatenate([mixer.add(u, mixer.levelled(u, Speech(speech, RATE))) for u in script.utterances])


@pytest.mark.parametrize(
    ("wanted", "loudness"),
    [
        ("podcast", -16),
        ("mono-podcast", -19),
        ("broadcast", -23),
        (-30.0, -30),
        ("-12.5", -12.5),
        ("acx", -20.3),
    ],
)
def test_the_master_is_as_loud_as_was_asked_for(wanted: str | float, loudness: float) -> None:
    """By a meter that is not ours, within half a LU."""
    measured = pyloudnorm.Meter(RATE, filter_class="DeMan").integrated_loudness(_master(wanted))
    assert measured == pytest.approx(loudness, abs=0.5)


def test_an_audiobook_has_the_peaks_and_ends_that_acx_asks_for() -> None:
    """No peak above -3 dB, RMS from -23 to -18 dB, 0.5 to 1 s of silence before and 1 to 5 s after."""
    master = _master("acx")
    assert true_peak(master) < -3.5
    assert -23 < 10 * np.log10(np.mean(np.square(master))) < -18
    loud = np.flatnonzero(np.abs(master) > 0.001)
    assert 0.5 <= loud[0] / RATE <= 1
    assert 1 <= (len(master) - loud[-1]) / RATE <= 5


def test_silence_stays_silence() -> None:
    """There is no level to bring it to."""
    script = replace(script_of(1), chapters=())
    mixer = Mixer(script, RATE, master_target("podcast"))
    assert not mixer.add(
        script.utterances[0], mixer.levelled(script.utterances[0], Speech(silence(1), RATE))
    ).any()
