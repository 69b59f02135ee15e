"""The picture of the whole article: the one that the page shows to other sites."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from narrate.model import Image, Source
from narrate.reading.html.pictures import is_decorative_name

_TEXT = ("paragraph", "list_item", "heading", None)


def with_lead(page: Source) -> Source:
    """Mark the picture that stands for the article; where none of its own does, the stated one is added."""
    stated = page.stated.picture
    if stated is None:
        return page
    alt = page.stated.picture_alt or ""
    images = list(page.images)
    at = _lead_of(page, stated)
    if at is not None:
        images[at] = replace(images[at], lead=True, alt=images[at].alt or alt)
        return replace(page, images=tuple(images))
    if is_decorative_name(_file(stated)):
        return page
    added = Image(stated, alt, _article_begin(page), lead=True)
    images.insert(0, added)
    images.sort(key=lambda image: image.offset)
    return replace(page, images=tuple(images))


def _lead_of(page: Source, stated: str) -> int | None:
    """Index of the picture that is the stated one in some size, else of the first above the text."""
    file = _file(stated)
    for at, image in enumerate(page.images):
        if _file(image.address) == file:
            return at
    text_begin = _text_begin(page)
    for at, image in enumerate(page.images):
        if image.offset <= text_begin:
            return at
    return None


def _file(address: str) -> str:
    """The name of the file: sizes and crops stand before it or in the query."""
    try:
        path = urlsplit(address).path if "://" in address else address
    except ValueError:
        return address
    return unquote(PurePosixPath(path).name)


def _article_begin(page: Source) -> int:
    """Where the article begins; menus stand before it."""
    spoken = (stretch.start for stretch in page.stretches or () if stretch.reason is None)
    return next(spoken, 0)


def _text_begin(page: Source) -> int:
    """Where the text begins that the pictures of the headline stand before."""
    for stretch in page.stretches or ():
        if stretch.kind is None and stretch.tag in _TEXT:
            return stretch.start
    return len(page.text)
