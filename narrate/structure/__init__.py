"""Structure: Source → Article. What every stretch of a text is.

`lines` cuts plain text into pieces, `recognizing` applies the `rules` in their order, `title` and
`language` tell what the whole is called and which language it is in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narrate.errors import SourceError
from narrate.model import Article, Block, Source
from narrate.structure import lines, recognizing
from narrate.structure.corrected import corrected
from narrate.structure.language import language_of
from narrate.structure.piece import Piece
from narrate.structure.recognizing import ARTICLE_RULES, BOOK_RULES
from narrate.structure.rules.bylines import authors, published
from narrate.structure.title import title_of

__all__ = ["corrected", "recognize"]


def recognize(source: Source) -> Article:
    """The article in a source. Raises SourceError where there is no text."""
    pieces = _recognized(source)
    if not pieces:
        raise SourceError("there is no text in it", source.name, "give an article as plain text")
    stated = source.stated
    return Article(
        source=source.text,
        blocks=tuple(map(_block, pieces)),
        title=title_of(pieces),
        language=language_of(_spoken(pieces), stated.language),
        byline=stated.authors or authors(pieces),
        published=stated.published or published(pieces),
        site=stated.site,
        url=stated.url,
        license=stated.license,
        images=source.images,
    )


def _recognized(source: Source) -> Sequence[Piece]:
    """The source in recognised pieces, which are its stretches or, where it has no markup, its lines."""
    if source.stretches is None:
        return recognizing.recognize(lines.split(source.text))
    pieces = [Piece.of(stretch) for stretch in source.stretches]
    return recognizing.recognize(pieces, BOOK_RULES if source.is_book else ARTICLE_RULES)


def _spoken(pieces: Sequence[Piece]) -> Iterator[str]:
    return (piece.text for piece in pieces if piece.reason is None)


def _block(piece: Piece) -> Block:
    """The block that a piece becomes. What no rule recognised is a paragraph."""
    kind = piece.kind or "paragraph"
    level = piece.level if kind == "heading" else None
    spoken = piece.reason is None
    return Block(kind, piece.text, piece.start, piece.end, spoken, piece.reason, level, piece.speaker)
