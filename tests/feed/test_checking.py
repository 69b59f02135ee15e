"""`feed check`: a good show passes, and every kind of damage is named with what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from narrate import feed
from narrate.views import findings
from tests.formats.recordings import RATE, narration_of, write

BACKWARDS = """WEBVTT

00:03.000 --> 00:04.000
One

00:01.000 --> 00:02.000
Two
"""
Damage = Callable[[Path], object]
EPISODES = Path("episodes")


def complaints(folder: Path, must: bool = True) -> list[str]:
    """What has to be fixed, as the user reads it; else what could be better."""
    return [f"{f.where}: {f.problem}; {f.remedy}" for f in feed.check(folder) if f.must is must]


def edit(name: str | Path, pattern: str, becomes: str) -> Damage:
    """Replace what a file says."""

    def damage(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert re.search(pattern, text), f"{pattern} in {text}"
        (folder / name).write_text(re.sub(pattern, becomes, text), encoding="utf-8")

    return damage


def content(name: str | Path, text: str | bytes) -> Damage:
    """Put something else into a file."""
    data = text.encode() if isinstance(text, str) else text
    return lambda folder: (folder / name).write_bytes(data)


def picture(name: str | Path, mode: str, size: tuple[int, int], kind: str = "JPEG") -> Damage:
    """Put another picture into a file."""
    return lambda folder: Image.new(mode, size).save(folder / name, kind)


def gone(name: str | Path) -> Damage:
    """Delete a file."""
    return lambda folder: (folder / name).unlink()


def rebuilt(damage: Damage) -> Damage:
    """Build the feed again after it."""

    def both(folder: Path) -> None:
        damage(folder)
        feed.build(folder)

    return both


def test_what_narrate_makes_passes(published: Path) -> None:
    """Nothing to fix and nothing to improve; and the user is told so."""
    assert feed.check(published) == []
    assert findings(feed.check(published)) == "Nothing has to be corrected."


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (gone("feed.xml"), r"feed\.xml: there is no such file; run narrate feed build"),
        (content("feed.xml", "<rss>"), "not XML"),
        (content("feed.xml", "<html/>"), "not RSS"),
        (edit("show.toml", "Readings", "Writings"), "older than show.toml.*narrate feed build"),
        (rebuilt(edit("show.toml", "https://pod", "http://pod")), "not encrypted.*https://"),
        (rebuilt(edit("show.toml", 'language = "en"', 'language = "English"')), "English' is not a language"),
        (rebuilt(edit("show.toml", "aloud", "a" * 4000)), "more than 4000 bytes; shorten"),
        (rebuilt(edit("show.toml", "Readings", "a" * 256)), "more than 255 characters; shorten"),
        (edit("feed.xml", "<description>Art.*?</description>", ""), "there is no description; fill in"),
        (edit("feed.xml", "<itunes:explicit>false", "<itunes:explicit>no"), "explicit is 'no'; write true"),
        (edit("feed.xml", '"Daily News"', '"Gossip"'), "no category 'News > Gossip'; one of .*Politics"),
        (edit("feed.xml", "<atom:link .*?/>", ""), "does not say where it is"),
        (gone("artwork.jpg"), "there is no such picture"),
        (picture("artwork.jpg", "RGB", (1399, 1399)), "1399 x 1399 pixels; scale it to between 1400"),
        (picture("artwork.jpg", "RGB", (3001, 3001)), "3001 x 3001 pixels"),
        (picture("artwork.jpg", "RGB", (2000, 1500)), "not square but 2000 x 1500; crop"),
        (picture("artwork.jpg", "CMYK", (2000, 2000)), "in the colours CMYK; save it in RGB"),
        (picture("artwork.jpg", "RGBA", (2000, 2000), "PNG"), "artwork.jpg is a PNG; save it as"),
        (content("artwork.jpg", "no picture"), "is not a picture"),
        (picture(EPISODES / "ferry.jpg", "L", (2000, 2000)), "Ferry late: ferry.jpg is in the colours L"),
        (edit("feed.xml", "<enclosure .*?/>", ""), "Ferry late: there is no audio; add"),
        (edit("feed.xml", 'length="[0-9]+"', 'length="1"'), "says 1 bytes, the audio has [0-9]+; add"),
        (edit("feed.xml", '"audio/mpeg"', '"audio/mp3"'), "type is audio/mp3, not audio/mpeg"),
        (edit("feed.xml", "<guid.*?</guid>", ""), "there is no guid"),
        (edit("feed.xml", "<item>[^$]*</item>", r"\g<0>\g<0>"), "another episode has the same guid; remove"),
        (edit("feed.xml", "<item>[^$]*</item>", ""), "there is no episode; run narrate feed add"),
        (edit("feed.xml", "<pubDate>.*<", "<pubDate>yesterday<"), "date is not a date: yesterday"),
        (edit("feed.xml", "<title>Ferry late", "<title>"), "there is no title"),
        (edit("feed.xml", "<title>Ferry late", "<title>" + "a" * 256), "title has more than 255 characters"),
        (edit("feed.xml", "duration>[0-9]+", "duration>999"), "says 999 seconds, the audio has [0-9]+"),
        (gone(EPISODES / "ferry.mp3"), "there is no such audio file"),
        (content(EPISODES / "ferry.mp3", "This is no sound."), "audio cannot be decoded"),
        (gone(EPISODES / "ferry.vtt"), "there is no such file: .*ferry.vtt"),
        (content(EPISODES / "ferry.vtt", "00:01.000 --> 00:02.000\nOne"), "does not begin with WEBVTT"),
        (content(EPISODES / "ferry.vtt", "WEBVTT\n\n"), "it has no captions"),
        (content(EPISODES / "ferry.srt", "1\n00:09:01,000 --> 00:09:02,000\nOne\n"), "goes on to second 542"),
        (
            content(EPISODES / "ferry.vtt", BACKWARDS),
            "not in order",
        ),
        (content(EPISODES / "ferry.json", "{}"), "it is not a transcript"),
        (content(EPISODES / "ferry.json", '{"segments": []}'), "it has no words"),
        (content(EPISODES / "ferry.txt", b"\xff"), "not in UTF-8"),
        (content(EPISODES / "ferry.chapters.json", "[]"), "not a list of chapters"),
        (
            content(EPISODES / "ferry.chapters.json", json.dumps({"version": "2.0", "chapters": []})),
            "version 2.0",
        ),
        (edit("feed.xml", "application/x-subrip", "text/srt"), "the type of ferry.srt is text/srt"),
    ],
)  # fmt: skip
def test_what_directories_would_refuse_is_named(published: Path, damage: Damage, said: str) -> None:
    """Each by itself, with the episode or file, and what to do."""
    damage(published)
    found = complaints(published)
    assert any(re.search(said, each) for each in found), found


@pytest.mark.parametrize(
    ("amplitude", "said"),
    [
        (0.9, "louder than podcasts should be"),
        (0.02, "softer than podcasts should be: -3[0-9].* LUFS, not -16 ± 1; narrate"),
    ],
)
def test_the_audio_is_measured(show: Path, tmp_path: Path, amplitude: float, said: str) -> None:
    """Too loud and too soft, decoded; with the peak above -1 dBTP where it is."""
    sound = (amplitude * np.sin(np.arange(6 * RATE) * 0.26)).astype(np.float32)
    feed.add(show, write(tmp_path / "tone.mp3", sound, narration_of(len(sound))))
    found = complaints(show)
    assert any(re.search(said, each) for each in found), found
    assert any("dBTP, more than -1" in each for each in found) == (amplitude > 0.89)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (rebuilt(edit("show.toml", "per@pod.example", "")), "directories cannot write to you; fill in owner"),
        (edit("feed.xml", "<podcast:transcript.*?/>", ""), "there is no transcript"),
        (
            edit("feed.xml", "<podcast:txt.*?</podcast:txt>", ""),
            "nothing says whether the voice is synthetic",
        ),
        (edit("feed.xml", "<podcast:locked.*?</podcast:locked>", ""), "whether hosts may import it"),
        (edit("feed.xml", "<podcast:guid>", "<podcast:guid>x"), "the show has no guid"),
        (edit("feed.xml", "https://gazette", "http://gazette"), "the link is not encrypted"),
    ],
)
def test_what_could_be_better_is_told_apart(published: Path, damage: Damage, said: str) -> None:
    """It is not listed among what must be fixed."""
    damage(published)
    better, must = complaints(published, must=False), complaints(published)
    assert any(re.search(said, each) for each in better), better
    assert not any(re.search(said, each) for each in must)


def test_a_feed_cannot_name_files_outside_its_folder(published: Path) -> None:
    """The check does not read them, either."""
    edit("feed.xml", "artwork.jpg", "../ferry/ferry.mp3")(published)
    assert not any("ferry.mp3 is not a picture" in each for each in complaints(published))
