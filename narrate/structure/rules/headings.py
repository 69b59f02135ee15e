"""Sub-headings: short lines without the end of a sentence, with text below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from narrate.english.sentence_ends import ends_sentence, has_inner_end
from narrate.model import BlockKind
from narrate.structure.piece import HEAD, Piece, marked_at
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
    kinds: dict[int, BlockKind] = {}
    kinds.update(dict.fromkeys(headings, "heading"))
    kinds.update(dict.fromkeys(captions, "caption"))
    return marked_at(pieces, kinds)


def _candidates(pieces: Sequence[Piece]) -> set[int]:
    """Indexes of the open lines that read as headings, stand above some text, and say so only once."""
    bodies = [index for index, piece in enumerate(pieces) if _is_body(piece)]
    last = bodies[-1] if bodies else -1
    short = [piece for piece in pieces if piece.is_open and len(piece.text) <= _LENGTH]
    occurrences = Counter(piece.flat for piece in short)
    found: set[int] = set()
    for index, piece in enumerate(pieces[: last + 1]):
        if piece.is_open and occurrences[piece.flat] == 1 and _is_heading(piece):
            found.add(index)
    return found


def _is_body(piece: Piece) -> bool:
    """What a heading can stand over."""
    if piece.is_open:
        return not _is_heading(piece)
    return piece.kind in ("list_item", "dateline")


def _without_single_year(pieces: Sequence[Piece], found: set[int]) -> set[int]:
    """Years are headings of a timeline, which has several."""
    years = {index for index in found if _is_year(pieces[index])}
    return found - years if len(years) == 1 else found


def _is_heading(piece: Piece) -> bool:
    """Whether a line is worded and punctuated as headings are."""
    if piece.tag == "paragraph" or len(piece.words) > _WORDS or len(piece.text) > _LENGTH:
        return False
    text = _ANCHOR.sub("", piece.text)
    if has_inner_end(text) or _is_part_of_sentence(piece.text):
        return False
    if not any(map(str.isalpha, piece.text)):
        return _is_year(piece)
    quoted = _QUOTED.fullmatch(piece.text)
    if quoted:
        return _is_quoted_heading(quoted, len(piece.words))
    is_short_question = text.endswith("?") and len(piece.words) <= _QUESTION_WORDS
    return is_short_question or not ends_sentence(text)


def _is_part_of_sentence(text: str) -> bool:
    """Whether a line goes on on the next one, or from the one before."""
    if text.count(",") > _COMMAS or text.endswith(_GOES_ON):
        return True
    first = text.lstrip(_OPENING)[:1]
    return not first.isalnum() or first.islower()


def _is_year(piece: Piece) -> bool:
    return piece.text.isdigit() and len(piece.text) == 4


def _is_quoted_heading(match: re.Match[str], words: int) -> bool:
    """A heading quotes a few words; what ends as a sentence in double marks is a paragraph of speech."""
    inner = match["single"] or match["double"] or ""
    if inner.endswith((".", ",", ".”", "…")):
        return False
    if not inner.endswith(("?", "!")):
        return True
    return match["single"] is not None and words <= _QUESTION_WORDS


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
    top = min(_first_of_text(pieces), HEAD)
    untagged: list[Piece] = []
    for index, piece in enumerate(pieces):
        is_tagged = piece.is_open and piece.tag == "heading"
        if is_tagged and _is_large_print(piece, above_text=index < top):
            untagged.append(replace(piece, tag="paragraph", level=None))
        else:
            untagged.append(piece)
    return untagged


def _first_of_text(pieces: Sequence[Piece]) -> int:
    """Index of the first piece of the article's text; 0 where there is none."""
    texts = (index for index, piece in enumerate(pieces) if piece.is_open and piece.tag in _TEXT)
    return next(texts, 0)


def _is_large_print(piece: Piece, *, above_text: bool) -> bool:
    words = len(piece.words)
    if words > _TITLE_WORDS:
        return True
    return above_text and words >= _SUMMARY_WORDS and is_sentence_case(piece)
