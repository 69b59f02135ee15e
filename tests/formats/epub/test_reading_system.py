"""The book in a real reading system, foliate-js in Chromium: played, followed and skipped through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from narrate.pipeline.api import narrate
from tests.formats.epub.epubs import Book
from tests.formats.epub.foliate import reading
from tests.formats.player.pages import STORY, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
pytest_plugins = ["tests.formats.player.chromium"]
MARKED = "view.renderer.getContents()[0]?.doc.querySelector('.-epub-media-overlay-active')"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of the story, read by tones."""
    folder = tmp_path_factory.mktemp("book")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    narrate(folder / "story.txt", folder / "story.epub", engine="tone")
    return folder / "story.epub"


@pytest.fixture
def reader(browser: Browser, book: Path, tmp_path: Path) -> Iterator[Page]:
    """The reader at the first chapter, which plays as fast as it can."""
    with reading(book, tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        until(page, "globalThis.view && view.mediaOverlay")
        page.evaluate("view.goTo('EPUB/c1.xhtml')")
        until(page, "view.renderer.getContents().length > 0")
        yield page
        page.close()


def test_a_reader_plays_the_whole_book_in_order(reader: Page, book: Path) -> None:
    """Every clip of every chapter, one after the other, from one chapter into the next."""
    clips = [f"EPUB/{clip.text}" for page in Book(book).pages for clip in Book(book).clips(page)]
    reader.evaluate("view.startMediaOverlay()")
    for number in range(len(clips) - 1):
        until(reader, f"heard.length > {number}")
        assert reader.evaluate(f"heard[{number}]") == clips[number]
        reader.evaluate("view.mediaOverlay.next()")
    until(reader, f"heard.length === {len(clips)}")
    assert reader.evaluate("heard.at(-1)") == clips[-1]


def test_what_is_heard_is_marked_and_the_sound_goes_on_by_itself(reader: Page) -> None:
    """The element of the clip, with the class that the book names; then the next one."""
    reader.evaluate("view.startMediaOverlay()")
    until(reader, MARKED)
    first = reader.evaluate(f"{MARKED}.id")
    assert reader.evaluate("heard[0]").endswith(f"#{first}")
    until(reader, f"heard.length > 1 && {MARKED} && {MARKED}.id !== '{first}'")
    style = reader.evaluate(f"getComputedStyle({MARKED}).textDecorationLine")
    assert style == "underline"


def test_a_reader_goes_back_by_a_clip_and_stops(reader: Page) -> None:
    """What was heard before is heard again, and nothing is marked when the sound is stopped."""
    reader.evaluate("view.startMediaOverlay()")
    until(reader, "heard.length === 1")
    reader.evaluate("view.mediaOverlay.next()")
    until(reader, "heard.length === 2")
    reader.evaluate("view.mediaOverlay.prev()")
    until(reader, "heard.length === 3")
    assert reader.evaluate("heard[2] === heard[0]")
    reader.evaluate("view.mediaOverlay.stop()")
    until(reader, f"!{MARKED}")
