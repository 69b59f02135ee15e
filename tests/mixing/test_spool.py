"""Correcting a finished master in pieces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from narrate.measuring import measure
from narrate.mixing import correction_gain, read_spool, remaster
from narrate.mixing.limiter import limited
from tests.mixing.mixing_material import RATE, silence, tone, true_peak


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    """25 s of a programme that is too soft and has loud moments, also where pieces meet."""
    envelope = np.interp(
        np.arange(25 * RATE), np.arange(0, 26 * RATE, RATE // 2)[:50], np.tile([0.1, 0.5], 25)
    )
    path = tmp_path / "master.f32"
    (tone(25, 311, 1.0) * envelope).astype(np.float32).tofile(path)
    return path


def test_a_master_in_pieces_is_the_same_as_at_once(spool: Path) -> None:
    """No seam: every sample is what limiting the whole gives."""
    whole = limited(np.fromfile(spool, np.float32) * np.float32(10 ** (8 / 20)), RATE)
    pieces = list(remaster(spool, RATE, 8))
    assert len(pieces) == 3
    assert np.abs(np.concatenate(pieces) - whole).max() < 1e-6
    assert true_peak(whole) < -1.9


def test_the_correction_brings_a_master_to_the_target(spool: Path) -> None:
    """Measured, corrected and measured again, it is at -16 LUFS."""
    gain = correction_gain(measure(read_spool(spool), RATE).integrated, -16.0)
    assert measure(remaster(spool, RATE, gain), RATE).integrated == pytest.approx(-16, abs=0.5)


def test_a_spool_is_read_whole(spool: Path) -> None:
    """The blocks add up to the file."""
    assert np.array_equal(np.concatenate(list(read_spool(spool, 1000))), np.fromfile(spool, np.float32))


def test_an_empty_master_gives_nothing(tmp_path: Path) -> None:
    """No piece, and no error."""
    path = tmp_path / "empty.f32"
    silence(0).tofile(path)
    assert list(remaster(path, RATE, 3)) == list(read_spool(path)) == []
