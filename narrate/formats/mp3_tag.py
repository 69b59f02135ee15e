"""What the tag of a narration's MP3 says."""

from __future__ import annotations

import re

from narrate.errors import OutputError
from narrate.formats import id3
from narrate.formats.credits import artist, line, notice, titles
from narrate.formats.languages import iso_639_2
from narrate.model import Narration


def narration_tag(narration: Narration) -> bytes:
    """Title, artist, date, language, notice, length, and chapters in order of time.

    Raises OutputError for more chapters than a table of contents can hold.
    """
    article = narration.script.article
    return id3.tag(
        [
            id3.text("TIT2", line(article.title)),
            id3.text("TPE1", artist(narration)),
            *_date(article.published),
            id3.text("TLAN", iso_639_2(article.language)),
            id3.comment("eng", notice(narration)),
            id3.text("TLEN", str(_milliseconds(narration.length, narration.sample_rate))),
            *_chapters(narration),
        ]
    )


def _date(published: str | None) -> list[bytes]:
    """ID3v2.3 section 4.2.1: the year is four digits in TYER, the day is DDMM in TDAT."""
    match = re.match(r"(\d{4})(?:-(\d\d)-(\d\d))?", published or "")
    if match is None:
        return []
    year, month, day = match.groups()
    return [id3.text("TYER", year), *([id3.text("TDAT", day + month)] if day else [])]


def _chapters(narration: Narration) -> list[bytes]:
    if len(narration.chapters) > id3.MAX_ENTRIES:
        raise OutputError(
            f"more than {id3.MAX_ENTRIES} chapters, which an MP3 cannot list",
            len(narration.chapters),
            "write .wav, or join sections of the article",
        )
    elements = [f"chapter{number}" for number in range(1, len(narration.chapters) + 1)]
    frames = [id3.contents("contents", elements, line(narration.script.article.title))]
    for element, chapter, title in zip(elements, narration.chapters, titles(narration), strict=True):
        start, end = (_milliseconds(at, narration.sample_rate) for at in (chapter.start, chapter.end))
        frames.append(id3.chapter(element, start, end, title))
    return frames


def _milliseconds(samples: int, sample_rate: int) -> int:
    """To the nearest; one chapter's end stays the next one's start."""
    return round(1000 * samples / sample_rate)
