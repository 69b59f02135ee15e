"""What is to be read while it is heard: the article's text, sentence by sentence, with the times of each.

The page and the EPUB are both written from a `Document`. It holds the article's words, exactly as written,
and no announcement ("Photo.", "End quote."): those have a time in their passage and no text.
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
    """First sample of the master, that of the block's announcement where it has one; None: not heard."""
    end: int | None
    """Sample after the last."""
    images: tuple[Image, ...] = ()
    """What stands before the text, or is described by it."""

    def pieces(self) -> Iterator[str | Sentence]:
        """The block's text in order: sentences, and as plain text what is in none, such as white space."""
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
        """The first quote of a passage that one speaker says whole; None where it has other words, too."""
        quotes = [(sentence.text[q.start : q.end], q) for sentence in self.sentences for q in sentence.quotes]
        said = sum(letter.isalnum() for text, _ in quotes for letter in text)
        whole = said == sum(letter.isalnum() for letter in self.block.text)
        return quotes[0][1] if said and whole and len({quote.speaker for _, quote in quotes}) == 1 else None


@dataclass(frozen=True, slots=True)
class DocumentChapter:
    """A chapter of the recording and what is read in it."""

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
    """What is not part of the article and not read aloud; each block says why."""

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in order; their start times never fall."""
        for chapter in self.chapters:
            for passage in chapter.passages:
                yield from passage.sentences


def document(narration: Narration) -> Document:
    """Bring the text of a narration together with its times."""
    passages, unread = _passages(narration)
    starts = _first_blocks(narration)
    chapters = []
    for index, (chapter, title) in enumerate(zip(narration.chapters, titles(narration), strict=True)):
        mine = tuple(p for n, p in passages if bisect_right(starts, n) - 1 == index)
        chapters.append(DocumentChapter(f"c{index + 1}", title, chapter.start, chapter.end, mine))
    return Document(tuple(chapters), unread)


def _first_blocks(narration: Narration) -> list[int]:
    """Index of the block with which each chapter begins; what stands before the first belongs to it."""
    utterances = narration.script.utterances
    later = [utterances[section.utterance].block for section in narration.script.chapters[1:]]
    return [0, *later]


def _passages(narration: Narration) -> tuple[list[tuple[int, Passage]], tuple[Block, ...]]:
    """The blocks to show, by their index, and those that are left out."""
    article, heard = narration.script.article, _heard(narration)
    shown = [n for n, block in enumerate(article.blocks) if block.spoken or n in heard]
    images = _images(article.images, [article.blocks[n] for n in shown])
    passages, number = [], 1
    for n, pictures in zip(shown, images, strict=True):
        passage = _passage(narration, article.blocks[n], heard.get(n, []), number, pictures)
        number += len(passage.sentences)
        passages.append((n, passage))
    unread = [block for n, block in enumerate(article.blocks) if not block.spoken and n not in heard]
    return passages, tuple(unread)


def _heard(narration: Narration) -> dict[int, list[Cue]]:
    """The cues of every block that is heard."""
    heard: dict[int, list[Cue]] = {}
    for cue in narration.cues:
        heard.setdefault(narration.script.utterances[cue.utterance].block, []).append(cue)
    return heard


def _images(images: Sequence[Image], blocks: Sequence[Block]) -> list[tuple[Image, ...]]:
    """The images of each block: those since the block before it. The last one takes the rest."""
    found: list[list[Image]] = [[] for _ in blocks]
    for image in images:
        place = bisect_right(blocks, image.offset, key=attrgetter("end"))
        if blocks:
            found[min(place, len(blocks) - 1)].append(image)
    return [tuple(pictures) for pictures in found]


def _passage(
    narration: Narration, block: Block, cues: Sequence[Cue], number: int, images: tuple[Image, ...]
) -> Passage:
    """`number`: that of the next sentence."""
    utterances = narration.script.utterances
    found: list[Fragment] = [part for cue in cues for part in fragments(utterances[cue.utterance], cue)]
    sentences = tuple(joined(narration.script, found, number))
    start, end = (cues[0].start, cues[-1].end) if cues else (None, None)
    return Passage(block, sentences, start, end, images)
