"""Where what was heard does not fit what should have been said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from narrate.proofing.alignment import Match
from narrate.proofing.words import HeardWord, ScriptWord

NEAR = 0.72
"""Similarity from which a word is taken for the one that was meant. A base model takes "planned" for "plan"
(.80) and "shelling" for "shulling" (.90), so smaller differences mean nothing."""
NEAR_NAME = 0.5
"""The same for names, which a recogniser spells as it likes: "Karadsheh" as "carache" (.56)."""


FILLERS = frozenset(
    {"and", "hundred", "thousand", "two", "oh", "to", "point", "dollars", "pounds", "euros", "cents"}
)
"""Words by which readings of figures differ: a recogniser writes 139 for "one thirty-nine", 2010 for "twenty
ten", and $5 million for "five million"."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A stretch of unlike words. One of the ranges may be empty."""

    said: int
    """Index of the first word that should have been said; with an empty range, of the one after the gap."""
    said_end: int
    heard: int
    """Index of the first word that was heard instead."""
    heard_end: int

    @property
    def missing(self) -> int:
        """How many words should have been said."""
        return self.said_end - self.said

    @property
    def added(self) -> int:
        """How many words were heard instead."""
        return self.heard_end - self.heard

    @property
    def size(self) -> int:
        return max(self.missing, self.added)


def suspects(
    matches: Sequence[Match], words: Sequence[ScriptWord], heard: Sequence[HeardWord]
) -> list[Suspect]:
    """The stretches whose words do not fit, in order. `words` should have been said."""
    found: list[Suspect] = []
    for match in matches:
        if not fits(match, words, heard):
            suspect = Suspect(match.said, match.said_end, match.heard, match.heard_end)
            found = _joined(found, suspect)
    slid: list[Suspect] = []
    for suspect in found:
        least = slid[-1] if slid else Suspect(0, 0, 0, 0)
        slid = _joined(slid, _slid(suspect, least, words, heard))
    return slid


def _joined(found: list[Suspect], suspect: Suspect) -> list[Suspect]:
    """The suspects with one more, which becomes part of the last one if nothing fits between the two."""
    if not found or (found[-1].said_end, found[-1].heard_end) != (suspect.said, suspect.heard):
        return [*found, suspect]
    last = found[-1]
    return [*found[:-1], Suspect(last.said, suspect.said_end, last.heard, suspect.heard_end)]


def _slid(
    suspect: Suspect, after: Suspect, words: Sequence[ScriptWord], heard: Sequence[HeardWord]
) -> Suspect:
    """The suspect as early as it can be.

    In "it rained it rained" the second and third word may be too many as well as the last two. Both hearings
    have to agree on one of them.
    """
    said, said_end, first, end = suspect.said, suspect.said_end, suspect.heard, suspect.heard_end
    while said > after.said_end and first > after.heard_end:
        is_same_heard = heard[first - 1].text == heard[end - 1].text and not suspect.missing
        is_same_said = words[said - 1].text == words[said_end - 1].text and not suspect.added
        if not (is_same_heard or is_same_said) or words[said - 1].text != heard[first - 1].text:
            break
        said, said_end, first, end = said - 1, said_end - 1, first - 1, end - 1
    return Suspect(said, said_end, first, end)


def fits(match: Match, words: Sequence[ScriptWord], heard: Sequence[HeardWord]) -> bool:
    """Whether what was heard is near enough to what should have been said."""
    if match.said == match.said_end:
        return _is_filling(match, heard)
    least = NEAR_NAME if _has_name(match, words) else NEAR
    return match.similarity >= least


def _has_name(match: Match, words: Sequence[ScriptWord]) -> bool:
    """Whether one of the words that should have been said is a name."""
    return any(word.is_name for word in words[match.said : match.said_end])


def _is_filling(match: Match, heard: Sequence[HeardWord]) -> bool:
    """Whether words that are too many come from our own reading of figures that were written down."""
    words = heard[match.heard : match.heard_end]
    return all(word.is_form and word.text in FILLERS for word in words)


def errors(
    matches: Iterable[Match], words: Sequence[ScriptWord], heard: Sequence[HeardWord]
) -> list[tuple[int, int]]:
    """Where words were recognised wrongly, as index of a word that should have been said, and how many.

    Of names, those that sound near count as right; of other words, only those that sound the same.
    """
    found = []
    for match in matches:
        if not _is_right(match, words, heard):
            size = max(match.said_end - match.said, match.heard_end - match.heard)
            found.append((min(match.said, len(words) - 1), size))
    return found


def _is_right(match: Match, words: Sequence[ScriptWord], heard: Sequence[HeardWord]) -> bool:
    is_only_heard = match.said == match.said_end
    if is_only_heard or _has_name(match, words):
        return fits(match, words, heard)
    return match.similarity == 1


def is_same_place(one: Suspect, other: Suspect) -> bool:
    """Whether two hearings of a stretch doubt the same words."""
    if one.said == one.said_end or other.said == other.said_end:
        # Words that are too many lie between two words: the gap may be found a word earlier or later.
        return one.said - 1 <= other.said_end and other.said - 1 <= one.said_end
    return one.said < other.said_end and other.said < one.said_end
