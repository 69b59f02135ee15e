"""The article's text as it is read along: sentence by sentence, with the time of each.

The page and the book are both written from a `Document`. It holds the article's words exactly as written.
Announcements ("Photo.", "End quote.") have a time in their passage, and no text here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from narrate.formats.credits import titles
from narrate.formats.readalong.sentences import Fragment, Quote, Sentence, fragments, joined
from narrate.model import Block, Cue, Image, Narration

__all__ = ["Document", "DocumentChapter", "Passage", "Quote", "Sentence", "document"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the article in its place, and when it is heard."""

    block: Block
    """Kind, text and place in the source."""
    sentences: tuple[Sentence, ...]
    """In order. Empty where the listener chose not to hear the block (`--captions skip`)."""
    start: int | None
    """First sample of the master, or of the block's announcement if it has one; None if it is not heard."""
    end: int | None
    """Sample after the last."""
    images: tuple[Image, ...] = ()
    """Pictures that stand before the text, or that it describes."""

    def pieces(self) -> Iterator[str | Sentence]:
        """The block's text in order: its sentences, and between them plain text, such as spaces."""
        at = 0
        for sentence in self.sentences:
            start = sentence.offset - self.block.start
            if start > at:
                yield self.block.text[at:start]
            yield sentence
            at = start + len(sentence.text)
        if at < len(self.block.text):
            yield self.block.text[at:]

    def quotation(self) -> Quote | None:
        """The first quote of a passage that is nothing but one speaker's words; otherwise None."""
        quotes: list[Quote] = []
        said = ""
        for sentence in self.sentences:
            for quote in sentence.quotes:
                quotes.append(quote)
                said += sentence.text[quote.start : quote.end]
        speakers = {quote.speaker for quote in quotes}
        is_whole = _letters(said) == _letters(self.block.text)
        if len(speakers) != 1 or not _letters(said) or not is_whole:
            return None
        return quotes[0]


def _letters(text: str) -> int:
    """How many letters and digits a text has: what counts when two texts are compared, less their marks."""
    return sum(letter.isalnum() for letter in text)


@dataclass(frozen=True, slots=True)
class DocumentChapter:
    """A chapter of the recording, and what is read in it."""

    id: str
    """ "c1", "c2" …: unique in the document, and the same in every run."""
    title: str
    """As written; never empty."""
    start: int
    """First sample of the master."""
    end: int
    """Sample after the last."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article that can be read while it is heard."""

    chapters: tuple[DocumentChapter, ...]
    unread: tuple[Block, ...]
    """Blocks that are neither part of the article nor read aloud; each says why."""

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in order; none starts before the one in front of it."""
        for chapter in self.chapters:
            for passage in chapter.passages:
                yield from passage.sentences


def document(narration: Narration) -> Document:
    """Bring the text of a narration together with its times."""
    passages, unread = _passages(narration)
    starts = _first_blocks(narration)
    chapters = []
    for index, (chapter, title) in enumerate(zip(narration.chapters, titles(narration), strict=True)):
        within = [passage for block, passage in passages if bisect_right(starts, block) - 1 == index]
        chapters.append(DocumentChapter(f"c{index + 1}", title, chapter.start, chapter.end, tuple(within)))
    return Document(tuple(chapters), unread)


def _first_blocks(narration: Narration) -> list[int]:
    """The index of each chapter's first block; blocks in front of the first chapter belong to it, too."""
    utterances = narration.script.utterances
    later = [utterances[section.utterance].block for section in narration.script.chapters[1:]]
    return [0, *later]


def _passages(narration: Narration) -> tuple[list[tuple[int, Passage]], tuple[Block, ...]]:
    """The blocks to show, by their index, and those that are left out."""
    article = narration.script.article
    heard = _heard(narration)
    shown = [n for n, block in enumerate(article.blocks) if block.spoken or n in heard]
    images = _images(article.images, [article.blocks[n] for n in shown])
    passages = []
    number = 1
    for n, pictures in zip(shown, images, strict=True):
        passage = _passage(narration, article.blocks[n], heard.get(n, []), number, pictures)
        number += len(passage.sentences)
        passages.append((n, passage))
    unread = [block for n, block in enumerate(article.blocks) if not block.spoken and n not in heard]
    return passages, tuple(unread)


def _heard(narration: Narration) -> dict[int, list[Cue]]:
    """The cues of each block that is heard, by the block's index."""
    heard: dict[int, list[Cue]] = {}
    for cue in narration.cues:
        heard.setdefault(narration.script.utterances[cue.utterance].block, []).append(cue)
    return heard


def _images(images: Sequence[Image], blocks: Sequence[Block]) -> list[tuple[Image, ...]]:
    """The images of each block: those between it and the block before. The last block gets the rest."""
    found: list[list[Image]] = [[] for _ in blocks]
    for image in images:
        place = bisect_right(blocks, image.offset, key=attrgetter("end"))
        if blocks:
            found[min(place, len(blocks) - 1)].append(image)
    return [tuple(pictures) for pictures in found]


def _passage(
    narration: Narration, block: Block, cues: Sequence[Cue], number: int, images: tuple[Image, ...]
) -> Passage:
    """A block with its sentences; `number` is that of the first one."""
    utterances = narration.script.utterances
    found: list[Fragment] = []
    for cue in cues:
        found += fragments(utterances[cue.utterance], cue)
    sentences = tuple(joined(narration.script, found, number))
    start = cues[0].start if cues else None
    end = cues[-1].end if cues else None
    return Passage(block, sentences, start, end, images)
