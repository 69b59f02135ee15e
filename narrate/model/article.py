"""What is read: a source, and the article that is recognised in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "title",
    "byline",
    "dateline",
    "notice",
    "caption",
    "credit",
    "heading",
    "paragraph",
    "list_item",
    "pullquote",
    "boilerplate",
    "label",
    "speech",
]
"""`speech`: what somebody says in a transcript, an interview or a play; `label`: the name before it."""


LABEL_REASON = "the voice says who speaks"
"""Why a label is not spoken."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source that is one thing. Blocks tile the source.

    >>> import narrate
    >>> last = narrate.read("article.txt").blocks[-1]
    >>> last.kind, last.text, last.spoken
    ('boilerplate', 'Share this', False)
    """

    kind: BlockKind
    text: str
    """Exactly `source[start:end]`, without white space at either end."""
    start: int
    """Offset of the first character in the source."""
    end: int
    """Offset after the last character in the source."""
    spoken: bool = True
    reason: str | None = None
    """Why the block is not spoken, in words for a listener; None when it is spoken."""
    level: int | None = None
    """Of a heading, 1 to 6, where markup states it; 1 is above 2. Else None."""
    speaker: str | None = None
    """Of a speech and its label: who speaks, by the fullest label that means them ("Mara Kestrel", "Q"), the
    same for all of one speaker's blocks. Else None."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article."""

    address: str
    """Absolute URL, path of a local file, or `data:` URL."""
    alt: str
    """What it shows, as the page says; empty for a decorative one."""
    offset: int
    """Where it stands: offset in the source of the block that describes it, or of the one that follows."""
    lead: bool = False
    """Whether it is the picture of the whole article."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document states about itself; None where it does not."""

    title: str | None = None
    authors: str | None = None
    """Without "By": "Ada Wong, Bela Roth and Cy Dorn"."""
    published: str | None = None
    """ISO 8601 date."""
    language: str | None = None
    """BCP 47 tag."""
    description: str | None = None
    """What a page shows to search engines, often the lines below the headline."""
    site: str | None = None
    """Who published it, as it names itself."""
    url: str | None = None
    """Canonical address."""
    license: str | None = None
    """Name or address."""
    picture: str | None = None
    """Address of the picture of the whole article."""
    picture_alt: str | None = None
    """What it shows."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a source's text, with what its markup says of it."""

    text: str
    """Without white space at either end, never empty."""
    start: int
    """Offset of its first character in the source's text."""
    kind: BlockKind | None = None
    """What it is, where the markup alone decides; None where the wording may say otherwise."""
    reason: str | None = None
    """Why it is not spoken; None when it is."""
    tag: BlockKind | None = None
    """What the markup says it is; it holds where the wording does not say otherwise."""
    level: int | None = None
    """Of a heading: 1 to 6."""
    speaker: str | None = None
    """Of a speech and its label: who speaks."""

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read, before it is known what its parts are."""

    text: str
    """The text that all offsets count in, as decoded (line ends become "\\n")."""
    name: str
    """What messages call it: its path or address."""
    stretches: tuple[Stretch, ...] | None = None
    """They tile the text; None where there is no markup to say what is what, as in plain text."""
    stated: Stated = Stated()
    images: tuple[Image, ...] = ()
    """In source order."""
    is_book: bool = False
    """Whether the markup says it all: a book has no boilerplate, and no captions without a tag."""


@dataclass(frozen=True, slots=True)
class Article:
    """What was read, with nothing dropped: every non-blank character of `source` is in one block.

    >>> import narrate
    >>> article = narrate.read("article.txt")
    >>> article.title, article.language
    ('Ferry late', 'en')
    >>> all(article.source[block.start : block.end] == block.text for block in article.blocks)
    True
    """

    source: str
    """The text that all offsets count in, as decoded (line ends become "\\n")."""
    blocks: tuple[Block, ...]
    """In source order, not overlapping."""
    title: str
    """Never empty: the title block's text, or the first words where there is none."""
    language: str = "en"
    """BCP 47 tag."""
    byline: str | None = None
    """Authors as the article names them, without "By"."""
    published: str | None = None
    """ISO 8601 date, only where the article states it."""
    site: str | None = None
    """Who published it, as the page names itself: "BBC News"."""
    url: str | None = None
    """Canonical address, only where it is known."""
    license: str | None = None
    """Name or address of its licence, only where the article states it."""
    images: tuple[Image, ...] = ()
    """In source order."""
