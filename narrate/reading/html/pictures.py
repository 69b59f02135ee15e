"""Which pictures of a page have something to say: the alternative text of those that have no caption."""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element

from narrate.reading.html.tags import is_caption, names_of

_FAR = 5
"""Elements between a picture and what holds it and its caption; the most in the pages looked at is 4."""
_SMALL = 100
"""Pixels. Icons and portraits of authors are smaller, pictures of articles are larger."""
_FEWEST_WORDS = 3
"""Fewer name a thing ("Logo", "Ada Wong") and describe no picture."""
_DECORATION = re.compile(
    r"(?:^|[-_\s/])(?:icons?|logos?|avatars?|emojis?|pixel|spacer|badges?|author|byline|profile|headshot|thumb(?:nail)?s?"
    r"|sprite|tracking|placeholder)(?:$|[-_\s.])",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif)$", re.IGNORECASE)


def captioned(root: _Element) -> set[_Element]:
    """The figures, or whatever else holds a picture, that have a caption of their own."""
    found: set[_Element] = set()
    for element in root.iter("figcaption", "p", "div", "span", "small", "dd"):
        if is_caption(element) and any(text.strip() for text in element.itertext()):
            around = element if next(element.iter("img"), None) is not None else element.getparent()
            holder = next(element.iterancestors("figure"), around)
            found |= {holder} if holder is not None else set()
    return found


def description(image: _Element, captioned: set[_Element]) -> str:
    """The alternative text of a picture of the article; empty where it says nothing to a listener."""
    said = " ".join(image.get("alt", "").split())
    if len(said.split()) < _FEWEST_WORDS or _FILE_NAME.fullmatch(said) or _is_decoration(image):
        return ""
    near = list(islice(image.iterancestors(), _FAR))
    if any(element in captioned for element in near) or any(map(_is_card, near)):
        return ""
    return said


def _is_decoration(image: _Element) -> bool:
    if image.get("role") in ("presentation", "none") or _DECORATION.search(names_of(image)):
        return True
    return any(_pixels(image.get(side)) < _SMALL for side in ("width", "height"))


def _pixels(length: str | None) -> float:
    match = re.match(r"\s*(\d{1,6})(?:px)?\s*$", length or "")
    return int(match[1]) if match else float("inf")


def _is_card(element: _Element) -> bool:
    """A link that shows a picture over words leads to another article; one around a picture enlarges it."""
    return element.tag == "a" and any(text.strip() for text in element.itertext())
