"""Web pages → a plain text, and what the markup says about its parts.

1.  The bytes are decoded and parsed (`parsing`).
2.  Metadata is read from the head and the scripts (`metadata`), and the article is found (`body`).
3.  What is never part of an article is taken out of the tree (`pruning`).
4.  The tree becomes lines (`flow`, with `tables` and `pictures`), and those of the article are kept (`body`).
5.  Headline and lines, with blank lines between them, are the source that all offsets count in.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace

from narrate.errors import SourceError
from narrate.reading.html.metadata import Metadata
from narrate.reading.html.parsing import is_html
from narrate.reading.piece import Piece

__all__ = ["Page", "is_html", "read_page"]

_GAP = "\n\n"
_SAVE_AS_TEXT = "save its text as a .txt file and give that"


@dataclass(frozen=True, slots=True)
class Page:
    """A web page, read."""

    source: str
    """Headline and text."""
    pieces: tuple[Piece, ...]
    """They tile the source; open, with tags, but for the headline."""
    stated: Metadata


def read_page(data: bytes, name: str) -> Page:
    """Read a web page; `name` is what messages call it. Raises SourceError where it holds no article."""
    from narrate.reading.html.body import find_text, headline, select, take_sentences
    from narrate.reading.html.flow import lines_of
    from narrate.reading.html.metadata import metadata_of
    from narrate.reading.html.parsing import is_large_or_deep, parse
    from narrate.reading.html.pruning import prune

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it has to say, the error says
    root = parse(data, name)
    is_monster = is_large_or_deep(root)
    stated = metadata_of(root, only_head=is_monster)
    found = None if is_monster else find_text(root)
    prune(root)
    lines = lines_of(root)
    if found is None:
        found = take_sentences(lines)
    title = headline(lines, stated)
    article = [line for line in select(lines, found, stated, title) if line.text != title]
    if not article:
        raise SourceError("no article was found in this web page", name, _SAVE_AS_TEXT)
    head = [Piece(title, 0, kind="title")] if title else []
    return _laid_out([*head, *(Piece(line.text, 0, tag=line.kind) for line in article)], stated)


def _laid_out(pieces: Iterable[Piece], stated: Metadata) -> Page:
    """Give every piece its place in a source that holds them all."""
    placed: list[Piece] = []
    for piece in pieces:
        placed.append(replace(piece, start=placed[-1].end + len(_GAP) if placed else 0))
    return Page(_GAP.join(piece.text for piece in placed), tuple(placed), stated)
