"""Which pictures of a page have something to say: those with a caption or an alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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

_LATE = re.compile(r"data-(?:\w+-)*(?:src|original)$")
"""Attributes for the address of a picture that is loaded late."""
_BLANK = re.compile(r"data:|[^?#]*\.gif(?:[?#]|$)", re.IGNORECASE)
"""What stands in `src` meanwhile; photographs are no GIFs."""
_CANDIDATE = re.compile(r"(?<!\S)(\S+?)(?:\s+(\d{1,6}(?:\.\d{1,3})?)[wx])?\s*(?:,\s|,$|$)")
_LONGEST_SET = 10_000


_FORMULA = re.compile(r"(?:^|[-_\s])(?:math|tex|latex|equation|formula)(?:$|[-_\s])", re.IGNORECASE)


def is_formula(image: _Element) -> bool:
    """Whether a picture is a formula in the middle of a sentence, which its alternative text says."""
    return bool(image.get("alt")) and _FORMULA.search(names_of(image)) is not None


def captioned(root: _Element) -> set[_Element]:
    """The figures, or whatever else holds a picture, that have a caption of their own."""
    found: set[_Element] = set()
    for element in root.iter("figcaption", "p", "div", "span", "small", "dd"):
        if not is_caption(element) or not _has_text(element):
            continue
        holder = _holder_of(element)
        if holder is not None:
            found.add(holder)
    return found


def _holder_of(caption: _Element) -> _Element | None:
    """What holds a caption and its picture: a figure, or the caption itself, or what it stands in."""
    figure = next(caption.iterancestors("figure"), None)
    if figure is not None:
        return figure
    has_picture = next(caption.iter("img"), None) is not None
    return caption if has_picture else caption.getparent()


def _has_text(element: _Element) -> bool:
    """Whether anything but white space stands in an element."""
    return any(text.strip() for text in element.itertext())


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the article."""

    address: str
    """As the page gives it, until it is resolved."""
    alt: str


def description(image: _Element, captioned: set[_Element]) -> str:
    """The alternative text of a picture of the article; empty where it says nothing to a listener."""
    said = _alt(image)
    if not _describes(said) or _is_decoration(image):
        return ""
    if _has_caption(image, captioned) or any(map(_is_card, _around(image))):
        return ""
    return said


def _describes(alt: str) -> bool:
    """Whether an alternative text says more than a name."""
    is_long = len(alt.split()) >= _FEWEST_WORDS
    return is_long and not _FILE_NAME.fullmatch(alt)


def picture_of(image: _Element, captioned: set[_Element]) -> Picture | None:
    """The picture, where a caption or its alternative text describes it; else it decorates the page."""
    if _is_decoration(image):
        return None
    address = _address(image)
    if not address:
        return None
    if not _has_caption(image, captioned) and not description(image, captioned):
        return None
    said = _alt(image)
    is_file_name = _FILE_NAME.fullmatch(said) is not None
    return Picture(address, "" if is_file_name else said)


def _has_caption(image: _Element, captioned: set[_Element]) -> bool:
    """Whether a picture stands in what has a caption."""
    return any(element in captioned for element in _around(image))


def _around(image: _Element) -> Iterator[_Element]:
    """The elements near a picture that it stands in, the innermost first."""
    return islice(image.iterancestors(), _FAR)


def _alt(image: _Element) -> str:
    return " ".join(image.get("alt", "").split())


def _address(image: _Element) -> str:
    """Where it lies: pages that load pictures late put a placeholder into `src`."""
    shown = image.get("src", "")
    is_placeholder = not shown or _BLANK.match(shown) is not None
    candidates = [*_late_addresses(image), shown] if is_placeholder else [shown]
    for candidate in candidates:
        address = candidate.strip()
        if address:
            return address
    return ""


def _late_addresses(image: _Element) -> list[str]:
    """Addresses that a script would move into `src`, and the largest of each set; some may be empty."""
    late = [str(address) for name, address in image.attrib.items() if _LATE.match(str(name))]
    for name in ("data-srcset", "srcset"):
        largest = _largest(image.get(name, ""))
        late.append(largest)
    return late


def _largest(candidates: str) -> str:
    """The address with the largest width or density of a `srcset` (HTML, 4.8.4.2.1)."""
    found = _CANDIDATE.findall(candidates[:_LONGEST_SET])
    return str(max(found, key=lambda match: float(match[1] or 1))[0]) if found else ""


def is_decorative_name(name: str) -> bool:
    """Whether a class or file name is that of a logo, an icon or a portrait."""
    return _DECORATION.search(name) is not None


def _is_decoration(image: _Element) -> bool:
    if image.get("role") in ("presentation", "none") or is_decorative_name(names_of(image)):
        return True
    return any(_pixels(image.get(side)) < _SMALL for side in ("width", "height"))


def _pixels(length: str | None) -> float:
    match = re.match(r"\s*(\d{1,6})(?:px)?\s*$", length or "")
    return int(match[1]) if match else float("inf")


def _is_card(element: _Element) -> bool:
    """A link that shows a picture over words leads to another article; one around a picture enlarges it."""
    return element.tag == "a" and _has_text(element)
