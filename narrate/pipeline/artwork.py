"""Which cover a recording gets."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path

from narrate.covers import made_cover, picture_cover
from narrate.errors import SourceError
from narrate.model import Article, Cover, Image

Choice = str
"""`made` from title, publisher and date; `none`; `article`: its own picture; else the path of a picture."""


def cover_of(article: Article, choice: Choice) -> Callable[[], Cover | None]:
    """What draws the chosen cover, since that takes a tenth of a second.

    A picture is read at once, so that one that cannot be read is refused before the work: SourceError.
    """
    if choice == "made":
        return partial(made_cover, article)
    if choice == "none":
        return lambda: None
    cover = _lead_picture(article) if choice == "article" else picture_cover(Path(choice))
    return lambda: cover


def _lead_picture(article: Article) -> Cover:
    image = next((image for image in article.images if image.lead), None) or next(iter(article.images), None)
    if image is None:
        raise SourceError("the article has no picture", article.title, "give one with --cover FILE")
    return picture_cover(_content(image), image.alt)


def _content(image: Image) -> Path | bytes:
    """A local file, or what stands in a `data:` URL; nothing is fetched that was not asked for."""
    if image.address.startswith("data:"):
        with urllib.request.urlopen(image.address) as opened:  # reads the URL itself, no network
            return bytes(opened.read())
    if "://" in image.address:
        raise SourceError("the article's picture is not here", image.address, "save it and say --cover FILE")
    return Path(image.address)
