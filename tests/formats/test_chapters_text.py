"""Chapters as lines for show notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.recordings import RATE, bursts, narration_of, write

SOUND = bursts(1, [0.5])


@pytest.mark.parametrize(
    ("seconds", "length", "lines"),
    [
        ([0], 10, ["00:00 A"]),
        ([0, 59.999, 61], 100, ["00:00 A", "00:59 B", "01:01 C"]),
        ([0, 3599.5], 3599.9, ["00:00 A", "59:59 B"]),
        ([0, 61, 3600], 7300, ["0:00:00 A", "0:01:01 B", "1:00:00 C"]),
        ([0, 36_000], 40_000, ["0:00:00 A", "10:00:00 B"]),
    ],
)
def test_a_line_has_the_time_and_the_title(
    tmp_path: Path, seconds: list[float], length: float, lines: list[str]
) -> None:
    """Whole seconds, never late; hours only in a recording that has one."""
    starts = [round(at * RATE) for at in seconds]
    narration = narration_of(round(length * RATE), starts, list("ABC")[: len(starts)])
    text = write(tmp_path / "a.chapters.txt", SOUND, narration).read_text(encoding="utf-8")
    assert text.splitlines() == lines
