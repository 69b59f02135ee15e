"""What the presets make of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mutagen
import pytest

from narrate.formats import suffixes
from narrate.formats.presets import writer_options
from narrate.options import Preset
from tests.formats.readers import speech
from tests.formats.recordings import RATE, write


@pytest.mark.parametrize("suffix", [".mp3", ".m4b", ".opus", ".html"])
def test_a_small_file_is_smaller_and_an_archive_larger(tmp_path: Path, suffix: str) -> None:
    """By a third at least, for the same seconds of speech; of a page, its MP3 is."""
    sizes = {}
    presets: tuple[Preset, ...] = ("small", "podcast", "archive")
    for preset in presets:
        path = tmp_path / f"{preset}{suffix}"
        sizes[preset] = write(path, speech(RATE), options=writer_options(path, preset)).stat().st_size
    cover = 60_000
    assert sizes["small"] < sizes["podcast"] < sizes["archive"] - cover / 2


@pytest.mark.parametrize("suffix", suffixes())
@pytest.mark.parametrize("preset", ["small", "archive"])
def test_every_format_takes_every_preset(tmp_path: Path, suffix: str, preset: Preset) -> None:
    """Several outputs of one run share it, so none may refuse it."""
    path = tmp_path / f"a{suffix}"
    assert write(path, speech(RATE)[:RATE], options=writer_options(path, preset)).stat().st_size > 0


def test_a_chosen_rate_goes_before_the_presets(tmp_path: Path) -> None:
    """The rest of the preset stays."""
    path = tmp_path / "a.mp3"
    info: Any = mutagen.File(write(path, speech(RATE), options=writer_options(path, "small", 64))).info
    assert (info.bitrate, info.sample_rate) == (64_000, 24_000)
