"""Who performs what stands in an article, and as what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from narrate.model import Block, BlockKind, Cast, Quotation, Role, Speaker, Voice
from narrate.options import Quotes

ROLES: dict[BlockKind, Role] = {
    "title": "title",
    "heading": "heading",
    "notice": "notice",
    "caption": "caption",
    "credit": "credit",
    "list_item": "list_item",
}
"""The roles of blocks; all others are narration."""

IN_VOICE_OF_BLOCK: frozenset[Quotes] = frozenset({"announce", "plain"})
"""Ways to read quotations in which these have no voice of their own."""


SURE = 0.6
"""Probability from which on a speaker's words are read in the speaker's voice; below, in the neutral voice
for quotations. Of those with 0.5 to 0.6, cross-validated, fewer than half are right
(`benchmarks/confidence.py`).
"""


def is_sure(quotation: Quotation) -> bool:
    """Whether the speaker is sure enough to be heard; one that was given by hand or by a label is."""
    return quotation.confidence is None or quotation.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Part:
    """Who performs an utterance, and as what."""

    role: Role
    voice: Voice
    speaker: Speaker | None = None


class Performers:
    """The voices of a cast and those that the speakers were given."""

    def __init__(self, cast: Cast, voices: Mapping[str, Voice], quotes: Quotes) -> None:
        self._cast = cast
        self._voices = voices
        self._quotes = quotes

    def announcement(self, role: Role) -> Part:
        """The part of what does not stand in the article, in the voice of a role."""
        return Part("announcement", self._of_role(role))

    def part(self, block: Block, quotation: Quotation | None) -> Part:
        """The part of a stretch of a block."""
        role = ROLES.get(block.kind, "narration")
        if quotation is None:
            return Part(role, self._of_role(role))
        if self._quotes in IN_VOICE_OF_BLOCK:
            return Part("quote", self._of_role(role), quotation.speaker)
        if quotation.speaker is None or not is_sure(quotation):
            return Part("quote", self._of_role("quote"), quotation.speaker)
        return Part("quote", self._voices[quotation.speaker.name], quotation.speaker)

    def _of_role(self, role: Role) -> Voice:
        """The voice of a role, or else the narrator's."""
        return self._cast.roles.get(role, self._cast.roles["narration"])
