"""What somebody has written into an episode's TOML: read as TOML allows, or one line with file and key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
import tomli_w
from click.testing import CliRunner

from narrate import feed
from narrate.cli import cli
from narrate.errors import FeedError


def with_value(show: Path, key: str, value: str) -> Path:
    """The file of the episode, in which `key` has a new value, written in TOML."""
    path = show / "episodes" / "ferry.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    data.pop(key, None)
    path.write_text(f"{key} = {value}\n{tomli_w.dumps(data)}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seconds", "nan"), ("seconds", "inf"), ("seconds", "-1"), ("seconds", "1e300"), ("seconds", "true"),
        ("bytes", "-5"), ("bytes", "1.5"), ("bytes", "9223372036854775807"), ("bytes", "true"),
        ("audio", '"a\\u0000.mp3"'), ("audio", '""'), ("audio", '".."'), ("audio", '"../a.mp3"'),
        ("audio", '"C:a.mp3"'), ("audio", '"a\\\\b.mp3"'), ("audio", "5"),
        ("image", '"a\\u0000b.jpg"'), ("chapters", '"x\\u001b[2J.json"'),
        ("transcripts", "[1, 2]"), ("transcripts", '["a/b.vtt"]'), ("transcripts", '"a.vtt"'),
        ("quoted", "[{}]"), ("guid", '""'), ("title", "[]"), ("language", "5"), ("date", "07:30:00"),
        ("date", "9999-12-31T23:59:59-12:00"), ("colour", '"red"'),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_one_line(published: Path, key: str, value: str) -> None:
    """It names the file, the key and what to do; the feed stays as it was."""
    before = (published / "feed.xml").read_bytes()
    path = with_value(published, key, value)
    with pytest.raises(FeedError, match=rf"\b{key}\b.*{re.escape(str(path))}.*correct it") as caught:
        feed.build(published)
    assert "\n" not in str(caught.value)
    assert (published / "feed.xml").read_bytes() == before


@pytest.mark.parametrize("content", ["a = " + "[" * 20_000, "a = 1" + "0" * 5_000, "\ud800", "a = "])
def test_what_is_not_toml_is_one_line(published: Path, content: str) -> None:
    """Nesting without end, numbers without end, bytes that are not UTF-8, and half a line."""
    path = published / "episodes" / "ferry.toml"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    with pytest.raises(FeedError, match=r"cannot read the episode.*ferry\.toml"):
        feed.build(published)
    (published / "show.toml").write_bytes(content.encode("utf-8", "surrogatepass"))
    with pytest.raises(FeedError, match=r"cannot read the show.*show\.toml"):
        feed.build(published)


def test_an_episode_that_is_no_file_is_not_left_out_in_silence(published: Path, tmp_path: Path) -> None:
    """A link that leads nowhere, and a folder."""
    (published / "episodes" / "lost.toml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(FeedError, match=r"has no file.*lost\.toml"):
        feed.build(published)


def test_the_pictures_name_is_checked_too(published: Path) -> None:
    """NUL, and what leads out of the folder, in `show.toml`."""
    path = published / "show.toml"
    text = path.read_text(encoding="utf-8")
    for value in ("a\\u0000b.jpg", "../../secret.jpg", "/etc/passwd"):
        path.write_text(text.replace('"artwork.jpg"', f'"{value}"'), encoding="utf-8")
        with pytest.raises(FeedError, match=r"artwork is not a file in the show's folder in show\.toml"):
            feed.build(published)


def test_a_day_is_a_date(published: Path) -> None:
    """TOML's dates need no time: such an episode begins at midnight."""
    with_value(published, "date", "2021-05-04")
    feed.build(published)
    date = ElementTree.parse(published / "feed.xml").findtext("channel/item/pubDate")
    assert date == "Tue, 04 May 2021 00:00:00 +0000"


def test_a_mistake_in_the_show_is_found_by_the_check(published: Path, tmp_path: Path) -> None:
    """As its help says: 1 if something has to be corrected, 2 if there is no podcast."""
    path = published / "show.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("explicit", "explizit"), encoding="utf-8")
    found = CliRunner().invoke(cli, ["feed", "check", str(published)])
    assert found.exit_code == 1
    assert "unknown key in show.toml: explizit" in found.output
    with pytest.raises(FeedError, match="no show here") as caught:
        CliRunner().invoke(cli, ["feed", "check", str(tmp_path / "none")], catch_exceptions=False)
    assert caught.value.exit_code == 2
