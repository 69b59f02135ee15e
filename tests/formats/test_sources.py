"""Publisher, address and licence of the article, in the tags of every format, as mutagen reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import mutagen
import pytest
from mutagen.id3 import ID3
from mutagen.mp4 import MP4
from mutagen.wave import WAVE

from narrate.formats.timed_text.transcript_json import transcript_json
from narrate.formats.timed_text.transcript_text import transcript_text
from narrate.model import Narration
from tests.formats.recordings import RATE, bursts, narration_of, write

SOUND = bursts(1, [0.5])
SITE, URL, LICENSE = "The Gazette — 雾", "https://gazette.example/ferry?a=1&b=é", "https://cc.example/by/4.0/"


def sourced(site: str | None = SITE, url: str | None = URL, license_: str | None = LICENSE) -> Narration:
    """A narration of an article that states these."""
    narration = narration_of(len(SOUND))
    article = replace(narration.script.article, site=site, url=url, license=license_)
    return replace(narration, script=replace(narration.script, article=article))


def id3_of(path: Path) -> Any:
    """The tag of an MP3, or the one in a WAV."""
    return ID3(path, translate=False) if path.suffix == ".mp3" else WAVE(path).tags


@pytest.mark.parametrize("suffix", [".mp3", ".wav"])
def test_id3_says_where_the_article_is_from(tmp_path: Path, suffix: str) -> None:
    """Publisher, official source and terms, each in its own frame; addresses are escaped to ASCII."""
    tag = id3_of(write(tmp_path / f"a{suffix}", SOUND, sourced()))
    assert str(tag["TPUB"]) == SITE
    assert tag["WOAS"].url == "https://gazette.example/ferry?a=1&b=%C3%A9"
    assert tag["WCOP"].url == LICENSE
    assert str(tag["TXXX:LICENSE"]) == LICENSE


@pytest.mark.parametrize("name", ["CC BY 4.0", "© Zeitung “雾”"])
def test_a_licence_that_is_a_name_is_no_address(tmp_path: Path, name: str) -> None:
    """It stands in a text frame, in any script."""
    tag = id3_of(write(tmp_path / "a.mp3", SOUND, sourced(license_=name)))
    assert str(tag["TXXX:LICENSE"]) == name
    assert "WCOP" not in tag


@pytest.mark.parametrize("suffix", [".opus", ".flac"])
def test_vorbis_comments_say_where_the_article_is_from(tmp_path: Path, suffix: str) -> None:
    """PUBLISHER, URL and LICENSE."""
    file: Any = mutagen.File(write(tmp_path / f"a{suffix}", SOUND, sourced()))
    found = {name.upper(): value for name, value in file.tags}
    assert (found["PUBLISHER"], found["URL"], found["LICENSE"]) == (SITE, URL, LICENSE)


@pytest.mark.parametrize("suffix", [".m4a", ".m4b"])
def test_mp4_says_where_the_article_is_from(tmp_path: Path, suffix: str) -> None:
    """In the description and the copyright, which are the fields that it has."""
    tags: Any = MP4(write(tmp_path / f"a{suffix}", SOUND, sourced())).tags
    assert tags["desc"] == [f"{SITE}, {URL}"]
    assert tags["cprt"] == [LICENSE]


def test_a_wav_says_it_to_editors_too(tmp_path: Path) -> None:
    """In the fields of RIFF's INFO, which libav reads; the ID3 tag in it says it again."""
    path = write(tmp_path / "a.wav", SOUND, sourced())
    data = path.read_bytes()
    assert b"ISRC" in data
    assert f"{SITE}, {URL}".encode() in data
    with av.open(str(path)) as container:
        assert container.metadata["copyright"] == LICENSE


@pytest.mark.parametrize("suffix", [".mp3", ".wav", ".opus", ".flac", ".m4a", ".m4b"])
def test_what_an_article_does_not_state_is_not_in_its_tags(tmp_path: Path, suffix: str) -> None:
    """No publisher, address, description or licence, not even an empty one."""
    path = write(tmp_path / f"a{suffix}", SOUND, sourced(None, None, None))
    file: Any = mutagen.File(path)
    tags = id3_of(path) if suffix in (".mp3", ".wav") else file.tags
    names = {name.upper() for name in dict(tags)}
    assert not names & {"TPUB", "WOAS", "WCOP", "TXXX:LICENSE", "PUBLISHER", "URL", "LICENSE", "DESC", "CPRT"}
    assert file.info.length == pytest.approx(len(SOUND) / RATE, abs=0.05)


def test_transcripts_say_where_the_article_is_from() -> None:
    """The JSON by key, the text in lines before the notice; neither says what is not known."""
    data, text = json.loads(transcript_json(sourced())), transcript_text(sourced())
    assert (data["site"], data["url"], data["license"]) == (SITE, URL, LICENSE)
    assert data["cover_alt"] == "A grey “square”"
    assert data["people"] == [{"name": "Ida Holm"}]
    assert f"\n\nSource: {SITE}\nAddress: {URL}\nLicence: {LICENSE}\n\nRead by synthetic voices" in text
    data, text = (
        json.loads(transcript_json(sourced(None, None, None))),
        transcript_text(sourced(None, None, None)),
    )
    assert not {"site", "url", "license"} & set(data)
    assert "Source:" not in text
    assert "Licence:" not in text
