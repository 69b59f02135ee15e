"""Readings of files whose sound is known."""

from __future__ import annotations

import wave
from math import inf
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from narrate.errors import EncodingError
from narrate.measuring import Measurement, measured
from narrate.model import Samples

RATE = 48_000


def _file(path: Path, samples: Samples) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes((samples * 32767).round().astype("<i2").tobytes())
    return path


def _sine(seconds: float, decibels: float, hertz: float = 997.0) -> Samples:
    time = np.arange(round(seconds * RATE)) / RATE
    return (10 ** (decibels / 20) * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def _read(tmp_path: Path, *parts: Samples) -> Measurement:
    return measured(_file(tmp_path / "a.wav", np.concatenate(parts)))


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), np.float32)


@pytest.mark.parametrize("level", [-23.0, -33.0])
def test_the_standards_sine(tmp_path: Path, level: float) -> None:
    """EBU Tech 3341, cases 1 and 2: 997 Hz reads its level within 0.1 LU (in one channel, 3 LU lower)."""
    found = _read(tmp_path, _sine(20, level))
    assert found.loudness.integrated == pytest.approx(level - 3.01, abs=0.1)
    assert found.levels.rms == pytest.approx(level - 3.01, abs=0.05)
    assert found.loudness.true_peak == pytest.approx(level, abs=0.2)
    assert found.loudness.spread == pytest.approx(0, abs=0.1)


def test_loud_and_soft_stretches_spread(tmp_path: Path) -> None:
    """Five LU between two halves."""
    assert _read(tmp_path, _sine(15, -20), _sine(15, -25)).loudness.spread == pytest.approx(5, abs=0.1)


def test_a_pause_is_no_soft_stretch(tmp_path: Path) -> None:
    """Ten seconds of silence; three seconds with a rest of sound in them count, down to 10 LU below."""
    assert _read(tmp_path, _sine(15, -20), _silence(10), _sine(15, -20)).loudness.spread <= 10


def test_a_peak_between_two_samples_is_found(tmp_path: Path) -> None:
    """EBU Tech 3341, case 15: a quarter of the sample rate, 45 degrees off, peaks 3 dB above every sample."""
    time = np.arange(RATE)
    swelling = 0.5 * np.hanning(RATE) * np.sin(np.pi / 2 * time + np.pi / 4)
    found = _read(tmp_path, swelling.astype(np.float32))
    assert found.loudness.true_peak == pytest.approx(20 * np.log10(0.5), abs=0.2)


def test_silence_at_both_ends_and_the_softest_half_second(tmp_path: Path) -> None:
    """To the sample; room noise at -80 dBFS counts as silence."""
    rng = np.random.default_rng(7)
    room = (10 ** (-80 / 20) * rng.standard_normal(4 * RATE)).astype(np.float32)
    found = _read(tmp_path, room[:RATE], _sine(3, -20), room).levels
    assert found.lead == pytest.approx(1, abs=0.001)
    assert found.tail == pytest.approx(4, abs=0.001)
    assert found.seconds == 8
    assert found.noise_floor == pytest.approx(-80, abs=0.5)


def test_an_offset_is_read(tmp_path: Path) -> None:
    """A hundredth of full scale."""
    assert _read(tmp_path, _sine(1, -20) + np.float32(0.01)).levels.offset == pytest.approx(0.01, abs=1e-4)


@pytest.mark.parametrize("seconds", [0.0, 0.3, 3.0])
def test_silence_has_no_level(tmp_path: Path, seconds: float) -> None:
    """However short; it is silence from the start to the end."""
    found = _read(tmp_path, _silence(seconds))
    assert found.loudness.integrated == -70
    assert found.loudness.true_peak == found.levels.rms == found.levels.noise_floor == -inf
    assert found.levels.lead == pytest.approx(seconds)
    assert found.levels.offset == found.loudness.spread == 0


def test_a_file_without_sound_is_said_to_have_none(tmp_path: Path) -> None:
    """A picture is a stream too, and no sound."""
    path = tmp_path / "cover.png"
    Image.new("RGB", (8, 8)).save(path)
    with pytest.raises(EncodingError, match=r"cover\.png \(there is no sound in it\)"):
        measured(path)


def test_what_is_no_audio_is_refused(tmp_path: Path) -> None:
    """With the file's name."""
    path = tmp_path / "a.mp3"
    path.write_bytes(b"no audio at all")
    with pytest.raises(EncodingError, match=r"cannot be decoded: .*a\.mp3"):
        measured(path)
