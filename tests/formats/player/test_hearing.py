"""The page in a real browser: what is left out, one speaker alone, what is told, and more keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.formats.player.pages import CLOSE, Open, reloaded, time, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
pytest_plugins = ["tests.formats.player.chromium"]


def told(page: Page) -> str:
    """What the page tells screen readers, by either of its live regions."""
    regions = page.locator("[role=status], [aria-live]").all_text_contents()
    assert len([text for text in regions if text]) <= 1, "something is told twice"
    return "".join(regions)


@pytest.mark.parametrize(
    ("name", "unit"), [("Quotations", "quotation"), ("Photo captions", "photo"), ("Lists", "list")]
)
def test_what_is_left_out_is_not_heard(opened: Open, name: str, unit: str) -> None:
    """The sound goes on behind it, also when the page is opened again."""
    page = opened()
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("checkbox", name=name).check()
    page.keyboard.press("Escape")
    reloaded(page)
    start, end = page.evaluate(f"[spans.{unit}.starts[0], spans.{unit}.ends[0]]")
    page.evaluate(f"goTo({start - 0.3})")
    page.evaluate("""() => {
      places = [];
      audio.addEventListener("timeupdate", () => places.push(audio.currentTime));
    }""")
    page.keyboard.press("k")
    until(page, f"audio.currentTime > {end}")
    inside = page.evaluate(f"places.filter((time) => time > {start} + 0.25 && time < {end} - 0.05)")
    assert inside == []


def test_one_speaker_is_heard_alone(opened: Open) -> None:
    """From one quotation to the next, then the sound stops and everything is heard again."""
    page = opened(viewport={"width": 1280, "height": 800})
    page.evaluate("audio.defaultPlaybackRate = audio.playbackRate = 0.0625")
    button = page.get_by_role("button", name="Ada Moreau")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert time(page) == pytest.approx(page.evaluate("quotations.starts[0]"), abs=0.5)
    page.evaluate("setSpeed(3)")
    until(page, "audio.paused")
    assert told(page) == "That was all by Ada Moreau."
    assert button.get_attribute("aria-pressed") == "false"
    end = page.evaluate("quotations.ends[quotations.speakers.lastIndexOf('Ada Moreau')]")
    assert time(page) == pytest.approx(end, abs=0.5)


def test_escape_lets_everybody_be_heard_again(opened: Open) -> None:
    """While one speaker is heard alone."""
    page = opened(viewport={"width": 1280, "height": 800})
    page.evaluate("audio.defaultPlaybackRate = audio.playbackRate = 0.0625")
    page.get_by_role("button", name="Jonas Pell").click()
    page.keyboard.press("Escape")
    assert told(page) == "Everything is heard."
    assert page.evaluate("alone") is None


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("q", "Ada Moreau. “We waited. The ferry that never came, chapter 1 of 3."),
        ("q q", "Ada Moreau. “Nobody answered.”"),
        ("c", "What is known, chapter 2 of 3."),
        ("g", "Photo. Boats in the harbour of Port Ansel on … The ferry that never came, chapter 1 of 3."),
        ("i", "List. The ferry left at dawn with forty sacks … What is known, chapter 2 of 3."),
        ("i x", "Jonas Pell, a fisherman of the village, spoke …"),
        ("x", "This is no quotation, photo caption or list."),
        ("Shift+G", "No previous photo."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("held", ["", "Control+Alt+"])
def test_a_move_tells_where_it_leads(opened: Open, keys: str, expected: str, held: str) -> None:
    """Who speaks, the first words, and the chapter where it is another one; alone or with Ctrl and Alt."""
    page = opened()
    for key in keys.split():
        page.keyboard.press(held + key)
    assert told(page) == expected


def test_a_move_is_silent_while_the_sound_plays(opened: Open) -> None:
    """It is heard, after all."""
    page = opened()
    page.keyboard.press("k")
    until(page, "!audio.paused")
    page.keyboard.press("q")
    assert told(page) == "Playing."


def test_the_same_words_are_told_again(opened: Open) -> None:
    """A live region tells changes: the second "No next chapter." is a new element."""
    page = opened()
    for _ in range(3):
        page.keyboard.press("c")
    page.evaluate("first = byId('status').firstChild")
    page.keyboard.press("c")
    assert told(page) == "No next chapter."
    assert page.evaluate("byId('status').firstChild !== first")


@pytest.mark.parametrize(("key", "change"), [("l", 10), ("j", -10), ("Shift+J", 10)])
def test_ten_seconds_ahead_and_back(opened: Open, key: str, change: int) -> None:
    """By key, and by button."""
    page = opened(hash="#t=12")
    page.keyboard.press(key)
    assert time(page) == pytest.approx(12 + change, abs=CLOSE)
    name = "Ahead 10 s" if change < 0 else "Back 10 s"
    page.get_by_role("button", name=name).click()
    assert time(page) == pytest.approx(12, abs=CLOSE)


def test_letters_work_with_caps_lock_and_on_other_keyboards(opened: Open) -> None:
    """By the letter, whatever its case; with Ctrl and Alt by the key, if they make another letter of it."""
    page = opened()
    press = """(key) => document.body.dispatchEvent(
      new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...key }))"""
    page.evaluate(press, {"key": "C", "code": "KeyC"})
    second = page.evaluate("starts.chapter[1]")
    assert time(page) == pytest.approx(second, abs=CLOSE)
    page.evaluate(press, {"key": "ç", "code": "KeyC", "ctrlKey": True, "altKey": True})
    assert time(page) == pytest.approx(page.evaluate("starts.chapter[2]"), abs=CLOSE)
    page.evaluate(press, {"key": "Ç", "code": "KeyC", "ctrlKey": True, "altKey": True, "shiftKey": True})
    assert time(page) == pytest.approx(second, abs=CLOSE)


@pytest.mark.parametrize("choice", ["heard", "shown", "off"])
def test_speakers_of_quotations_are_told_as_one_chooses(opened: Open, choice: str) -> None:
    """To screen readers, on the screen, too, or not at all; also when the page is opened again."""
    page = opened()
    page.evaluate(f"chooseSpeakers('{choice}')")
    reloaded(page)
    page.evaluate("byId('article').querySelector('.said').dataset.by = 'Ada Moreau'")
    style = "getComputedStyle(document.querySelector('.said'), '::before')"
    content, opacity = page.evaluate(f"[{style}.content, {style}.opacity]")
    assert ("Ada Moreau" in content) == (choice != "off")
    assert choice == "off" or (opacity == "1") == (choice == "shown")


def test_the_reader_is_taken_to_what_is_heard_and_plays_from_where_it_reads(opened: Open) -> None:
    """R puts the focus on the sentence; E plays the one that has it."""
    page = opened(hash="#s5")
    page.keyboard.press("r")
    assert page.evaluate("sentenceElements.indexOf(document.activeElement)") == 4
    page.evaluate("goTo(0)")
    page.keyboard.press("e")
    until(page, "!audio.paused")
    assert time(page) >= page.evaluate("starts.sentence[4]") - CLOSE
