"""Every state of the page, as assistive technology gets it, and as it looks enlarged or recoloured."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.formats.player.pages import PHONE, Open, node_module, reloaded, show_all, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
pytest_plugins = ["tests.formats.player.chromium"]
GOLDEN = Path(__file__).with_name("golden")
DESKTOP = {"width": 1280, "height": 800}


def _nothing(page: Page) -> None:
    """The page as it is opened."""


def _press(name: str) -> Callable[[Page], object]:
    def press(page: Page) -> None:
        if name != "More":
            show_all(page)
        page.get_by_role("button", name=name).click()

    return press


def _play(page: Page) -> None:
    page.evaluate("goTo(1)")
    page.get_by_role("button", name="Play").click()
    page.evaluate("audio.playbackRate = 0.0625")  # the slowest: the clock stands for all that is looked at
    until(page, "!audio.paused && document.querySelector('.now')")


def _open_chapters(page: Page) -> None:
    show_all(page)
    page.get_by_role("button", name="Chapters").click()


STATES: dict[str, tuple[Callable[[Page], object], dict[str, object]]] = {
    "idle": (_nothing, {"viewport": DESKTOP}),
    "playing": (_play, {"viewport": DESKTOP}),
    "settings": (_press("Settings"), {"viewport": DESKTOP}),
    "keys": (_press("Keys"), {"viewport": DESKTOP}),
    "more": (_press("More"), {"viewport": PHONE}),
    "chapters": (_open_chapters, {"viewport": PHONE}),
    "without-scripts": (_nothing, {"viewport": DESKTOP, "java_script_enabled": False}),
}
LOOKS: dict[str, dict[str, object]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active", "color_scheme": "dark"},
    "zoomed": {"viewport": {"width": 320, "height": 256}},
}


@pytest.mark.parametrize("name", STATES)
def test_screen_readers_get_what_the_golden_file_says(opened: Open, name: str) -> None:
    """The accessibility tree. With NARRATE_GOLDEN=write in the environment the files are written anew."""
    reach, choices = STATES[name]
    page = opened(hash="", **choices)
    reach(page)
    # Times depend on pauses, which are no matter of the page.
    found = re.sub(r"\b\d+:\d\d\b", "0:00", page.locator("body").aria_snapshot()) + "\n"
    golden = GOLDEN / f"{name}.yaml"
    if os.environ.get("NARRATE_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", [name for name in STATES if name != "without-scripts"])
def test_axe_finds_nothing(opened: Open, name: str, look: str) -> None:
    """By every rule that it has, those for the highest contrast (WCAG AAA) and best practice among them."""
    axe = node_module("axe-core/axe.min.js").read_text(encoding="utf-8")
    reach, choices = STATES[name]
    page = opened(**{**choices, **LOOKS[look]})
    if name not in {"chapters", "more"} or page.viewport_size != DESKTOP:
        reach(page)
    page.evaluate(axe)
    found = page.evaluate(
        """async () => {
          axe.configure({ rules: axe.getRules().map(({ ruleId }) => ({ id: ruleId, enabled: true })) });
          const { violations, passes } = await axe.run();
          return [violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), passes.length];
        }"""
    )
    assert found[0] == []
    assert found[1] > 20


@pytest.mark.parametrize("size", [(1280, 800), (640, 400), (390, 844), (320, 256), (320, 640)])
def test_nothing_is_cut_off_when_it_is_enlarged(opened: Open, size: tuple[int, int]) -> None:
    """At 200 and 400 % (1280 pixels are then 640 and 320) there is one column, and every control is there."""
    page = opened(viewport={"width": size[0], "height": size[1]})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    show_all(page)
    for control in page.locator("#player button, #player select, #player input").all():
        if not control.is_visible():
            assert control.get_attribute("id") in {"contents", "more"}
            continue
        control.scroll_into_view_if_needed()
        box = control.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert min(box["width"], box["height"]) >= (24 if control.get_attribute("id") == "position" else 44)


@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (320, 256)])
def test_every_control_is_reached_by_the_tab_key_and_seen(opened: Open, size: tuple[int, int]) -> None:
    """In the order of the page; what has the focus is not under the player (WCAG 2.2, 2.4.11)."""
    page = opened(viewport={"width": size[0], "height": size[1]})
    show_all(page)
    visited: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name, seen = page.evaluate(
            """() => {
              const element = document.activeElement;
              if (element === document.body) return ["", true];
              const box = element.getBoundingClientRect();
              const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
              const top = document.elementFromPoint(x, y);
              const name = element.id || element.textContent.trim();
              return [name, element.contains(top) || top?.contains(element)];
            }"""
        )
        if not name or name in visited:
            break
        assert seen, name
        visited.append(name)
    wanted = [
        "position", "back", "previous", "play", "next", "ahead",
        "unit", "speed", "follow", "link", "settings", "keys",
    ]  # fmt: skip
    assert [name for name in visited if name in wanted] == wanted


@pytest.mark.parametrize("name", ["Settings", "Keys"])
def test_a_dialog_takes_the_focus_and_gives_it_back(opened: Open, name: str) -> None:
    """Esc closes it, and the button that opened it has the focus again."""
    page = opened()
    button = page.get_by_role("button", name=name)
    button.press("Enter")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    assert button.evaluate("(button) => document.activeElement === button")


def test_the_list_of_chapters_opens_over_a_small_screen(opened: Open) -> None:
    """It takes the focus, and Esc gives it back."""
    page = opened(viewport=PHONE)
    show_all(page)
    button = page.get_by_role("button", name="Chapters")
    assert not page.get_by_role("link", name="What is known").is_visible()
    button.click()
    assert page.evaluate("document.activeElement.closest('#chapters') !== null")
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="What is known").is_visible()
    assert button.evaluate("(button) => document.activeElement === button")


@pytest.mark.parametrize(
    "look", [{"forced_colors": "active"}, {"color_scheme": "light"}, {"color_scheme": "dark"}]
)
def test_what_is_heard_differs_by_more_than_colour(opened: Open, look: dict[str, object]) -> None:
    """A line under the sentence, and a thicker one under the word, in all colours."""
    page = opened(hash="#s3", **look)
    now, other = page.evaluate(
        "['.now', '.s:not(.now)'].map((s) => getComputedStyle(document.querySelector(s)).textDecorationLine)"
    )
    assert (now, other) == ("underline", "none")
    backgrounds = page.evaluate(
        "['.now', '.s:not(.now)'].map((s) => getComputedStyle(document.querySelector(s)).backgroundColor)"
    )
    assert backgrounds[0] != backgrounds[1]


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_ask_for_calm(opened: Open, motion: str) -> None:
    """Neither transitions nor smooth scrolling with reduced motion; both without."""
    page = opened(reduced_motion=motion)
    page.evaluate(
        "Element.prototype.scrollIntoView = (options) => { scrolled = options.behavior; }; scrolled = null;"
        "scrollTo(0, 0)"
    )
    page.evaluate("goTo(starts.sentence.at(-1)); reveal(sentenceElement(shown.sentence))")
    moves = motion != "reduce"
    assert page.evaluate("scrolled") == ("smooth" if moves else "instant")
    duration = page.locator(".s").first.evaluate("(s) => getComputedStyle(s).transitionDuration")
    assert (duration != "0s") == moves


def test_without_scripts_text_sound_and_links_to_chapters_remain(opened: Open) -> None:
    """The browser's own player is there, and every link leads to a part of the page."""
    page = opened(java_script_enabled=False)
    assert page.locator("audio[controls]").is_visible()
    assert not page.get_by_role("button", name="Play").is_visible()
    assert page.get_by_role("heading", name="What is known").is_visible()
    links = [link.get_attribute("href") for link in page.locator("#chapters a").all()]
    assert links == ["#c1", "#c2", "#c3"]
    assert all(page.locator(str(link)).count() == 1 for link in links)


def test_on_paper_there_is_the_article_alone(opened: Open) -> None:
    """Neither player nor list of chapters, and nothing marked."""
    page = opened(hash="#s3")
    page.emulate_media(media="print")
    assert not page.locator("#player").is_visible()
    assert not page.locator("#chapters").is_visible()
    assert page.locator(".now").evaluate("(s) => getComputedStyle(s).textDecorationLine") == "none"
    assert page.get_by_role("heading", level=1).is_visible()


def test_the_chosen_colours_stay(opened: Open) -> None:
    """Light on a system that is dark, when the page is opened again."""
    page = opened(color_scheme="dark")
    page.evaluate("chooseTheme('light')")
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    assert reloaded(page).evaluate(scheme) == "light"
