"""The head of an article: title, its repetitions, and where a report was filed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.english.datelines import LONGEST, dateline
from narrate.english.sentence_ends import has_inner_end
from narrate.structure.piece import HEAD, Piece, each, each_open, index_of
from narrate.structure.rules.bylines import is_byline

REPEATED = "repeats the title"

_TITLE_WORDS = 35
"""The longest headline in 1023 articles has 31 words; a first paragraph seldom has fewer without an end."""
_TITLE_LENGTH = 300
_SECTION_LENGTH = 25
"""Characters of the name of a section that may stand before the repeated title."""
_SECTION_WORDS = 2
_SHORTEST_REPEATED = 3
"""Words of a title that is looked for: one of fewer may begin any sentence."""
_FULL_STOP = re.compile(r"(?<!\.)[.。][”\"’']?$")
_SHORTEST_REPORT = 20
"""Characters behind a dateline; with fewer it is no report that begins there."""


_OPENING = frozenset("“‘\"'„«(")


def mark_title(pieces: Sequence[Piece]) -> list[Piece]:
    """The title that is known, or the first open line that reads as one; later lines that only repeat it."""
    at = _title_index(pieces)
    if at is None:
        return list(pieces)
    title = pieces[at].marked("title")
    end = at + 1 + HEAD
    below = each(pieces[at + 1 : end], lambda piece: _without_title(piece, title))
    return [*pieces[:at], title, *below, *pieces[end:]]


def _title_index(pieces: Sequence[Piece]) -> int | None:
    """Where the title stands; None where none is known and no line reads as one."""
    known = index_of(pieces[:HEAD], _is_known_title)
    return known if known is not None else _worded_title_index(pieces)


def _worded_title_index(pieces: Sequence[Piece]) -> int | None:
    above = pieces[: index_of(pieces, _is_speech)]
    first = index_of(above[:HEAD], _is_open)
    if first is None or not _is_title(pieces[first], pieces[first + 1 :]):
        return None
    return first


def _is_known_title(piece: Piece) -> bool:
    return piece.kind == "title"


def _is_speech(piece: Piece) -> bool:
    return piece.kind == "speech"


def _is_open(piece: Piece) -> bool:
    return piece.is_open


def _is_title(piece: Piece, after: Sequence[Piece]) -> bool:
    if not after or not _is_worded_as_title(piece):
        return False
    ends_in_full_stop = _FULL_STOP.search(piece.text) is not None
    return not ends_in_full_stop or _is_confirmed(piece, after)


def _is_worded_as_title(piece: Piece) -> bool:
    if len(piece.text) > _TITLE_LENGTH or len(piece.words) > _TITLE_WORDS:
        return False
    if piece.text.endswith((":", ",", ";")):
        return False
    return dateline(piece.text) is None and not is_byline(piece, alone=False)


def _is_confirmed(piece: Piece, after: Sequence[Piece]) -> bool:
    """A headline with a full stop is told from a first sentence by its capitals, or by what follows it."""
    long = [word for word in piece.words if len(word) > 3]
    if len(long) < 3:
        return False
    capitals = sum(word[0].isupper() for word in long)
    return capitals * 5 > len(long) * 4 or _is_above_byline(piece, after)


def _is_above_byline(piece: Piece, after: Sequence[Piece]) -> bool:
    if has_inner_end(piece.text):
        # Of two sentences: a summary may stand between them and the authors.
        return any(is_byline(below, alone=False) for below in after[:2])
    return is_byline(after[0], alone=True) or dateline(after[0].text) is not None


def _without_title(piece: Piece, title: Piece) -> list[Piece]:
    """A line below the title, its repetition of the title marked."""
    again = _end_of_title(piece, title) or _end_of_repetition(piece, title)
    if not again:
        return [piece]
    repeated, *rest = piece.cut(again)
    return [repeated.marked("boilerplate", REPEATED), *rest]


def _end_of_title(piece: Piece, title: Piece) -> int:
    """Where the title ends that a line begins with, alone or behind the name of a section; 0 without one."""
    if piece.kind not in (None, "caption"):
        return 0
    if len(title.words) < _SHORTEST_REPEATED:
        return 0
    length = len(title.text)
    at = piece.text.find(title.text, 0, length + _SECTION_LENGTH)
    if at < 0:
        return 0
    section = piece.text[:at].split()
    if len(section) > _SECTION_WORDS:
        return 0
    end = at + length
    return 0 if _goes_on(piece.text[end:]) else end


def _goes_on(rest: str) -> bool:
    """Whether a sentence that begins with the title goes on: it is no repetition."""
    first = rest.lstrip()[:1]
    if not first or first in _OPENING:
        return False
    begins_sentence = first.isupper() or first.isdigit()
    return not begins_sentence


def _end_of_repetition(piece: Piece, title: Piece) -> int:
    """The length of an open line that has the title's words, a few dropped; 0 for any other.

    Pages give their title once for the tab and once for the page.
    """
    if not piece.is_open or len(piece.text) > 2 * _TITLE_LENGTH:
        return 0
    whole = _key(title.text)
    said = _key(piece.text)
    if len(said) < max(3, len(whole) / 2):
        return 0
    return len(piece.text) if _is_in_order(said, whole) else 0


def _is_in_order(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether all words stand in the whole, in the same order."""
    rest = iter(whole)
    return all(word in rest for word in words)


def _key(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def cut_datelines(pieces: Sequence[Piece]) -> list[Piece]:
    """ "LONDON (Reuters) - " before a report becomes a block of its own."""
    return each_open(pieces, _cut_dateline)


def _cut_dateline(piece: Piece) -> list[Piece]:
    opening = dateline(piece.text)
    end = opening.end() if opening else 0
    if not 0 < end <= LONGEST or len(piece.text) < end + _SHORTEST_REPORT:
        return [piece]
    place, *report = piece.cut(end)
    return [place.marked("dateline"), *report]
