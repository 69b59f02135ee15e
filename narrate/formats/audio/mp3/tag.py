"""What the tag of a narration's MP3 says."""

from __future__ import annotations

from narrate.formats.audio.mp3 import id3
from narrate.formats.credits import artist, date, line, notice, refuse_more_chapters, titles
from narrate.formats.languages import iso_639_2
from narrate.formats.timestamps import milliseconds
from narrate.model import Article, Narration


def narration_tag(narration: Narration) -> bytes:
    """Title, artist, date, language, source, notice, length, chapters in order of time, and last the cover.

    Raises OutputError for more chapters than a table of contents can hold.
    """
    article = narration.script.article
    return id3.tag(
        [
            id3.text("TIT2", line(article.title)),
            id3.text("TPE1", artist(narration)),
            *_date(date(narration)),
            id3.text("TLAN", iso_639_2(article.language)),
            *_source(article),
            id3.comment("eng", notice(narration)),
            id3.text("TLEN", str(milliseconds(narration.length, narration.sample_rate))),
            *_chapters(narration),
            *_cover(narration),
        ]
    )


def _source(article: Article) -> list[bytes]:
    """Publisher, address and licence, as far as they are known.

    Section 4.3.1: WOAS is where the source of the audio stands.
    """
    frames = []
    if article.site:
        frames.append(id3.text("TPUB", line(article.site)))
    if article.url:
        frames.append(id3.link("WOAS", line(article.url)))
    return frames + _licence(line(article.license))


def _licence(terms: str) -> list[bytes]:
    """Section 4.3.1: WCOP is the address of the terms of use.

    Any licence goes into TXXX, as MusicBrainz writes it, since TCOP has to begin with a year (section 4.2.1).
    """
    if not terms:
        return []
    named = id3.user_text("LICENSE", terms)
    if terms.startswith(("https://", "http://")):
        return [id3.link("WCOP", terms), named]
    return [named]


def _cover(narration: Narration) -> list[bytes]:
    cover = narration.cover
    return [id3.picture(cover.thumbnail, line(cover.alt))] if cover else []


def _date(date: str) -> list[bytes]:
    """ID3v2.3 section 4.2.1: the year is four digits in TYER, the day is DDMM in TDAT."""
    if not date:
        return []
    year, *month_and_day = date.split("-")
    frames = [id3.text("TYER", year)]
    if month_and_day:
        month, day = month_and_day
        frames.append(id3.text("TDAT", day + month))
    return frames


def _chapters(narration: Narration) -> list[bytes]:
    """The table of contents, and the chapters."""
    if not narration.chapters:
        return []
    refuse_more_chapters(narration, id3.MAX_ENTRIES, "an MP3", ".opus, .flac or .wav")
    elements = [f"chapter{number}" for number in range(1, len(narration.chapters) + 1)]
    title_of_contents = line(narration.script.article.title)
    frames = [id3.contents("contents", elements, title_of_contents)]
    for element, chapter, title in zip(elements, narration.chapters, titles(narration), strict=True):
        start = milliseconds(chapter.start, narration.sample_rate)
        end = milliseconds(chapter.end, narration.sample_rate)
        frames.append(id3.chapter(element, start, end, title))
    return frames
