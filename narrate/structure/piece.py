"""A stretch of the source on its way to becoming a block, what a rule is, and what rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from narrate.english.sentence_ends import ends_sentence
from narrate.model import BlockKind, Stretch

NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|van|von|der|la|al|bin|da|di|and|&) )?[A-ZÀ-Þ][\w.'’-]*){0,4}"
"""Regular expression: the name of a person or a body, up to five words with capitals."""
HEAD = 8
"""Lines at the beginning of an article in which its title, authors and date may stand."""


@dataclass(frozen=True)
class Piece:
    """Some text that is one thing; it is open (`kind` is None) until a rule has recognised it."""

    text: str
    """Without white space at either end, never empty."""
    start: int
    """Offset of its first character in the source."""
    gap: int = 2
    """Line ends between it and the piece before it: 0 on the same line, 2 or more over a blank line."""
    kind: BlockKind | None = None
    reason: str | None = None
    """Why it is not spoken; None when it is."""
    tag: BlockKind | None = None
    """What the markup says it is; it holds where the wording does not say otherwise. None in plain text."""
    level: int | None = None
    """Of a heading in markup: 1 to 6."""
    speaker: str | None = None
    """Of a speech and its label: who speaks."""

    @classmethod
    def of(cls, stretch: Stretch) -> Piece:
        """A stretch of a document with markup, which blank lines separate from its neighbours."""
        return cls(
            stretch.text,
            stretch.start,
            kind=stretch.kind,
            reason=stretch.reason,
            tag=stretch.tag,
            level=stretch.level,
            speaker=stretch.speaker,
        )

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)

    @property
    def is_open(self) -> bool:
        """Whether no rule has recognised it yet."""
        return self.kind is None

    @cached_property
    def flat(self) -> str:
        """The text with every stretch of white space as one space."""
        return " ".join(self.words)

    @cached_property
    def words(self) -> list[str]:
        """What white space separates. Kept, since a dozen rules ask for it."""
        return self.text.split()

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return ends_sentence(self.text)

    def marked(self, kind: BlockKind, reason: str | None = None) -> Piece:
        """The same stretch, recognised."""
        return replace(self, kind=kind, reason=reason)

    def cut(self, *offsets: int) -> list[Piece]:
        """Split at offsets into the text (ascending); parts that would be blank are left out."""
        parts: list[Piece] = []
        for left, right in pairwise([0, *offsets, len(self.text)]):
            written = self.text[left:right]
            text = written.strip()
            if not text:
                continue
            indent = len(written) - len(written.lstrip())
            # Only the first part stands where the whole piece stood: behind its line ends.
            gap = 0 if parts else self.gap
            parts.append(replace(self, text=text, start=self.start + left + indent, gap=gap))
        return parts


Rule = Callable[[Sequence[Piece]], list[Piece]]
"""What every rule is: pieces in order → the same text in pieces, some of them cut or recognised.

A rule leaves alone what rules before it have recognised, and loses no text.
"""


def each(pieces: Iterable[Piece], change: Callable[[Piece], list[Piece]]) -> list[Piece]:
    """What `change` makes of each piece, in order."""
    return [part for piece in pieces for part in change(piece)]


def each_open(pieces: Iterable[Piece], change: Callable[[Piece], list[Piece]]) -> list[Piece]:
    """Likewise, of each open piece: for rules that look at one piece at a time."""
    return each(pieces, lambda piece: change(piece) if piece.is_open else [piece])


def index_of(pieces: Iterable[Piece], test: Callable[[Piece], bool]) -> int | None:
    """The index of the first piece that passes a test; None where none does."""
    return next((index for index, piece in enumerate(pieces) if test(piece)), None)


def marked_at(
    pieces: Sequence[Piece], indexes: Iterable[int], kind: BlockKind, reason: str | None = None
) -> list[Piece]:
    """The pieces, the open ones among those at `indexes` recognised."""
    marked = list(pieces)
    for index in indexes:
        if pieces[index].is_open:
            marked[index] = pieces[index].marked(kind, reason)
    return marked


def marked_all(pieces: Iterable[Piece], kind: BlockKind) -> list[Piece]:
    """Every piece recognised as the same."""
    return [piece.marked(kind) for piece in pieces]
