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

    Section 4.3.1: WOAS is where the source of the audio stands, and WCOP the terms of use. A licence that is
    a name goes into TXXX, as MusicBrainz writes it, since TCOP has to begin with a year (section 4.2.1).
    """
    terms = line(article.license or "")
    on_the_web = terms.startswith(("https://", "http://"))
    known = (
        (article.site, id3.text("TPUB", line(article.site or ""))),
        (article.url, id3.link("WOAS", line(article.url or ""))),
        (terms and on_the_web, id3.link("WCOP", terms)),
        (terms, id3.user_text("LICENSE", terms)),
    )
    return [frame for value, frame in known if value]


def _cover(narration: Narration) -> list[bytes]:
    cover = narration.cover
    return [id3.picture(cover.thumbnail, line(cover.alt))] if cover else []


def _date(date: str) -> list[bytes]:
    """ID3v2.3 section 4.2.1: the year is four digits in TYER, the day is DDMM in TDAT."""
    year, *rest = date.split("-")
    day = [id3.text("TDAT", rest[1] + rest[0])] if rest else []
    return [id3.text("TYER", year), *day] if year else []


def _chapters(narration: Narration) -> list[bytes]:
    if not narration.chapters:
        return []
    refuse_more_chapters(narration, id3.MAX_ENTRIES, "an MP3", ".opus, .flac or .wav")
    elements = [f"chapter{number}" for number in range(1, len(narration.chapters) + 1)]
    frames = [id3.contents("contents", elements, line(narration.script.article.title))]
    for element, chapter, title in zip(elements, narration.chapters, titles(narration), strict=True):
        start, end = (milliseconds(at, narration.sample_rate) for at in (chapter.start, chapter.end))
        frames.append(id3.chapter(element, start, end, title))
    return frames
