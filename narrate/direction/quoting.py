"""The quotations of an article in order, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from narrate.model import Block, Mark, Quotation


class QuotationsInOrder:
    """Quotations in order and never overlapping, to be looked up by offsets in the source."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.all = quotations
        self._starts = [quotation.start for quotation in quotations]

    def voiced_in(self, block: Block) -> list[Quotation]:
        """Those in a block that have a voice of their own."""
        return [each for each in self._between(block.start, block.end) if each.kind == "direct"]

    def emphasis(self, start: int, end: int) -> Iterator[Mark]:
        """Marks on the fragments between two offsets, as offsets from the first one."""
        for quotation in self._between(start, end):
            if quotation.kind == "partial":
                yield Mark("emphasis", quotation.start - start, quotation.end - start, "moderate")

    def _between(self, start: int, end: int) -> list[Quotation]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [quotation for quotation in self.all[first:last] if quotation.end <= end]
