"""Where `<br>` ends a line: two do, and one does between what reads as lines of its own."""

from __future__ import annotations

import re

BREAK = "\x1e"
"""Stands for `<br>` until a line is folded; no text has a record separator."""
# White space at its ends is folded later; a record separator is white space, too.
_BREAKS = re.compile(rf"{BREAK}(?:[^\S{BREAK}]*+{BREAK})+")
_BEGINS_ITEM = re.compile(r"(?:\d{1,3}[.)]|[•·●▪■‣*–—-])\s*\S")
_CLOSED = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
_LEAST = 2


def divided(text: str) -> list[str]:
    """The lines that breaks divide a text into, folded; none is empty."""
    parts = (part for whole in _BREAKS.split(text) for part in _at_single_breaks(whole))
    return [folded for part in parts if (folded := " ".join(part.split()))]


def _at_single_breaks(text: str) -> list[str]:
    """One part for each numbered or bulleted item, or for each whole sentence; else all of it as one."""
    parts = [part for part in text.split(BREAK) if part.strip()]
    if len(parts) < _LEAST:
        return [text.replace(BREAK, " ")]
    items = [_BEGINS_ITEM.match(part.strip()) is not None for part in parts]
    are_items = all(items) or (len(parts) > _LEAST and all(items[1:]))
    are_sentences = all(_CLOSED.search(part.strip()) for part in parts[:-1])
    return parts if are_items or are_sentences else [text.replace(BREAK, " ")]
