"""Lines that could be headings, and yet open no part of the article: told by what stands below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from statistics import median

from narrate.structure.piece import HEAD, Piece
from narrate.structure.rules.bylines import authors

_ALONE_WORDS = 6
"""Of the lone candidates in 147 articles and pages, those with fewer words are headings, and those with
more are links, titles of videos and captions."""
_LABEL_RUN = 3
_LABEL_WORDS = 60
"""Words of the one paragraph below a label: read in 25 seconds, too short for a chapter of its own."""
_DENSE_RUN = 5
_DENSE_WORDS = 65
"""Median words below a line, likewise, however many paragraphs they make."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A line that may be a heading, and what stands below it."""

    index: int
    """The line's."""
    title: Piece
    below: tuple[Piece, ...]

    @property
    def paragraphs(self) -> list[int]:
        """Their lengths in words."""
        return [len(piece.words) for piece in self.below if piece.is_open]

    @property
    def is_prose(self) -> bool:
        """Whether there is text without lists."""
        return bool(self.paragraphs) and all(piece.kind != "list_item" for piece in self.below)

    @property
    def is_label(self) -> bool:
        """Whether only one short paragraph stands below."""
        return self.is_prose and len(self.paragraphs) == 1 and self.paragraphs[0] <= _LABEL_WORDS

    @property
    def is_long(self) -> bool:
        """Whether the line has more words than most headings."""
        return len(self.title.words) >= _ALONE_WORDS

    @property
    def is_empty(self) -> bool:
        """Whether no text stands below."""
        return not any(piece.kind in (None, "list_item", "dateline") for piece in self.below)


def not_chapters(pieces: Sequence[Piece], found: Sequence[int]) -> set[int]:
    """Indexes of the lines that stand over text, and yet open no part of the article.

    `found`: indexes of the lines that may be headings, at least one, ascending.
    """
    sections = _sections(pieces, found)
    if len(sections) == 1 and sections[0].is_long:
        return {sections[0].index}
    names = re.split(r", | and ", authors(pieces) or "")
    portraits = {section.index for section in sections if section.title.flat in names}
    return portraits | _stray(sections) | _labels(sections)


def _stray(sections: Sequence[_Section]) -> set[int]:
    """Captions, links and summaries that look like headings."""
    return {section.index for section in sections if _is_over_next(section) or _is_summary(section)}


def _sections(pieces: Sequence[Piece], found: Sequence[int]) -> list[_Section]:
    edges = pairwise([*found, len(pieces)])
    return [_Section(index, pieces[index], tuple(pieces[index + 1 : after])) for index, after in edges]


def _is_over_next(section: _Section) -> bool:
    """Whether a sentence stands right above a heading: the caption of a picture, or a link."""
    is_timed = section.title.text[0].isdigit()  # an entry of a running report
    return section.is_empty and section.is_long and not is_timed


def _is_summary(section: _Section) -> bool:
    """Whether a sentence stands between the title and the authors: it opens no part of the article."""
    below = section.below[:1]
    is_above_authors = section.index < HEAD and any(piece.kind == "byline" for piece in below)
    return is_above_authors and is_sentence_case(section.title)


def is_sentence_case(piece: Piece) -> bool:
    """Whether most words begin in lower case, as in a sentence and unlike an American headline."""
    lower = sum(word[0].islower() for word in piece.words)
    return lower * 2 > len(piece.words)


def _labels(sections: Sequence[_Section]) -> set[int]:
    """Lines over little text, several in a row: terms that are explained, steps, names of speakers."""
    over_prose = _runs(sections, _is_prose)
    over_labels = _runs(sections, _is_label)
    runs = list(filter(_is_dense, over_prose))
    runs += [run for run in over_labels if len(run) >= _LABEL_RUN]
    found = chain.from_iterable(runs)
    return {section.index for section in found}


def _is_dense(run: Sequence[_Section]) -> bool:
    """Whether so many lines stand over so little text that they are no headings."""
    if len(run) < _DENSE_RUN:
        return False
    return median(sum(section.paragraphs) for section in run) <= _DENSE_WORDS


def _is_prose(section: _Section) -> bool:
    return section.is_prose


def _is_label(section: _Section) -> bool:
    return section.is_label


def _runs(sections: Iterable[_Section], belongs: Callable[[_Section], bool]) -> list[list[_Section]]:
    """Sections after one another that belong together."""
    return [list(run) for fits, run in groupby(sections, belongs) if fits]
