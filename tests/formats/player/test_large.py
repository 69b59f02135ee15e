"""A page of 10,000 sentences is as quick as a short one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from narrate.model import Chapter, Narration, Section
from tests.formats.heard import heard, part
from tests.formats.player.pages import Open, until
from tests.formats.recordings import write
from tests.helpers import article

pytestmark = [pytest.mark.browser, pytest.mark.slow]
pytest_plugins = ["tests.formats.player.chromium"]
CHAPTERS, PARAGRAPHS, SENTENCES = 20, 50, 10
FIRST_PAINT = 2000
"""Milliseconds: what the issue asks for."""


def book() -> Narration:
    """20 chapters of 50 paragraphs of 10 sentences of a dozen words."""
    parts = []
    for chapter in range(CHAPTERS):
        parts.append(("heading" if chapter else "title", f"Chapter {chapter}"))
        for paragraph in range(PARAGRAPHS):
            number = chapter * PARAGRAPHS + paragraph
            sentences = (
                f"In {number} nobody on the quay knew what had become of boat {n}." for n in range(SENTENCES)
            )
            parts.append(("paragraph", " ".join(sentences)))
    told = article(*parts)  # type: ignore[arg-type]
    said = [part(told, text, block=n) for n, (_, text) in enumerate(parts)]
    step = PARAGRAPHS + 1
    chaptered = [replace(each, chapter=n // step) for n, each in enumerate(said)]
    narration = heard(told, *chaptered)
    sections = tuple(Section(f"Chapter {n}", n * step) for n in range(CHAPTERS))
    starts = [narration.cues[section.utterance].start for section in sections]
    ends = [*starts[1:], narration.length]
    chapters = tuple(Chapter(s.title, a, b) for s, a, b in zip(sections, starts, ends, strict=True))
    return replace(narration, script=replace(narration.script, chapters=sections), chapters=chapters)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the book."""
    narration = book()
    path = tmp_path_factory.mktemp("large") / "book.html"
    return write(path, np.zeros(narration.length, np.float32), narration)


def test_ten_thousand_sentences_are_painted_within_two_seconds(opened: Open, large: Path) -> None:
    """The best of three, on a machine that does other things, too."""
    times = []
    for _ in range(3):
        page = opened(large)
        assert page.locator(".s").count() == CHAPTERS * (1 + PARAGRAPHS * SENTENCES)
        times.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    assert min(times) < FIRST_PAINT


def test_showing_what_is_heard_costs_the_same_in_long_and_short_articles(opened: Open, large: Path) -> None:
    """Each step of the highlight, at 400 places of the sound, against the story with its ten sentences."""
    step = """() => {
      const places = [...Array(400).keys()].map((n) => (n * 7919 % 400) / 400 * timeline.duration);
      const began = performance.now();
      for (const place of places) highlightAt(place);
      return (performance.now() - began) / places.length;
    }"""
    short, long = opened(), opened(large)
    times = [min(page.evaluate(step) for _ in range(5)) for page in (short, long)]
    assert times[1] < 4 * times[0] + 0.05


def test_one_step_of_the_highlight_touches_two_sentences(opened: Open, large: Path) -> None:
    """What was heard and what is heard; nothing else in the page changes."""
    page = opened(large, hash="#s5000")
    changed = page.evaluate(
        """() => {
          const observer = new MutationObserver(() => {});
          observer.observe(byId("article"), { subtree: true, childList: true, attributes: true });
          const number = (sentence) => sentenceElements.indexOf(sentence);
          const before = number(document.querySelector(".now"));
          const after = number(highlightAt(starts.sentence[7000]));
          const touched = observer.takeRecords().map((record) => number(record.target));
          return [touched, [before, after]];
        }"""
    )
    assert changed[0] == changed[1]
    assert len(set(changed[0])) == 2


def test_a_press_far_down_plays_from_there(opened: Open, large: Path) -> None:
    """Near the end of the book, the sound follows at once."""
    page = opened(large)
    page.locator(".s").nth(9989).click()
    until(page, "!audio.paused && document.querySelector('.now')")
    assert page.evaluate("Math.abs(audio.currentTime - starts.sentence[9989]) < 2")
