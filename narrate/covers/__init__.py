"""Covers: the picture of an article, made from its words or from a picture of the user's.

A made cover has the title in large letters, who published it and when, and bars like those of a sound
recorder. Its colours and bars come from a hash of the title, so the same article gives the same bytes.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.covers.drawing import SIZE, drawn
from narrate.covers.flattening import flattened
from narrate.errors import SourceError
from narrate.model import THUMBNAIL, Article, Cover

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 85
"""JPEG's. Below 80, rings around the letters can be seen at full size."""


def made_cover(article: Article) -> Cover:
    """A cover of the article's title, publisher and date."""
    image, shows = drawn(article)
    return _cover(image, shows)


def picture_cover(picture: Path | bytes, alt: str = "") -> Cover:
    """A picture as a cover: the middle of it, cut to a square; `alt` says what it shows.

    Raises SourceError for a file that is not a picture, or one larger than 89 megapixels, since such pictures
    are made to fill the memory.
    """
    from PIL import Image, ImageOps

    name = picture.name if isinstance(picture, Path) else "the article's picture"
    upright = _upright(picture, str(picture) if isinstance(picture, Path) else name)
    square = ImageOps.fit(upright, (SIZE, SIZE), Image.Resampling.LANCZOS)
    return _cover(square, alt or f"Picture: {name}")


def _upright(picture: Path | bytes, name: str) -> Image:
    """The picture in RGB on a ground, turned as its EXIF data says. Raises SourceError as `picture_cover`."""
    from PIL import Image, ImageOps

    file = io.BytesIO(picture) if isinstance(picture, bytes) else picture
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file) as opened:
                return flattened(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise SourceError("the picture is too large", name, "scale it down to 3000 pixels") from error
    except (OSError, ValueError, SyntaxError) as error:
        reason = getattr(error, "strerror", None) or "use a JPEG, PNG or WebP file"
        raise SourceError("cannot read the picture", name, reason) from error


def _cover(image: Image, alt: str) -> Cover:
    return Cover(_jpeg(image), _jpeg(image.reduce(SIZE // THUMBNAIL)), alt)


def _jpeg(image: Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
