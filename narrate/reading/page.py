"""A document with markup, read: what web pages, Markdown texts and books have in common."""

from __future__ import annotations

from dataclasses import dataclass

from narrate.model import Image
from narrate.reading.piece import Piece


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
class Page:
    """Text with the kinds that its markup gives to its parts."""

    source: str
    """Headline and text, blank lines between the pieces."""
    pieces: tuple[Piece, ...]
    """They tile the source; open, with tags, but for what the markup alone decides."""
    stated: Stated = Stated()
    images: tuple[Image, ...] = ()
    """In source order."""


def joined(names: list[str]) -> str | None:
    """["Ada Wong", "Bela Roth"] as "Ada Wong and Bela Roth"; None for nobody."""
    *first, last = names or [""]
    return (f"{', '.join(first)} and {last}" if first else last) or None
