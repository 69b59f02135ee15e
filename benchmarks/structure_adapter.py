"""Our blocks under the labels of the structure data, for its scorer.

The labels there come from HTML tags, so what a page puts into paragraphs (notices, links, buttons) is
labelled `paragraph`, and no line is labelled `boilerplate`.
"""

from __future__ import annotations

from narrate.model import Block
from narrate.pipeline.from_article import read_text
from narrate.structure.piece import Piece
from narrate.structure.rules.notices import names_contributors

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
    return [(block.start, block.end, _label(block)) for block in read_text(text).blocks]


def _label(block: Block) -> str:
    # A credit for the text and not for a picture.
    if block.kind == "credit" and names_contributors(Piece(block.text, block.start)):
        return "paragraph"
    return _LABELS.get(block.kind, block.kind)
