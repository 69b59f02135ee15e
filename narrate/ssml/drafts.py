"""Utterances of a document that is being read, and the Script that they become."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from operator import attrgetter

from narrate.model import Article, Block, BlockKind, Mark, Role, Script, Section, Utterance, Voice
from narrate.network.addresses import without_user
from narrate.pauses import AFTER_PARAGRAPH
from narrate.prosody import seconds
from narrate.ssml.metadata import Record, Told
from narrate.ssml.nesting import ordered

WHITE = " \t\n\r"
VOICE_PAUSE = 0.2
"""Seconds where the voice changes inside a paragraph, and beside a recording: a short breath."""
LONGEST_TITLE = 80
"""Characters of a title that the document does not give, taken from its first words."""
_POINTS = frozenset({"break", "mark", "audio"})
"""Marks that may hold no text."""
_KINDS: dict[Role, BlockKind] = {
    "title": "title", "heading": "heading", "caption": "caption", "credit": "credit", "notice": "notice",
    "list_item": "list_item",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """An utterance in the making."""

    voice: Voice
    paragraph: int
    """Number of the paragraph it stands in."""
    record: str | None = None
    """Name of the mark under which the metadata tells of it."""
    rate: float = 1.0
    """The voice's own rate, where there is a record."""
    sounds: bool = False
    """Whether it is a recording (<audio>), and its text what is said where that is missing."""
    parts: list[str] = field(default_factory=list)
    """Its text, as it came. It is joined when it is complete: to lengthen it piece by piece takes time by the
    square of its length."""
    length: int = 0
    """Characters of its text."""
    visible: int = 0
    """Offset after the last character of its text that is not white space."""
    marks: list[Mark] = field(default_factory=list)
    """In the order of their tags, those that are open yet without an end."""
    pause: float | None = None
    """Seconds after it that breaks ask for; None where none does."""

    @property
    def text(self) -> str:
        """What is said in it."""
        return "".join(self.parts)

    def add(self, text: str) -> None:
        """Add text at its end."""
        without_white = text.rstrip(WHITE)
        if without_white:
            self.visible = self.length + len(without_white)
        self.parts.append(text)
        self.length += len(text)

    def text_from(self, offset: int) -> str:
        """The end of its text, from an offset on."""
        start = self.length
        taken: list[str] = []
        for part in reversed(self.parts):
            if start <= offset:
                break
            start -= len(part)
            taken.append(part)
        end = "".join(reversed(taken))
        return end[max(offset - start, 0) :]

    @property
    def blank(self) -> bool:
        """Whether nothing is said in it."""
        return self.visible == 0

    @property
    def says_something(self) -> bool:
        """Whether anything is heard in it: text, or a recording."""
        return self.sounds or not self.blank

    def take_the_place_of(self, blank: Draft) -> None:
        """Let what was told of an utterance that has said nothing yet be told of this one."""
        self.record = self.record or blank.record
        self.rate = blank.rate

    def take_breaks_before(self) -> list[Mark]:
        """Take out the breaks before its text."""
        return self._take_breaks(0)

    def take_breaks_after(self) -> list[Mark]:
        """Take out the breaks after its text. A recording has no text; what stands in it is after it."""
        return self._take_breaks(self.length)

    def _take_breaks(self, offset: int) -> list[Mark]:
        taken: list[Mark] = []
        others: list[Mark] = []
        for mark in self.marks:
            is_there = mark.kind == "break" and mark.start == offset
            (taken if is_there else others).append(mark)
        self.marks = others
        return taken

    def append_points(self, marks: Sequence[Mark]) -> None:
        """Add marks that stood behind it."""
        end = self.length
        self.marks += [replace(mark, start=end, end=end) for mark in marks if mark.kind == "mark"]


def trimmed(draft: Draft) -> Draft:
    """The draft without white space at its ends, what is marked in it moved along."""
    whole = draft.text
    text = whole.strip(WHITE)
    indent = len(whole) - len(whole.lstrip(WHITE))
    moved = [_moved(mark, indent, len(text)) for mark in draft.marks]
    kept = [mark for mark in moved if mark.end > mark.start or mark.kind in _POINTS]
    return replace(draft, parts=[text], length=len(text), visible=len(text), marks=kept)


def _moved(mark: Mark, indent: int, length: int) -> Mark:
    """A mark in a text that has lost its first `indent` characters and has `length` left."""
    start, end = (min(max(offset - indent, 0), length) for offset in (mark.start, mark.end))
    return replace(mark, start=start, end=end)


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that say or play something, with the breaks at their ends as pauses.

    A break before all that is said stays where it is: the recording begins with it. A mark beside a draft
    goes into the one before it, or the one after it where there is none.
    """
    kept: list[Draft] = []
    waiting: list[Mark] = []
    for draft in map(trimmed, drafts):
        if kept:
            breaks_before = draft.take_breaks_before()
            _wait(kept[-1], breaks_before)
        if draft.says_something:
            breaks_after = draft.take_breaks_after()
            _wait(draft, breaks_after)
            draft.marks = [*waiting, *draft.marks]
            waiting = []
            kept.append(draft)
        elif kept:
            kept[-1].append_points(draft.marks)
        else:
            waiting += draft.marks
    return kept


@dataclass(slots=True)
class _Assembly:
    """A script in the making."""

    told: Told
    parts: list[str] = field(default_factory=list)
    """Of the source."""
    length: int = 0
    """Characters of the source."""
    blocks: list[Block] = field(default_factory=list)
    utterances: list[Utterance] = field(default_factory=list)

    def add_paragraph(self, parts: Sequence[Utterance]) -> None:
        """Add the utterances of a paragraph, which become a block where there is text in them."""
        if not any(map(_is_text, parts)):
            # What has no text of its own belongs to the block before it.
            self._add_all(parts, block=max(len(self.blocks) - 1, 0))
            return
        if self.length:
            self._write("\n\n")
        start = self.length
        self._add_all(parts, block=len(self.blocks))
        self._add_block(parts, start)

    def _add_all(self, parts: Sequence[Utterance], block: int) -> None:
        start = self.length
        for part in parts:
            self._add(part, block, start)

    def _add_block(self, parts: Sequence[Utterance], start: int) -> None:
        """Add the block of a paragraph, which is what its first utterance is."""
        first = next(filter(_is_text, parts))
        kind = _KINDS.get(first.role, "paragraph")
        text = " ".join(part.text for part in parts if _is_text(part))
        self.blocks.append(Block(kind, text, start, self.length))

    def _add(self, part: Utterance, block: int, block_start: int) -> None:
        """Add an utterance to a block that begins at `block_start` in the source."""
        if _is_text(part) and self.length > block_start:
            self._write(" ")
        start = end = None
        if part.role != "announcement":
            start = self.length
            self._write(part.text)
            end = self.length
        placed = replace(part, index=len(self.utterances), block=block, start=start, end=end)
        self.utterances.append(placed)

    def _write(self, text: str) -> None:
        """Add to the source."""
        self.parts.append(text)
        self.length += len(text)


def assembled(drafts: Sequence[Draft], told: Told, language: str) -> Script:
    """The script of drafts that are settled, of which there is at least one."""
    assembly = _Assembly(told)
    pauses = iter(_pauses(drafts))
    for _, group in groupby(drafts, key=attrgetter("paragraph")):
        parts = [_utterance(draft, told, next(pauses)) for draft in group]
        paragraph = _with_text(parts)
        assembly.add_paragraph(paragraph)
    blocks = assembly.blocks or [Block("paragraph", "", 0, 0)]
    article = _article("".join(assembly.parts), blocks, told, language)
    sections = _sections(drafts, told, article.title)
    utterances = _in_chapters(assembly.utterances, sections)
    return Script(article, utterances, tuple(sections))


def _in_chapters(utterances: Sequence[Utterance], sections: Sequence[Section]) -> tuple[Utterance, ...]:
    """The utterances with the numbers of their chapters."""
    starts = [section.utterance for section in sections]
    chapters = (bisect_right(starts, utterance.index) - 1 for utterance in utterances)
    numbered = zip(utterances, chapters, strict=True)
    return tuple(replace(utterance, chapter=chapter) for utterance, chapter in numbered)


def _with_text(parts: list[Utterance]) -> list[Utterance]:
    """A paragraph of announcements alone is narration: each block has text in it."""
    if any(map(_is_text, parts)):
        return parts
    return [replace(part, role="narration") if part.text else part for part in parts]


def _is_text(part: Utterance) -> bool:
    """Whether an utterance says something of the article."""
    return part.text != "" and part.role != "announcement"


def _utterance(draft: Draft, told: Told, pause: float) -> Utterance:
    record = told.utterances.get(draft.record or "", Record())
    voice = replace(draft.voice, rate=draft.rate) if draft.record else draft.voice
    marks = tuple(ordered(draft.marks))
    return Utterance(
        index=0,
        block=0,
        role=record.role,
        speaker=told.speaker(record),
        voice=voice,
        text=draft.text,
        start=None,
        end=None,
        chapter=0,
        pause_after=pause,
        marks=marks,
        before=record.before,
        after=record.after,
    )


def _pauses(drafts: Sequence[Draft]) -> Iterator[float]:
    for draft, following in pairwise(drafts):
        if draft.pause is not None:
            yield draft.pause
        else:
            yield VOICE_PAUSE if draft.paragraph == following.paragraph else AFTER_PARAGRAPH
    yield drafts[-1].pause or 0.0


def _wait(draft: Draft, breaks: Sequence[Mark]) -> None:
    if breaks:
        draft.pause = (draft.pause or 0.0) + sum(seconds(mark.value) for mark in breaks)


def _article(source: str, blocks: Sequence[Block], told: Told, language: str) -> Article:
    facts = told.facts
    return Article(
        source=source,
        blocks=tuple(blocks),
        title=facts.get("title") or _first_words(source) or "Untitled",
        language=language,
        byline=facts.get("creator") or facts.get("author"),
        published=facts.get("date"),
        site=facts.get("publisher"),
        url=without_user(facts["source"]) if "source" in facts else None,
        license=facts.get("rights"),
    )


def _first_words(source: str) -> str:
    """A title for a document that has none: its first line, cut at a word."""
    line = source.split("\n", 1)[0].strip()
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _sections(drafts: Sequence[Draft], told: Told, title: str) -> list[Section]:
    found: list[Section] = []
    for index, draft in enumerate(drafts):
        if draft.record in told.chapters:
            chapter = told.chapters[draft.record]
            found.append(Section(chapter, index))
    if found and found[0].utterance == 0:
        return found
    return [Section(title, 0), *found]
