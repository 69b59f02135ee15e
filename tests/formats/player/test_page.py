"""The page as a file: what it says, what it is made of, and what it does with odd articles."""

from __future__ import annotations

import json
import re
import subprocess
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path

import av
import pytest
from lxml import etree

from narrate.errors import OutputError
from narrate.formats import WriterOptions
from narrate.formats.readalong import player
from narrate.model import Image
from tests.formats.heard import heard, part
from tests.formats.player.pages import (
    STORY,
    Story,
    made,
    node_module,
    page_tree,
    replace_article,
    told,
    words,
)
from tests.formats.recordings import RATE, narration_of
from tests.helpers import article

pytest_plugins = ["tests.formats.player.chromium"]
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def test_the_article_is_there_word_for_word(story: Story) -> None:
    """With its quotation marks and bullets; of ours, the speaker of a block quotation and "Photo"."""
    written = page_tree(story[0]).find(".//article")
    added = written.xpath(".//*[@class='speaker' or @class='label']")
    assert [words(each) for each in added] == ["Photo", "Jonas Pell"]
    for each in added:
        assert each.get("aria-hidden") == "true"
        each.getparent().remove(each)
    assert words(written).replace(" ", "") == "".join(STORY.split())


def test_the_structure_is_semantic(story: Story) -> None:
    """A title, headings, a list, a figure named as what it is with its caption, a block quotation."""
    written = page_tree(story[0]).find(".//article")
    assert [h.tag for h in written.iter("h1", "h2", "h3")] == ["h1", "h2", "h2"]
    assert [words(item) for item in written.findall(".//ul/li")] == [
        "• The ferry left at dawn with forty sacks of flour.", "• It carried no lamp.",
    ]  # fmt: skip
    assert words(written.find(".//figure[@aria-label='Photo']/figcaption")).endswith(
        "(Ida Holm/AFP/Getty Images)"
    )
    (quotation,) = written.findall(".//blockquote")
    assert words(quotation).startswith("“I was wrong")


def test_the_sound_is_in_the_page_and_right(story: Story, tmp_path: Path) -> None:
    """An MP3 of the recording's length, at 64 kbit/s."""
    address = page_tree(story[0]).find(".//audio").get("src")
    kind, _, data = address.partition(",")
    assert kind == "data:audio/mpeg;base64"
    (tmp_path / "a.mp3").write_bytes(b64decode(data, validate=True))
    with av.open(str(tmp_path / "a.mp3")) as sound:
        seconds = sum(frame.samples for frame in sound.decode(audio=0)) / 24_000
        assert sound.bit_rate == pytest.approx(64_000, rel=0.05)
    assert seconds == pytest.approx(story[1].length / story[1].sample_rate, abs=0.06)


def test_with_assets_the_sound_lies_beside_the_page(tmp_path: Path) -> None:
    """Named after the page, whatever its name; the page is small."""
    path = tmp_path / "a page #1.html"
    address = made(path, narration_of(RATE), WriterOptions(assets=True)).find(".//audio").get("src")
    assert address == "a%20page%20%231.sound.mp3"
    with av.open(str(tmp_path / "a page #1.sound.mp3")) as sound:
        assert (sound.duration or 0) / 1e6 == pytest.approx(1, abs=0.1)
    assert path.stat().st_size < 80_000  # styles and scripts; the sound would be as much again in 10 s
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, "a page #1.sound.mp3"}


def test_a_sound_that_browsers_refuse_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than a page that cannot be played; the message says what to do."""
    monkeypatch.setattr(player, "LARGEST", 100)
    with pytest.raises(OutputError, match=r"too long for a page.*--assets"):
        made(tmp_path / "a.html", narration_of(RATE))
    assert list(tmp_path.iterdir()) == []


def test_the_same_narration_gives_the_same_bytes(tmp_path: Path) -> None:
    """No clock and no chance in it."""
    narration = told(("title", "Fog"), ("paragraph", "It was late."))
    made(tmp_path / "a.html", narration)
    made(tmp_path / "b.html", narration)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_policy_names_the_scripts_and_styles_of_the_page(story: Story) -> None:
    """By their hashes, each of them and no other, and nothing may be loaded from elsewhere."""
    tree = page_tree(story[0])
    policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    text = story[0].read_text("utf-8")
    ours = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", text, re.DOTALL)
    hashes = {b64encode(sha256("".join(each).encode()).digest()).decode() for each in ours}
    assert set(re.findall(r"'sha256-(.*?)'", policy)) == hashes
    assert len(ours) == 10
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"unsafe|https?:|\*", policy)


def test_programs_read_that_the_voices_are_synthetic(tmp_path: Path) -> None:
    """JSON-LD with engine and voice, author, source, date and licence; and readers read the same."""
    narration = replace_article(
        narration_of(RATE), site="The Harbour Post", url="https://example.org/ferry", license="CC BY 4.0"
    )
    tree = made(tmp_path / "a.html", narration)
    data = json.loads(tree.find(".//script[@type='application/ld+json']").text)
    assert data["@type"] == "Article"
    assert (data["headline"], data["author"]["name"]) == ("The ferry", "Ida Holm")
    assert (data["publisher"]["name"], data["license"]) == ("The Harbour Post", "CC BY 4.0")
    assert data["audio"]["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert [v["value"] for v in data["audio"]["additionalProperty"]] == ["tone: 440", "tone: 550"]
    assert data["audio"]["duration"] == "PT1.000S"
    about = words(tree.find(".//footer"))
    for fact in ("Ida Holm", "The Harbour Post", "2019-03-07", "CC BY 4.0", "synthetic voices", "tone: 550"):
        assert fact in about
    assert tree.find(".//footer//a").get("href") == "https://example.org/ferry"


def test_what_is_not_read_is_listed_with_its_reason(tmp_path: Path) -> None:
    """Folded up at the end of the page."""
    written = article(("title", "Fog"), ("boilerplate", "Share this."), silent=[1])
    tree = made(tmp_path / "a.html", heard(written, part(written, "Fog")))
    assert words(tree.find(".//details")) == "Not read aloud for a test Share this."
    assert "Share this." not in words(tree.find(".//article"))


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (f"data:image/png;base64,{PIXEL}", "<img"),
        ("boat.png", "<img"),
        ("https://example.org/boat.png", '<a href="https://example.org/boat.png">Picture: A red boat</a>'),
        ("missing.png", "<p class=\"picture\">Picture: A red boat</p>"),
        ("notes.txt", "<p class=\"picture\">Picture: A red boat</p>"),
    ],
)  # fmt: skip
def test_pictures_are_in_the_page_or_described(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, image: str, expected: str
) -> None:
    """Files that are here with their alternative text; the web's as links, so that nothing is loaded."""
    monkeypatch.chdir(tmp_path)
    Path("boat.png").write_bytes(b64decode(PIXEL))
    Path("notes.txt").write_text("no picture")
    narration = told(("title", "Fog"), ("caption", "In harbour."), images=(Image(image, "A red boat", 4),))
    figure = made(tmp_path / "a.html", narration).find(".//figure")
    written = etree.tostring(figure, encoding="unicode", method="html")
    assert expected in written
    assert words(figure).endswith("In harbour.")
    if expected == "<img":
        picture = figure.find("img")
        assert picture.get("alt") == "A red boat"
        assert b64decode(picture.get("src").removeprefix("data:image/png;base64,")) == b64decode(PIXEL)


def test_a_decorative_picture_elsewhere_is_left_out_and_one_here_has_an_empty_alt(tmp_path: Path) -> None:
    """As HTML wants it: an empty alternative text is said by nobody."""
    images = (Image("https://example.org/line.png", "", 0), Image(f"data:image/png;base64,{PIXEL}", "", 0))
    tree = made(tmp_path / "a.html", told(("title", "Fog"), images=images))
    assert [image.get("alt") for image in tree.iter("img")] == [""]
    assert "example.org" not in (tmp_path / "a.html").read_text("utf-8")


@pytest.mark.parametrize("text", ["a 🐐 goat", "𝔉𝔬𝔤 in the 🐐 harbour", "e\u0301 \u200d 👩‍🚀"])
def test_places_of_words_are_counted_as_browsers_count(tmp_path: Path, text: str) -> None:
    """In UTF-16: a goat is two."""
    narration = told(("title", text))
    tree = made(tmp_path / "a.html", narration)
    (places,) = json.loads(tree.find(".//script[@id='timeline']").text)["words"]
    wide = text.encode("utf-16-le")
    found = [
        wide[2 * a : 2 * (a + n)].decode("utf-16-le")
        for a, n in zip(places["offsets"], places["lengths"], strict=True)
    ]
    assert found == re.findall(r"\w+", text)


def test_html_validate_finds_nothing(story: Story) -> None:
    """By its recommended rules."""
    program = node_module("html-validate/bin/html-validate.mjs")
    run = subprocess.run(["node", program, story[0]], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")
