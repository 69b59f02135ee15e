"""`show.toml`: what init writes, what may stand in it, and what is said of mistakes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PIL import Image

from narrate import feed
from narrate.errors import FeedError, SourceError
from narrate.feed.show import guid
from narrate.pipeline.publishing import create_show
from tests.feed import shows


def test_what_was_given_is_written_and_read(tmp_path: Path) -> None:
    """Quotation marks, backslashes and other scripts, too; line ends become spaces."""
    title = 'The "late" \\ ferry — 雾 🐐'
    folder = shows.new_show(tmp_path / "new" / "show", title=title, description="One\ntwo\x7f.")
    about = feed.read(folder)
    assert (about.title, about.description, about.address) == (title, "One two .", shows.ADDRESS)
    assert about.category == ("News > Daily News", "Education")
    assert about.link == shows.ADDRESS


def test_what_has_to_be_filled_in_is_said(tmp_path: Path) -> None:
    """The file is there, with a place for everything, and using it names what is missing."""
    missing = create_show(tmp_path, {"language": "en"})
    assert missing == (
        "title", "description", "author", "category", "link", "address", "the picture artwork.jpg"
    )  # fmt: skip
    assert tomllib.loads((tmp_path / "show.toml").read_text(encoding="utf-8"))["title"] == ""
    with pytest.raises(FeedError, match="lacks title, description, author, category, link, address"):
        feed.read(tmp_path)


def test_the_artwork_is_what_directories_ask_for(tmp_path: Path) -> None:
    """Drawn from the title, or made of a picture that is not square and has transparency."""
    picture = tmp_path / "wide.png"
    Image.new("RGBA", (900, 500), (200, 30, 30, 128)).save(picture)
    create_show(tmp_path / "given", shows.VALUES, picture)
    create_show(tmp_path / "drawn", shows.VALUES)
    for name in ("given", "drawn"):
        with Image.open(tmp_path / name / "artwork.jpg") as artwork:
            assert (artwork.format, artwork.mode, artwork.size) == ("JPEG", "RGB", (3000, 3000))
    assert "Readings" in feed.read(tmp_path / "drawn").artwork_alt


def test_what_is_no_picture_leaves_no_show(tmp_path: Path) -> None:
    """The mistake is found before anything is written."""
    (tmp_path / "a.txt").write_text("no picture")
    with pytest.raises(SourceError, match=r"a\.txt"):
        create_show(tmp_path / "show", shows.VALUES, tmp_path / "a.txt")
    assert not (tmp_path / "show").exists()


def test_a_show_is_not_overwritten(show: Path) -> None:
    """A second init names the file to edit."""
    before = (show / "show.toml").read_bytes()
    with pytest.raises(FeedError, match="edit that file"):
        create_show(show, {**shows.VALUES, "title": "Another"})
    assert (show / "show.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('title = "Readings"', 'title = ""', "lacks title"),
        ('title = "Readings"', "title = 3", "title has a value of the wrong kind.*quotation marks"),
        ("explicit = false", 'explicit = "no"', "explicit has a value of the wrong kind.*true or false"),
        ("explicit = false", "explizit = false", "unknown key in show.toml: explizit.*explicit"),
        (
            '"News > Daily News"',
            '"News > Gossip"',
            'Apple has no such category: News > Gossip.*"News > Politics"',
        ),
        ('"News > Daily News"', '"news"', "Apple has no such category: news.*News"),
        ('"https://pod.example/readings/"', '"pod.example"', "not a web address: pod.example"),
        (
            '"https://pod.example/readings/"',
            '"https://per:aas@pod.example/"',
            "holds a password.*: https://pod.example/",
        ),
        ('guid = "', 'guid = "x', "guid is not a UUID"),
        ('title = "', "title = ", "cannot read the show"),
    ],
)
def test_a_mistake_is_named_with_what_to_do(show: Path, was: str, becomes: str, said: str) -> None:
    """In a file that somebody has edited."""
    path = show / "show.toml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes), encoding="utf-8")
    with pytest.raises(FeedError, match=said):
        feed.read(show)


def test_a_folder_without_a_show_says_how_to_make_one(tmp_path: Path) -> None:
    """Whether it is there or not."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(FeedError, match="narrate feed init"):
            feed.read(folder)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("http://podnews.net/rss//", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ],
)
def test_the_guid_is_that_of_the_specification(address: str, expected: str) -> None:
    """Its own examples, with any scheme and with slashes at the end."""
    assert guid(address) == expected


def test_the_guid_stays_when_the_show_moves(tmp_path: Path) -> None:
    """Also where the address was not known when the show began: it is settled with the first one."""
    folder = shows.new_show(tmp_path)
    path = folder / "show.toml"
    text = path.read_text(encoding="utf-8")
    first = feed.read(folder).guid
    assert first == guid("pod.example/readings/feed.xml")
    path.write_text(text.replace(first, ""), encoding="utf-8")
    assert feed.read(folder).guid == first
    path.write_text(path.read_text().replace("pod.example", "elsewhere.example"), encoding="utf-8")
    assert feed.read(folder).guid == first
