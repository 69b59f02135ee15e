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
    lead = next((image for image in page.images if _file(image.address) == _file(stated)), None)
    lead = lead or next((image for image in page.images if image.offset <= _text_begin(page)), None)
    if lead is not None:
        marked = replace(lead, lead=True, alt=lead.alt or page.stated.picture_alt or "")
        return replace(page, images=tuple(marked if image is lead else image for image in page.images))
    if is_decorative_name(_file(stated)):
        return page
    added = Image(stated, page.stated.picture_alt or "", _article_begin(page), lead=True)
    shown = sorted((added, *page.images), key=lambda image: image.offset)
    return replace(page, images=tuple(shown))


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
    stretches = page.stretches or ()
    body = (stretch.start for stretch in stretches if stretch.kind is None and stretch.tag in _TEXT)
    return next(body, len(page.text))
