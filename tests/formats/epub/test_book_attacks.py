"""Nothing from an article runs in its book, and nothing is loaded for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from narrate.model import Cover, Cue, Narration
from tests.formats.epub.epubs import NAMES, Book, announced, written
from tests.formats.player.attacks import ADDRESSES, ATTACKS
from tests.formats.player.test_attacks import hostile
from tests.formats.recordings import plain_cover

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["tests.formats.player.chromium"]


def hostile_book(attack: str, address: str, cover: Cover) -> Narration:
    """A narration with the attack in everything that is known of it, also in what is announced."""
    narration = hostile(attack, address)
    said = replace(announced(attack), index=len(narration.script.utterances))
    script = replace(narration.script, utterances=(*narration.script.utterances, said))
    cue = Cue(said.index, narration.length, narration.length + 2400)
    chapters = tuple(replace(chapter, end=cue.end) for chapter in narration.chapters)
    return replace(
        narration, script=script, cues=(*narration.cues, cue), chapters=chapters, length=cue.end,
        cover=replace(cover, alt=attack),
    )  # fmt: skip


@pytest.fixture(scope="module")
def cover() -> Cover:
    """Of which only the description will be hostile."""
    return plain_cover()


@pytest.mark.parametrize("words", [False, True], ids=["sentences", "words"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_text_in_a_book(tmp_path: Path, cover: Cover, attack: str, words: bool) -> None:
    """Every page has the elements of a harmless one, no handlers, and shows the words of the attack."""
    tame = Book(written(tmp_path / "tame.epub", hostile_book("words", "https://example.org/a.png", cover)))
    book = Book(written(tmp_path / "a.epub", hostile_book(attack, "https://example.org/a.png", cover), words))
    assert book.files.keys() == tame.files.keys()
    for page in book.pages:
        tree = book.tree(page)
        elements = [e for e in tree.iter() if "w" not in (e.get("id") or "")]  # s1w1: a word
        assert [e.tag for e in elements] == [e.tag for e in tame.tree(page).iter()]
        assert not {name for e in tree.iter() for name in e.attrib if name.startswith("on")}
    heading = "".join(book.tree("c1.xhtml").find(".//x:h1", NAMES).itertext())
    expected = f"0 {attack}".replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    assert heading == expected


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_of_a_book_lead_to_the_web_or_into_it(tmp_path: Path, cover: Cover, address: str) -> None:
    """Whatever the article gives for its address, licence and pictures; nothing foreign is a picture."""
    book = Book(written(tmp_path / "a.epub", hostile_book("words", address, cover)))
    listed = set(book.find("//o:item/@href"))
    for page in book.pages:
        for e in book.tree(page).iter():
            link = e.get("href") or e.get("src")
            assert link is None or link in listed or (e.tag.endswith("}a") and link.startswith("https://ex"))


@pytest.mark.browser
@pytest.mark.parametrize("first", range(3))
def test_no_attack_runs_in_a_book(browser: Browser, tmp_path: Path, cover: Cover, first: int) -> None:
    """A third of them in every page: no script, no dialog, no request for anything outside the book."""
    narration = hostile_book(" ".join(ATTACKS[first::3]), ADDRESSES[first], cover)
    path = written(tmp_path / "a.epub", narration)
    with ZipFile(path) as archive:
        archive.extractall(tmp_path / "book")
    complaints: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on(
        "request",
        lambda request: complaints.append(request.url) if "/book/EPUB/" not in request.url else None,
    )
    for name in Book(path).pages:
        page.goto((tmp_path / "book/EPUB" / name).as_uri())
        page.mouse.move(200, 200)
        assert page.evaluate("typeof attacked") == "undefined"
        assert page.evaluate("document.scripts.length") == 0
    context.close()
    assert complaints == []
