"""The chapters as lines for show notes: a time stamp that players make a link of, and the title."""

from __future__ import annotations

from functools import partial

from narrate.formats.credits import titles
from narrate.formats.rendered import RenderedWriter
from narrate.formats.timestamps import milliseconds
from narrate.model import Narration


def chapters_text(narration: Narration) -> str:
    """One line a chapter: "03:20 Title", or "1:03:20 Title" in a recording of an hour and more.

    Seconds are rounded down, as the sites and players do that read such lines (YouTube, Spotify), so that a
    press on one never skips the first word; the first is 00:00, which they ask for.
    """
    long = milliseconds(narration.length, narration.sample_rate) >= 3_600_000
    starts = (milliseconds(chapter.start, narration.sample_rate) // 1000 for chapter in narration.chapters)
    lines = (f"{_stamp(start, long)} {title}" for start, title in zip(starts, titles(narration), strict=True))
    return "\n".join(lines) + "\n"


def _stamp(seconds: int, long: bool) -> str:
    minutes = f"{seconds // 60 % 60 if long else seconds // 60:02}:{seconds % 60:02}"
    return f"{seconds // 3600}:{minutes}" if long else minutes


ChaptersTextWriter = partial(RenderedWriter, chapters_text)
