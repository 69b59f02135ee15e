"""The contents, as they follow from the levels of the headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def outline(document: Document, levels: Mapping[int, int]) -> tuple[Entry, ...]:
    """Every chapter in order, below the one that its heading is below."""
    return _nested([(_depth(chapter, levels), chapter) for chapter in document.chapters])


def first_heading(chapter: DocumentChapter, levels: Mapping[int, int]) -> int | None:
    """Where the first heading of a chapter stands in the source; None if it has no heading."""
    for passage in chapter.passages:
        start = passage.block.start
        if start in levels:
            return start
    return None


def _depth(chapter: DocumentChapter, levels: Mapping[int, int]) -> int:
    """The level of a chapter, 2 or more; one without a heading stands beside those of the highest level."""
    heading = first_heading(chapter, levels)
    if heading is None:
        return 2
    return max(levels[heading], 2)


def _nested(flat: Sequence[_Flat]) -> tuple[Entry, ...]:
    """Since no level is left out on the way down, the first chapter is among the highest."""
    highest = [at for at, (depth, _) in enumerate(flat) if depth == flat[0][0]]
    entries = []
    for first, end in pairwise([*highest, len(flat)]):
        _, chapter = flat[first]
        below = _nested(flat[first + 1 : end])
        entries.append(Entry(chapter.title, f"{chapter.id}.xhtml", below))
    return tuple(entries)
