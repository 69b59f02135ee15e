"""Podcasting 2.0 chapters, beside those in the audio file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mutagen.id3 import ID3
from recordings import bursts, narration_of, write

from narrate.formats import format_suffix

SOUND = bursts(3, [0.5])


def test_they_are_the_same_as_in_the_audio_file(tmp_path: Path) -> None:
    """Some players merge the two only where starts and titles agree to the letter."""
    narration = narration_of(len(SOUND), [0, 12_011, 50_000], ["Plain", "“Quoted” & <b>", "Осада\nгорода"])
    data = json.loads(write(tmp_path / "a.chapters.json", SOUND, narration).read_text(encoding="utf-8"))
    tag = ID3(write(tmp_path / "a.mp3", SOUND, narration))
    (contents,) = tag.getall("CTOC")
    embedded = [tag[f"CHAP:{element}"] for element in contents.child_element_ids]
    assert [(round(c["startTime"] * 1000), c["title"]) for c in data["chapters"]] == [
        (c.start_time, str(c.sub_frames["TIT2"])) for c in embedded
    ]
    assert len(embedded) == 3


@pytest.mark.parametrize(("byline", "author"), [("Ida Holm", {"author": "Ida Holm"}), (None, {})])
def test_what_the_file_says_about_the_article(
    tmp_path: Path, byline: str | None, author: dict[str, str]
) -> None:
    """Version and title always, the author only where the article names one."""
    path = write(tmp_path / "a.chapters.json", SOUND, narration_of(len(SOUND), byline=byline))
    data = json.loads(path.read_text(encoding="utf-8"))
    chapters = data.pop("chapters")
    assert data == {"version": "1.2.0", "title": "The ferry", **author}
    assert chapters == [{"startTime": 0, "title": "All of it"}]


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.chapters.json", ".chapters.json"),
        ("A.CHAPTERS.JSON", ".chapters.json"),
        ("a.chapters.vtt", ".chapters.vtt"),
        ("my.article.json", ".json"),
        ("chapters.json", ".json"),
        ("chapters.mp3", ".mp3"),
        ("1. Chapters.vtt", ".vtt"),
        ("a.json.txt", ".txt"),
        ("a.chapters", None),
        ("a.vtt.gz", None),
        (".json", None),
    ],
)
def test_the_longest_suffix_that_is_a_format_counts(name: str, suffix: str | None) -> None:
    """A dot elsewhere in a name is nothing but a dot."""
    assert format_suffix(Path(name)) == suffix
