"""Speech that is a noun: whose reply, whose call for something."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.quotation.nouns import SPEECH_ACTS
from narrate.quotation.tokens import Token
from narrate.quotation.word_classes import FUNCTION_WORDS

FARTHEST = 3
"""Words from an owner to the noun, at most: "Lee’s first public reply"."""


def speech_act(tokens: Sequence[Token], start: int) -> int | None:
    """Index of the noun for speech that a possessive before `start` owns; None if it owns none."""
    for at in range(start, min(len(tokens), start + FARTHEST)):
        token = tokens[at]
        if token.low in SPEECH_ACTS:
            return at
        if not token.text[0].isalnum() or token.quotation >= 0 or token.low in FUNCTION_WORDS:
            return None
    return None
