"""What is said of an article before it begins: where it is from, of which day, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.direction.announcements import Announcements, announcements
from narrate.english.dates import published_day
from narrate.model import Article, Block

CHARACTERS_PER_SECOND = 16.4
"""Of news read by the default voice at its usual rate, pauses included: 8067 characters in 492 s. For other
languages it is a guess."""


def introduction(article: Article, blocks: Sequence[Block], rate: float = 1.0, disclose: bool = False) -> str:
    """One sentence, "The Ansel Post, May 4, 2019: about 8 minutes, 6 chapters."; "" if nothing is known.

    `blocks` are those that will be spoken and `rate` how fast. With `disclose`, it says that the voices are
    synthetic. Who hears less than a minute has nothing to plan, so neither length nor chapters are said.
    """
    words = announcements(article.language)
    day = _day(article.published, words)
    origin = _listed(", ", article.site, day)
    length = _length(blocks, rate, words)
    extent = _listed(", ", length, _chapters(blocks, words)) if length else ""
    facts = _listed(": ", origin, extent)
    sentence = f"{facts[0].upper()}{facts[1:]}." if facts else ""
    return _listed(" ", sentence, words.synthetic if disclose else "")


def _listed(separator: str, *parts: str | None) -> str:
    """What is known, with a separator between."""
    return separator.join(filter(None, parts))


def _day(published: str | None, words: Announcements) -> str:
    """The day of publication in words; "" if it is not known, or if the language has no words."""
    day = published_day(published)
    if day is None:
        return ""
    if not words.months:
        return ""
    month = words.months.split()[day.month - 1]
    return words.date.format(day=day.day, month=month, year=day.year)


def _length(blocks: Sequence[Block], rate: float, words: Announcements) -> str:
    """About how many minutes the blocks take; "" if less than one."""
    characters = sum(len(block.text) for block in blocks)
    minutes = round(characters / CHARACTERS_PER_SECOND / rate / 60)
    if not minutes:
        return ""
    template = words.minute if minutes == 1 else words.minutes
    return template.format(n=minutes)


def _chapters(blocks: Sequence[Block], words: Announcements) -> str:
    """As they are counted in the recording: what comes before the first heading is one."""
    headings = [block.kind == "heading" for block in blocks]
    opens_without = bool(headings) and not headings[0]
    count = sum(headings) + opens_without
    return words.chapters.format(n=count) if count > 1 else ""
