"""The block elements that a line stands in, and what each of them makes of its text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from narrate.model import BlockKind
from narrate.reading.html import tags
from narrate.reading.html.containers import Container, container_of
from narrate.reading.html.numbers import Numbers


@dataclass(frozen=True, slots=True)
class Frame:
    """A block element, and what the text right inside it is."""

    element: _Element
    container: Container
    kind: BlockKind | None
    """What the markup says; None where it says nothing."""
    unspoken: str | None
    """Why the text is not for listening; None where it is."""
    numbers: Numbers | None
    """Those of its items, where it is a list."""


def frame_in(outer: Frame | None, element: _Element, kind: BlockKind | None, reason: str | None) -> Frame:
    """The frame that an element makes inside another one.

    `kind` and `reason` are what the element itself says; the rest is inherited.
    """
    around = None
    unspoken = None
    if outer is not None:
        around = outer.container
        unspoken = outer.unspoken
        if element.tag not in tags.SECTIONS:
            kind = kind or outer.kind
    unspoken = unspoken or reason or tags.unspoken(element)
    numbers = Numbers(element) if element.tag in tags.LISTS else None
    return Frame(element, container_of(element, around), kind, unspoken, numbers)
