"""Article → Script: who says what, in which order, with which pauses and chapters.

Every spoken block becomes one utterance, but for direct quotations, which are cut out of their
paragraph and given to their speaker. The pieces of a block tile it, so no word is lost or said twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from narrate.direction.cutting import Piece, cut
from narrate.direction.introducing import introduction
from narrate.direction.pacing import (
    AFTER_ANNOUNCEMENT,
    AFTER_BLOCK,
    AFTER_PARAGRAPH,
    AT_CLAUSE,
    AT_SENTENCE,
    BEFORE_CREDIT,
    BEFORE_HEADING,
    SENTENCE_ENDS,
    paced,
)
from narrate.direction.phrases import phrases
from narrate.model import (
    Article,
    Block,
    BlockKind,
    Cast,
    Earcon,
    Mark,
    Quotation,
    Role,
    Script,
    Section,
    Speaker,
    Utterance,
    Voice,
)
from narrate.options import Directions

__all__ = ["direct", "paced", "quoted_spans", "voiced_speakers"]

ROLES: dict[BlockKind, Role] = {
    "title": "title",
    "heading": "heading",
    "notice": "notice",
    "caption": "caption",
    "credit": "credit",
    "list_item": "list_item",
}
# Kinds of blocks in which people are quoted.
RUNNING_TEXT: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "pullquote", "notice"})


@dataclass(frozen=True, slots=True)
class _Part:
    """Who performs a piece, and as what."""

    role: Role
    voice: Voice
    speaker: Speaker | None = None


def quoted_spans(article: Article) -> list[tuple[int, int]]:
    """The spans of the source in which quotations are to be looked for."""
    return [(b.start, b.end) for b in article.blocks if b.spoken and b.kind in RUNNING_TEXT]


def voiced_speakers(quotations: Iterable[Quotation]) -> list[Speaker]:
    """Everybody whose words are voiced, in order of appearance."""
    return list({q.speaker.name: q.speaker for q in quotations if q.kind == "direct" and q.speaker}.values())


def direct(
    article: Article,
    quotations: Sequence[Quotation],
    cast: Cast,
    voices: Mapping[str, Voice],
    directions: Directions = Directions(),  # noqa: B008 (frozen)
) -> Script:
    """Direct an article: `voices` gives every voiced speaker's voice by name."""
    director = _Director(article, quotations, cast, voices, directions)
    for index, block in enumerate(article.blocks):
        if director.speaks(index):
            director.block(index, block)
    return director.script()


class _Director:
    """Collects utterances and sections while the blocks go by."""

    def __init__(
        self,
        article: Article,
        quotations: Sequence[Quotation],
        cast: Cast,
        voices: Mapping[str, Voice],
        directions: Directions,
    ) -> None:
        self._article = article
        self._words = phrases(article.language)
        self._quotations = quotations
        self._cast = cast
        self._voices = voices
        self._directions = directions
        self._utterances: list[Utterance] = []
        self._sections: list[Section] = []
        self._starts = [quotation.start for quotation in quotations]

    def speaks(self, index: int) -> bool:
        block = self._article.blocks[index]
        if not (block.spoken or self._directions.everything):
            return False
        if block.kind == "caption":
            return self._directions.captions != "skip"
        return self._directions.captions == "describe" or not self._is_caption_credit(index)

    def block(self, index: int, block: Block) -> None:
        first = not self._utterances
        self._open_section(block)
        if first and block.kind != "title":
            self._introduce(index)
        self._pause_before(block, index)
        self._announce_block(index, block)
        for piece in cut(self._article.source, block, self._voiced_in(block)):
            self._speak(index, block, piece)
        self._pause(AFTER_BLOCK.get(block.kind, AFTER_PARAGRAPH))
        if first and block.kind == "title":
            self._introduce(index)

    def script(self) -> Script:
        if self._utterances:
            self._utterances[-1] = replace(self._utterances[-1], pause_after=0.0)
        return Script(self._article, tuple(self._utterances), tuple(self._sections), tuple(self._quotations))

    # -- sections and pauses ------------------------------------------------------------------
    def _open_section(self, block: Block) -> None:
        if block.kind == "heading" or not self._sections:
            title = block.text if block.kind == "heading" else self._article.title
            self._sections.append(Section(title, len(self._utterances)))

    def _pause_before(self, block: Block, index: int) -> None:
        if not self._utterances:
            return
        if block.kind == "heading":
            self._pause(max(BEFORE_HEADING, self._utterances[-1].pause_after))
        elif self._is_caption_credit(index):
            self._pause(BEFORE_CREDIT)

    def _pause(self, seconds: float) -> None:
        self._utterances[-1] = replace(self._utterances[-1], pause_after=seconds)

    # -- utterances ---------------------------------------------------------------------------
    def _is_caption_credit(self, index: int) -> bool:
        blocks = self._article.blocks
        return blocks[index].kind == "credit" and index > 0 and blocks[index - 1].kind == "caption"

    def _announce_block(self, index: int, block: Block) -> None:
        if block.kind == "caption":
            self._announce(index, self._words.photo, "caption")
        elif block.kind == "notice":
            self._announce(index, self._words.note, "notice")
        elif self._is_caption_credit(index):
            self._announce(index, self._words.credit, "credit")

    def _introduce(self, index: int) -> None:
        if self._directions.brief:
            return
        blocks = [block for number, block in enumerate(self._article.blocks) if self.speaks(number)]
        rate = self._cast.roles["narration"].rate
        words = introduction(self._article, blocks, rate, self._directions.disclose)
        if words:
            self._announce(index, words, "title")
            self._pause(AFTER_BLOCK["title"])

    def _announce(self, index: int, words: str, role: Role) -> None:
        if not words:
            return
        self._add(index, words, _Part("announcement", self._role_voice(role)))
        self._pause(AFTER_ANNOUNCEMENT)

    def _speak(self, index: int, block: Block, piece: Piece) -> None:
        text = self._article.source[piece.start : piece.end]
        announced = piece.quotation is not None and self._directions.quotes == "announce"
        if announced:
            self._announce(index, self._words.quote, "narration")
        self._add(index, text, self._part(block, piece.quotation), piece)
        self._pause(AT_SENTENCE if text.rstrip("\"'”’»)").endswith(SENTENCE_ENDS) else AT_CLAUSE)
        if announced:
            self._announce(index, self._words.end_quote, "narration")

    def _part(self, block: Block, quotation: Quotation | None) -> _Part:
        role = ROLES.get(block.kind, "narration")
        if quotation is None:
            return _Part(role, self._role_voice(role))
        if self._directions.quotes in ("announce", "plain"):
            return _Part("quote", self._role_voice(role), quotation.speaker)
        if quotation.speaker is None:
            return _Part("quote", self._role_voice("quote"))
        return _Part("quote", self._voices[quotation.speaker.name], quotation.speaker)

    def _role_voice(self, role: Role) -> Voice:
        return self._cast.roles.get(role, self._cast.roles["narration"])

    def _add(self, block: int, text: str, part: _Part, piece: Piece | None = None) -> None:
        self._utterances.append(
            Utterance(
                index=len(self._utterances),
                block=block,
                role=part.role,
                speaker=part.speaker,
                voice=part.voice,
                text=text,
                start=piece.start if piece else None,
                end=piece.end if piece else None,
                chapter=len(self._sections) - 1,
                marks=tuple(self._fragments(piece)) if piece and piece.quotation is None else (),
                before=self._earcon_before(piece),
                after="end quote" if self._toned(piece) else None,
            )
        )

    def _toned(self, piece: Piece | None) -> bool:
        return self._directions.quotes == "tone" and piece is not None and piece.quotation is not None

    def _earcon_before(self, piece: Piece | None) -> Earcon | None:
        opens = bool(self._sections[1:]) and self._sections[-1].utterance == len(self._utterances)
        if opens and self._directions.chimes:
            return "chapter"
        return "quote" if self._toned(piece) else None

    def _fragments(self, piece: Piece) -> Iterator[Mark]:
        if self._directions.quotes == "plain":
            return
        for quotation in self._quotations_in(piece.start, piece.end):
            if quotation.kind == "partial":
                yield Mark("emphasis", quotation.start - piece.start, quotation.end - piece.start, "moderate")

    def _quotations_in(self, start: int, end: int) -> Iterator[Quotation]:
        inside = slice(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return (quotation for quotation in self._quotations[inside] if quotation.end <= end)

    def _voiced_in(self, block: Block) -> list[Quotation]:
        if self._directions.quotes == "plain":
            return []
        return [q for q in self._quotations_in(block.start, block.end) if q.kind == "direct"]
