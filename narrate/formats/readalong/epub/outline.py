"""The contents, as they follow from the levels of the headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from narrate.formats.readalong.document import Document, DocumentChapter

_Flat = tuple[int, DocumentChapter]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    title: str
    address: str
    """The page that it leads to."""
    entries: tuple[Entry, ...] = ()
    """Chapters whose headings are below this one's."""
    language: str = ""
    """Of the title, where it is not the book's."""


def outline(document: Document, levels: dict[int, int]) -> tuple[Entry, ...]:
    """Every chapter in order, below the one that its heading is below."""
    return _nested([(_depth(chapter, levels), chapter) for chapter in document.chapters])


def _depth(chapter: DocumentChapter, levels: dict[int, int]) -> int:
    """A chapter before the first heading stands beside those of the highest level."""
    found = (levels[p.block.start] for p in chapter.passages if p.block.start in levels)
    return max(next(found, 2), 2)


def _nested(flat: Sequence[_Flat]) -> tuple[Entry, ...]:
    """Since no level is left out on the way down, the first chapter is among the highest."""
    highest = [at for at, (depth, _) in enumerate(flat) if depth == flat[0][0]]
    return tuple(
        Entry(flat[first][1].title, f"{flat[first][1].id}.xhtml", _nested(flat[first + 1 : end]))
        for first, end in pairwise([*highest, len(flat)])
    )
