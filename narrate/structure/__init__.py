"""Structure: Source → Article. What every stretch of a text is.

`lines` cuts plain text into pieces, `recognizing` applies the `rules` in their order, `title` and
`language` tell what the whole is called and which language it is in.
"""

from __future__ import annotations

from collections.abc import Sequence

from narrate.errors import SourceError
from narrate.model import Article, Block, Source
from narrate.structure import lines
from narrate.structure.language import language_of
from narrate.structure.piece import Piece
from narrate.structure.recognizing import recognize as recognized
from narrate.structure.recognizing import recognize_book
from narrate.structure.rules.bylines import authors, published
from narrate.structure.title import title_of

__all__ = ["recognize"]


def recognize(source: Source) -> Article:
    """The article in a source. Raises SourceError where there is no text."""
    pieces = _pieces(source)
    if not pieces:
        raise SourceError("there is no text in it", source.name, "give an article as plain text")
    stated = source.stated
    said = (piece.text for piece in pieces if piece.reason is None)
    return Article(
        source=source.text,
        blocks=tuple(_block(piece) for piece in pieces),
        title=title_of(pieces),
        language=language_of(said, stated.language),
        byline=stated.authors or authors(pieces),
        published=stated.published or published(pieces),
        site=stated.site,
        url=stated.url,
        license=stated.license,
        images=source.images,
    )


def _pieces(source: Source) -> Sequence[Piece]:
    """Every stretch of the source, recognised, in order."""
    if source.stretches is None:
        return recognized(lines.split(source.text))
    pieces = [Piece.of(stretch) for stretch in source.stretches]
    return recognize_book(pieces) if source.is_book else recognized(pieces)


def _block(piece: Piece) -> Block:
    """What no rule recognised is a paragraph."""
    kind = piece.kind or "paragraph"
    level = piece.level if kind == "heading" else None
    return Block(kind, piece.text, piece.start, piece.end, piece.reason is None, piece.reason, level)
