"""Fixtures: a page made from an invented article with tones for voices, and a Chromium to open it in.

The browser is Debian's (`apt-get install chromium`), driven by the package `playwright`; npm's `axe-core` and
`html-validate` are found through NODE_PATH. What is not there is skipped with its name.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from narrate.pipeline.api import narrate
from tests.formats.player.pages import READY, STORY, Open, Story, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--mute-audio"]


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The page of STORY, and what it was made from."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    page = folder / "story.html"
    return page, narrate(folder / "story.txt", page, engine="tone").narration


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests of a worker."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("needs chromium, which is not installed")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What pages report: errors, such as what their policy stops, dialogs, and files that they load.

    A test that provokes one looks at the list and clears it; what is left fails it.
    """
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def opened(browser: Browser, story: Story, complaints: list[str]) -> Iterator[Open]:
    """Opens a page, the story's where none is named; `hash` is its link, other names are Playwright's."""
    contexts = []

    def open_page(path: Path = story[0], hash: str = "", **choices: Any) -> Page:  # noqa: A002
        context = browser.new_context(**{"reduced_motion": "reduce", **choices})
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: complaints.extend(_foreign(request.url, path)))
        page.goto(path.as_uri() + hash)
        if choices.get("java_script_enabled", True):
            until(page, READY)
        return page

    yield open_page
    for context in contexts:
        context.close()


def _foreign(url: str, path: Path) -> list[str]:
    own = url.startswith(("data:", path.parent.as_uri()))
    return [] if own else [f"request: {url}"]
