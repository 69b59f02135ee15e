"""The feed as those read it who have not written it: feedparser, gPodder's parser, two of npm's."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import podcastparser
import pytest
from mutagen.id3 import ID3

from narrate import feed
from narrate.feed import files
from tests.feed.shows import ADDRESS

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
AUDIO = f"{ADDRESS}episodes/ferry.mp3"


def by_npm(package: str, script: str, folder: Path) -> Any:
    """What a script of node's makes of the feed, as JSON."""
    node = shutil.which("node")
    folders = [Path(each) for each in os.environ.get("NODE_PATH", "").split(os.pathsep) if each]
    if node is None or not any((each / package).is_dir() for each in folders):
        pytest.skip(f"needs node and the npm package {package} (in NODE_PATH)")
    read = f"const text = require('fs').readFileSync('{folder / 'feed.xml'}', 'utf8');"
    shown = f"{read} console.log(JSON.stringify(require('{package}').{script}))"
    return json.loads(subprocess.run([node, "-e", shown], check=True, capture_output=True).stdout)


def test_feedparser_finds_nothing_to_complain_about(published: Path) -> None:
    """Its `bozo` is 0, and it sees show and episode as they are."""
    found = feedparser.parse((published / "feed.xml").read_bytes())
    assert found.bozo == 0
    assert found.version == "rss20"
    assert (found.feed.title, found.feed.language, found.feed.author) == ("Readings", "en", "Per Aas")
    (episode,) = found.entries
    (enclosure,) = episode.enclosures
    size = (published / "episodes" / "ferry.mp3").stat().st_size
    assert (enclosure.href, enclosure.type, enclosure.length) == (AUDIO, "audio/mpeg", str(size))
    assert (episode.title, episode.link) == ("Ferry late", "https://gazette.example/ferry")
    assert episode.published_parsed[:5] == (2021, 3, 3, 7, 30)
    assert not episode.guidislink


def test_all_that_psp_1_asks_for_is_there(published: Path) -> None:
    """Its required and recommended elements, with the values that it allows."""
    channel = ElementTree.parse(published / "feed.xml").getroot()[0]
    (link,) = channel.findall("{http://www.w3.org/2005/Atom}link")
    assert link.attrib == {"href": ADDRESS + "feed.xml", "rel": "self", "type": "application/rss+xml"}
    texts = {name: channel.findtext(name) for name in ("title", "link", "language", f"{ITUNES}explicit")}
    assert list(texts.values()) == ["Readings", ADDRESS, "en", "false"]
    assert "Articles, read aloud." in (channel.findtext("description") or "")
    categories = [
        (c.get("text"), [sub.get("text") for sub in c]) for c in channel.findall(f"{ITUNES}category")
    ]
    assert categories == [("News", ["Daily News"]), ("Education", [])]
    assert channel.find(f"{ITUNES}image").attrib == {"href": ADDRESS + "artwork.jpg"}  # type: ignore[union-attr]
    assert channel.findtext(f"{PODCAST}locked") == "yes"
    assert channel.findtext(f"{PODCAST}guid") == feed.read(published).guid
    item = channel.find("item")
    assert item is not None
    for name in ("title", "enclosure", "guid", "pubDate", "description", f"{ITUNES}duration"):
        assert item.find(name) is not None


def test_gpodders_parser_sees_the_episode(published: Path) -> None:
    """With its length, notes, chapters and picture."""
    with (published / "feed.xml").open("rb") as file:
        (episode,) = podcastparser.parse(ADDRESS + "feed.xml", file)["episodes"]
    length = json.loads((published / "episodes" / "ferry.json").read_text(encoding="utf-8"))["duration_ms"]
    assert episode["total_time"] == pytest.approx(length / 1000, abs=0.5)
    assert episode["enclosures"][0]["url"] == AUDIO
    assert "No injuries" in episode["description_html"]
    assert episode["episode_art_url"] == f"{ADDRESS}episodes/ferry.jpg"


def test_partytime_sees_podcasting_2_0(published: Path) -> None:
    """Transcripts, chapters, people with roles of the taxonomy, and what is said of the voices."""
    found = by_npm("podcast-partytime", "parseFeed(text)", published)
    assert (found["medium"], found["locked"], found["podcastOwner"]) == ("podcast", True, "per@pod.example")
    (episode,) = found["items"]
    kinds = {Path(each["url"]).suffix: each["type"] for each in episode["podcastTranscripts"]}
    assert kinds.keys() == {".vtt", ".srt", ".json", ".txt"}
    assert (kinds[".vtt"], kinds[".json"]) == ("text/vtt", "application/json")
    assert episode["podcastChapters"] == {
        "url": f"{ADDRESS}episodes/ferry.chapters.json", "type": "application/json+chapters"
    }  # fmt: skip
    people = [(person["name"], person["group"], person["role"]) for person in episode["podcastPeople"]]
    assert people == [
        ("Ida Holm", "Writing", "Author"),
        ("Synthetic voices", "Cast", "Narrator"),
    ]
    assert episode["license"]["identifier"] == "cc-by-4.0"


def test_feedsmith_sees_the_same(published: Path) -> None:
    """A second parser of the whole namespace, and the language of the episode."""
    found = by_npm("feedsmith", "parseFeed(text)", published)
    assert found["format"] == "rss"
    podcast = found["feed"]["items"][0]["podcast"]
    assert {each["language"] for each in podcast["transcripts"]} == {"en-GB"}
    assert podcast["license"] == {
        "display": "cc-by-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"
    }  # fmt: skip
    assert [person["role"] for person in podcast["persons"]] == ["author", "narrator"]


def test_a_program_can_tell_that_the_voices_are_synthetic(published: Path) -> None:
    """With engine and voice, for show and episode; a listener reads it, too."""
    channel = ElementTree.parse(published / "feed.xml").getroot()[0]
    item = channel.find("item")
    assert item is not None
    marks = [element.find(f"{PODCAST}txt") for element in (channel, item)]
    assert [mark.get("purpose") for mark in marks if mark is not None] == ["synthetic-voice"] * 2
    show_says, item_says = (json.loads(str(mark.text)) for mark in marks if mark is not None)
    assert show_says["synthetic"] is item_says["synthetic"] is True
    assert item_says["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert {voice["engine"] for voice in item_says["voices"]} == {"tone"}
    assert len(item_says["voices"]) >= 2
    for text in (channel.findtext("description"), item.findtext("description")):
        assert "synthetic" in str(text)


def test_of_a_recording_that_a_person_made_nothing_is_said(show: Path, ferry: Path) -> None:
    """An MP3 without our notice is not called synthetic, and beside ours "some" voices are."""
    own = ferry.with_name("own.mp3")
    own.write_bytes(ferry.read_bytes())
    tag = ID3(own)
    tag.delall("COMM")
    tag.save(own, v2_version=3)
    feed.add(show, own)
    assert "synthetic" not in (show / "feed.xml").read_text(encoding="utf-8")
    feed.add(show, ferry)
    channel = ElementTree.parse(show / "feed.xml").getroot()[0]
    assert str(channel.findtext("description")).endswith("Some of the voices are synthetic.")
    assert channel.find(f"{PODCAST}txt") is None


def test_the_notes_say_where_it_is_from_and_what_is_in_it(published: Path) -> None:
    """Author, publisher, day, address, licence, chapters and quoted people, in Apple's few elements."""
    item = ElementTree.parse(published / "feed.xml").getroot()[0].find("item")
    assert item is not None
    notes = str(item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded"))
    assert set(re.findall(r"<(\w+)", notes)) <= {"p", "a", "ul", "li"}
    assert "By Ida Holm, The Gazette, 2021-03-03" in notes
    assert '<a href="https://gazette.example/ferry">' in notes
    assert "creativecommons.org/licenses/by/4.0" in notes
    assert re.search(r"<li>00:0\d No injuries</li>", notes)
    assert "Quoted in the article, and spoken by synthetic voices here: Ada Moreau" in notes
    assert "Monday &amp; nobody" in notes


@pytest.mark.parametrize(
    ("license_", "shown"),
    [
        ("https://creativecommons.org/licenses/by-nc-sa/4.0/deed.en", "cc-by-nc-sa-4.0"),
        ("CC-BY-4.0", "cc-by-4.0"),
        ("https://gazette.example/terms", "custom"),
        ("All rights reserved", None),
        ("", None),
    ],
)
def test_a_licence_is_told_as_the_namespace_asks(published: Path, license_: str, shown: str | None) -> None:
    """By a known name, or with its address; words without an address stay in the notes."""
    path = published / "episodes" / "ferry.toml"
    text = path.read_text(encoding="utf-8")
    stated = 'license = "https://creativecommons.org/licenses/by/4.0/"'
    assert stated in text
    path.write_text(text.replace(stated, f'license = "{license_}"'), encoding="utf-8")
    feed.build(published)
    item = ElementTree.parse(published / "feed.xml").getroot()[0].find("item")
    assert item is not None
    assert item.findtext(f"{PODCAST}license") == shown


def test_nothing_is_invented(show: Path, ferry: Path) -> None:
    """Of an article that states neither author nor site, address, licence nor date, the feed says none."""
    transcript = ferry.with_suffix(".json")
    data = json.loads(transcript.read_text(encoding="utf-8"))
    for key in ("author", "published", "site", "url", "license", "cover_alt"):
        del data[key]
    transcript.write_text(json.dumps(data), encoding="utf-8")
    feed.add(show, ferry)
    item = ElementTree.parse(show / "feed.xml").getroot()[0].find("item")
    assert item is not None
    assert item.find("link") is item.find(f"{PODCAST}license") is None
    assert [person.get("role") for person in item.iter(f"{PODCAST}person")] == ["narrator"]
    text = ElementTree.tostring(item, encoding="unicode")
    assert "Gazette" not in text
    assert "Ida Holm" not in text


@pytest.mark.parametrize("text", ["<b>&amp;</b> ]]> & <", "停火之后 🐐", "end\x00 of \x0b text", "a\ud83db"])
def test_any_title_makes_a_feed(show: Path, ferry: Path, text: str) -> None:
    """Markup stays text, and what XML cannot hold is left out."""
    transcript = ferry.with_suffix(".json")
    data = json.loads(transcript.read_text(encoding="utf-8"))
    data["title"] = data["author"] = data["segments"][0]["speaker"] = text
    transcript.write_text(json.dumps(data), encoding="utf-8")
    feed.add(show, ferry)
    found = feedparser.parse((show / "feed.xml").read_bytes())
    assert found.bozo == 0
    shown = text.replace("\ud83d", "?").replace("\x00", " ").replace("\x0b", " ")
    assert ElementTree.parse(show / "feed.xml").findtext("channel/item/title") == " ".join(shown.split())


def test_two_people_at_once_lose_no_episode(
    show: Path, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An episode that appears while the feed is being written is in the feed in the end."""
    feed.add(show, recorded)
    before = (show / "episodes" / "ferry.toml").read_text(encoding="utf-8")
    put = files.put

    def slow_put(path: Path, content: bytes) -> None:
        other = show / "episodes" / "other.toml"
        if path.name == "feed.xml" and not other.exists():
            other.write_text(re.sub(r'guid = ".{8}', 'guid = "00000000', before), encoding="utf-8")
        put(path, content)

    monkeypatch.setattr(files, "put", slow_put)
    feed.build(show)
    assert (show / "feed.xml").read_text(encoding="utf-8").count("<item>") == 2
