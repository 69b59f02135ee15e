"""Our blocks under the labels of the structure data, for its scorer.

The labels there come from HTML tags, so what a page puts into paragraphs (notices, links, buttons) is
labelled `paragraph`, and no line is labelled `boilerplate`.
"""

from __future__ import annotations

from narrate.reading import read_text

_LABELS = {
    "heading": "subhead",
    "credit": "caption",
    "notice": "paragraph",
    "dateline": "paragraph",
    "pullquote": "paragraph",
    "boilerplate": "paragraph",
}


def label(text: str) -> list[tuple[int, int, str]]:
    """(start, end, label) of every block."""
    return [(block.start, block.end, _LABELS.get(block.kind, block.kind)) for block in read_text(text).blocks]
