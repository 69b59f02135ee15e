"""Tags and chapters as Vorbis comments, which Opus and FLAC files carry.

"Ogg Vorbis I format specification: comment field and header specification" (Xiph.org) and its proposed
"Chapter Extension" (wiki.xiph.org), which VLC, foobar2000, mpv and everything that is built on libav read.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from av.container import OutputContainer

from narrate.formats.credits import refuse_more_chapters, tags, titles
from narrate.formats.remuxing import remux
from narrate.formats.timestamps import clock, milliseconds
from narrate.model import Narration

MAX_CHAPTERS = 999
"""Chapter Extension: a chapter's number is three digits. It counts from 1, as all known writers do."""


def complete(container: str, bare: Path, part: Path, narration: Narration) -> None:
    """Remux with comments. Raises OutputError for more than MAX_CHAPTERS."""
    refuse_more_chapters(narration, MAX_CHAPTERS, "Vorbis comments", ".wav")
    remux(bare, part, container, partial(_label, narration))


def _label(narration: Narration, result: OutputContainer) -> None:
    # Not `set_chapters`: libav counts from 0, and puts starts with .5 s and more a second late.
    result.metadata.update(tags(narration) | _chapters(narration))


def _chapters(narration: Narration) -> dict[str, str]:
    comments = {}
    for number, (chapter, title) in enumerate(zip(narration.chapters, titles(narration), strict=True), 1):
        comments[f"CHAPTER{number:03}"] = clock(milliseconds(chapter.start, narration.sample_rate))
        comments[f"CHAPTER{number:03}NAME"] = title
    return comments
