"""Anchors → places in a text, and places → anchors (W3C Web Annotation Data Model, section 4.2.4).

White space, kinds of quotation marks and of dashes do not count. Words that an article no longer has as they
were are found by the most similar ones in it, if they are similar enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from narrate.model import Anchor

SIMILAR = 75
"""Of 100 (rapidfuzz's `partial_ratio`), from which on other words are taken for those of an anchor. Of 400
sentences of the news with one word changed, added or taken out, one fell below 75, and the most similar
stretch of another article came to 65."""
SIMILAR_IF_SHORT = ((20, 90), (40, 82))
"""The same for anchors of up to so many characters: of four words, four in 100 come to 75 by chance and none
to 82; of two, two in 100 come to 82 and none to 90."""
SHORTEST = 12
"""Characters of an anchor that may be found by similar words at all."""
NAME_SIMILAR = 80
"""From which on a name in the article may be the one that was mistyped: two letters of ten."""
FEW_WORDS = 20
"""Characters of an anchor up to which its prefix and suffix decide whether its words are those meant."""
LIKELY = 50
"""Of 100 (rapidfuzz's `ratio`), how like they have to be then: of 300 pairs of stretches of the news, half
came to 37, and none to 48."""
CONTEXTS = (24, 48, 96, 192)
"""Characters, at most, of the prefix and the suffix that tell places apart: as few as are enough."""

LONGEST_WORD = 40
"""Characters that are looked at for the beginning of a word."""

_HEAD_OF_WORD = re.compile(r"\w*$")
_REST_OF_WORD = re.compile(r"\w*")
_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'"}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_PLAIN = str.maketrans({**_QUOTES, **_DASHES})
_KEPT = re.compile(r"(?<!\s)\s|[^\s\u00ad\u200b-\u200d\u2060\ufeff]")
"""All characters but the invisible ones, and of white space the first one."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of an anchor are."""

    start: int
    """Offset in the text."""
    end: int
    similar: bool = False
    """Whether the text has other words there than the anchor."""
    others: int = 0
    """In how many other places they are just as well."""
    likeness: float = 100.0
    """How like its surroundings are to those that the anchor has, of 100."""


class AnchoredText:
    """A text in which anchors are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded, self._offsets = _folded(text)

    def find(self, anchor: Anchor) -> Found | None:
        """Where the words of an anchor are; None if the text no longer has any like them."""
        exact = _fold(anchor.exact)
        places = list(_places(self._folded, exact))
        if not places:
            return self._similar(exact)
        found = self._nearest_to_context(places, len(exact), anchor)
        # A few words that stand elsewhere, too, are not those that were meant.
        return found if len(exact) > FEW_WORDS or found.likeness >= LIKELY else None

    def places(self, anchor: Anchor) -> Iterator[tuple[int, int]]:
        """Every place that has the very words, as offsets in the text."""
        exact = _fold(anchor.exact)
        for start in _places(self._folded, exact):
            yield self._span(start, start + len(exact))

    def anchor_of(self, start: int, end: int) -> Anchor:
        """The words at a place of the text; with those around them if other places have the same."""
        exact = " ".join(self._text[start:end].split())
        anchor = Anchor(exact)
        for size in CONTEXTS:
            if self._tells_apart(anchor):
                break
            before = self._text[max(start - 2 * size, 0) : start]
            after = self._text[end : end + 2 * size]
            anchor = Anchor(exact, _before(before, size), _after(after, size))
        return anchor

    def _tells_apart(self, anchor: Anchor) -> bool:
        """Whether an anchor can mean no other place."""
        found = self.find(anchor)
        return found is not None and found.others == 0

    def has_word(self, word: str) -> bool:
        """Whether a word is in the text."""
        return next(_places(self._folded, _fold(word)), None) is not None

    def most_similar(self, name: str) -> str | None:
        """Words of the text that are nearly those of a name; None if there are none."""
        found = self._best(_fold(name), NAME_SIMILAR)
        return None if found is None else self._text[found[0] : found[1]]

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of a stretch of the folded one."""
        return self._offsets[start], self._offsets[end - 1] + 1

    def _nearest_to_context(self, places: list[int], length: int, anchor: Anchor) -> Found:
        """The place whose surroundings are most like those of the anchor."""
        scores = [self._likeness(start, start + length, anchor) for start in places]
        best = max(scores)
        start = places[scores.index(best)]
        return Found(*self._span(start, start + length), others=scores.count(best) - 1, likeness=best)

    def _likeness(self, start: int, end: int, anchor: Anchor) -> float:
        """How like what stands around a stretch is to the prefix and the suffix of an anchor, of 100."""
        from rapidfuzz import fuzz

        prefix, suffix = _fold(anchor.prefix), _fold(anchor.suffix)
        # A space may stand in between, which belongs to neither.
        before = self._folded[max(start - len(prefix) - 1, 0) : start].rstrip()
        after = self._folded[end : end + len(suffix) + 1].lstrip()
        surroundings = before[max(len(before) - len(prefix), 0) :] + after[: len(suffix)]
        return fuzz.ratio(prefix + suffix, surroundings)

    def _similar(self, exact: str) -> Found | None:
        """The stretch of whole words that is most like the anchor, if it is enough so."""
        if len(exact) < SHORTEST:
            return None
        limits = (least for length, least in SIMILAR_IF_SHORT if len(exact) <= length)
        span = self._best(exact, next(limits, SIMILAR))
        return None if span is None else Found(*span, similar=True)

    def _best(self, words: str, least: float) -> tuple[int, int] | None:
        """The place in the text that is most like some words, if it is as similar as `least`, of 100."""
        from rapidfuzz import fuzz

        if len(words) > len(self._folded):
            return None
        found = fuzz.partial_ratio_alignment(words, self._folded, score_cutoff=least)
        if found is None:
            return None
        start, end = _whole_words(self._folded, found.dest_start, found.dest_end)
        return self._span(start, end) if start < end else None


def _before(text: str, size: int) -> str:
    """The last words of a text that are not longer together."""
    words = " ".join(text.split())
    return words if len(words) <= size else words[-size:].partition(" ")[2]


def _after(text: str, size: int) -> str:
    """The first words, likewise."""
    words = " ".join(text.split())
    return words if len(words) <= size else words[:size].rpartition(" ")[0]


def _places(text: str, words: str) -> Iterator[int]:
    """Where words stand in a folded text that are not part of longer ones."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    for match in re.finditer(before + re.escape(words) + after, text):
        yield match.start()


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without spaces at its ends, and with all of the words that it begins and ends in."""
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    head = _HEAD_OF_WORD.search(text[max(start - LONGEST_WORD, 0) : start])
    tail = _REST_OF_WORD.match(text, end)
    return start - _length(head), end + _length(tail)


def _length(match: re.Match[str] | None) -> int:
    return len(match[0]) if match else 0


def _fold(words: str) -> str:
    return _folded(words)[0].strip()


def _folded(text: str) -> tuple[str, list[int]]:
    """A text with single spaces and plain marks, and the offset in the text of each of its characters."""
    plain = text.translate(_PLAIN)
    kept = _KEPT.finditer(plain)
    offsets = [match.start() for match in kept]
    return "".join(" " if plain[at].isspace() else plain[at] for at in offsets), offsets
