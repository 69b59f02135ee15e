"""What is not spoken and why, one line for each group: a menu is one thing, however many entries it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from narrate.model import Block


def grouped(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Reason and text of blocks in order; neighbours with one reason are one group, with their number."""
    for reason, group in groupby(blocks, _reason):
        texts = [" ".join(block.text.split()) for block in group]
        counted = f"{reason} ({len(texts)} lines)" if len(texts) > 1 else reason
        yield counted, " / ".join(texts)


def shortened(text: str, longest: int) -> str:
    """A text cut off after so many characters."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _reason(block: Block) -> str:
    return block.reason or f"{block.kind} not asked for"
