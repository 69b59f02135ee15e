"""The article's text as it is read along: sentence by sentence, with the time of each.

The page and the book are both written from a `Document`. It holds the article's words exactly as written.
Announcements ("Photo.", "End quote.") have a time in their passage, and no text here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
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
        text = self.block.text
        at = 0
        for sentence in self.sentences:
            start = sentence.offset - self.block.start
            if start > at:
                yield text[at:start]
            yield sentence
            at = start + len(sentence.text)
        rest = text[at:]
        if rest:
            yield rest

    def quotes(self) -> Iterator[Quote]:
        """What is said in the passage, in order."""
        for sentence in self.sentences:
            yield from sentence.quotes

    def quotation(self) -> Quote | None:
        """The first quote of a passage that is nothing but one speaker's words; otherwise None."""
        said = "".join(map(Sentence.said, self.sentences))
        said_letters = _letters(said)
        all_letters = _letters(self.block.text)
        # Outside the quotes there may only be quotation marks, other punctuation and spaces.
        if said_letters == 0 or said_letters != all_letters:
            return None
        quotes = list(self.quotes())
        speakers = {quote.speaker for quote in quotes}
        if len(speakers) > 1:
            return None
        return quotes[0]


def _letters(text: str) -> int:
    """How many letters and digits a text has: its length without spaces and punctuation."""
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
    """Blocks that are neither part of the article nor read aloud; each says why.
    Labels of a talk are not among them, since speeches are shown with their speakers."""

    def passages(self) -> Iterator[Passage]:
        """Every passage in order."""
        for chapter in self.chapters:
            yield from chapter.passages

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in order; none starts before the one in front of it."""
        for passage in self.passages():
            yield from passage.sentences


def document(narration: Narration) -> Document:
    """Bring the text of a narration together with its times."""
    passages, unread = _passages(narration)
    by_chapter = _by_chapter(passages, _first_blocks(narration))
    named = zip(narration.chapters, titles(narration), strict=True)
    chapters = []
    for index, (chapter, title) in enumerate(named):
        key = f"c{index + 1}"
        within = tuple(by_chapter[index])
        chapters.append(DocumentChapter(key, title, chapter.start, chapter.end, within))
    return Document(tuple(chapters), unread)


def _by_chapter(
    passages: Iterable[tuple[int, Passage]], first_blocks: Sequence[int]
) -> defaultdict[int, list[Passage]]:
    """The passages of each chapter, by the chapter's index; passages come with the index of their block."""
    found: defaultdict[int, list[Passage]] = defaultdict(list)
    for block, passage in passages:
        chapter = bisect_right(first_blocks, block) - 1
        found[chapter].append(passage)
    return found


def _first_blocks(narration: Narration) -> list[int]:
    """The index of each chapter's first block; blocks in front of the first chapter belong to it, too."""
    utterances = narration.script.utterances
    later = [utterances[section.utterance].block for section in narration.script.chapters[1:]]
    return [0, *later]


def _passages(narration: Narration) -> tuple[list[tuple[int, Passage]], tuple[Block, ...]]:
    """The blocks to show, by their index, and those that are left out."""
    article = narration.script.article
    heard = _heard(narration)
    shown, unread = _divided(article.blocks, heard)
    images = _images(article.images, list(shown.values()))
    passages = []
    number = 1
    for (index, block), pictures in zip(shown.items(), images, strict=True):
        cues = heard.get(index, [])
        passage = _passage(narration, block, cues, number, pictures)
        number += len(passage.sentences)
        passages.append((index, passage))
    return passages, tuple(unread)


def _divided(blocks: Iterable[Block], heard: Container[int]) -> tuple[dict[int, Block], list[Block]]:
    """The blocks to show, by their index, and the others; a block that is heard is always shown."""
    shown = {}
    unread = []
    for index, block in enumerate(blocks):
        is_shown = block.spoken or index in heard
        if is_shown:
            shown[index] = block
        elif block.kind != "label":  # which stands as the speaker's name above the speech
            unread.append(block)
    return shown, unread


def _heard(narration: Narration) -> dict[int, list[Cue]]:
    """The cues of each block that is heard, by the block's index."""
    utterances = narration.script.utterances
    heard: dict[int, list[Cue]] = {}
    for cue in narration.cues:
        block = utterances[cue.utterance].block
        heard.setdefault(block, []).append(cue)
    return heard


def _images(images: Sequence[Image], blocks: Sequence[Block]) -> list[tuple[Image, ...]]:
    """The images of each block: those between it and the block before. The last block gets the rest."""
    if not blocks:
        return []
    found: list[tuple[Image, ...]] = [()] * len(blocks)
    last = len(blocks) - 1
    for image in images:
        place = bisect_right(blocks, image.offset, key=attrgetter("end"))
        found[min(place, last)] += (image,)
    return found


def _passage(
    narration: Narration, block: Block, cues: Sequence[Cue], number: int, images: tuple[Image, ...]
) -> Passage:
    """A block with its sentences; `number` is that of the first one."""
    if not cues:
        return Passage(block, (), None, None, images)
    script = narration.script
    found: list[Fragment] = []
    for cue in cues:
        found += fragments(script.utterances[cue.utterance], cue)
    sentences = tuple(joined(script, found, number))
    return Passage(block, sentences, cues[0].start, cues[-1].end, images)
