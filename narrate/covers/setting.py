"""Letters in a box: the largest size at which a text fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

LEADING = 1.16
"""Times the size, from line to line: Source Serif's own is 1.25, which is for long texts."""
LONGEST, LONGEST_WORD = 400, 20
"""Characters of a text that has to be cut, and of a word in it: more never fits on a cover."""
NOT_A_CHARACTER = "\uffff"
"""A code point that no font has: it is drawn as the box that stands for missing letters."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface in one weight."""

    path: Path

    def at(self, size: int) -> FreeTypeFont:
        """The face in a size in pixels."""
        from PIL import ImageFont

        # The basic layout: the other one needs a system library, and differs from system to system.
        return ImageFont.truetype(self.path, size, layout_engine=ImageFont.Layout.BASIC)

    def has(self, text: str) -> bool:
        """Whether every letter of `text` can be drawn, from left to right."""
        font = self.at(40)
        missing = bytes(font.getmask(NOT_A_CHARACTER))
        return all(c.isspace() or bytes(font.getmask(c)) != missing for c in set(text))


@dataclass(frozen=True, slots=True)
class Setting:
    """A text set in lines."""

    font: FreeTypeFont
    lines: tuple[str, ...]
    leading: float
    """Pixels from line to line."""

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the foot of the last."""
        return len(self.lines) * self.leading


def faces() -> tuple[Face, Face]:
    """Source Serif Pro for titles and Source Sans Pro for the rest (both OFL 1.1), from their packages."""
    import font_source_sans_pro as sans
    import font_source_serif_pro as serif

    return (
        Face(Path(serif.font_files_ttf["SourceSerifProSemibold"])),
        Face(Path(sans.font_files_ttf["SourceSansPro"])),
    )


def fitted(text: str, face: Face, sizes: Sequence[int], width: float, height: float) -> Setting | None:
    """`text` in the first of `sizes` at which it fits into the box, else cut with "…" in the last.

    None if the face lacks a letter. Line ends in `text` are kept.
    """
    if not face.has(text):
        return None
    for size in sizes:
        font = face.at(size)
        setting = _set_within(text, font, width, height)
        if setting is not None:
            return setting
    smallest = face.at(sizes[-1])
    return _cut(text, smallest, width, height)


def _cut(text: str, font: FreeTypeFont, width: float, height: float) -> Setting | None:
    """As much of `text` as fits, and "…"; words that are wider than the box are divided."""
    beginning = text[:LONGEST]
    words = re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", r"\1 ", beginning).split()
    while words:
        words.pop()
        shorter = " ".join(words) + "…"
        setting = _set_within(shorter, font, width, height)
        if setting is not None:
            return setting
    return None


def _set_within(text: str, font: FreeTypeFont, width: float, height: float) -> Setting | None:
    """The text in lines, if it fits into the box."""
    setting = _set(text, font, width)
    if setting is None or setting.height > height:
        return None
    return setting


def _set(text: str, font: FreeTypeFont, width: float) -> Setting | None:
    """Every line filled as far as it goes; None if one word is wider than the box."""
    widest = max(map(font.getlength, text.split()), default=0.0)
    if widest > width:
        return None
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _filled_lines(paragraph.split(), font, width)
    leading = LEADING * font.size
    return Setting(font, tuple(lines), leading)


def _filled_lines(words: Sequence[str], font: FreeTypeFont, width: float) -> list[str]:
    """Words in lines as long as the box is wide; one empty line for none. No word is wider than the box."""
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
