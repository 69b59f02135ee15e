"""M4A and M4B files, by their boxes, and as mutagen and PyAV see them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import pytest
from mutagen.mp4 import MP4

from tests.formats.readers import chapters_by_pyav
from tests.formats.recordings import RATE, bursts, narration_of, write

SOUND = bursts(3, [0.5])
CONTAINERS = {b"moov", b"trak", b"mdia", b"udta", b"edts"}


def boxes(data: bytes, path: str = "") -> Iterator[tuple[str, bytes]]:
    """Every box in order, as "moov/udta/chpl" and its content (ISO/IEC 14496-12 section 4.2)."""
    at = 0
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        yield f"{path}{name.decode('latin-1')}", data[at + 8 : at + size]
        if name in CONTAINERS:
            yield from boxes(data[at + 8 : at + size], f"{path}{name.decode()}/")
        at += size


def nero_chapters(path: Path) -> list[tuple[int, bytes]]:
    """Starts in units of 100 ns, and titles, by the bytes of `chpl`."""
    (chpl,) = [content for name, content in boxes(path.read_bytes()) if name == "moov/udta/chpl"]
    count, at, found = chpl[8], 9, []
    for _ in range(count):
        start, length = struct.unpack_from(">QB", chpl, at)
        found.append((start, chpl[at + 9 : at + 9 + length]))
        at += 9 + length
    assert at == len(chpl)
    return found


def mutagen_chapters(path: Path) -> list[tuple[float, str]]:
    """Starts in seconds, and titles."""
    file: Any = MP4(path)
    return [(chapter.start, chapter.title) for chapter in file.chapters]


def test_both_lists_of_chapters_are_there_and_agree(tmp_path: Path) -> None:
    """Nero's to 100 ns, QuickTime's text track to the millisecond, a chapter at 300.5 s included."""
    sound, starts = bursts(302, [0.5]), [0, 12_011, round(300.5 * RATE)]
    path = write(tmp_path / "a.m4b", sound, narration_of(len(sound), starts, ["One", "“Two” 雾", "Three"]))
    assert nero_chapters(path) == [(0, b"One"), (5_004_583, "“Two” 雾".encode()), (3_005_000_000, b"Three")]
    assert mutagen_chapters(path) == [(0, "One"), (0.5004583, "“Two” 雾"), (300.5, "Three")]
    # QuickTime's clock ticks in milliseconds with FFmpeg 7, and in samples with FFmpeg 8.
    bounds = pytest.approx([0, 0.5004583, 300.5, 302], abs=0.0006)
    chapters = chapters_by_pyav(path)
    assert [title for _, _, title in chapters] == ["One", "“Two” 雾", "Three"]
    assert [start for start, _, _ in chapters] + [chapters[-1][1]] == bounds
    assert [end for _, end, _ in chapters[:-1]] == [start for start, _, _ in chapters[1:]]
    with av.open(str(path)) as container:
        assert [stream.type for stream in container.streams] == ["audio", "data", "video"]


@pytest.mark.parametrize("character", ["x", "é", "中", "🐐"])
@pytest.mark.parametrize("lead", ["", "a", "ab", "abc"])
def test_a_title_is_cut_between_characters_and_shows_it(tmp_path: Path, character: str, lead: str) -> None:
    """250 bytes at most, whole characters, and an ellipsis at the end; the file's title stays whole."""
    title = lead + character * 300
    narration = narration_of(len(SOUND), [0, 24_000], [title, "Next"], title=title)
    path = write(tmp_path / "a.m4b", SOUND, narration)
    (_, shown), (_, following) = nero_chapters(path)
    assert 250 - 3 - 4 < len(shown) <= 250
    assert shown.decode().endswith("…")
    assert title.startswith(shown.decode()[:-1])
    assert following == b"Next"
    assert [t for _, _, t in chapters_by_pyav(path)] == [shown.decode(), "Next"]
    with av.open(str(path)) as container:
        assert container.metadata["title"] == title


@pytest.mark.parametrize("title", ["x" * 250, "é" * 125, "🐐" * 62])
def test_a_title_that_fits_stays_whole(tmp_path: Path, title: str) -> None:
    """Up to 250 bytes."""
    path = write(tmp_path / "a.m4b", SOUND, narration_of(len(SOUND), [0], [title]))
    assert mutagen_chapters(path) == [(0, title)]


def test_the_tags_say_who_and_when_and_that_it_is_synthetic(tmp_path: Path) -> None:
    """Title, author, date, and a notice with the voices; the track's language, in both readers."""
    path = write(tmp_path / "a.m4b", SOUND, narration_of(len(SOUND), language="de-AT"))
    tags: Any = MP4(path).tags
    assert tags["©nam"] == ["The ferry"]
    assert tags["©ART"] == ["Ida Holm"]
    assert tags["©day"] == ["2019-03-07"]
    assert "synthetic voices" in tags["©cmt"][0]
    assert "narrator (tone: 440), quoted woman (tone: 550)" in tags["©cmt"][0]
    with av.open(str(path)) as container:
        assert container.streams.audio[0].metadata["language"] == "deu"


@pytest.mark.parametrize(
    ("published", "shown"), [(None, None), ("yesterday", None), ("2019-03", ["2019"]), ("2019", ["2019"])]
)
def test_only_what_is_known_is_in_the_tags(
    tmp_path: Path, published: str | None, shown: list[str] | None
) -> None:
    """No date and no author are made up; half a character does not spoil the file."""
    narration = narration_of(len(SOUND), title="half \ud83d", published=published, byline=None)
    tags: Any = MP4(write(tmp_path / "a.m4a", SOUND, narration)).tags
    assert tags.get("©day") == shown
    assert tags["©ART"] == ["narrate (synthetic voice)"]
    assert tags["©nam"] == ["half ?"]


@pytest.mark.parametrize(("suffix", "brand", "kind"), [(".m4b", b"M4B ", [2]), (".m4a", b"M4A ", None)])
def test_an_m4b_is_an_audiobook_and_an_m4a_is_not(
    tmp_path: Path, suffix: str, brand: bytes, kind: list[int] | None
) -> None:
    """By its brand and by iTunes' media kind; the rest of the boxes is the same."""
    path = write(tmp_path / f"a{suffix}", SOUND)
    (name, content), *_ = boxes(path.read_bytes())
    assert (name, content[:4]) == ("ftyp", brand)
    file: Any = MP4(path)
    assert file.tags.get("stik") == kind


def test_a_player_can_start_before_it_has_the_whole_file(tmp_path: Path) -> None:
    """The index stands before the sound, and no box tells when the file was made."""
    found = list(boxes(write(tmp_path / "a.m4b", SOUND).read_bytes()))
    order = [name for name, _ in found if "/" not in name]
    assert order.index("moov") < order.index("mdat")
    clocks = [content for name, content in found if name.endswith(("/mvhd", "/tkhd", "/mdhd"))]
    assert len(clocks) == 5  # of the movie, and of each track and its media
    assert {content[4:12] for content in clocks} == {bytes(8)}


def test_the_edit_list_hides_the_encoders_delay(tmp_path: Path) -> None:
    """A player that follows it plays exactly the recording (ISO/IEC 14496-12 section 8.6.6)."""
    found = list(boxes(write(tmp_path / "a.m4b", SOUND).read_bytes()))
    edit = next(content for name, content in found if name == "moov/trak/edts/elst")
    count, duration, media_time = struct.unpack_from(">III", edit, 4)
    movie = next(content for name, content in found if name == "moov/mvhd")
    assert (count, media_time) == (1, 1024)
    assert duration / struct.unpack_from(">I", movie, 12)[0] == 3.0
