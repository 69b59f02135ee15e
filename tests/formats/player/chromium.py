"""A page made from an invented article with tones for voices, and a Chromium to open it in.

The browser is Debian's (`apt-get install chromium`), driven by the package `playwright`; npm's `axe-core` and
`html-validate` are found through NODE_PATH. What is not there is skipped with its name.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from narrate.model import Narration
from narrate.pipeline import narrate

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
PHONE = {"width": 390, "height": 844}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--mute-audio"]
STORY = """The ferry that never came

Boats in the harbour of Port Ansel on May 4, 2021. (Ida Holm/AFP/Getty Images)

It was late. Nobody on the quay of Port Ansel knew what had happened to the boat.

“We waited. We called,” said Ada Moreau, who keeps the lighthouse. “Nobody answered.”

What is known

• The ferry left at dawn with forty sacks of flour.

• It carried no lamp.

The harbour master, Jonas Pell, told nobody about it until the evening.

“I was wrong about the fog. Everybody was wrong about the fog.”

What is not known

Nobody has seen the ferry since. The lighthouse stays lit.
"""


def node_module(path: str) -> Path:
    """A file of an npm package. Skips the test where NODE_PATH has none."""
    found = [Path(folder) / path for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    there = [file for file in found if file.exists()]
    if not there:
        pytest.skip(f"needs npm's {path.split('/')[0]}, which is not on NODE_PATH")
    return there[0]


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Narration]:
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
def opened(browser: Browser, story: tuple[Path, Narration]) -> Iterator[Open]:
    """Opens a page, the story's where none is named; `hash` is its link, other names are Playwright's.

    Fails a test in which a page reports an error, such as something that its policy stops, or loads a file
    that is not its own.
    """
    complaints: list[str] = []
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
            page.wait_for_function(
                "document.documentElement.classList.contains('ready') && audio.duration > 0"
            )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _foreign(url: str, path: Path) -> list[str]:
    own = url.startswith(("data:", path.parent.as_uri()))
    return [] if own else [f"request: {url}"]
