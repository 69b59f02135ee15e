"""Episodes come, change and go; nothing that a feed names is ever missing or different."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from narrate import feed
from narrate.errors import FeedError
from tests.feed.shows import ADDRESS, SIDECARS, changed, retold


def named_files(folder: Path) -> dict[str, int | None]:
    """Every file that the feed names, and the size that it says where it says one."""
    root = ElementTree.parse(folder / "feed.xml").getroot()
    found = {}
    for element in root.iter():
        address = element.get("url") or element.get("href") or ""
        if address.startswith(ADDRESS) and not address.endswith("feed.xml"):
            length = element.get("length")
            found[address.removeprefix(ADDRESS)] = int(length) if length else None
    return found


def assert_whole(folder: Path) -> None:
    """All that the feed names is there, and as large as it says."""
    for name, size in named_files(folder).items():
        path = folder / name
        assert path.is_file(), name
        assert size in (None, path.stat().st_size), name


def guids(folder: Path) -> list[str]:
    """In the order of the feed."""
    return [str(guid.text) for guid in ElementTree.parse(folder / "feed.xml").iter("guid")]


def test_an_episode_is_added_with_all_that_lies_beside_it(show: Path, recorded: Path) -> None:
    """Byte for byte, under the same name, and the feed names every file."""
    added = feed.add(show, recorded)
    assert (added.updated, added.missing) == (False, ())
    for suffix in (".mp3", *SIDECARS):
        assert (show / "episodes" / f"ferry{suffix}").read_bytes() == recorded.with_suffix(
            suffix
        ).read_bytes()
    names = {f"episodes/ferry{suffix}" for suffix in (".mp3", *SIDECARS)}
    assert set(named_files(show)) == names | {"artwork.jpg"}
    assert_whole(show)


def test_what_is_missing_is_said_and_the_tags_are_read(show: Path, ferry: Path) -> None:
    """An MP3 alone is an episode, with the title, author and date of its tag; a text may be the article."""
    for suffix in SIDECARS:
        ferry.with_suffix(suffix).unlink()
    ferry.with_suffix(".txt").write_text("The ferry was late.\n")
    added = feed.add(show, ferry)
    missing = "\n".join(added.missing)
    for name in ("ferry.vtt", "ferry.srt", "ferry.json", "ferry.txt", "ferry.chapters.json", "ferry.jpg"):
        assert name in missing
    episode = added.episode
    assert (episode.title, episode.author, episode.site) == ("Ferry late", "Ida Holm", "The Gazette")
    assert episode.license == "https://creativecommons.org/licenses/by/4.0/"
    assert (episode.date.year, episode.transcripts) == (2021, ())
    assert "synthetic" in episode.statement
    assert "No injuries" in episode.notes
    assert set(named_files(show)) == {"artwork.jpg", "episodes/ferry.mp3"}


def test_adding_again_changes_nothing(published: Path, recorded: Path) -> None:
    """Not a byte of any file, and there is one episode."""
    before = {path: path.read_bytes() for path in published.rglob("*") if path.is_file()}
    assert feed.add(published, recorded).updated
    assert {path: path.read_bytes() for path in published.rglob("*") if path.is_file()} == before


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, master: Path, recorded: Path) -> None:
    """In another folder, at another time."""
    contents = []
    for name in ("one", "two"):
        folder = shutil.copytree(master, tmp_path / name)
        feed.add(folder, recorded)
        contents.append((folder / "feed.xml").read_bytes())
    assert contents[0] == contents[1]


def test_a_new_recording_of_the_article_updates_its_episode(published: Path, ferry: Path) -> None:
    """Under any name: the guid stays, the files get names that no player has kept, the old ones go."""
    guid = guids(published)
    for number, name in enumerate(("ferry", "second"), 2):
        changed(ferry)
        for path in list(ferry.parent.iterdir()):
            path.rename(path.with_name(path.name.replace(ferry.stem, name)))
        ferry = ferry.with_name(f"{name}.mp3")
        assert feed.add(published, ferry).updated
        assert guids(published) == guid
        assert_whole(published)
        audio = [path.name for path in (published / "episodes").glob("*.mp3")]
        assert audio == [f"ferry.{number}.mp3"]


def test_another_article_does_not_take_an_episodes_place(published: Path, ferry: Path) -> None:
    """A file of the same name is refused, unless it is to replace the other; the guid stays then."""
    before, guid = (published / "feed.xml").read_bytes(), guids(published)
    retold(ferry, "Train late")
    with pytest.raises(FeedError, match=r'"Ferry late".*--replace'):
        feed.add(published, ferry)
    assert (published / "feed.xml").read_bytes() == before
    assert feed.add(published, ferry, conflicts="replace").episode.title == "Train late"
    assert guids(published) == guid


def test_the_newest_episode_comes_first(published: Path, ferry: Path) -> None:
    """By the dates that the articles state, or that are given."""
    retold(ferry, "train")
    train = shutil.copytree(ferry.parent, ferry.parent / "train") / "train.mp3"
    for path in list(train.parent.iterdir()):
        path.rename(path.with_name(path.name.replace("ferry", "train")))
    feed.add(published, train, date=datetime(2022, 1, 1, tzinfo=UTC))
    root = ElementTree.parse(published / "feed.xml")
    dates = [str(date.text) for date in root.iter("pubDate")]
    assert dates == ["Sat, 01 Jan 2022 00:00:00 +0000", "Wed, 03 Mar 2021 08:30:00 +0100"]
    assert root.findtext("channel/lastBuildDate") == dates[0]


def test_an_article_without_a_date_is_as_old_as_its_file(show: Path, ferry: Path) -> None:
    """And stays so when it is added again, though the file is younger then."""
    transcript = ferry.with_suffix(".json")
    text = transcript.read_text(encoding="utf-8")
    transcript.write_text(re.sub(r'"published": "[^"]+",', "", text), encoding="utf-8")
    os.utime(ferry, (1_600_000_000, 1_600_000_000.9))
    first = feed.add(show, ferry).episode.date
    assert first == datetime.fromtimestamp(1_600_000_000, UTC)
    os.utime(ferry, (1_700_000_000, 1_700_000_000))
    assert feed.add(show, ferry).episode.date == first


def test_a_password_in_an_articles_address_is_not_published(show: Path, ferry: Path) -> None:
    """Whoever made the recording: the episode leads to the page without it."""
    transcript = ferry.with_suffix(".json")
    text = transcript.read_text(encoding="utf-8")
    assert "https://gazette.example/ferry" in text
    transcript.write_text(
        text.replace("https://gazette", "https://ida:hidden-word@gazette"), encoding="utf-8"
    )
    added = feed.add(show, ferry)
    assert added.episode.link == "https://gazette.example/ferry"
    assert b"hidden-word" not in (show / "feed.xml").read_bytes()


def test_a_recording_without_its_transcript_is_still_that_episode(published: Path, ferry: Path) -> None:
    """An MP3 does not tell the article's address to every reader; name and title do."""
    guid = guids(published)
    for suffix in SIDECARS:
        ferry.with_suffix(suffix).unlink()
    assert feed.add(published, ferry).updated
    assert guids(published) == guid
    assert_whole(published)


@pytest.mark.parametrize("name", ["ferry", "ferry.mp3", "episodes/ferry.toml", "guid"])
def test_a_removed_episode_leaves_nothing(published: Path, name: str) -> None:
    """By its name, a file of it, or its guid; the feed goes on without it."""
    feed.remove(published, guids(published)[0] if name == "guid" else name)
    assert guids(published) == []
    assert list((published / "episodes").iterdir()) == []


def test_an_episode_that_is_not_there_cannot_be_removed(published: Path) -> None:
    """The message lists those that are."""
    with pytest.raises(FeedError, match=r"no such episode: train \(ferry\)"):
        feed.remove(published, "train")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.mp3", None, "no such file"),
        ("a.wav", b"RIFF", "not a podcast format.*mp3"),
        ("a.mp3", b"This is not sound.", "not an audio file"),
    ],
)
def test_what_is_no_episode_is_refused(
    show: Path, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    """Before anything is written."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(FeedError, match=said):
        feed.add(show, tmp_path / name)
    assert not (show / "feed.xml").exists()


def test_somebody_elses_json_is_not_taken_for_a_transcript(show: Path, ferry: Path) -> None:
    """It is named, and the way out."""
    ferry.with_suffix(".json").write_text('{"segments": []}')
    with pytest.raises(FeedError, match=r"not a transcript of narrate's.*move it away"):
        feed.add(show, ferry)


class PowerFailure(BaseException):
    """Nothing is done after it: every further change of a file fails, too, those of clean-ups included."""


def fail_after(changes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so many files be moved or removed, and then nothing more."""
    left = iter(range(changes))

    def dying(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if next(left, None) is None:
                raise PowerFailure
            return method(*arguments, **options)

        return call

    for name in ("replace", "unlink"):
        monkeypatch.setattr(Path, name, dying(getattr(Path, name)))


@pytest.mark.parametrize("action", ["add", "remove"])
def test_a_crash_at_any_moment_leaves_a_whole_feed(
    tmp_path: Path, published: Path, ferry: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    """The old one or the new one, with all its files as it says; and doing it again repairs the rest."""
    old = (published / "feed.xml").read_bytes()
    changed(ferry)
    found: list[bool] = []
    done = False
    while not done:
        folder = shutil.copytree(published, tmp_path / f"crash after {len(found)}")
        with monkeypatch.context() as patched:
            fail_after(len(found), patched)
            try:
                feed.add(folder, ferry) if action == "add" else feed.remove(folder, "ferry")
                done = True
            except PowerFailure:
                pass
        assert_whole(folder)
        found.append((folder / "feed.xml").read_bytes() == old)
        feed.add(folder, ferry) if action == "add" else feed.build(folder)
        assert_whole(folder)
    assert found == sorted(found, reverse=True)
    assert found.count(True) >= 2
    assert found.count(False) >= 7
