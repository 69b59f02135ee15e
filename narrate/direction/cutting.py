"""Cutting a block where the voice changes: at its direct quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from narrate.model import Block, Quotation

QUOTATION_MARKS = "\"'“”„‟‘’‚‛«»‹›`´"


_SPACED_OPENING = re.compile(r"[«‹»›]\s\Z")
_SPACED_CLOSING = re.compile(r"\s[»›«‹](?!\w)")
"""As in French: « Bonjour »."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a block with one voice."""

    start: int
    """Offset in the source."""
    end: int
    quotation: Quotation | None = None
    """What is quoted here, or None for the reporter's own words."""


def cut(source: str, block: Block, quotations: Sequence[Quotation]) -> list[Cut]:
    """Tile a block with cuts, stripped of white space, at `quotations`, which lie in it in order.

    A quotation takes the quotation marks around it along. A cut without words joins a neighbour.
    """
    cuts: list[Cut] = []
    at = block.start
    for quotation in quotations:
        start, end = _with_quotation_marks(source, quotation, block)
        cuts += Cut(at, start), Cut(start, end, quotation)
        at = end
    cuts.append(Cut(at, block.end))
    return _stripped(source, _joined(source, cuts))


def _with_quotation_marks(source: str, quotation: Quotation, block: Block) -> tuple[int, int]:
    """The offsets of a quotation with the quotation marks on either side, if they are in its block."""
    start, end = quotation.start, quotation.end
    spaced = _SPACED_OPENING.search(source, block.start, start)
    if spaced:
        start = spaced.start()
    elif start > block.start and source[start - 1] in QUOTATION_MARKS:
        start -= 1
    spaced = _SPACED_CLOSING.match(source, end, block.end)
    if spaced:
        end = spaced.end()
    elif end < block.end and source[end] in QUOTATION_MARKS:
        end += 1
    return start, end


def _joined(source: str, cuts: Sequence[Cut]) -> list[Cut]:
    """Give what has no letter or digit, such as a full stop after a quotation, to the cut before it."""
    joined: list[Cut] = []
    for each in cuts:
        if joined and not _has_words(source, each):
            joined[-1] = replace(joined[-1], end=each.end)
        else:
            joined.append(each)
    return _with_lead(source, joined)


def _with_lead(source: str, cuts: list[Cut]) -> list[Cut]:
    """Give a first cut without words to the next one, if there is one."""
    first, *others = cuts
    if not others or _has_words(source, first):
        return cuts
    return [replace(others[0], start=first.start), *others[1:]]


def _has_words(source: str, cut: Cut) -> bool:
    return any(map(str.isalnum, source[cut.start : cut.end]))


def _stripped(source: str, cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts without white space at their ends, but for those that have nothing else."""
    stripped = []
    for each in cuts:
        text = source[each.start : each.end]
        start = each.end - len(text.lstrip())
        end = start + len(text.strip())
        if end > start:
            stripped.append(replace(each, start=start, end=end))
    return stripped
