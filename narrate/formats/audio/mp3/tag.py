"""What the tag of a narration's MP3 says."""

from __future__ import annotations

from narrate.formats.audio.mp3 import id3
from narrate.formats.credits import artist, date, line, notice, titles
from narrate.formats.languages import iso_639_2
from narrate.formats.timestamps import milliseconds
from narrate.model import Article, Narration


def narration_tag(narration: Narration) -> bytes:
    """Title, artist, date, language, source, notice, length, chapters in order of time, and last the cover.

    More chapters than one table of contents can hold are listed in tables inside it.
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
    elements = [f"chapter{number}" for number in range(1, len(narration.chapters) + 1)]
    frames = _contents(elements, line(narration.script.article.title))
    for element, chapter, title in zip(elements, narration.chapters, titles(narration), strict=True):
        start = milliseconds(chapter.start, narration.sample_rate)
        end = milliseconds(chapter.end, narration.sample_rate)
        frames.append(id3.chapter(element, start, end, title))
    return frames


def _contents(elements: list[str], title: str) -> list[bytes]:
    """The table of contents; if one has no room for all, it lists tables, each of a part of the chapters.

    Addendum 3.2: an entry is a chapter or another table. There is room for 65,025 chapters.
    """
    if len(elements) <= id3.MAX_ENTRIES:
        return [id3.contents("contents", elements, title)]
    tables: list[bytes] = []
    names: list[str] = []
    for first in range(0, len(elements), id3.MAX_ENTRIES):
        part = elements[first : first + id3.MAX_ENTRIES]
        name = f"contents{len(names) + 1}"
        names.append(name)
        tables.append(id3.contents(name, part, f"Chapters {first + 1} to {first + len(part)}", is_top=False))
    return [id3.contents("contents", names, title), *tables]
