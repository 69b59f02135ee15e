"""A cover of letters: the title as large as it fits, and below it who published it and when."""

from __future__ import annotations

import random
from hashlib import sha256
from typing import TYPE_CHECKING

from narrate.covers.letters import drawable
from narrate.covers.setting import Face, Setting, faces, fitted
from narrate.english.dates import MONTHS, published_day
from narrate.model import Article

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

SIZE = 3000
"""Pixels of a side: the most that podcast directories take (Apple: 1400 to 3000)."""
MARGIN = 240
COLUMN = SIZE - 2 * MARGIN
TITLE_TOP, TITLE_HEIGHT = 240, 1560
FOOT = SIZE - MARGIN
BARS, BAR_WIDTH, BARS_AT, BARS_HEIGHT = 48, 22, 2150, 300
# Largest first. Directories show a cover 100 pixels wide, where the smallest is 4 pixels high: a title that
# long cannot be read there in any size.
TITLE_SIZES = (400, 360, 320, 280, 250, 220, 190, 165, 140, 120)
SMALL = 96
FOOT_HEIGHT = 400
VOICES = "Read by synthetic voices"
PALETTES = (
    ("#12263a", "#f4f1de", "#f2a65a"),
    ("#2d1e2f", "#f7ede2", "#f28482"),
    ("#0b3c49", "#fef9ef", "#f9c74f"),
    ("#1b3022", "#f1f5e8", "#b5d99c"),
    ("#3a1c1c", "#fbeee6", "#f4b393"),
    ("#1f2041", "#f3f0ff", "#9fb4ff"),
    ("#2b2d42", "#edf2f4", "#8ecae6"),
    ("#3d2645", "#f8f0fb", "#e0aaff"),
)
"""Ground, letters and accent. Letters have a contrast of 13:1 or more on their ground, accents of 6:1 or more
(WCAG 2.2, 1.4.6 asks for 7:1 and 4.5:1 of large letters); a test measures it."""


def drawn(article: Article) -> tuple[Image, str]:
    """The picture, SIZE by SIZE, and what it shows in words.

    The fonts have Latin, Greek and Cyrillic. Emoji and other signs are left out, and the words beside them
    stay; a line in other letters is left out, and the description says so.
    """
    from PIL import Image, ImageDraw

    chance = random.Random(sha256(article.title.encode("utf-8", "replace")).digest())
    ground, letters, accent = chance.choice(PALETTES)
    image = Image.new("RGB", (SIZE, SIZE), ground)
    canvas = ImageDraw.Draw(image)
    serif, sans = faces()
    shown = drawable(article.title, serif.has)
    title = fitted(shown, serif, TITLE_SIZES, COLUMN, TITLE_HEIGHT) if shown else None
    if title:
        _write(canvas, title, TITLE_TOP, letters)
    _bars(canvas, chance, accent)
    foot = _foot(article, sans)
    if foot:
        _write(canvas, foot, FOOT - foot.height, letters)
    return image, _description(article, shown if title else "")


def _foot(article: Article, sans: Face) -> Setting | None:
    """Publisher or author, and the day; the last line says that the voices are synthetic."""
    known = filter(None, _origin(article))
    line = " · ".join(known)
    whole = f"{line}\n{VOICES}" if line else VOICES
    setting = fitted(drawable(whole, sans.has), sans, (SMALL,), COLUMN, FOOT_HEIGHT)
    if setting is not None:
        return setting
    # Without the line whose letters the font lacks.
    return fitted(VOICES, sans, (SMALL,), COLUMN, FOOT_HEIGHT)


def _origin(article: Article) -> tuple[str, str]:
    """Who published or wrote the article, and the day; "" for what is not known."""
    return article.site or article.byline or "", _day(article.published or "")


def _day(published: str) -> str:
    """ "14 December 2016" for "2016-12-14"; as it is if it is not a date."""
    day = published_day(published)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else published


def _write(canvas: ImageDraw, setting: Setting, top: float, colour: str) -> None:
    for number, line in enumerate(setting.lines):
        canvas.text((MARGIN, top + number * setting.leading), line, colour, setting.font, anchor="la")


def _bars(canvas: ImageDraw, chance: random.Random, colour: str) -> None:
    """A row of bars, high and low by turns as the loudness of speech is: an ornament, not the recording."""
    step = (COLUMN - BAR_WIDTH) / (BARS - 1)
    level = 0.5
    for number in range(BARS):
        # Drawn back to the middle, so that bars stay neither high nor low.
        drawn_back = level + 0.3 * (0.5 - level)
        moved = drawn_back + chance.uniform(-0.45, 0.45)
        level = min(1.0, max(0.08, moved))
        left = MARGIN + number * step
        half = level * BARS_HEIGHT / 2
        box = (left, BARS_AT - half, left + BAR_WIDTH, BARS_AT + half)
        canvas.rounded_rectangle(box, BAR_WIDTH / 2, colour)


def _description(article: Article, shown: str) -> str:
    """What the cover shows, for those who cannot see it; `shown` is what is drawn of the title."""
    title = f"the title “{shown}”" if shown else "no title, which the font cannot show"
    origin = ", ".join(filter(None, _origin(article)))
    by = f", {origin}," if origin else ""
    return f"Cover with {title}{by} and a row of bars like a sound wave."
