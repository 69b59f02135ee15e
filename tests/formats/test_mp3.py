"""MP3 files, as mutagen and PyAV see them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from mutagen.id3 import ID3, CTOCFlags
from mutagen.mp3 import MP3, BitrateMode

from narrate.formats import WriterOptions
from tests.formats.readers import chapters_by_pyav
from tests.formats.recordings import RATE, burst_times, bursts, decoded, narration_of, write

SOUND = bursts(3, [0.5, 1.25, 2.75])
TITLES = [
    "Plain",
    "“We will wait,” she said – ‘at noon’",
    "Осада города",
    "停火之后",
    "بعد الهدنة",
    "Ça déjà vu: £5 & <b>bold</b>",
    "A goat 🐐 on board",
    "long " * 60,
    "x" * 127,
    "é" * 300,
    "中" * 300,
]


def tag_of(path: Path) -> Any:
    """The tag's frames as they stand in the file."""
    return ID3(path, translate=False)


def chapters_by_mutagen(path: Path) -> list[tuple[float, float, str]]:
    """The same, in the order of the table of contents."""
    tag = tag_of(path)
    (contents,) = tag.getall("CTOC")
    chapters = [tag[f"CHAP:{element}"] for element in contents.child_element_ids]
    return [(c.start_time / 1000, c.end_time / 1000, str(c.sub_frames["TIT2"])) for c in chapters]


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_every_reader_sees_the_titles_as_written(tmp_path: Path, title: str) -> None:
    """Quotation marks, other scripts, emoji and long titles come back whole, for file and chapters."""
    path = tmp_path / "a.mp3"
    write(path, SOUND, narration_of(len(SOUND), [0, 9000, 50_000], [title, "Second", title], title=title))
    wanted = [(0, 0.375, title.strip()), (0.375, 2.083, "Second"), (2.083, 3, title.strip())]
    assert chapters_by_pyav(path) == chapters_by_mutagen(path) == wanted
    assert str(tag_of(path)["TIT2"]) == title.strip()
    with av.open(str(path)) as container:
        assert container.metadata["title"] == title.strip()


@pytest.mark.parametrize(
    ("title", "shown"),
    [("", "Chapter 2"), (" \n ", "Chapter 2"), ("Two\nlines", "Two lines"), ("End\0of text", "End of text"),
     ("half \ud83d emoji", "half ? emoji")],
)  # fmt: skip
def test_titles_that_no_tag_can_hold_are_made_fit(tmp_path: Path, title: str, shown: str) -> None:
    """An empty title gets a number; line ends, control characters and broken characters do not end it."""
    path = write(tmp_path / "a.mp3", SOUND, narration_of(len(SOUND), [0, 24_000, 48_000], ["A", title, "C"]))
    wanted = [(0, 1, "A"), (1, 2, shown), (2, 3, "C")]
    assert chapters_by_pyav(path) == chapters_by_mutagen(path) == wanted


def test_chapters_at_odd_samples_tile_the_recording(tmp_path: Path) -> None:
    """To the nearest millisecond, without a gap, and the last one ends with the audio."""
    starts = [0, 12_011, 12_012, 36_013, 60_007]
    path = write(tmp_path / "a.mp3", SOUND, narration_of(len(SOUND), starts, list("abcde")))
    chapters = chapters_by_pyav(path)
    assert [c[0] for c in chapters] == pytest.approx([s / RATE for s in starts], abs=0.0005)
    assert [c[1] for c in chapters] == [*[c[0] for c in chapters[1:]], 3.0]


def test_the_table_of_contents_is_top_level_and_ordered(tmp_path: Path) -> None:
    """What Overcast and BookPlayer need, and the frames in the file are in order of time too."""
    count = 30
    titles = ["long title " * (count - i) for i in range(count)]
    path = write(tmp_path / "a.mp3", SOUND, narration_of(len(SOUND), range(0, 60_000, 2000), titles))
    (contents,) = tag_of(path).getall("CTOC")
    assert contents.flags == CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    assert str(contents.sub_frames["TIT2"]) == "The ferry"
    data = path.read_bytes()
    at = data.index(b"CHAP")
    order = []
    while data[at : at + 4] == b"CHAP":
        order.append(data[at + 10 : data.index(0, at + 10)].decode())
        at += 10 + int.from_bytes(data[at + 4 : at + 8], "big")
    assert order == contents.child_element_ids
    assert len(order) == count


def test_the_tag_says_who_and_when_and_that_it_is_synthetic(tmp_path: Path) -> None:
    """Author, date, language, length, and a notice with the engines and voices that are heard."""
    tag = tag_of(write(tmp_path / "a.mp3", SOUND))
    assert tag.version == (2, 3, 0)
    assert {name: str(tag[name]) for name in ("TPE1", "TYER", "TDAT", "TLAN", "TLEN")} == {
        "TPE1": "Ida Holm", "TYER": "2019", "TDAT": "0703", "TLAN": "eng", "TLEN": "3000",
    }  # fmt: skip
    (notice,) = tag.getall("COMM")
    assert notice.lang == "eng"
    assert "synthetic" in str(notice)
    assert "narrator (tone: 440), quoted woman (tone: 550)" in str(notice)


@pytest.mark.parametrize(
    ("published", "frames"),
    [(None, {}), ("2019", {"TYER": "2019"}), ("2019-03", {"TYER": "2019"}), ("yesterday", {}),
     ("2019-03-07T10:00:00Z", {"TYER": "2019", "TDAT": "0703"})],
)  # fmt: skip
def test_only_what_is_known_is_in_the_tag(
    tmp_path: Path, published: str | None, frames: dict[str, str]
) -> None:
    """No date and no author are made up."""
    narration = narration_of(len(SOUND), published=published, byline=None, language="x-klingon")
    tag = tag_of(write(tmp_path / "a.mp3", SOUND, narration))
    assert {name: str(tag[name]) for name in ("TYER", "TDAT") if name in tag} == frames
    assert str(tag["TPE1"]) == "narrate (synthetic voice)"
    assert str(tag["TLAN"]) == "und"


@pytest.mark.parametrize("seconds", [0.3, 3.0, 20.0])
@pytest.mark.parametrize("block", [1000, 24_000, 10**6])
def test_the_sound_is_where_it_was(tmp_path: Path, seconds: float, block: int) -> None:
    """Every burst is within a millisecond of its place, first to last, and nothing is added at the end."""
    times = [0.05, seconds / 2, seconds - 0.05]
    samples, rate = decoded(write(tmp_path / "a.mp3", bursts(seconds, times), block=block))
    assert rate == 44_100
    assert burst_times(samples, rate) == pytest.approx(times, abs=0.001)
    assert len(samples) / rate == pytest.approx(seconds, abs=0.001)


def test_the_audio_is_what_podcasts_ask_for(tmp_path: Path) -> None:
    """Mono, 44.1 kHz, 96 kbit/s constant, and players show the right length."""
    path = write(tmp_path / "a.mp3", SOUND)
    info: Any = MP3(path).info
    assert (info.channels, info.sample_rate) == (1, 44_100)
    assert info.bitrate == pytest.approx(96_000, abs=1)
    assert info.bitrate_mode == BitrateMode.CBR
    with av.open(str(path)) as container:
        assert container.duration == 3_000_000  # microseconds


@pytest.mark.parametrize(
    ("bitrate", "rate"),
    [(32, 44_100), (96, 44_100), (192, 44_100), (224, 44_100), (256, 44_100), (64, 24_000), (128, 48_000)],
)
def test_the_sound_is_as_loud_as_it_was(tmp_path: Path, bitrate: int, rate: int) -> None:
    """At every bit rate, within 0.05 dB."""
    sound = (0.3 * np.sin(np.arange(RATE) * 0.2)).astype(np.float32)
    samples, decoded_rate = decoded(write(tmp_path / "a.mp3", sound, options=WriterOptions(bitrate, rate)))
    middle = samples[rate // 4 : -rate // 4]
    assert decoded_rate == rate
    assert 20 * np.log10(middle.std() / sound.std()) == pytest.approx(0, abs=0.05)


def test_the_same_recording_gives_the_same_file(tmp_path: Path) -> None:
    """No clock and no chance in it."""
    first, second = (write(tmp_path / name, SOUND).read_bytes() for name in ("a.mp3", "b.mp3"))
    assert first == second
