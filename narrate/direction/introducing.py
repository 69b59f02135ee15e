"""What is said of an article before it begins: where it is from, of which day, and how long it takes."""

from __future__ import annotations

from datetime import date

from narrate.model import Article, Block

CHARACTERS_PER_SECOND = 16.4
"""Of news read by the default voice at its usual rate, pauses included: 8067 characters in 492 s."""
SYNTHETIC = "Read by synthetic voices."


def introduction(article: Article, blocks: list[Block], rate: float = 1.0, disclose: bool = False) -> str:
    """One sentence, "The Ansel Post, May 4, 2019: about 8 minutes, 6 chapters."; "" where nothing is known.

    `blocks` are those that will be spoken and `rate` how fast. With `disclose`, it says that the voices are
    synthetic. Who hears less than a minute has nothing to plan, so neither length nor chapters are said.
    """
    origin = ", ".join(filter(None, (article.site, _day(article.published))))
    length = _length(blocks, rate)
    extent = ", ".join(filter(None, (length, length and _chapters(blocks))))
    sentence = ": ".join(filter(None, (origin, extent)))
    said = [sentence[0].upper() + sentence[1:] + "."] if sentence else []
    return " ".join([*said, SYNTHETIC] if disclose else said)


def _day(published: str | None) -> str:
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return ""
    return f"{day:%B} {day.day}, {day.year}"


def _length(blocks: list[Block], rate: float) -> str:
    minutes = round(sum(len(block.text) for block in blocks) / CHARACTERS_PER_SECOND / rate / 60)
    return f"about {minutes} minute{'s' if minutes > 1 else ''}" if minutes else ""


def _chapters(blocks: list[Block]) -> str:
    """As they are counted in the recording: what comes before the first heading is one."""
    headings = [block.kind == "heading" for block in blocks]
    count = sum(headings) + (not headings[0] if headings else 0)
    return f"{count} chapters" if count > 1 else ""
