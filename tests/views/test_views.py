"""What people are shown: readable without colour, without a mouse, and by ear."""

from __future__ import annotations

from pathlib import Path

import pytest

from narrate import direction
from narrate.model import Block, Chapter, EngineVoice, Narration, Script, Speaker
from narrate.views import script_text, summary, voices_table
from narrate.views.left_out import grouped
from narrate.views.summary import clock
from tests.helpers import CAST, WOMAN, article, quotation


def _script() -> Script:
    story = article(
        ("title", "Ferry late"),
        ("paragraph", '"Fog," she said. "Go."'),
        ("boilerplate", "Share this"),
        silent=[2],
    )
    quotations = [
        quotation(story.source, "Fog,", speaker=Speaker("Ada Moreau", "f")),
        quotation(story.source, "Go."),
    ]
    return direction.direct(story, quotations, CAST, {"Ada Moreau": WOMAN})


def test_the_summary_tells_what_was_made(tmp_path: Path) -> None:
    """File, length, size, chapters with times, who speaks with which voice, what was left out and why."""
    path = tmp_path / "ferry.mp3"
    path.write_bytes(b"x" * 1_500_000)
    chapters = (Chapter("Ferry late", 0, 83_000), Chapter("Why\nFog?", 83_000, 125_000))
    text = summary(Narration(_script(), path, 1000, (), chapters, 125_000), [path])
    assert text.splitlines() == [
        f"{path}  2:05  1.5 MB",
        "Chapters:",
        "  0:00  Ferry late",
        "  1:23  Why Fog?",
        "Voices:",
        "  narration: narrator",
        "  title: narrator",
        "  Ada Moreau: woman",
        "  quotations without a named speaker: neutral",
        "Left out:",
        "  for a test: Share this",
    ]


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (83.9, "1:23"), (3723, "1:02:03")])
def test_times_read_as_on_a_clock(seconds: float, text: str) -> None:
    """Hours only where there are any."""
    assert clock(seconds) == text


def test_the_script_names_speaker_and_voice() -> None:
    """One line per utterance under its chapter."""
    lines = [line.strip() for line in script_text(_script()).splitlines()]
    assert lines[1:5] == [
        "== Ferry late ==",
        "title [narrator]  Ferry late",
        'Ada Moreau [woman]  "Fog,"',
        "narration [narrator]  she said.",
    ]
    assert lines[-2:] == ["== Left out ==", "for a test  Share this"]


def test_voices_stand_in_columns() -> None:
    """Every row has its cells under the header's."""
    listing = [
        ("hibari", EngineVoice("heart", "en-US", "f")),
        ("x", EngineVoice("y", "en", None, False, "made up")),
    ]
    header, first, second = voices_table(listing).splitlines()
    column = header.index("GENDER")
    assert first[column:].startswith("female")
    assert second[column:].split() == ["neutral", "en", "no", "made", "up"]


def test_what_is_left_out_is_one_line_for_each_group() -> None:
    """A menu of many lines is one thing; what comes later with the same reason is another."""
    blocks = [
        Block("boilerplate", text, start, start + len(text), spoken=False, reason=reason)
        for start, (text, reason) in enumerate(
            [("Home", "menu"), ("News", "menu"), ("Share", "button"), ("Sport", "menu")]
        )
    ]
    assert list(grouped(blocks)) == [
        ("menu (2 lines)", "Home / News"),
        ("button", "Share"),
        ("menu", "Sport"),
    ]
