"""The network as the engine opens it: the same prediction, with durations, at any pace per phoneme."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hibari import Hibari
from hibari.voices import voice_path

from narrate.engines.hibari.model import HibariModel, carried, opened_up

ORIGINAL = Hibari()
MODEL = HibariModel(Path(voice_path("heart")))
IDS = ORIGINAL.ids("ðə kˈWnsᵊl mˈɛt ˌɔn tˈuzdˌA, ænd nˈObˌɑdi lˈɛft.")


def test_the_prediction_is_that_of_the_published_model() -> None:
    """Adding outputs to the graph does not change one number of what it said before."""
    feed = {"ids": np.array([IDS], np.int64), "speed": np.ones(1, np.float32)}
    harmonic, _, noise, free, phase, f0 = (part[0] for part in ORIGINAL.sess.run(None, feed))
    spectra = MODEL(IDS, np.ones(len(IDS), np.float32))
    assert np.array_equal(spectra.harmonic, harmonic)
    assert np.array_equal(spectra.noise, noise)
    assert np.array_equal(spectra.free, free)
    assert np.array_equal(spectra.free_phase, phase)
    assert np.array_equal(spectra.f0, f0)


@pytest.mark.parametrize("speed", [0.5, 0.9, 1.0, 1.3, 2.0])
def test_the_durations_add_up_to_the_frames_and_follow_the_speed(speed: float) -> None:
    """Every frame belongs to a phoneme, and the whole is as long as asked, to 5 %."""
    plain = MODEL(IDS, np.ones(len(IDS), np.float32))
    spectra = MODEL(IDS, np.full(len(IDS), speed, np.float32))
    assert len(spectra.counts) == len(IDS)
    assert spectra.counts.sum() == len(spectra.f0) == spectra.harmonic.shape[1]
    assert len(plain.f0) / len(spectra.f0) == pytest.approx(speed, rel=0.05)


def test_each_phoneme_has_its_own_speed() -> None:
    """Half the speed on the first ten phonemes doubles those and leaves the others."""
    speeds = np.ones(len(IDS), np.float32)
    plain = MODEL(IDS, speeds).counts
    speeds[:10] = 0.5
    slow = MODEL(IDS, speeds).counts
    assert list(slow[:10]) == list(2 * plain[:10])
    assert list(slow[10:]) == list(plain[10:])


@pytest.mark.parametrize(
    ("units", "whole"),
    [
        ([2.0, 2.0, 3.0], [2, 2, 3]),
        ([1.6, 1.6, 1.6, 1.6, 1.6], [2, 1, 2, 1, 2]),
        ([0.2, 0.2, 2.6], [1, 1, 1]),
        ([], []),
    ],
)
def test_rounding_carries_its_error_on(units: list[float], whole: list[int]) -> None:
    """The sum stays right, and what one unit at least costs is saved later."""
    assert list(carried(np.array(units))) == whole


def _message(field: int, payload: bytes) -> bytes:
    return bytes([field << 3 | 2, len(payload)]) + payload


SPEED = _message(1, b"speed") + _message(2, _message(1, _message(2, _message(1, b"\x08\x01"))))


@pytest.mark.parametrize(
    ("model", "problem"),
    [
        (b"", "no field 7"),
        (_message(7, _message(11, SPEED)), "no CumSum node"),
        (_message(7, _message(1, _message(4, b"CumSum") + _message(1, b"d"))), 'no input "speed"'),
    ],
)
def test_a_graph_that_is_not_as_expected_is_refused(model: bytes, problem: str) -> None:
    """Without the parts that hold the durations it is an error, not a model with wrong times."""
    with pytest.raises(ValueError, match=problem):
        opened_up(model)
