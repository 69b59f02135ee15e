"""Utterances of a document that is being read, and the Script that they become."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from operator import attrgetter

from narrate.model import Article, Block, BlockKind, Mark, Role, Script, Section, Utterance, Voice
from narrate.pauses import AFTER_PARAGRAPH
from narrate.prosody import seconds
from narrate.ssml.metadata import Record, Told
from narrate.ssml.nesting import ordered

WHITE = " \t\n\r"
VOICE_PAUSE = 0.2
"""Seconds where the voice changes inside a paragraph, and beside a recording: a short breath."""
LONGEST_TITLE = 80
"""Characters of a title that the document does not give, taken from its first words."""
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
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    """In the order of their tags, those that are open yet without an end."""
    pause: float | None = None
    """Seconds after it that breaks ask for; None where none does."""

    @property
    def blank(self) -> bool:
        """Whether nothing is said in it."""
        return not self.text.strip(WHITE)


def trimmed(draft: Draft) -> Draft:
    """The draft without white space at its ends, what is marked in it moved along."""
    text = draft.text.strip(WHITE)
    shift = len(draft.text) - len(draft.text.lstrip(WHITE))
    moved = [
        replace(m, start=min(max(m.start - shift, 0), len(text)), end=min(max(m.end - shift, 0), len(text)))
        for m in draft.marks
    ]
    points = {"break", "mark", "audio"}
    kept = [m for m in moved if m.end > m.start or m.kind in points]
    return replace(draft, text=text, marks=kept)


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that say or play something, with the breaks at their ends as pauses.

    A break before all that is said goes: a recording begins with silence of its own. A mark beside a draft
    goes into the one before it, or the one after it where there is none.
    """
    kept: list[Draft] = []
    loose: list[Mark] = []
    for draft in map(trimmed, drafts):
        silent = draft.blank and not draft.sounds
        length = 0 if draft.sounds and draft.blank else len(draft.text)
        breaks = [m for m in draft.marks if m.kind == "break"]
        before = [m for m in breaks if m.start == 0]
        after = [m for m in breaks if m.start == length and m not in before]
        draft.marks = [m for m in draft.marks if m not in before and m not in after]
        if kept:
            _wait(kept[-1], before)
        if not silent:
            draft.marks = [*loose, *draft.marks]
            loose = []
            _wait(draft, after)
            kept.append(draft)
        elif kept:
            end = len(kept[-1].text)
            kept[-1].marks += [replace(m, start=end, end=end) for m in draft.marks if m.kind == "mark"]
        else:
            loose += [m for m in draft.marks if m.kind == "mark"]
    return kept


def assembled(drafts: Sequence[Draft], told: Told, language: str) -> Script:
    """The script of drafts that are settled, of which there is at least one."""
    source, blocks, utterances = "", list[Block](), list[Utterance]()
    pauses = iter(_pauses(drafts))
    for _, group in groupby(drafts, key=attrgetter("paragraph")):
        parts = [_utterance(draft, told, next(pauses)) for draft in group]
        if all(part.role == "announcement" or not part.text for part in parts):
            parts = [replace(part, role="narration") if part.text else part for part in parts]
        said = [part for part in parts if part.role != "announcement" and part.text]
        source += "\n\n" if said and source else ""
        start = len(source)
        for part in parts:
            source += " " if part in said[1:] else ""
            at = None if part.role == "announcement" else len(source)
            source += "" if at is None else part.text
            index, block = len(utterances), max(len(blocks) - (not said), 0)
            end = None if at is None else len(source)
            utterances.append(replace(part, index=index, block=block, start=at, end=end))
        if said:
            kind = _KINDS.get(said[0].role, "paragraph")
            blocks.append(Block(kind, source[start:], start, len(source)))
    article = _article(source, blocks or [Block("paragraph", "", 0, 0)], told, language)
    sections = _sections(drafts, told, article.title)
    starts = [section.utterance for section in sections]
    numbered = (replace(u, chapter=bisect_right(starts, u.index) - 1) for u in utterances)
    return Script(article, tuple(numbered), tuple(sections))


def _utterance(draft: Draft, told: Told, pause: float) -> Utterance:
    record = told.utterances.get(draft.record or "", Record())
    voice = replace(draft.voice, rate=draft.rate) if draft.record else draft.voice
    marks = tuple(ordered(draft.marks))
    return Utterance(
        index=0,
        block=0,
        role=record.role,
        speaker=record.speaker,
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
    words = source.split("\n", 1)[0].strip()
    short = words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return Article(
        source=source,
        blocks=tuple(blocks),
        title=facts.get("title") or short or "Untitled",
        language=language,
        byline=facts.get("creator") or facts.get("author"),
        published=facts.get("date"),
        site=facts.get("publisher"),
        url=facts.get("source"),
        license=facts.get("rights"),
    )


def _sections(drafts: Sequence[Draft], told: Told, title: str) -> list[Section]:
    found = [Section(told.chapters[d.record], i) for i, d in enumerate(drafts) if d.record in told.chapters]
    return found if found and found[0].utterance == 0 else [Section(title, 0), *found]
