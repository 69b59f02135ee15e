"""Podcasting 2.0 chapters, beside those in the audio file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from mutagen.id3 import ID3

from narrate.formats import format_suffix
from narrate.model import Image
from tests.formats.recordings import bursts, narration_of, write

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


SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "chapters"],
    "properties": {
        "version": {"const": "1.2.0"},
        "title": {"type": "string", "minLength": 1},
        "author": {"type": "string", "minLength": 1},
        "chapters": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["startTime", "title"],
                "properties": {
                    "startTime": {"type": "number", "minimum": 0},
                    "title": {"type": "string", "minLength": 1},
                    "img": {"type": "string", "pattern": "^https?://"},
                    "url": {"type": "string", "pattern": "^https?://"},
                },
            },
        },
    },
}
"""JSON Schema (draft 2020-12) of what we write, after "JSON Chapters Format 1.2.0" (Podcasting 2.0)."""


def test_a_chapter_has_its_picture_and_the_articles_address(tmp_path: Path) -> None:
    """The first one on the web that stands in it; one beside a saved page cannot be seen from elsewhere."""
    narration = narration_of(len(SOUND), [0, 900, 1800], ["One", "Two", "Three"])
    starts = [(0, 0), (100, 1), (200, 2)]
    utterances = tuple(
        replace(u, start=start, chapter=chapter)
        for u, (start, chapter) in zip(narration.script.utterances, starts, strict=True)
    )
    images = (
        Image("https://ansel.example/harbour.jpg", "A harbour", 40),
        Image("https://ansel.example/fog.jpg", "Fog", 60),
        Image("/home/ada/page_files/boat.jpg", "A boat", 120),
        Image("data:image/png;base64,AAAA", "A dot", 199),
        Image("http://ansel.example/mate.jpg", "The mate", 200),
    )
    article = replace(narration.script.article, images=images, url="https://ansel.example/fog")
    script = replace(narration.script, article=article, utterances=utterances)
    path = write(tmp_path / "a.chapters.json", SOUND, replace(narration, script=script))
    data = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(data, SCHEMA)
    assert [(c.get("img"), c["url"]) for c in data["chapters"]] == [
        ("https://ansel.example/harbour.jpg", "https://ansel.example/fog"),
        (None, "https://ansel.example/fog"),
        ("http://ansel.example/mate.jpg", "https://ansel.example/fog"),
    ]


@pytest.mark.parametrize("url", [None, "/home/ada/page.html", "javascript:alert(1)"])
def test_what_is_no_address_on_the_web_is_no_link(tmp_path: Path, url: str | None) -> None:
    """Apps open what stands there."""
    narration = narration_of(len(SOUND))
    script = replace(narration.script, article=replace(narration.script.article, url=url))
    path = write(tmp_path / "a.chapters.json", SOUND, replace(narration, script=script))
    data = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(data, SCHEMA)
    assert data["chapters"] == [{"startTime": 0, "title": "All of it"}]


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
