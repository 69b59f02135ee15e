"""Sub-headings: short lines without the end of a sentence, with text below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from narrate.model import BlockKind
from narrate.structure.piece import HEAD, Piece
from narrate.structure.rules.bylines import authors
from narrate.structure.rules.tagging import has_finite_verb

_WORDS = 15
"""The longest sub-heading in the labelled pages has 14; longer lines without an end are captions or leads."""
_LENGTH = 110
"""Characters, for scripts without spaces as well."""
_QUESTION_WORDS = 10
_STYLE_LINES = 4
_STYLE_WORDS = 7
"""Median words of the lines that may be headings: a publisher keeps to labels or to whole sentences."""
_SENTENCE_WORDS = 9
_ALONE_WORDS = 6
"""Of the lone candidates in 147 articles and pages, those with fewer words are headings, and those with
more are links, titles of videos and captions."""
_SUMMARY_WORDS, _TITLE_WORDS = 8, 20
"""Of a summary at least, of the title of a chapter at most."""
_TEXT = (None, "paragraph", "list_item")
"""Tags of what a summary stands above."""
_LABEL_RUN = 3
_LABEL_WORDS = 60
"""Words of the one paragraph below a label: read in 25 seconds, too short for a chapter of its own."""
_DENSE_RUN = 5
_DENSE_WORDS = 65
"""Median words below a line, likewise, however many paragraphs they make."""
_NO_CAPTION = re.compile(r"(?:It|I|There|Why|How|What)\b|.*(?:[“”\"‘]|(?<!\w)')")
_ANCHOR = re.compile(r"(?<!\s)\s*[#¶§]$")
_INNER_END = re.compile(r"[!?] |\w{4,}\. [A-Z]|[。！？]")
_QUOTED = re.compile(r"[‘'](?P<single>.*)[’']|[“\"„«](?P<double>.*)[”\"“»]", re.DOTALL)


def mark_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark the open pieces that are headings; a last one heads nothing."""
    bodies = [index for index, piece in enumerate(pieces) if _is_body(piece)]
    last = bodies[-1] if bodies else -1
    repeated = Counter(piece.flat for piece in pieces if piece.kind is None and len(piece.text) <= _LENGTH)
    found = {
        index
        for index, piece in enumerate(pieces[: last + 1])
        if piece.kind is None and repeated[piece.flat] == 1 and _is_heading(piece)
    }
    if sum(_is_year(pieces[index]) for index in found) == 1:  # of a timeline there would be several
        found = {index for index in found if not _is_year(pieces[index])}
    if not found:
        return list(pieces)
    captions = _captions(pieces, found)
    headings = found - captions
    headings -= _not_chapters(pieces, sorted(headings)) if headings else set()
    kinds: dict[int, BlockKind] = {}
    kinds.update(dict.fromkeys(headings, "heading"))
    kinds.update(dict.fromkeys(captions, "caption"))
    return [piece.marked(kinds[index]) if index in kinds else piece for index, piece in enumerate(pieces)]


def untag_sentences(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the heading tags that pages give to what they print large: the summary, and long quotations."""
    text = next((at for at, piece in enumerate(pieces) if piece.kind is None and piece.tag in _TEXT), 0)
    return [
        replace(piece, tag="paragraph", level=None)
        if piece.kind is None
        and piece.tag == "heading"
        and _is_large_print(piece, above=at < min(text, HEAD))
        else piece
        for at, piece in enumerate(pieces)
    ]


def _is_large_print(piece: Piece, *, above: bool) -> bool:
    words = len(piece.words)
    return words > _TITLE_WORDS or (above and words >= _SUMMARY_WORDS and _is_sentence_case(piece))


def _captions(pieces: Sequence[Piece], found: set[int]) -> set[int]:
    """Whole sentences in an article whose headings are a few words: captions without a mark of their own."""
    lengths = [len(pieces[at].words) for at in found]
    if len(found) < _STYLE_LINES or median(lengths) > _STYLE_WORDS:
        return set()
    return {at for at in found if _is_plain_sentence(pieces[at])}


def _is_plain_sentence(piece: Piece) -> bool:
    numbered = piece.text[0].isdigit()
    if numbered or len(piece.words) < _SENTENCE_WORDS or _NO_CAPTION.match(piece.flat):
        return False
    return has_finite_verb(piece.flat)


def _not_chapters(pieces: Sequence[Piece], found: Sequence[int]) -> set[int]:
    """Lines that stand over text, and yet open no part of the article."""
    sections = [_Section(at, tuple(pieces[at + 1 : after])) for at, after in pairwise([*found, len(pieces)])]
    if len(sections) == 1 and sections[0].title_words(pieces) >= _ALONE_WORDS:
        return {found[0]}
    over_next = {section.at for section in sections if _is_over_next(section, pieces)}
    over_next |= {section.at for section in sections if _is_summary(section, pieces)}
    names = re.split(r", | and ", authors(pieces) or "")
    portraits = {at for at in found if pieces[at].flat in names}
    return over_next | portraits | _labels(sections)


@dataclass(frozen=True, slots=True)
class _Section:
    """A line that may be a heading, and what stands below it."""

    at: int
    """The line's index."""
    below: tuple[Piece, ...]

    @property
    def paragraphs(self) -> list[int]:
        """Their lengths in words."""
        return [len(piece.words) for piece in self.below if piece.kind is None]

    @property
    def is_prose(self) -> bool:
        """Whether there is text without lists."""
        return bool(self.paragraphs) and all(piece.kind != "list_item" for piece in self.below)

    def title_words(self, pieces: Sequence[Piece]) -> int:
        """The length of the line."""
        return len(pieces[self.at].words)


def _is_over_next(section: _Section, pieces: Sequence[Piece]) -> bool:
    """A sentence right above a heading is the caption of a picture, or a link."""
    empty = not any(piece.kind in (None, "list_item", "dateline") for piece in section.below)
    timed = pieces[section.at].text[0].isdigit()  # an entry of a running report
    return empty and not timed and section.title_words(pieces) >= _ALONE_WORDS


def _is_summary(section: _Section, pieces: Sequence[Piece]) -> bool:
    """A sentence between the title and the authors opens no part of the article."""
    is_above = section.at < HEAD and bool(section.below) and section.below[0].kind == "byline"
    return is_above and _is_sentence_case(pieces[section.at])


def _is_sentence_case(piece: Piece) -> bool:
    return sum(word[0].islower() for word in piece.words) * 2 > len(piece.words)


def _labels(sections: Sequence[_Section]) -> set[int]:
    """Lines over little text, several in a row: terms that are explained, steps, names of speakers."""
    labels: set[int] = set()
    for run in _runs(sections, lambda section: section.is_prose):
        if len(run) >= _DENSE_RUN and median(sum(section.paragraphs) for section in run) <= _DENSE_WORDS:
            labels |= {section.at for section in run}
    for run in _runs(sections, _is_label):
        if len(run) >= _LABEL_RUN:
            labels |= {section.at for section in run}
    return labels


def _is_label(section: _Section) -> bool:
    return section.is_prose and len(section.paragraphs) == 1 and section.paragraphs[0] <= _LABEL_WORDS


def _runs(sections: Sequence[_Section], belongs: Callable[[_Section], bool]) -> list[list[_Section]]:
    return [list(run) for fits, run in groupby(sections, belongs) if fits]


def _is_body(piece: Piece) -> bool:
    """What a heading can stand over."""
    return piece.kind in ("list_item", "dateline") or (piece.kind is None and not _is_heading(piece))


def _is_heading(piece: Piece) -> bool:
    words = len(piece.words)
    text = _ANCHOR.sub("", piece.text)
    if (
        piece.tag == "paragraph"
        or words > _WORDS
        or len(piece.text) > _LENGTH
        or _INNER_END.search(text)
        or piece.text.count(",") > 2
        or piece.text.endswith((":", ",", ";", "—", "-", "…", "..."))
    ):
        return False
    first = piece.text.lstrip("‘'“\"„«¿¡")[:1]
    if not first.isalnum() or first.islower():
        return False
    if not any(map(str.isalpha, piece.text)):
        return _is_year(piece)
    if match := _QUOTED.fullmatch(piece.text):
        return _is_quoted_heading(match, words)
    return not Piece(text, 0).closed or (text.endswith("?") and words <= _QUESTION_WORDS)


def _is_year(piece: Piece) -> bool:
    return piece.text.isdigit() and len(piece.text) == 4


def _is_quoted_heading(match: re.Match[str], words: int) -> bool:
    """A heading quotes a few words; what ends as a sentence in double marks is a paragraph of speech."""
    inner = match["single"] or match["double"] or ""
    if inner.endswith((".", ",", ".”", "…")):
        return False
    return not inner.endswith(("?", "!")) or (match["single"] is not None and words <= _QUESTION_WORDS)
