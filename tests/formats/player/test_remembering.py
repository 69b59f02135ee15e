"""The page in a real browser: places, links, following, the sleep timer, and keys of the headset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from narrate.formats.readalong.document import document
from tests.formats.player.pages import CLOSE, READY, Open, Story, reloaded, show_all, time, until

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.browser
pytest_plugins = ["tests.formats.player.chromium"]


def test_the_place_is_remembered(opened: Open) -> None:
    """A page that is opened again goes on where it was left, says so, and can start over."""
    page = opened()
    page.evaluate("goTo(7.5)")
    reloaded(page)
    assert time(page) == pytest.approx(7.5, abs=CLOSE)
    assert page.get_by_role("status").inner_text() == "Continues at 0:07, The ferry that never came."
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("button", name="Start over").click()
    assert time(reloaded(page)) == 0


def test_another_recording_does_not_take_over_the_place(opened: Open, story: Story) -> None:
    """The key comes from the content: a page with another word has a place of its own."""
    page = opened()
    page.evaluate("goTo(7.5)")
    page.evaluate("savePlace()")
    key = page.evaluate("timeline.key")
    other = story[0].with_name("other.html")
    other.write_text(story[0].read_text("utf-8").replace(key, "0" * 16), encoding="utf-8")
    page.goto(other.as_uri())
    until(page, READY)
    assert time(page) == 0


@pytest.mark.parametrize(
    ("link", "expected"),
    [("#t=8.5", 8.5), ("#t=0", 0), ("#t=99999", None), ("#t=x", 0), ("#s999", 0), ("#c99", 0), ("#<b>", 0)],
)
def test_a_link_opens_at_its_time(opened: Open, story: Story, link: str, expected: float | None) -> None:
    """One behind the end goes to the end; one that makes no sense is none."""
    length = story[1].length / story[1].sample_rate
    assert time(opened(hash=link)) == pytest.approx(length if expected is None else expected, abs=CLOSE)


def test_every_sentence_and_chapter_has_a_link(opened: Open, story: Story) -> None:
    """The link wins over the place that is remembered, and can be followed in the open page, too."""
    page = opened()
    page.evaluate("goTo(1)")
    made, rate = document(story[1]), story[1].sample_rate
    places = [(s.id, s.start) for s in made.sentences()] + [(c.id, c.start) for c in made.chapters]
    for anchor, start in places:
        page.evaluate(
            "async (hash) => { location.hash = hash; await new Promise(requestAnimationFrame); }", anchor
        )
        until(page, f"Math.abs(audio.currentTime - {start / rate}) < {CLOSE}")


def test_a_link_to_what_is_heard_can_be_copied(opened: Open) -> None:
    """It leads to the sentence and stands in the address bar."""
    page = opened(hash="#t=8.5")
    sentence = f"s{page.evaluate('shown.sentence') + 1}"
    page.get_by_role("button", name="Copy link").click()
    until(page, "byId('status').textContent.startsWith('The link to this sentence')")
    assert page.url.endswith(f"#{sentence}")


def test_a_press_on_a_chapter_plays_it(opened: Open, story: Story) -> None:
    """And marks it in the list as the one that is heard."""
    page = opened(viewport={"width": 1280, "height": 800})
    page.get_by_role("link", name="What is known").click()
    until(page, "!audio.paused")
    assert time(page) >= story[1].chapters[1].start / story[1].sample_rate - CLOSE
    assert page.locator("[aria-current]").inner_text().startswith("What is known")


def test_the_text_follows_until_the_reader_scrolls(opened: Open) -> None:
    """Then it stays where it is, the button shows that, and pressing it follows again."""
    page = opened(viewport={"width": 640, "height": 600})
    page.evaluate("goTo(starts.sentence.at(-1)), start()")
    in_view = (
        "inView = () => { const box = document.querySelector('.now').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= byId('player').getBoundingClientRect().top; }"
    )
    page.evaluate(in_view)
    until(page, "inView()")
    show_all(page)
    follow = page.get_by_role("button", name="Follow")
    page.mouse.move(300, 100)
    page.mouse.wheel(0, -5000)
    until(page, "byId('follow').getAttribute('aria-pressed') === 'false' && scrollY === 0")
    page.evaluate("sentenceElement(shown.sentence).classList.remove('now'); shown.sentence = -1; draw(true)")
    assert page.evaluate("scrollY") == 0
    follow.click()
    until(page, "inView()")


@pytest.mark.parametrize("choice", ["chapter", "5"])
def test_the_sleep_timer_stops_the_sound(opened: Open, choice: str) -> None:
    """At the end of the chapter, or when its minutes are over; then it is off again."""
    page = opened(hash="#s1")
    page.clock.install()
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Sleep timer").select_option(choice)
    page.keyboard.press("Escape")
    page.evaluate("goTo(starts.chapter[1] - 0.4)")
    page.keyboard.press("k")
    if choice != "chapter":
        page.evaluate("audio.loop = true")
        page.clock.run_for(5 * 60_000 + 1000)
    is_over = "audio.paused && byId('sleep').value === ''"
    for _ in range(1_000):  # the sound plays in its own time, the clock of the page in ours
        page.clock.run_for(50)
        if page.evaluate(is_over):
            break
    assert page.evaluate(is_over)
    assert page.get_by_role("status").inner_text() == "The sleep timer has stopped the sound."


def test_the_keys_of_a_headset_move_through_it(opened: Open, story: Story) -> None:
    """The system gets title and author, and its keys go by sentence and chapter."""
    page = opened(hash="#s1")
    assert page.evaluate("navigator.mediaSession.metadata.title") == "The ferry that never came"
    page.evaluate(
        """() => {
          handlers = {};
          navigator.mediaSession.setActionHandler = (action, handler) => { handlers[action] = handler; };
          setUpMediaKeys();
        }"""
    )
    chapters = [chapter.start / story[1].sample_rate for chapter in story[1].chapters]
    page.evaluate("handlers.nexttrack()")
    assert time(page) == pytest.approx(chapters[1], abs=CLOSE)
    page.evaluate("handlers.seekto({ seekTime: 3 })")
    assert time(page) == pytest.approx(3, abs=CLOSE)
    page.evaluate("handlers.play()")
    until(page, "!audio.paused")
    page.evaluate("handlers.pause()")
    assert page.evaluate("audio.paused")


def test_settings_are_remembered(opened: Open) -> None:
    """Colours and highlight, when the page is opened again."""
    page = opened(hash="#s1", color_scheme="light")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Colours").select_option("dark")
    page.get_by_label("Highlight").select_option("none")
    reloaded(page)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != light
    style = page.locator(".s").first.evaluate(
        "(s) => [getComputedStyle(s).textDecorationLine, CSS.highlights.get('word').size]"
    )
    assert style == ["none", 0]
