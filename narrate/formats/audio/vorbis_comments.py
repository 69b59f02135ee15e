"""Tags and chapters as Vorbis comments, which Opus and FLAC files carry.

"Ogg Vorbis I format specification: comment field and header specification" (Xiph.org) and its proposed
"Chapter Extension" (wiki.xiph.org), which VLC, foobar2000, mpv and everything that is built on libav read.
"""

from __future__ import annotations

import struct
from base64 import b64encode
from dataclasses import replace
from functools import partial
from pathlib import Path

from av.container import OutputContainer

from narrate.formats.audio.mp3.id3 import FRONT_COVER
from narrate.formats.audio.remuxing import Muxer, remux
from narrate.formats.chapter_limits import VORBIS_COMMENTS, joined
from narrate.formats.credits import line, tags, titles
from narrate.formats.timestamps import clock, milliseconds
from narrate.model import THUMBNAIL, Cover, Narration


def complete(container: str, bare: Path, part: Path, narration: Narration) -> None:
    """Remux with comments; of more chapters than they can list, neighbours are listed as one."""
    embedded = narration.cover if container == "flac" else None
    remux(bare, part, Muxer(container), partial(_label, narration), embedded)


def _label(narration: Narration, result: OutputContainer) -> None:
    # Not `set_chapters`: libav counts from 0, and puts starts with .5 s and more a second late.
    result.metadata.update(tags(narration) | _chapters(narration))
    if narration.cover and result.format.name == "ogg":
        result.metadata["METADATA_BLOCK_PICTURE"] = b64encode(_picture(narration.cover)).decode("ascii")


def _picture(cover: Cover) -> bytes:
    """A picture block (RFC 9639 section 8.8), which Ogg carries as a comment in Base64.

    ("METADATA_BLOCK_PICTURE", wiki.xiph.org/VorbisComment: 24 bits a pixel, no palette.)
    """
    kind = struct.pack(">I", FRONT_COVER)
    size = struct.pack(">4I", THUMBNAIL, THUMBNAIL, 24, 0)
    alt = line(cover.alt).encode()
    return kind + _counted(b"image/jpeg") + _counted(alt) + size + _counted(cover.thumbnail)


def _counted(content: bytes) -> bytes:
    """The number of bytes, and then those."""
    return struct.pack(">I", len(content)) + content


def _chapters(narration: Narration) -> dict[str, str]:
    """Chapter Extension: a chapter's number is three digits. It counts from 1, as all known writers do."""
    named = [replace(c, title=title) for c, title in zip(narration.chapters, titles(narration), strict=True)]
    comments = {}
    for number, chapter in enumerate(joined(named, VORBIS_COMMENTS), 1):
        comments[f"CHAPTER{number:03}"] = clock(milliseconds(chapter.start, narration.sample_rate))
        comments[f"CHAPTER{number:03}NAME"] = chapter.title
    return comments
