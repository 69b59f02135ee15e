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
    lines: list[str] = []
    for stretch in _BREAKS.split(text):
        for part in _at_single_breaks(stretch):
            folded = " ".join(part.split())
            if folded:
                lines.append(folded)
    return lines


def _at_single_breaks(text: str) -> list[str]:
    """One part for each numbered or bulleted item, or for each whole sentence; else all of it as one."""
    parts = [part for part in text.split(BREAK) if part.strip()]
    if len(parts) >= _LEAST and (_are_items(parts) or _are_sentences(parts)):
        return parts
    return [text.replace(BREAK, " ")]


def _are_items(parts: list[str]) -> bool:
    """Whether each part begins as an item of a list does; the first of several may announce them."""
    items = parts[1:] if len(parts) > _LEAST else parts
    return all(_BEGINS_ITEM.match(part.strip()) for part in items)


def _are_sentences(parts: list[str]) -> bool:
    """Whether each part but the last ends as a sentence does."""
    return all(_CLOSED.search(part.strip()) for part in parts[:-1])
