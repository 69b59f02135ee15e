"""The chapters as lines for show notes: a time stamp that players make a link of, and the title."""

from __future__ import annotations

from functools import partial

from narrate.formats.credits import titles
from narrate.formats.rendered import RenderedWriter
from narrate.formats.timestamps import list_clock, milliseconds
from narrate.model import Narration


def chapters_text(narration: Narration) -> str:
    """One line a chapter: "03:20 Title", or "1:03:20 Title" in a recording of an hour or more.

    Seconds are rounded down, as the sites and players do that read such lines (YouTube, Spotify), so that a
    click on one never skips the first word; the first is 00:00, which they ask for.
    """
    length = milliseconds(narration.length, narration.sample_rate)
    with_hours = length >= 3_600_000
    lines = []
    for chapter, title in zip(narration.chapters, titles(narration), strict=True):
        start = milliseconds(chapter.start, narration.sample_rate)
        lines.append(f"{list_clock(start // 1000, with_hours)} {title}")
    return "\n".join(lines) + "\n"


ChaptersTextWriter = partial(RenderedWriter, chapters_text)
