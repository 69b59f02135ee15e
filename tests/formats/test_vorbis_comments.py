"""The comments of Opus and FLAC files, as mutagen and PyAV see them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import mutagen
import numpy as np
import pytest
from mutagen.flac import FLAC
from mutagen.oggopus import OggOpus

from tests.formats.readers import chapters_by_pyav
from tests.formats.recordings import RATE, bursts, decoded, narration_of, write

SOUND = bursts(1, [0.5])
EVERY = pytest.mark.parametrize("suffix", [".opus", ".ogg", ".flac"])


def comments(path: Path) -> list[tuple[str, str]]:
    """Names in capitals and values, in the order in which they stand in the file."""
    tags: Any = mutagen.File(path).tags
    return [(name.upper(), value) for name, value in tags]


@pytest.mark.parametrize("suffix", [".opus", ".flac"])
def test_a_chapter_at_half_a_second_is_not_a_second_late(tmp_path: Path, suffix: str) -> None:
    """300.500 s stays 300.500 s, numbers count from 001, and times are to the nearest millisecond."""
    starts = [0, 12_011, round(59.9999 * RATE), round(300.5 * RATE), round(301.999 * RATE)]
    path = write(tmp_path / f"a{suffix}", SOUND, narration_of(302 * RATE, starts, list("abcde")))
    assert [comment for comment in comments(path) if comment[0].startswith("CHAPTER")] == [
        ("CHAPTER001", "00:00:00.000"), ("CHAPTER001NAME", "a"),
        ("CHAPTER002", "00:00:00.500"), ("CHAPTER002NAME", "b"),
        ("CHAPTER003", "00:01:00.000"), ("CHAPTER003NAME", "c"),
        ("CHAPTER004", "00:05:00.500"), ("CHAPTER004NAME", "d"),
        ("CHAPTER005", "00:05:01.999"), ("CHAPTER005NAME", "e"),
    ]  # fmt: skip
    assert [(start, title) for start, _, title in chapters_by_pyav(path)] == [
        (0, "a"), (0.5, "b"), (60, "c"), (300.5, "d"), (301.999, "e"),
    ]  # fmt: skip


def test_a_recording_of_hours_has_chapters_of_hours(tmp_path: Path) -> None:
    """Minutes carry over into hours, and hours have two digits and more."""
    starts = [0, 3_599_999 * RATE // 1000, 100 * 3600 * RATE + RATE // 2]
    narration = narration_of(101 * 3600 * RATE, starts, list("abc"))
    found = dict(comments(write(tmp_path / "a.flac", SOUND, narration)))
    assert [found[f"CHAPTER00{n}"] for n in (1, 2, 3)] == ["00:00:00.000", "00:59:59.999", "100:00:00.500"]


@EVERY
@pytest.mark.parametrize(
    "title", ["“We will wait” = ‘at noon’", "停火之后", "A goat 🐐 on board", "é" * 3000]
)
def test_titles_come_back_whole(tmp_path: Path, suffix: str, title: str) -> None:
    """Other scripts, equals signs and titles of any length."""
    path = write(tmp_path / f"a{suffix}", SOUND, narration_of(len(SOUND), [0, 900], [title, ""], title=title))
    assert [t for _, _, t in chapters_by_pyav(path)] == [title, "Chapter 2"]
    assert dict(comments(path))["TITLE"] == title


@EVERY
def test_the_comments_say_who_and_when_and_that_it_is_synthetic(tmp_path: Path, suffix: str) -> None:
    """Title, author, date, language, and a notice with the voices, once each."""
    found = comments(write(tmp_path / f"a{suffix}", SOUND, replace(narration_of(len(SOUND)), cover=None)))
    assert sorted(name for name, _ in found) == [
        "ARTIST", "CHAPTER001", "CHAPTER001NAME", "DATE", "DESCRIPTION", "LANGUAGE", "TITLE",
    ]  # fmt: skip
    said = dict(found)
    assert (said["TITLE"], said["ARTIST"], said["DATE"], said["LANGUAGE"]) == (
        "The ferry", "Ida Holm", "2019-03-07", "eng",
    )  # fmt: skip
    assert "synthetic voices" in said["DESCRIPTION"]
    assert "narrator (tone: 440), quoted woman (tone: 550)" in said["DESCRIPTION"]


@EVERY
def test_what_is_not_known_is_not_there(tmp_path: Path, suffix: str) -> None:
    """No date is made up, and a language without a code is undetermined."""
    narration = narration_of(len(SOUND), published=None, byline=None, language="x-klingon")
    said = dict(comments(write(tmp_path / f"a{suffix}", SOUND, narration)))
    assert "DATE" not in said
    assert (said["ARTIST"], said["LANGUAGE"]) == ("narrate (synthetic voice)", "und")


@pytest.mark.parametrize("suffix", [".opus", ".ogg"])
def test_both_suffixes_of_ogg_are_opus(tmp_path: Path, suffix: str) -> None:
    """The identification header says so, and how much sound to skip; the end is the recording's."""
    path = write(tmp_path / f"a{suffix}", SOUND)
    data = path.read_bytes()
    header = data[data.index(b"OpusHead") :]
    assert (header[8], header[9]) == (1, 1)  # RFC 7845 section 5.1: version, channels
    assert int.from_bytes(header[10:12], "little") == 312  # libopus' look-ahead at 48 kHz
    info: Any = OggOpus(path).info
    assert info.length == 1.0


def test_flac_loses_nothing(tmp_path: Path) -> None:
    """16 bits at the master's rate, half a step from it at most, and the checksum of the sound is right."""
    noise = np.random.default_rng(1).uniform(-0.9, 0.9, RATE).astype(np.float32)
    path = write(tmp_path / "a.flac", noise, block=777)
    info: Any = FLAC(path).info
    assert (info.channels, info.sample_rate, info.bits_per_sample, info.length) == (1, RATE, 16, 1.0)
    samples, _ = decoded(path)
    pcm = np.rint(samples * 32767)
    assert np.abs(pcm - noise * 32768).max() <= 0.51
    assert info.md5_signature == int.from_bytes(hashlib.md5(pcm.astype("<i2").tobytes()).digest(), "big")
