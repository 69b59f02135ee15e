"""The article's pictures: embedded if their files are here, described in words if they are on the web.

Nothing is fetched, so that nobody learns that the book is made or read. Every picture is opened by Pillow
first. One that moves (and might flash), that EPUB has no type for, or that is too large for small readers is
replaced by a still picture made from it.
"""

from __future__ import annotations

import io
import urllib.request
import warnings

from PIL import Image as Pillow
from PIL import ImageOps

from narrate.formats.readalong.markup.local_files import LARGEST, local_file
from narrate.model import Image

TYPES = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}
"""Suffixes of EPUB's core media types (EPUB 3.3, section 3.2), without SVG, which may hold scripts."""
MOST_PIXELS = 4_000_000
"""Pixels of a picture in a book: twice what a tablet shows."""
REFUSALS = (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError, Pillow.DecompressionBombWarning)
"""What Pillow raises if the bytes are not a picture, or one that is too large to open."""


def opened(image: Image) -> tuple[str, bytes] | None:
    """Suffix and content of a picture that can be embedded; None if it is elsewhere, or not a picture."""
    try:
        content = _content(image.address)
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            return _embeddable(content)
    except REFUSALS:
        return None


def _embeddable(content: bytes) -> tuple[str, bytes]:
    """Suffix and content: the picture as it is if readers can show it, or a still picture made from it."""
    with Pillow.open(io.BytesIO(content)) as picture:
        suffix = TYPES.get(picture.format or "")
        moves = getattr(picture, "is_animated", False)
        is_large = picture.width * picture.height > MOST_PIXELS
        if suffix is None or moves or is_large:
            return _still(picture)
        picture.verify()
        return suffix, content


def _content(address: str) -> bytes:
    """The bytes of a `data:` URL or a local file; empty if it is elsewhere, or too large."""
    if not address.startswith("data:"):
        return local_file(address)
    with urllib.request.urlopen(address) as data:  # reads the URL itself, no network
        content = bytes(data.read(LARGEST + 1))
    return content if len(content) <= LARGEST else b""


def _still(picture: Pillow.Image) -> tuple[str, bytes]:
    """Suffix and content of the first frame, made small enough: PNG if it is transparent, else JPEG."""
    picture.seek(0)
    still = ImageOps.exif_transpose(picture)
    side = int(MOST_PIXELS**0.5)
    still.thumbnail((side, side))
    content = io.BytesIO()
    if still.has_transparency_data:
        still.convert("RGBA").save(content, "PNG")
        return "png", content.getvalue()
    still.convert("RGB").save(content, "JPEG", quality=85)
    return "jpg", content.getvalue()
