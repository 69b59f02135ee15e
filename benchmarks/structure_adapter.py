"""Our blocks under the labels of the structure data, for its scorer.

The labels there come from HTML tags, so what a page puts into paragraphs (notices, links, buttons) is
labelled `paragraph`, and no line is labelled `boilerplate`.
"""

from __future__ import annotations

from narrate.model import Block
from narrate.reading import read_text

_LABELS = {
    "heading": "subhead",
    "credit": "caption",
    "notice": "paragraph",
    "dateline": "paragraph",
    "pullquote": "paragraph",
    "boilerplate": "paragraph",
}

_CLOSING = {"credit", "notice", "boilerplate"}


def label(text: str) -> list[tuple[int, int, str]]:
    """(start, end, label) of every block."""
    blocks = read_text(text).blocks
    # Credits after the text name its contributors, credits inside it the photographers.
    end = max((block.end for block in blocks if block.kind not in _CLOSING), default=0)
    return [(block.start, block.end, _label(block, end)) for block in blocks]


def _label(block: Block, end: int) -> str:
    if block.kind == "credit" and block.start > end:
        return "paragraph"
    return _LABELS.get(block.kind, block.kind)
