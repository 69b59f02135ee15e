"""The short form of the fault tests: some of each kind. `python -m tests.faults` tries all."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("signals, pipes and limits of POSIX", allow_module_level=True)

from tests.faults import damage, disks, kills, odd_streams

pytestmark = [pytest.mark.slow, pytest.mark.faults]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_outputs_appear_together_or_not_at_all(tmp_path: Path, number: int) -> None:
    """Ended at any step, with the next run after a kill; nothing unfinished stays."""
    assert kills.at_every_step(tmp_path / "stage", number, step_by=5).failures == []


def test_two_runs_leave_the_set_of_one(tmp_path: Path) -> None:
    """They end at nearly the same time."""
    assert kills.together(tmp_path / "stage", tries=3).failures == []


def test_odd_streams_end_in_a_result_or_one_line(tmp_path: Path) -> None:
    """Every ninth of them."""
    assert odd_streams.every_stream(tmp_path, only=9).failures == []


def test_a_damaged_cache_changes_nothing(tmp_path: Path) -> None:
    """Pipes, folders and links in the place of entries."""
    assert damage.every_damage(tmp_path, only=5).failures == []


def test_a_limit_for_files_is_told_in_one_line(tmp_path: Path) -> None:
    """With the folder, and what is needed."""
    assert disks.limited(tmp_path, (".mp3", ".json")).failures == []
