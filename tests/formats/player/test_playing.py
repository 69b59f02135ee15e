"""The page in a real browser: it plays, and everything in it can be reached, by pointer or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from narrate.formats.readalong.document import document
from tests.formats.player.pages import CLOSE, Open, Story, reloaded, time, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
pytest_plugins = ["tests.formats.player.chromium"]


def starts(story: Story, unit: str) -> list[float]:
    """When every sentence, paragraph, chapter or quotation begins, in seconds, by the narration itself."""
    made, narration = document(story[1]), story[1]
    passages = [passage for chapter in made.chapters for passage in chapter.passages]
    first: dict[int, int] = {}
    for sentence in made.sentences():
        for quote in sentence.quotes:
            words = [w.start for w in sentence.words if w.text_end > quote.start and w.text_start < quote.end]
            first.setdefault(quote.quotation, words[0])
    samples = {
        "sentence": [sentence.start for sentence in made.sentences()],
        "paragraph": [passage.start or 0 for passage in passages],
        "chapter": [chapter.start for chapter in narration.chapters],
        "quotation": list(first.values()),
    }
    return [sample / narration.sample_rate for sample in samples[unit]]


def state(page: Page, expression: str) -> Any:
    """What an expression of the page's is."""
    return page.evaluate(expression)


def test_it_plays_and_pauses(opened: Open) -> None:
    """The button starts the sound, says what it will do next, and the text follows."""
    page = opened()
    page.get_by_role("button", name="Play").click()
    until(page, "audio.currentTime > 0.5 && document.querySelector('.now')")
    button = page.get_by_role("button", name="Play or pause")
    assert button.inner_text() == "Pause"
    button.click()
    assert state(page, "audio.paused")
    button.get_by_text("Play").wait_for()  # the browser tells of the pause a moment later


def test_the_sound_of_the_page_is_as_long_as_the_recording(opened: Open, story: Story) -> None:
    """To two frames of MP3."""
    length = story[1].length / story[1].sample_rate
    assert state(opened(), "audio.duration") == pytest.approx(length, abs=CLOSE)


def test_a_press_on_a_sentence_plays_from_there(opened: Open, story: Story) -> None:
    """Wherever the sound was."""
    page = opened()
    page.get_by_text("Nobody has seen the ferry since.").click()
    until(page, "!audio.paused")
    sentence = [s.text for s in document(story[1]).sentences()].index("Nobody has seen the ferry since.")
    assert 0 <= time(page) - starts(story, "sentence")[sentence] + CLOSE < 2


def test_every_sentence_and_word_is_shown_when_it_is_heard(opened: Open, story: Story) -> None:
    """In the middle of each word, that word and its sentence; nothing before the first."""
    page = opened()
    assert state(page, "document.querySelector('.now')") is None
    look = """async (time) => {
      goTo(time);
      await new Promise((done) => audio.addEventListener("seeked", done, { once: true }));
      const word = [...CSS.highlights.get("word")].join("");
      return [document.querySelector(".now").textContent, word];
    }"""
    rate = story[1].sample_rate
    for sentence in document(story[1]).sentences():
        for word in sentence.words[:: max(1, len(sentence.words) - 1)]:
            shown = page.evaluate(look, (word.start + word.end) / 2 / rate)
            assert shown == [sentence.text, sentence.text[word.text_start : word.text_end]]


def test_an_announcement_shows_what_it_announces(opened: Open, story: Story) -> None:
    """While "Photo." is said, the caption is marked, though none of its words is."""
    script = story[1].script
    said = [script.utterances[cue.utterance] for cue in story[1].cues]
    before = [each.start is None and script.article.blocks[each.block].kind == "caption" for each in said]
    announced = story[1].cues[before.index(True)]
    page = opened(hash=f"#t={(announced.start + 100) / story[1].sample_rate:.3f}")
    assert page.locator(".now").inner_text().startswith("Boats in the harbour")


@pytest.mark.parametrize("unit", ["sentence", "paragraph", "chapter", "quotation"])
def test_next_and_previous_move_by_what_is_chosen(opened: Open, story: Story, unit: str) -> None:
    """Through all of them in order, then back; at the end a message says that there is none."""
    page = opened()
    page.get_by_label("Move by").select_option(unit)
    places = [at for at in starts(story, unit) if at > CLOSE]
    following = page.get_by_role("button", name=f"Next {unit}")
    for place in places:
        following.click()
        assert time(page) == pytest.approx(place, abs=CLOSE)
    following.click()
    assert page.get_by_role("status").inner_text() == f"No next {unit}."
    for place in places[-2::-1]:
        page.get_by_role("button", name=f"Previous {unit}").click()
        assert time(page) == pytest.approx(place, abs=CLOSE)


def test_previous_begins_again_what_has_been_heard_for_a_while(opened: Open, story: Story) -> None:
    """After more than 1.5 s of a sentence, its own beginning comes before the one before it."""
    third = starts(story, "paragraph")[2]
    page = opened(hash=f"#t={third + 2}")
    page.keyboard.press("Shift+P")
    assert time(page) == pytest.approx(third, abs=CLOSE)


@pytest.mark.parametrize(
    ("key", "unit", "index"),
    [
        ("s", "sentence", 1), ("ArrowRight", "sentence", 1), ("p", "paragraph", 1), ("c", "chapter", 1),
        ("q", "quotation", 0),
    ],
)  # fmt: skip
def test_keys_go_where_the_buttons_go(opened: Open, story: Story, key: str, unit: str, index: int) -> None:
    """From the first sentence on, to the next of each kind."""
    page = opened(hash="#s1")
    page.keyboard.press(key)
    assert time(page) == pytest.approx(starts(story, unit)[index], abs=CLOSE)


@pytest.mark.parametrize(
    ("key", "expression", "expected"),
    [
        ("k", "!audio.paused", True), (" ", "!audio.paused", True),
        ("+", "audio.playbackRate", 1.25), ("-", "audio.playbackRate", 0.75),
        ("m", "audio.muted", True), ("f", "byId('follow').getAttribute('aria-pressed')", "false"),
        ("h", "document.documentElement.dataset.highlight", "sentence"),
        ("u", "location.hash", "#s1"),
        ("?", "byId('keys-dialog').open", True), (",", "byId('settings-dialog').open", True),
    ],
)  # fmt: skip
def test_every_other_key_does_what_the_help_says(
    opened: Open, key: str, expression: str, expected: object
) -> None:
    """With the page just opened."""
    page = opened(hash="#s1")
    page.keyboard.press(key)
    until(page, f"{expression} === {str(expected).lower() if isinstance(expected, bool) else repr(expected)}")


def test_the_help_names_every_key(opened: Open) -> None:
    """What the scripts listen to and what the dialog documents are the same keys."""
    page = opened()
    page.keyboard.press("?")
    shown = {text.lower() for text in page.locator("#keys-dialog kbd").all_inner_texts()}
    names = {" ": "space", "ArrowRight": "→", "ArrowLeft": "←", "Escape": "esc", "=": "+"}
    keys = state(page, "[...Object.keys(FIXED_KEYS), ...Object.keys(LETTER_KEYS)]")
    assert {names.get(key, key.lower()) for key in keys} | {"shift", "ctrl", "alt"} == shown


def test_single_letter_keys_can_be_turned_off(opened: Open) -> None:
    """WCAG 2.2, 2.1.4: then only space, arrows and Esc are left, also when the page is opened again."""
    page = opened()
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Single-letter keys").uncheck()
    page.keyboard.press("Escape")
    reloaded(page)
    page.keyboard.press("k")
    page.keyboard.press("?")
    assert state(page, "audio.paused && !byId('keys-dialog').open")
    page.keyboard.press(" ")
    until(page, "!audio.paused")


def test_keys_leave_controls_alone(opened: Open) -> None:
    """Space presses the button that has the focus, once; letters choose in a list; Ctrl is the browser's."""
    page = opened()
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press(" ")
    until(page, "!audio.paused")
    page.keyboard.press(" ")
    until(page, "audio.paused")
    page.get_by_label("Move by").focus()
    page.keyboard.press("q")
    page.keyboard.press("Control+k")
    assert state(page, "audio.paused")


def test_the_slider_seeks_without_dragging(opened: Open) -> None:
    """By arrow keys from where the sound is, and it says where that is."""
    page = opened(hash="#t=5")
    slider = page.get_by_role("slider", name="Position")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert time(page) == pytest.approx(6, abs=CLOSE)
    assert slider.get_attribute("aria-valuetext") == "6 seconds, The ferry that never came"
    slider.fill("0")
    assert slider.get_attribute("aria-valuetext") == "Beginning, The ferry that never came"


@pytest.mark.parametrize("speed", ["0.5", "1.75", "3"])
def test_the_speed_can_be_chosen_and_is_remembered(opened: Open, speed: str) -> None:
    """From 0.5 to 3, with the pitch kept."""
    page = opened()
    page.get_by_label("Speed").select_option(speed)
    page.reload()
    until(page, f"audio.playbackRate === {speed} && audio.preservesPitch")
    assert page.get_by_label("Speed").input_value() == speed


def test_the_sound_really_gets_faster(opened: Open) -> None:
    """In a second of the clock, more than a second and a half is heard at three times the speed."""
    page = opened()
    page.get_by_label("Speed").select_option("3")
    page.get_by_role("button", name="Play").click()
    until(page, "audio.currentTime > 0.2")
    heard, waited = page.evaluate(
        """async () => {
          const [sound, clock] = [audio.currentTime, performance.now()];
          await new Promise((done) => setTimeout(done, 1000));
          return [audio.currentTime - sound, (performance.now() - clock) / 1000];
        }"""
    )
    assert heard / waited > 1.5


@pytest.mark.parametrize("speed", [0.5, 3])
def test_faster_and_slower_end_at_the_limits(opened: Open, speed: float) -> None:
    """Pressed more often than there are steps."""
    page = opened()
    for _ in range(10):
        page.keyboard.press("+" if speed > 1 else "-")
    assert state(page, "audio.playbackRate") == speed
