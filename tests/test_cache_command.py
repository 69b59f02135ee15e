"""`narrate cache` and the options about it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def _run(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "narrate", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.slow
def test_the_cache_is_shown_and_cleared(tmp_path: Path) -> None:
    """Where it is, how many pieces, how large; `--no-cache` and a size of 0 add nothing to it."""
    story = tmp_path / "story.txt"
    story.write_text("Ferry late\n\nIt was late.\n", encoding="utf-8")
    folder = os.environ["NARRATE_CACHE_DIR"]
    for options in (["--no-cache"], ["--cache-size", "0"]):
        _run(story, "-o", tmp_path / "a.wav", "--engine", "tone", *options)
        assert _run("cache", "info").splitlines() == [folder, "0 pieces of sound, 0.0 MB"]
    _run(story, "-o", tmp_path / "a.wav", "--engine", "tone")
    assert _run("cache", "info").splitlines()[1].startswith("2 pieces of sound, 0.")
    assert _run("cache", "clear").startswith("removed 2 pieces")
    assert _run("cache", "info").splitlines()[1] == "0 pieces of sound, 0.0 MB"
