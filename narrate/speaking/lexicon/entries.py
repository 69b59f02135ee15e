"""What a lexicon holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """One way to say a word."""

    kind: Literal["phoneme", "sub"]
    """`phoneme`: by its sounds; `sub`: by other words (PLS calls it an alias)."""
    value: str
    """IPA, or the words."""
    preferred: bool = False
    origin: str = "lexicon"
    """What the marks on the word say that they come from."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word or a name, its spellings, and how it is said."""

    graphemes: tuple[str, ...]
    """At least one; white space in it is single spaces."""
    pronunciations: tuple[Pronunciation, ...]
    """In the order of the document."""
    language: str
    """BCP 47 tag of the text that it is for."""
    roles: frozenset[str] = frozenset()
    """Qualified names, as written; with any, it is only for tokens of that role."""
    examples: tuple[str, ...] = ()

    @property
    def pronunciation(self) -> Pronunciation:
        """PLS 1.0 section 4.9.2: the first one that is preferred, else the first."""
        return next((p for p in self.pronunciations if p.preferred), self.pronunciations[0])
