"""Text without the words that a correction leaves out."""

from __future__ import annotations

import re

from narrate.model import BY_CORRECTION, Mark, Utterance

_PUNCTUATION = re.compile(r"[,.;:!?…]+")


def without_left_out(utterance: Utterance) -> str:
    """The text of an utterance with spaces in place of what is left out; all other words stay where they are.

    Punctuation behind what is left out goes to the word before it.
    """
    text = utterance.text
    for mark in filter(_leaves_out, utterance.marks):
        text = _blanked(text, mark.start, mark.end)
    return text


def _leaves_out(mark: Mark) -> bool:
    return mark.kind == "sub" and not mark.value and mark.origin == BY_CORRECTION


def _blanked(text: str, start: int, end: int) -> str:
    before = text[:start].rstrip()
    punctuation = _PUNCTUATION.match(text, end)
    kept = punctuation[0] if punctuation else ""
    rest = text[end + len(kept) :]
    return (before + kept).ljust(len(text) - len(rest)) + rest
