"""Which elements an article becomes: headings by level, lists, figures, quotations, and pictures in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from narrate.formats.readalong.document import Document, Passage
from narrate.formats.readalong.markup.elements import Element, direction, web_address
from narrate.model import Block, BlockKind, Image

MakeElement = Callable[..., Element]
"""A format's own: tag, children, and attributes by keyword."""
# Items keep the bullet or number that they were written with; the page must not add one of its own.
_MARKED = re.compile(r"\W*[•‣▪●◦■□►▶➤✓✔·*+–—-]\s|\(?\d{1,3}[.)]\s")


def heading_levels(document: Document) -> dict[int, int]:
    """The level of each heading, 1 to 6, by its block's offset in the source.

    The title has 1. The others keep the article's order of levels, from 2 on, and no level is skipped on the
    way down (WCAG 2.2, 1.3.1).
    """
    levels: dict[int, int] = {}
    titles = _of_kind(document, "title")
    if titles:
        levels[titles[0].start] = 1
    headings = _of_kind(document, "heading")
    highest = min(map(_written_level, headings), default=1)
    before = 1
    for heading in headings:
        level = _written_level(heading) - highest + 2
        before = min(level, before + 1, 6)
        levels[heading.start] = before
    return levels


def _of_kind(document: Document, kind: BlockKind) -> list[Block]:
    blocks = (passage.block for passage in document.passages())
    return [block for block in blocks if block.kind == kind]


def _written_level(heading: Block) -> int:
    """The level that the article gives a heading; 1 if it gives none."""
    return heading.level or 1


def units(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Passages one by one, but the items of a list together, and a caption with the credits after it."""
    for is_list, group in groupby(_with_credits(passages), key=_is_item):
        if is_list:
            yield [passage for unit in group for passage in unit]
        else:
            yield from group


def _is_item(unit: Sequence[Passage]) -> bool:
    return unit[0].block.kind == "list_item"


def _with_credits(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Each passage alone, except for a caption, which has the credits after it."""
    found: list[list[Passage]] = []
    for passage in passages:
        if found and _is_credit_of(found[-1], passage):
            found[-1].append(passage)
        else:
            found.append([passage])
    return found


def _is_credit_of(unit: Sequence[Passage], passage: Passage) -> bool:
    return unit[0].block.kind == "caption" and passage.block.kind == "credit"


def mark_list(made: Element, items: Iterable[Passage]) -> None:
    """Mark a list all of whose items have bullets or numbers in their text."""
    if all(_MARKED.match(item.block.text) for item in items):
        made.set("class", "marked")


def pictures(passages: Iterable[Passage], picture: Callable[[Image], Element | None]) -> list[Element]:
    """The pictures that belong to passages, each as `picture` makes it."""
    images = (image for passage in passages for image in passage.images)
    made = map(picture, images)
    return [each for each in made if each is not None]


def picture_in_words(image: Image, element: MakeElement) -> Element | None:
    """The description of a picture that is not here, as a link if the picture is on the web."""
    if not image.alt:
        return None
    content: Element | str = f"Picture: {image.alt}"
    address = web_address(image.address)
    if address:
        content = element("a", content, href=address)
    return element("p", content, class_="picture")


def attributed(quote: Element, speaker: str | None, element: MakeElement) -> Element:
    """A quotation under the name of its speaker, where one is known.

    The name stands outside the quotation (HTML, 4.4.4), for those who see. A screen reader that jumps to a
    quotation skips what stands before it: it finds the speaker in the label of the quotation's paragraph
    (see `speakers`). The name on the screen is hidden from it, so that it is heard once.
    """
    if speaker is None:
        return quote
    name = element("p", speaker, class_="speaker", aria_hidden="true")
    return element("div", name, quote, class_="quotation")


def turn(made: Element, text: str, around: str) -> Element:
    """The element, with a `dir` of its own if its text runs against the direction `around` it."""
    own = direction(text)
    if own and own != around:
        made.set("dir", own)
    return made
