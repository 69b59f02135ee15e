"""What a user corrects of an article, and where in the article that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from narrate.model.article import BlockKind
from narrate.model.people import KnownPerson
from narrate.model.script import QuotationKind

BY_CORRECTION = "correction"
"""The origin of a mark that a correction made."""
LEFT_OUT_BY_CORRECTION = "left out by a correction"
"""Why something is not spoken that would be without its correction."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article by which a place in it is found (W3C Web Annotation: TextQuoteSelector)."""

    exact: str
    """The words themselves, never blank."""
    prefix: str = ""
    """What stands before them; it tells places apart that have the same words."""
    suffix: str = ""
    """What stands after them."""


@dataclass(frozen=True, slots=True)
class BlockCorrection:
    """What the block is in which some words stand."""

    anchor: Anchor
    place: str
    """Where it is said, for messages: "article.corrections.toml, line 4"."""
    kind: BlockKind | None = None
    """None leaves it as it is."""
    spoken: bool | None = None
    """None: boilerplate is not spoken, what becomes anything else is."""
    cut: bool = False
    """Whether the words alone are meant, which are cut out of their block."""


@dataclass(frozen=True, slots=True)
class QuotationCorrection:
    """Who says some words."""

    anchor: Anchor
    place: str
    speaker: str | None
    """None: nobody does."""
    kind: QuotationKind | None = None
    """None leaves it to the quotation."""


@dataclass(frozen=True, slots=True)
class WordCorrection:
    """How some words are said: everywhere, or in one place if the anchor has a prefix or a suffix."""

    anchor: Anchor
    place: str
    say: str | None = None
    """In other words; "" leaves them out."""
    ipa: str | None = None
    """In the International Phonetic Alphabet. Either this or `say` is given."""

    @property
    def is_everywhere(self) -> bool:
        """Whether it is meant wherever the words stand."""
        return not (self.anchor.prefix or self.anchor.suffix) and self.say != ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that a file of corrections says."""

    file: str = ""
    """Its path, for messages."""
    blocks: tuple[BlockCorrection, ...] = ()
    quotations: tuple[QuotationCorrection, ...] = ()
    words: tuple[WordCorrection, ...] = ()
    """Also what is left out inside a block."""
    people: tuple[KnownPerson, ...] = ()
    checked: bool = False
    """Whether somebody has gone through all quotations, so that those without a correction are right."""


Says = TypeVar("Says", BlockCorrection, QuotationCorrection, WordCorrection)


@dataclass(frozen=True, slots=True)
class Located(Generic[Says]):
    """A correction, and the place in the article that it is about."""

    start: int
    """Offset in the source."""
    end: int
    says: Says
