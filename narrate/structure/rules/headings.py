"""Sub-headings: short lines without the end of a sentence, with text below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from narrate.english.sentence_ends import ends_sentence, has_inner_end
from narrate.structure.piece import HEAD, Piece, index_of, marked_at
from narrate.structure.rules.heading_sections import is_sentence_case, not_chapters
from narrate.structure.rules.tagging import has_finite_verb

_WORDS = 15
"""The longest sub-heading in the labelled pages has 14; longer lines without an end are captions or leads."""
_LENGTH = 110
"""Characters, for scripts without spaces as well."""
_QUESTION_WORDS = 10
_COMMAS = 2
_STYLE_LINES = 4
_STYLE_WORDS = 7
"""Median words of the lines that may be headings: a publisher keeps to labels or to whole sentences."""
_SENTENCE_WORDS = 9
_SUMMARY_WORDS, _TITLE_WORDS = 8, 20
"""Of a summary at least, of the title of a chapter at most."""
_BODY = (None, "list_item", "dateline")
"""Kinds of what a heading can stand over; None is a paragraph."""
_TEXT = (None, "paragraph", "list_item")
"""Tags of what a summary stands above."""
# Sentences that comment or quote, and so describe no picture.
_NO_CAPTION = re.compile(r"(?:It|I|There|Why|How|What)\b|.*(?:[“”\"‘]|(?<!\w)')")
_ANCHOR = re.compile(r"(?<!\s)\s*[#¶§]$")
_QUOTED = re.compile(r"[‘'](?P<single>.*)[’']|[“\"„«](?P<double>.*)[”\"“»]", re.DOTALL)
_OPENING = "‘'“\"„«¿¡"
_GOES_ON = (":", ",", ";", "—", "-", "…", "...")
"""Ends of lines that the next line goes on."""


def mark_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark the open pieces that are headings; a last one heads nothing."""
    found = _without_single_year(pieces, _candidates(pieces))
    if not found:
        return list(pieces)
    captions = _captions(pieces, found)
    headings = found - captions
    if headings:
        headings -= not_chapters(pieces, sorted(headings))
    marked = marked_at(pieces, headings, "heading")
    return marked_at(marked, captions, "caption")


def _candidates(pieces: Sequence[Piece]) -> set[int]:
    """Indexes of the open lines that read as headings, stand above some text, and say so only once."""
    likely = _worded_as_headings(pieces)
    short = [piece for piece in pieces if piece.is_open and len(piece.text) <= _LENGTH]
    occurrences = Counter(piece.flat for piece in short)
    last = _last_body(pieces, likely)
    above_text = [index for index in likely if index < last]
    return {index for index in above_text if occurrences[pieces[index].flat] == 1}


def _worded_as_headings(pieces: Sequence[Piece]) -> set[int]:
    return {index for index, piece in enumerate(pieces) if piece.is_open and _is_heading(piece)}


def _last_body(pieces: Sequence[Piece], likely: set[int]) -> int:
    """The index of the last piece that a heading can stand over; -1 where there is none."""
    bodies = [index for index, piece in enumerate(pieces) if piece.kind in _BODY and index not in likely]
    return max(bodies, default=-1)


def _without_single_year(pieces: Sequence[Piece], found: set[int]) -> set[int]:
    """Years are headings of a timeline, which has several."""
    years = {index for index in found if _is_year(pieces[index])}
    return found - years if len(years) == 1 else found


def _is_heading(piece: Piece) -> bool:
    """Whether a line is worded and punctuated as headings are."""
    if not _is_short(piece) or not _is_one_phrase(piece.text):
        return False
    if not any(map(str.isalpha, piece.text)):
        return _is_year(piece)
    quoted = _QUOTED.fullmatch(piece.text)
    return _is_quoted_heading(quoted, piece) if quoted else _ends_as_heading(piece)


def _is_short(piece: Piece) -> bool:
    is_paragraph = piece.tag == "paragraph"
    return not is_paragraph and len(piece.words) <= _WORDS and len(piece.text) <= _LENGTH


def _without_anchor(text: str) -> str:
    return _ANCHOR.sub("", text)


def _ends_as_heading(piece: Piece) -> bool:
    text = _without_anchor(piece.text)
    is_short_question = text.endswith("?") and len(piece.words) <= _QUESTION_WORDS
    return is_short_question or not ends_sentence(text)


def _is_one_phrase(text: str) -> bool:
    """Whether a line is neither part of a sentence nor more than one."""
    first = text.lstrip(_OPENING)[:1]
    begins = first.isalnum() and not first.islower()
    ends = text.count(",") <= _COMMAS and not text.endswith(_GOES_ON)
    return begins and ends and not has_inner_end(_without_anchor(text))


def _is_year(piece: Piece) -> bool:
    return piece.text.isdigit() and len(piece.text) == 4


def _is_quoted_heading(match: re.Match[str], piece: Piece) -> bool:
    """A heading quotes a few words; what ends as a sentence in double marks is a paragraph of speech."""
    inner = match["single"] or match["double"] or ""
    if inner.endswith((".", ",", ".”", "…")):
        return False
    if not inner.endswith(("?", "!")):
        return True
    return match["single"] is not None and len(piece.words) <= _QUESTION_WORDS


def _captions(pieces: Sequence[Piece], found: set[int]) -> set[int]:
    """Whole sentences in an article whose headings are a few words: captions without a mark of their own."""
    lengths = [len(pieces[index].words) for index in found]
    has_sentence_style = len(found) < _STYLE_LINES or median(lengths) > _STYLE_WORDS
    if has_sentence_style:
        return set()
    return {index for index in found if _is_plain_sentence(pieces[index])}


def _is_plain_sentence(piece: Piece) -> bool:
    is_numbered = piece.text[0].isdigit()
    if is_numbered or len(piece.words) < _SENTENCE_WORDS or _NO_CAPTION.match(piece.flat):
        return False
    return has_finite_verb(piece.flat)


def untag_large_print(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the heading tags that pages give to what they print large: the summary, and long quotations."""
    first_of_text = index_of(pieces, _is_text)
    top = min(first_of_text or 0, HEAD)
    return [_untagged(piece, above_text=index < top) for index, piece in enumerate(pieces)]


def _untagged(piece: Piece, *, above_text: bool) -> Piece:
    if _is_large_print(piece, above_text=above_text):
        return replace(piece, tag="paragraph", level=None)
    return piece


def _is_text(piece: Piece) -> bool:
    return piece.is_open and piece.tag in _TEXT


def _is_large_print(piece: Piece, *, above_text: bool) -> bool:
    if not piece.is_open or piece.tag != "heading":
        return False
    words = len(piece.words)
    is_summary = above_text and words >= _SUMMARY_WORDS and is_sentence_case(piece)
    return is_summary or words > _TITLE_WORDS
