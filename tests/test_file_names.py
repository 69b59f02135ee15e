"""Names of files that are made from titles."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from narrate.feed.naming import name_of
from narrate.pipeline.outputs import slug


@pytest.mark.parametrize(
    "title", ["Con", "AUX", "nul", "PRN", "Com1", "LPT9", "COM²", "Con.", " con ", "con:", "«Aux»"]
)
def test_no_name_is_that_of_a_device(title: str) -> None:
    """Windows would write to it, or refuse; the same in a podcast."""
    name = slug(title)
    assert name.endswith("-1")
    assert name_of(Path(f"{title.strip()}.mp3")) == name


@pytest.mark.parametrize("title", ["Contract", "Aux armes", "Com10", "Null", "The con"])
def test_other_names_stay(title: str) -> None:
    """Words that only begin like a device, or stand beside others."""
    assert slug(title) == title.lower().replace(" ", "-")


@pytest.mark.parametrize("letter", ["\U00010330", "漢", "ж", "नि", "a", "🐐", "e\u0301"])
@pytest.mark.parametrize("count", [1, 59, 60, 70, 5_000])
def test_a_name_fits_into_every_file_system(letter: str, count: int, tmp_path: Path) -> None:
    """With the longest suffix and the number of a later version, also in an encrypted home folder."""
    name = f"{slug(letter * count)}.99.chapters.json"
    assert len(name.encode()) <= 143
    (tmp_path / name).write_text("x")


@pytest.mark.parametrize(
    "title", ["a/b", "a\\b", "a:b", "a*b?", 'a"b', "a<b>", "a|b", "a\x00b", "a.", "a ", "..", "."]
)
def test_a_name_has_no_sign_that_a_system_refuses(title: str) -> None:
    """Neither those of paths, nor those of Windows, nor a full stop or a space at its end."""
    name = slug(title)
    assert name
    assert not set(name) & set('/\\:*?"<>|\x00. ')


def test_an_update_of_an_episode_with_a_long_name_can_be_written(tmp_path: Path) -> None:
    """The names of an older version of narrate could be as long as the file system takes."""
    from narrate.feed.episode import Episode
    from narrate.feed.naming import revision_of
    from narrate.feed.recording import Recording

    audio = tmp_path / "a.mp3"
    audio.write_bytes(b"other")
    long = "\U00010330" * 60
    day = datetime(2021, 5, 4, tzinfo=UTC)
    earlier = Episode(name=long, guid="g", title="t", seconds=1.0, date=day, audio=f"{long}.mp3", bytes=1)
    revision = revision_of(tmp_path, long, earlier, Recording(audio, {}, None, None, ()))
    (tmp_path / f"{revision}.chapters.json").write_text("x")
    assert revision.endswith(".2")
