"""What holds for every format that libav encodes: the sound is in place, as long and as loud as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import mutagen
import numpy as np
import pytest

from narrate.errors import EncodingError, OutputError
from narrate.formats import WriterOptions, open_writer
from tests.formats.readers import (
    Chapters,
    chapters_by_ffprobe,
    chapters_by_pyav,
    loudness_and_peak,
    needs_ffprobe,
    speech,
)
from tests.formats.recordings import RATE, burst_times, bursts, decoded, narration_of, write

CODED = [".mp3", ".m4a", ".opus", ".flac"]
CHAPTERED = [".mp3", ".m4a", ".m4b", ".opus", ".ogg", ".flac"]
SOUND = bursts(3, [0.5, 1.25, 2.75])


def assert_chapters(read: Chapters, wanted: Chapters) -> None:
    """To the millisecond; the last end may be a coded frame late, as some readers count it."""
    assert [c[2] for c in read] == [c[2] for c in wanted]
    assert [c[0] for c in read] == pytest.approx([c[0] for c in wanted], abs=0.0005)
    assert [c[1] for c in read[:-1]] == pytest.approx([c[1] for c in wanted[:-1]], abs=0.0011)
    assert read[-1][1] == pytest.approx(wanted[-1][1], abs=0.025)


@pytest.mark.parametrize("suffix", [".m4a", ".opus", ".flac"])
@pytest.mark.parametrize("seconds", [0.3, 3.0, 20.0])
@pytest.mark.parametrize("block", [1000, 10**6])
def test_the_sound_is_where_it_was(tmp_path: Path, suffix: str, seconds: float, block: int) -> None:
    """Every burst is within a millisecond of its place, and the end within 25 ms, first to last block."""
    times = [0.05, seconds / 2, seconds - 0.05]
    samples, rate = decoded(write(tmp_path / f"a{suffix}", bursts(seconds, times), block=block))
    assert burst_times(samples, rate) == pytest.approx(times, abs=0.001)
    assert len(samples) / rate == pytest.approx(seconds, abs=0.025)


@pytest.mark.parametrize("suffix", CODED)
def test_speech_is_as_loud_as_it_was_and_its_peaks_stay_below_1_dbtp(tmp_path: Path, suffix: str) -> None:
    """Within 0.3 LU of a master whose peaks are limited at -2 dBTP."""
    master = speech(RATE)
    loudness, peak = loudness_and_peak(master, RATE)
    assert peak == pytest.approx(-2, abs=0.1)
    coded_loudness, coded_peak = loudness_and_peak(*decoded(write(tmp_path / f"a{suffix}", master)))
    assert coded_loudness == pytest.approx(loudness, abs=0.3)
    assert coded_peak <= -1


@pytest.mark.parametrize("suffix", CHAPTERED)
def test_chapters_start_where_they_start(tmp_path: Path, suffix: str) -> None:
    """In order of time, to the millisecond, also after the half of a second and at odd samples."""
    starts = [0, 12_011, 12_012 + 500, 36_000, 60_007]
    titles = [
        "The ferry",
        "A long title " * 9,
        "“Fog,” – ‘雾’",
        "x",
        "Ça déjà vu: £5 = <b>bold</b>; #9 \\ 🐐",
    ]
    path = write(tmp_path / f"a{suffix}", SOUND, narration_of(len(SOUND), starts, titles))
    ends = [*starts[1:], len(SOUND)]
    wanted = [(a / RATE, b / RATE, t.strip()) for a, b, t in zip(starts, ends, titles, strict=True)]
    assert_chapters(chapters_by_pyav(path), wanted)


@needs_ffprobe
@pytest.mark.parametrize("suffix", CHAPTERED)
def test_ffprobe_lists_the_chapters(tmp_path: Path, suffix: str) -> None:
    """As players do that are built on ffmpeg, whichever version is installed."""
    narration = narration_of(len(SOUND), [0, 18_000, 60_000], ["One", "“Two” 雾", "Three"])
    wanted = [(0, 0.75, "One"), (0.75, 2.5, "“Two” 雾"), (2.5, 3, "Three")]
    assert_chapters(chapters_by_ffprobe(write(tmp_path / f"a{suffix}", SOUND, narration)), wanted)


@pytest.mark.parametrize("suffix", [".m4a", ".m4b", ".opus", ".ogg", ".flac"])
def test_the_same_recording_gives_the_same_file(tmp_path: Path, suffix: str) -> None:
    """No clock, no random serial number and no version of libavformat in it."""
    first, second = (write(tmp_path / f"{name}{suffix}", SOUND).read_bytes() for name in "ab")
    assert first == second
    assert b"Lavf" not in first


@pytest.mark.parametrize(
    ("suffix", "options", "rate", "bitrate"),
    [
        (".mp3", WriterOptions(), 44_100, 96),
        (".m4b", WriterOptions(), 44_100, 96),
        (".opus", WriterOptions(), 48_000, 32),
        (".m4b", WriterOptions(64, 48_000), 48_000, 64),
        (".opus", WriterOptions(64), 48_000, 64),
    ],
)
def test_a_format_has_its_own_rates_where_none_are_chosen(
    tmp_path: Path, suffix: str, options: WriterOptions, rate: int, bitrate: int
) -> None:
    """Mono; in kbit/s, the size of the whole file says so, as near as variable rates come to it."""
    master = speech(RATE)
    bare = replace(narration_of(len(master)), cover=None)
    path = write(tmp_path / f"a{suffix}", master, bare, options)
    info: Any = mutagen.File(path).info
    assert info.channels == 1
    assert decoded(path)[1] == rate
    assert path.stat().st_size * 8 / 1000 / (len(master) / RATE) == pytest.approx(bitrate, rel=0.15)


@pytest.mark.parametrize(
    ("suffix", "options", "words"),
    [
        (".mp3", WriterOptions(97), "one of .*96, 112"),
        (".mp3", WriterOptions(320, 24_000), "one of .*160"),
        (".m4b", WriterOptions(31), "32 to 264"),
        (".m4a", WriterOptions(289, 48_000), "32 to 288"),
        (".m4a", WriterOptions(96, 24_000), "one of 48000, 44100"),
        (".opus", WriterOptions(5), "6 to 256"),
        (".ogg", WriterOptions(257), "6 to 256"),
        (".opus", WriterOptions(32, 44_100), "one of 48000"),
    ],
)
def test_rates_that_a_format_does_not_have_are_refused_at_once(
    tmp_path: Path, suffix: str, options: WriterOptions, words: str
) -> None:
    """The message lists those that it has, and nothing is left behind."""
    with pytest.raises(OutputError, match=words):
        open_writer(tmp_path / f"a{suffix}", RATE, options)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", CODED)
@pytest.mark.parametrize("length", [0, 1, 20, 239, 241])
def test_a_recording_of_next_to_nothing_is_a_file_all_the_same(
    tmp_path: Path, suffix: str, length: int
) -> None:
    """It can be played, for 10 ms at least, and has its chapter."""
    path = write(tmp_path / f"a{suffix}", np.zeros(length, np.float32))
    samples, rate = decoded(path)
    assert len(samples) / rate == pytest.approx(max(length / RATE, 0.01), abs=0.025)
    assert len(samples)
    assert [title for _, _, title in chapters_by_pyav(path)] == ["All of it"]


@pytest.mark.parametrize(("suffix", "most"), [(".mp3", 255), (".m4b", 255), (".opus", 999), (".flac", 999)])
def test_as_many_chapters_as_a_format_lists_are_there_in_order(
    tmp_path: Path, suffix: str, most: int
) -> None:
    """More are told of in `test_many_chapters`."""
    titles = [str(number) for number in range(most)]
    narration = narration_of(len(SOUND), range(0, 72 * most, 72), titles)
    path = write(tmp_path / f"a{suffix}", SOUND, narration)
    assert [title for _, _, title in chapters_by_pyav(path)] == titles


@pytest.mark.parametrize("suffix", [".m4b", ".opus", ".flac"])
def test_packets_that_cannot_be_read_again_are_no_file(tmp_path: Path, suffix: str) -> None:
    """Where the hidden file is spoilt before its packets are copied, nothing takes the target's place."""
    writer = open_writer(tmp_path / f"a{suffix}", RATE)
    writer.write(SOUND)
    (part,) = tmp_path.iterdir()
    part.unlink()
    part.touch()
    with pytest.raises(EncodingError, match="encoding failed"):
        writer.finish(narration_of(len(SOUND)))
    writer.abort()
    assert list(tmp_path.iterdir()) == []
