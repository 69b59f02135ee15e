"""The article's pictures: embedded if their files are here, linked if they are on the web.

The page loads nothing, so that nobody learns that it is read.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from urllib.parse import unquote_to_bytes

from narrate.formats.readalong.markup.blocks import picture_in_words
from narrate.formats.readalong.markup.elements import Element
from narrate.formats.readalong.markup.local_files import local_file
from narrate.formats.readalong.player.html import element
from narrate.model import Image

# The first bytes of what browsers show and cannot run: SVG is left out because it may hold scripts.
_KINDS = {
    "image/png": rb"\x89PNG\r\n\x1a\n",
    "image/jpeg": rb"\xff\xd8\xff",
    "image/gif": rb"GIF8[79]a",
    "image/webp": rb"RIFF....WEBP",
    "image/avif": rb"....ftypavi[fs]",
}
_DATA = re.compile(r"data:[^,]*?(;base64)?,(.*)", re.IGNORECASE | re.DOTALL)


def picture(image: Image) -> Element | None:
    """A picture, or a link to it with its description; None for a decorative picture that is not here."""
    content = _content(image.address)
    kind = _kind(content)
    if kind is None:
        return picture_in_words(image, element)
    encoded = b64encode(content).decode()
    return element("img", src=f"data:{kind};base64,{encoded}", alt=image.alt)


def _kind(content: bytes) -> str | None:
    """The media type, by the first bytes; None if it is not a picture that browsers show."""
    for kind, start in _KINDS.items():
        if re.match(start, content, re.DOTALL):
            return kind
    return None


def _content(address: str) -> bytes:
    """The bytes of a `data:` URL or a local file; empty if it is elsewhere, or too large."""
    data = _DATA.fullmatch(address.strip())
    try:
        if data is None:
            return local_file(address)
        content = unquote_to_bytes(data[2])
        is_base64 = data[1] is not None
        return b64decode(content) if is_base64 else content
    except (OSError, ValueError):  # of which base64's own error is one
        return b""
