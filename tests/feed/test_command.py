"""`narrate feed` and `narrate ARTICLE --feed SHOW`, as a user types them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import feedparser
import pytest
from click.testing import CliRunner, Result

from narrate.cli import cli
from narrate.errors import FeedError
from tests.feed.shows import STORY

QUICK = ("--engine", "tone", "--rate", "3", "--brief", "--no-cache")


def run(*arguments: str | Path) -> Result:
    """The command in this process; its errors are raised."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A text without a date."""
    path = tmp_path / "story.txt"
    path.write_text('Ferry late\n\nIt was late. "Fog," said Mrs Ada Moreau.\n', encoding="utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    return path


def test_a_podcast_begins_and_says_what_is_missing(tmp_path: Path) -> None:
    """With what was given in `show.toml`, and its path on standard output."""
    result = run("feed", "init", tmp_path / "show", "--title", "Readings", "--category", "News")
    assert result.stdout.strip() == str(tmp_path / "show" / "show.toml")
    assert result.stderr == "To be filled in: description, author, link, address\n"
    assert 'category = ["News"]' in (tmp_path / "show" / "show.toml").read_text(encoding="utf-8")


def test_an_article_becomes_an_episode(show: Path, story: Path, tmp_path: Path) -> None:
    """In one go, with another file beside; narrated again it is updated and the feed stays as it was."""
    result = run(story, "--feed", show, "-o", tmp_path / "other.opus", *QUICK)
    assert result.exit_code == 0
    assert "Added in the feed" in result.stderr
    assert (tmp_path / "other.opus").exists()
    names = sorted(path.name for path in (show / "episodes").iterdir())
    suffixes = (".chapters.json", ".jpg", ".json", ".mp3", ".srt", ".toml", ".txt", ".vtt")
    assert names == [f"ferry-late{suffix}" for suffix in suffixes]
    assert not [path for path in show.iterdir() if path.name.startswith(".")]
    before = (show / "feed.xml").read_bytes()
    (episode,) = feedparser.parse(before).entries
    assert episode.published_parsed[:3] == (2020, 9, 13)  # the article's file
    assert "Updated in the feed" in run(story, "--feed", show, *QUICK).stderr
    assert (show / "feed.xml").read_bytes() == before
    assert run("feed", "check", show).exit_code == 0


def test_another_article_of_the_same_title_is_another_episode(
    show: Path, story: Path, tmp_path: Path
) -> None:
    """It gets a name with a number; `--cover none` leaves out its picture."""
    page = tmp_path / "page.html"
    page.write_text(STORY, encoding="utf-8")
    for article in (story, page):
        assert run(article, "--feed", show, "--cover", "none", "-q", *QUICK).exit_code == 0
    names = sorted(path.name for path in (show / "episodes").glob("*.mp3"))
    assert names == ["ferry-late-2.mp3", "ferry-late.mp3"]
    assert not list((show / "episodes").glob("*.jpg"))


def test_an_article_is_not_spoken_for_a_show_that_is_none(tmp_path: Path, story: Path) -> None:
    """The mistake is told at once, and nothing is written."""
    with pytest.raises(FeedError, match=r"no show here.*narrate feed init"):
        run(story, "--feed", tmp_path / "none", *QUICK)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "show") == ["story.txt"]


def test_episodes_are_added_and_removed(show: Path, ferry: Path) -> None:
    """With what is missing on standard error, and the date that is given."""
    ferry.with_suffix(".vtt").unlink()
    result = run("feed", "add", show, ferry, "--date", "2022-02-01")
    assert result.stdout == "added ferry: Ferry late\n"
    assert result.stderr == "  no transcript: ferry.vtt\n"
    assert "Tue, 01 Feb 2022 00:00:00 +0000" in (show / "feed.xml").read_text(encoding="utf-8")
    assert run("feed", "add", show, ferry).stdout == "updated ferry: Ferry late\n"
    assert run("feed", "remove", show, "ferry").stdout == "removed ferry: Ferry late\n"
    assert "<item>" not in (show / "feed.xml").read_text(encoding="utf-8")


def test_a_check_that_finds_something_ends_with_1(published: Path) -> None:
    """And lists it with what to do; once it is fixed, it ends with 0."""
    text = (published / "show.toml").read_text(encoding="utf-8")
    (published / "show.toml").write_text(text.replace("Readings", "Writings"), encoding="utf-8")
    result = run("feed", "check", published)
    assert result.exit_code == 1
    assert result.stdout == (
        "To be corrected:\n"
        "  feed.xml: it is older than show.toml or an episode's file\n"
        "    run narrate feed build\n"
    )
    assert run("feed", "build", published).exit_code == 0
    assert run("feed", "check", published).stdout == "Nothing has to be corrected.\n"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_show_is_served_until_ctrl_c(published: Path) -> None:
    """The address is the first line; the process ends at once, and well."""
    pytest.importorskip("starlette", reason="needs starlette and uvicorn: the extra feed")
    command = [sys.executable, "-m", "narrate", "feed", "serve", str(published), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        address = process.stdout.readline().split()[0]
        with urlopen(address) as answer:
            assert answer.read().startswith(b"<?xml")
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stderr.read() == ""
