"""An article whose blocks are what a user says they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narrate.model import LEFT_OUT_BY_CORRECTION, Article, Block, BlockCorrection, Located


def corrected(article: Article, given: Sequence[Located[BlockCorrection]]) -> Article:
    """The article with the blocks that are `given`; they tile its source as before.

    A correction is about every block in which its words stand, or about the words alone if it is to cut them
    out. A block that is given as the title is the article's, and what was taken for it is a paragraph.
    """
    blocks: Sequence[Block] = article.blocks
    for each in given:
        blocks = _corrected(blocks, each)
    title = _title(blocks) if given else ""
    return replace(article, blocks=tuple(blocks), title=title or article.title)


def _title(blocks: Iterable[Block]) -> str:
    """The text of the title on one line; "" if there is none."""
    titles = (" ".join(block.text.split()) for block in blocks if block.kind == "title")
    return next(titles, "")


def _corrected(blocks: Sequence[Block], located: Located[BlockCorrection]) -> list[Block]:
    """The blocks after one correction."""
    parts = _cut(blocks, located) if located.says.cut else blocks
    if located.says.kind == "title":
        parts = map(_untitled, parts)
    return [_as_given(block, located.says) if _meets(block, located) else block for block in parts]


def _untitled(block: Block) -> Block:
    return replace(block, kind="paragraph") if block.kind == "title" else block


def _meets(block: Block, located: Located[BlockCorrection]) -> bool:
    """Whether words of a correction stand in a block."""
    return block.start < located.end and located.start < block.end


def _as_given(block: Block, says: BlockCorrection) -> Block:
    kind = says.kind or block.kind
    spoken = kind != "boilerplate" if says.spoken is None else says.spoken
    reason = None if spoken else LEFT_OUT_BY_CORRECTION
    level = block.level if kind == "heading" else None
    speaker = block.speaker if kind == "speech" else None
    return replace(block, kind=kind, spoken=spoken, reason=reason, level=level, speaker=speaker)


def _cut(blocks: Iterable[Block], located: Located[BlockCorrection]) -> Iterator[Block]:
    """The blocks, cut where the words of a correction begin and end."""
    for block in blocks:
        edges = _edges(block, located) if _meets(block, located) else ()
        for start, end in pairwise((block.start, *edges, block.end)):
            yield from _part(block, start, end)


def _edges(block: Block, located: Located[BlockCorrection]) -> tuple[int, int]:
    """Where to cut a block; punctuation between the words and an end of the block goes with the words."""
    start = max(located.start, block.start)
    end = min(located.end, block.end)
    begins = start if _has_words(block, block.start, start) else block.start
    ends = end if _has_words(block, end, block.end) else block.end
    return begins, ends


def _has_words(block: Block, start: int, end: int) -> bool:
    return any(map(str.isalnum, _text(block, start, end)))


def _part(block: Block, start: int, end: int) -> Iterator[Block]:
    """A stretch of a block as a block, without white space at its ends; none if it is blank."""
    written = _text(block, start, end)
    text = written.strip()
    if text:
        begin = start + len(written) - len(written.lstrip())
        yield replace(block, text=text, start=begin, end=begin + len(text))


def _text(block: Block, start: int, end: int) -> str:
    return block.text[start - block.start : end - block.start]
