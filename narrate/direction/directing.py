"""The order of a script: which blocks are spoken, what is announced, and where the pauses are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from narrate.direction.announcements import announcements
from narrate.direction.cutting import Cut, cut
from narrate.direction.introducing import introduction
from narrate.direction.labels import NARRATOR, Labels
from narrate.direction.pacing import (
    AFTER_ANNOUNCEMENT,
    AFTER_BLOCK,
    BEFORE_CREDIT,
    BEFORE_HEADING,
    pause_after_cut,
)
from narrate.direction.performing import Part, Performers, is_sure
from narrate.direction.quoting import QuotationsInOrder
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
    Turn,
    Utterance,
    Voice,
)
from narrate.options import Directions
from narrate.pauses import AFTER_PARAGRAPH

RUNNING_TEXT: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "pullquote", "notice"})
"""Kinds of blocks in which people are quoted."""


def quoted_spans(article: Article) -> list[tuple[int, int]]:
    """The (start, end) offsets in the source between which quotations are to be looked for."""
    quotable = (block for block in article.blocks if block.spoken and block.kind in RUNNING_TEXT)
    return [(block.start, block.end) for block in quotable]


def turns(article: Article) -> list[Turn]:
    """What is said in an article that names its speakers itself, in order."""
    return [
        Turn(block.start, block.end, block.speaker)
        for block in article.blocks
        if block.spoken and block.kind == "speech" and block.speaker is not None
    ]


def voiced_speakers(quotations: Iterable[Quotation]) -> list[Speaker]:
    """Everybody whose words are voiced, in order of appearance."""
    by_name: dict[str, Speaker] = {}
    for quotation in quotations:
        if quotation.kind == "direct" and quotation.speaker is not None and is_sure(quotation):
            by_name[quotation.speaker.name] = quotation.speaker
    return list(by_name.values())


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
        everybody = {**voices, NARRATOR: cast.roles["narration"]}
        self._labels = Labels(article, quotations, everybody, directions)
        self._article = self._labels.said_in(article)
        self._words = announcements(article.language)
        self._quotations = QuotationsInOrder(quotations)
        self._narrator = cast.roles["narration"]
        self._performers = Performers(cast, voices, directions.quotes)
        self._directions = directions
        self._utterances: list[Utterance] = []
        self._sections: list[Section] = []

    def speaks(self, index: int) -> bool:
        """Whether the block at an index is to be spoken."""
        block = self._article.blocks[index]
        if not (block.spoken or self._directions.everything):
            return False
        if block.kind == "caption":
            return self._directions.captions != "skip"
        return self._directions.captions == "describe" or not self._is_caption_credit(index)

    def block(self, index: int, block: Block) -> None:
        """Add the utterances of a block; the introduction stands after the title, or before all else."""
        opens = not self._utterances
        self._open_section(block)
        if opens and block.kind != "title":
            self._introduce(index)
        self._pause_before(block, index)
        self._announce_block(index, block)
        self._introduce_speaker(index, block)
        self._speak(index, block)
        self._pause(AFTER_BLOCK.get(block.kind, AFTER_PARAGRAPH))
        if opens and block.kind == "title":
            self._introduce(index)

    def script(self) -> Script:
        """All that was added, with no pause at the end."""
        if self._utterances:
            self._pause(0.0)
        quotations = tuple(self._quotations.all)
        return Script(self._article, tuple(self._utterances), tuple(self._sections), quotations)

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

    # -- announcements ------------------------------------------------------------------------
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
        """Say where the article is from, and how long it takes."""
        if self._directions.brief:
            return
        words = introduction(self._article, self._spoken(), self._narrator.rate, self._directions.disclose)
        if words:
            self._announce(index, words, "title")
            self._pause(AFTER_BLOCK["title"])

    def _introduce_speaker(self, index: int, block: Block) -> None:
        """Say who speaks where somebody does for the first time, in a voice that nobody knows yet."""
        name = self._labels.introduction(block)
        if name:
            self._announce(index, name, "narration")

    def _spoken(self) -> list[Block]:
        """The blocks that are to be spoken."""
        return [block for index, block in enumerate(self._article.blocks) if self.speaks(index)]

    def _announce(self, index: int, words: str, role: Role) -> None:
        """Say what does not stand in the article, in the voice of a role."""
        if words:
            self._add(index, words, self._performers.announcement(role))
            self._pause(AFTER_ANNOUNCEMENT)

    # -- utterances ---------------------------------------------------------------------------
    def _speak(self, index: int, block: Block) -> None:
        """Add what stands in a block, cut at the quotations that have voices of their own."""
        voiced = self._quotations.voiced_in(block) if self._directions.quotes != "plain" else []
        for each in cut(self._article.source, block, voiced):
            is_announced = self._directions.quotes == "announce" and block.kind != "speech"
            if each.quotation is None or not is_announced:
                self._say(index, block, each)
            else:
                self._say_announced(index, block, each)

    def _say_announced(self, index: int, block: Block, cut: Cut) -> None:
        self._announce(index, self._words.quote, "narration")
        self._say(index, block, cut)
        self._announce(index, self._words.end_quote, "narration")

    def _say(self, index: int, block: Block, cut: Cut) -> None:
        text = self._article.source[cut.start : cut.end]
        part = self._performers.part(block, cut.quotation)
        self._add(index, text, part, cut)
        self._pause(pause_after_cut(text))

    def _add(self, block: int, text: str, part: Part, cut: Cut | None = None) -> None:
        """Add an utterance; without a cut, it does not stand in the source."""
        is_toned = self._is_toned(block, cut)
        start, end = (None, None) if cut is None else (cut.start, cut.end)
        utterance = Utterance(
            index=len(self._utterances),
            block=block,
            role=part.role,
            speaker=part.speaker,
            voice=part.voice,
            text=text,
            start=start,
            end=end,
            chapter=len(self._sections) - 1,
            marks=self._emphasis(cut),
            before=self._earcon_before(is_toned=is_toned),
            after="end quote" if is_toned else None,
        )
        self._utterances.append(utterance)

    def _is_toned(self, block: int, cut: Cut | None) -> bool:
        """Whether a quotation stands between soft tones; the turns of a talk need none."""
        if self._article.blocks[block].kind == "speech" or cut is None:
            return False
        return self._directions.quotes == "tone" and cut.quotation is not None

    def _earcon_before(self, *, is_toned: bool) -> Earcon | None:
        """The sound before the next utterance: of a chapter but the first, or of a quotation."""
        section = self._sections[-1]
        opens_chapter = len(self._sections) > 1 and section.utterance == len(self._utterances)
        if opens_chapter and self._directions.chimes:
            return "chapter"
        return "quote" if is_toned else None

    def _emphasis(self, cut: Cut | None) -> tuple[Mark, ...]:
        """Marks on the fragments that the narrator quotes."""
        if cut is None or cut.quotation is not None or self._directions.quotes == "plain":
            return ()
        return tuple(self._quotations.emphasis(cut.start, cut.end))
