"""A stretch of the source on its way to becoming a block, and how rules are applied to a list of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from narrate.model import BlockKind, Stretch

NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|van|von|der|la|al|bin|da|di|and|&) )?[A-ZÀ-Þ][\w.'’-]*){0,4}"
"""A pattern for the name of a person or a body: up to five words with capitals."""
HEAD = 8
"""Lines at the beginning of an article in which its title, authors and date may stand."""

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


@dataclass(frozen=True)
class Piece:
    """Some text that is one thing; `kind` is None until a rule has recognised it.

    A dozen rules ask for its words, which are therefore kept.
    """

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
        )

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)

    @cached_property
    def flat(self) -> str:
        """The text with every stretch of white space as one space."""
        return " ".join(self.words)

    @cached_property
    def words(self) -> list[str]:
        """What white space separates."""
        return self.text.split()

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.text[-8:]) is not None

    def marked(self, kind: BlockKind, reason: str | None = None) -> Piece:
        """The same stretch, recognised."""
        return replace(self, kind=kind, reason=reason)

    def cut(self, *offsets: int) -> list[Piece]:
        """Split at offsets into the text (ascending); parts that would be blank are left out."""
        parts: list[Piece] = []
        for left, right in pairwise([0, *offsets, len(self.text)]):
            part = self.text[left:right]
            if part.strip():
                start = self.start + left + len(part) - len(part.lstrip())
                parts.append(replace(self, text=part.strip(), start=start, gap=0 if parts else self.gap))
        return parts


def each_open(pieces: Iterable[Piece], rule: Callable[[Piece], list[Piece]]) -> list[Piece]:
    """Apply a rule to the pieces that no rule has recognised yet; it returns what each becomes."""
    return [new for piece in pieces for new in (rule(piece) if piece.kind is None else [piece])]
