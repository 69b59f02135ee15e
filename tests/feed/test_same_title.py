"""Articles that share a title: which are one episode, which are two, and that none is lost."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from narrate import feed
from narrate.errors import FeedError

RAIN = "It rained on Monday, and the river rose above the lower road before anybody had put out the boards."
BOAT = (
    "A boat that nobody had insured sank in the bay, and three men swam home with their shoes in their hands."
)
LATER = f"{RAIN} On Tuesday the road was open again."


def article(ferry: Path, name: str, words: str, **stated: str) -> Path:
    """A recording `name`.mp3 of an undated article "Weekly notes" with these words, of no known address."""
    folder = shutil.copytree(ferry.parent, ferry.parent.parent / name)
    for path in list(folder.iterdir()):
        path.rename(path.with_name(path.name.replace("ferry", name)))
    audio = folder / f"{name}.mp3"
    transcript = audio.with_suffix(".json")
    data = json.loads(transcript.read_text(encoding="utf-8"))
    for key in ("url", "published", "author"):
        data.pop(key, None)
    spoken = [segment for segment in data["segments"] if segment["role"] == "narration"]
    data["segments"] = spoken[:1]
    spoken[0]["body"] = words
    data |= {"title": "Weekly notes", **stated}
    transcript.write_text(json.dumps(data), encoding="utf-8")
    with audio.open("ab") as file:
        file.write(words.encode())
    return audio


def guids(show: Path) -> list[str]:
    return [str(guid.text) for guid in ElementTree.parse(show / "feed.xml").iter("guid")]


def sizes(show: Path) -> set[int]:
    """Of the audio files that are there."""
    return {path.stat().st_size for path in (show / "episodes").glob("*.mp3")}


def test_another_article_of_a_column_keeps_the_first(show: Path, ferry: Path) -> None:
    """Two undated articles with one title have two guids, and the files of both are there."""
    one, two = article(ferry, "one", RAIN), article(ferry, "two", BOAT)
    feed.add(show, one)
    (first,) = guids(show)
    added = feed.add(show, two)
    assert not added.updated
    assert first in guids(show)
    assert len(set(guids(show))) == 2
    assert sizes(show) == {one.stat().st_size, two.stat().st_size}


def test_each_article_of_a_column_is_still_itself_when_it_changes(show: Path, ferry: Path) -> None:
    """The corrected text of one updates that one, whatever the file is called; the other stays as it was."""
    for name, words in (("one", RAIN), ("two", BOAT)):
        feed.add(show, article(ferry, name, words))
    before = guids(show)
    added = feed.add(show, article(ferry, "three", LATER))
    assert added.updated
    assert added.episode.name == "one"
    assert sorted(guids(show)) == sorted(before)


def test_the_same_name_for_another_article_gets_a_number(show: Path, ferry: Path) -> None:
    """As `narrate ARTICLE --feed SHOW` names them, by their titles."""
    for name, words in (("one", RAIN), ("two", BOAT)):
        feed.add(show, article(ferry, name, words), name="weekly-notes")
    names = {path.stem for path in (show / "episodes").glob("*.toml")}
    assert names == {"weekly-notes", "weekly-notes-2"}


def test_a_note_is_not_taken_for_the_report_that_holds_its_words(show: Path, ferry: Path) -> None:
    """A sentence that both have is not enough."""
    report = f"{RAIN} {BOAT} {' '.join(f'Then {n} left.' for n in range(90))}"
    feed.add(show, article(ferry, "report", report))
    assert not feed.add(show, article(ferry, "note", RAIN)).updated


def test_articles_of_one_address_are_told_apart(show: Path, ferry: Path) -> None:
    """The query that they differ in may be a secret and is not published: dates and words decide."""
    link = "https://gazette.example/view"
    one = article(ferry, "one", RAIN, url=link, published="2021-03-03")
    feed.add(show, one)
    assert not feed.add(show, article(ferry, "two", BOAT, url=link, published="2021-03-10")).updated
    assert feed.add(show, article(ferry, "three", LATER, url=link, published="2021-03-03")).updated
    before = (show / "feed.xml").read_bytes()
    with pytest.raises(FeedError, match="nothing tells"):
        feed.add(show, article(ferry, "four", "Nobody was there to see what the wind had done.", url=link))
    assert (show / "feed.xml").read_bytes() == before
    assert len(set(guids(show))) == 2


def test_what_cannot_be_told_is_refused_with_both_ways_out(show: Path, ferry: Path) -> None:
    """An article that shares a third of its words may be either; nothing changes until the user says so."""
    feed.add(show, article(ferry, "one", RAIN))
    before = (show / "feed.xml").read_bytes()
    half = article(ferry, "two", f"{RAIN[:46]} {BOAT[:70]}")
    with pytest.raises(FeedError, match=r"nothing tells .*\"Weekly notes\".*--replace.*--new"):
        feed.add(show, half)
    assert (show / "feed.xml").read_bytes() == before
    assert not feed.add(show, half, conflicts="new").updated
    assert len(set(guids(show))) == 2


def test_without_any_text_the_same_name_and_title_are_refused(show: Path, ferry: Path) -> None:
    """Nothing tells whether an undated recording is another reading of the article or another article."""
    one = article(ferry, "one", RAIN)
    feed.add(show, one)
    one.with_suffix(".json").unlink()
    (show / "episodes" / "one.json").unlink()
    from mutagen.id3 import ID3, TIT2

    tag = ID3(one)
    tag.delall("TDRC")
    tag.delall("WOAF")
    tag.add(TIT2(encoding=3, text="Weekly notes"))
    tag.save()
    with pytest.raises(FeedError, match="nothing tells"):
        feed.add(show, one)
    assert feed.add(show, one, conflicts="replace").updated


def test_two_days_of_a_column_are_two_episodes(show: Path, ferry: Path) -> None:
    """Though they have nearly the same words; and one day is one episode in every notation of its date."""
    feed.add(show, article(ferry, "one", RAIN, published="2021-05-03"))
    assert not feed.add(show, article(ferry, "two", LATER, published="2021-05-10")).updated
    assert feed.add(show, article(ferry, "three", RAIN, published="2021-05-10T08:00:00+02:00")).updated


def test_one_address_for_a_whole_site_does_not_join_its_articles(show: Path, ferry: Path) -> None:
    """Where title and words differ, an address that a site gives to all of its pages says nothing."""
    feed.add(show, article(ferry, "one", RAIN, title="Rain", url="https://gazette.example/"))
    assert not feed.add(
        show, article(ferry, "two", BOAT, title="Boat", url="https://gazette.example/")
    ).updated
    assert len(set(guids(show))) == 2
