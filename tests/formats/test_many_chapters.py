"""Books have more chapters than some formats can list: all are written, and what is lost is said before."""

from __future__ import annotations

from pathlib import Path

import av
import mutagen.id3
import pytest

from narrate.formats.chapter_limits import chapter_notes
from tests.formats.readers import chapters_by_pyav
from tests.formats.recordings import RATE, bursts, narration_of, write

COUNT = 300
SOUND = bursts(3.0, [0.5])


def _written(path: Path, count: int) -> Path:
    step = len(SOUND) // count
    starts = range(0, step * count, step)
    titles = [f"Part {number}" for number in range(1, count + 1)]
    return write(path, SOUND, narration_of(len(SOUND), starts, titles))


def test_an_mp3_lists_them_in_tables_inside_its_table_of_contents(tmp_path: Path) -> None:
    """Every chapter is in the tag, and every one is reached from the one table at the top."""
    tag = mutagen.id3.ID3(_written(tmp_path / "a.mp3", COUNT))
    tables = {table.element_id: table for table in tag.getall("CTOC")}
    (top,) = [table for table in tables.values() if table.flags & mutagen.id3.CTOCFlags.TOP_LEVEL]
    reached = [chapter for name in top.child_element_ids for chapter in tables[name].child_element_ids]
    assert reached == [f"chapter{number}" for number in range(1, COUNT + 1)]
    titles = {frame.element_id: str(frame.sub_frames["TIT2"]) for frame in tag.getall("CHAP")}
    assert [titles[name] for name in reached] == [f"Part {number}" for number in range(1, COUNT + 1)]


@pytest.mark.parametrize("suffix", [".mp3", ".m4b", ".opus", ".flac"])
def test_readers_that_follow_no_table_find_all(tmp_path: Path, suffix: str) -> None:
    """libav's readers, in order and with their titles."""
    path = _written(tmp_path / f"a{suffix}", COUNT)
    with av.open(str(path)) as container:
        titles = [chapter["metadata"]["title"] for chapter in container.chapters()]
    assert titles == [f"Part {number}" for number in range(1, COUNT + 1)]


@pytest.mark.parametrize("suffix", [".opus", ".flac"])
def test_neighbours_are_joined_where_comments_end(tmp_path: Path, suffix: str) -> None:
    """1,200 chapters do not fit three digits: two are listed as one, from the start of the first."""
    found = chapters_by_pyav(_written(tmp_path / f"a{suffix}", 1200))
    assert len(found) == 600
    assert found[1][0] == pytest.approx(2 * (len(SOUND) // 1200) / RATE, abs=0.001)


def test_what_a_listener_will_notice_is_said() -> None:
    """A line for each file with a limit below the number of chapters, and none for the others."""
    paths = [Path(name) for name in ("a.mp3", "a.m4b", "a.opus", "a.wav", "a.epub", "a.chapters.json")]
    assert chapter_notes(paths, 255) == []
    assert chapter_notes(paths, 300) == [
        "a.m4b: players that read Nero's list of chapters show the first 255 of 300; others show all"
    ]
    assert [note.partition(":")[0] for note in chapter_notes(paths, 1000)] == ["a.m4b", "a.opus"]
