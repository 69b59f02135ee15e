"""What the tests of the page share: the story that they open, and how they wait for it and find their way."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from lxml import html

from narrate.formats import WriterOptions
from narrate.model import Narration
from tests.formats.heard import heard, part
from tests.formats.recordings import write
from tests.helpers import article

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
Story = tuple[Path, Narration]
"""The page of STORY, and what it was made from."""
CLOSE = 0.06
"""Seconds that a browser may land beside the time that it is sent to: two frames of MP3 at 24 kHz."""
READY = "document.documentElement.classList.contains('ready') && audio.readyState > 0"
PHONE = {"width": 390, "height": 844}
STORY = """The ferry that never came

Boats in the harbour of Port Ansel on May 4, 2021. (Ida Holm/AFP/Getty Images)

It was late. Nobody on the quay of Port Ansel knew what had happened to the boat.

“We waited. We called,” said Ada Moreau, who keeps the lighthouse. “Nobody answered.”

What is known

• The ferry left at dawn with forty sacks of flour.

• It carried no lamp.

Jonas Pell, a fisherman of the village, spoke to reporters in the evening.

“I was wrong about the fog. Everybody was wrong about the fog.”

What is not known

Nobody has seen the ferry since. The lighthouse stays lit.
"""


def node_module(path: str) -> Path:
    """A file of an npm package. Skips the test where NODE_PATH has none."""
    found = [Path(folder) / path for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    there = [file for file in found if file.exists()]
    if not there:
        pytest.skip(f"needs npm's {path.split('/', maxsplit=1)[0]}, which is not on NODE_PATH")
    return there[0]


def page_tree(path: Path) -> Any:
    """A page as a parser that is not ours reads it."""
    return html.parse(path, html.HTMLParser(encoding="utf-8", huge_tree=True)).getroot()


def until(page: Page, condition: str) -> None:
    """Wait for a condition in the page. A function, since the page's policy forbids to evaluate a string."""
    page.wait_for_function(f"() => {condition}")


def show_all(page: Page) -> None:
    """Show the controls that a small screen hides behind "More"."""
    page.evaluate("showMore(true)")


def time(page: Page) -> float:
    """Where the sound is, in seconds."""
    return float(page.evaluate("audio.currentTime"))


def reloaded(page: Page) -> Page:
    """The page as it is when it is opened again."""
    page.reload()
    until(page, READY)
    return page


def made(path: Path, narration: Narration, options: WriterOptions | None = None) -> Any:
    """The tree of the page of a narration, whose sound is silence."""
    return page_tree(write(path, np.zeros(narration.length, np.float32), narration, options))


def told(*parts: tuple[str, str], **fields: object) -> Narration:
    """A narration of an article of one block per part, each an utterance."""
    written = replace(article(*parts), **fields)  # type: ignore[arg-type]
    return heard(written, *(part(written, text, block=n) for n, (_, text) in enumerate(parts)))


def words(element: Any) -> str:
    """Text of an element, white space evened out."""
    return " ".join(" ".join(map(str, element.itertext())).split())


def replace_article(narration: Narration, **fields: object) -> Narration:
    """The narration of the same article with other fields."""
    changed = replace(narration.script.article, **fields)  # type: ignore[arg-type]
    return replace(narration, script=replace(narration.script, article=changed))
