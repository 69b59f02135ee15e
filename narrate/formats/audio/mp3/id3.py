"""ID3v2.3 tags, for what a chaptered recording needs.

ID3 tag version 2.3.0 (id3.org, 1999), cited by section, and "ID3v2 Chapter Frame Addendum 1.0" (2005).
Version 2.3 and not 2.4, because readers built on ffmpeg drop a 2.4 chapter whose title is over 127 bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from urllib.parse import quote

NO_OFFSET = 0xFFFFFFFF
"""Addendum 3.1: the chapter is to be found by its time, not by its place in the file."""
TOP_LEVEL, ORDERED = 2, 1
"""Addendum 3.2, flags of a table of contents."""
FRONT_COVER = 3
"""Section 4.15, picture type."""
URL_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"
"""RFC 3986 section 2.2 and 2.1: what an address may hold besides letters, digits and "-._~"."""
MAX_ENTRIES = 255
"""Addendum 3.2: the entry count of a table of contents is one byte."""


def tag(frames: Sequence[bytes]) -> bytes:
    """A whole tag, to stand before the audio. Section 3.1: its size is four times seven bits."""
    body = b"".join(frames)
    sizes = (len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + bytes(sizes) + body


def text(name: str, value: str) -> bytes:
    """A text information frame (section 4.2), such as TIT2."""
    encoding, encoded, _ = _encoded(value)
    return _frame(name, encoding + encoded)


def user_text(description: str, value: str) -> bytes:
    """A text of a kind that has no frame of its own (section 4.2.2)."""
    encoding, encoded, end = _encoded(value)
    if encoding == b"\x01":
        return _frame("TXXX", encoding + b"\xff\xfe" + description.encode("utf-16-le") + end + encoded)
    return _frame("TXXX", encoding + description.encode("latin-1") + end + encoded)


def link(name: str, address: str) -> bytes:
    """A URL link frame (section 4.3), such as WOAS; an address with other characters is escaped."""
    return _frame(name, quote(address, safe=URL_CHARACTERS).encode("ascii"))


def comment(language: str, value: str) -> bytes:
    """A comment (section 4.11) in a language of ISO 639-2, without a description."""
    encoding, encoded, end = _encoded(value)
    empty = b"\xff\xfe" if encoding == b"\x01" else b""
    return _frame("COMM", encoding + language.encode("ascii") + empty + end + encoded)


def chapter(element: str, start: int, end: int, title: str) -> bytes:
    """A chapter (addendum 3.1) from `start` to `end` in milliseconds."""
    times = struct.pack(">4I", start, end, NO_OFFSET, NO_OFFSET)
    return _frame("CHAP", _identifier(element) + times + text("TIT2", title))


def contents(element: str, entries: Sequence[str], title: str, is_top: bool = True) -> bytes:
    """A table of contents (addendum 3.2): chapters or other tables, in order, at most MAX_ENTRIES."""
    flags = TOP_LEVEL | ORDERED if is_top else ORDERED
    head = _identifier(element) + bytes([flags, len(entries)])
    return _frame("CTOC", head + b"".join(map(_identifier, entries)) + text("TIT2", title))


def picture(jpeg: bytes, description: str) -> bytes:
    """The front cover (section 4.15, picture type 3)."""
    encoding, encoded, end = _encoded(description)
    return _frame("APIC", encoding + b"image/jpeg\0" + bytes([FRONT_COVER]) + encoded + end + jpeg)


def _frame(name: str, content: bytes) -> bytes:
    """Section 3.3: a frame's size is a plain number, and its flags are two bytes."""
    return name.encode("ascii") + struct.pack(">IH", len(content), 0) + content


def _identifier(element: str) -> bytes:
    return element.encode("latin-1") + b"\0"


def _encoded(value: str) -> tuple[bytes, bytes, bytes]:
    """Section 3.3: the encoding's number, the text without an end, and what ends one."""
    try:
        return b"\0", value.encode("latin-1"), b"\0"
    except UnicodeEncodeError:
        return b"\x01", b"\xff\xfe" + value.encode("utf-16-le", "replace"), b"\0\0"
