"""What is said of an article before it begins: where it is from, of which day, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.direction.phrases import Phrases, phrases
from narrate.english.dates import published_day
from narrate.model import Article, Block

CHARACTERS_PER_SECOND = 16.4
"""Of news read by the default voice at its usual rate, pauses included: 8067 characters in 492 s. For other
languages it is a guess."""


def introduction(article: Article, blocks: Sequence[Block], rate: float = 1.0, disclose: bool = False) -> str:
    """One sentence, "The Ansel Post, May 4, 2019: about 8 minutes, 6 chapters."; "" where nothing is known.

    `blocks` are those that will be spoken and `rate` how fast. With `disclose`, it says that the voices are
    synthetic. Who hears less than a minute has nothing to plan, so neither length nor chapters are said.
    """
    words = phrases(article.language)
    length = _length(blocks, rate, words)
    origin = ", ".join(filter(None, (article.site, _day(article.published, words))))
    extent = ", ".join(filter(None, (length, length and _chapters(blocks, words))))
    sentence = ": ".join(filter(None, (origin, extent)))
    said = [sentence[0].upper() + sentence[1:] + "."] if sentence else []
    return " ".join(filter(None, [*said, words.synthetic if disclose else ""]))


def _day(published: str | None, words: Phrases) -> str:
    day = published_day(published)
    if day is None:
        return ""
    months = words.months.split()
    return words.date.format(day=day.day, month=months[day.month - 1], year=day.year) if months else ""


def _length(blocks: Sequence[Block], rate: float, words: Phrases) -> str:
    minutes = round(sum(len(block.text) for block in blocks) / CHARACTERS_PER_SECOND / rate / 60)
    return (words.minute if minutes == 1 else words.minutes).format(n=minutes) if minutes else ""


def _chapters(blocks: Sequence[Block], words: Phrases) -> str:
    """As they are counted in the recording: what comes before the first heading is one."""
    headings = [block.kind == "heading" for block in blocks]
    count = sum(headings) + (not headings[0] if headings else 0)
    return words.chapters.format(n=count) if count > 1 else ""
