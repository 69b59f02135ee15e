"""HTML: a page that plays the recording and shows the article while it is heard.

The sound is in the page, as MP3 in a `data:` URL, or in a file beside it (`WriterOptions.assets`). The page
loads nothing else, and nothing in the article can run as a script.
"""

from __future__ import annotations

import os
from base64 import b64encode
from functools import partial
from pathlib import Path
from urllib.parse import quote

from narrate.errors import OutputError
from narrate.formats import WriterOptions, sound_beside
from narrate.formats.audio.encoding import EncodedWriter
from narrate.formats.audio.mp3.stretches import StretchedEncoder
from narrate.formats.audio.mp3.writer import mp3_coding
from narrate.formats.readalong.player.page import page
from narrate.model import Narration
from narrate.storage import Target

SAMPLE_RATE, BITRATE = 24_000, 64
"""Hz and kbit/s: the master's own rate, and for the same voices two thirds of a podcast's size."""
LARGEST = 380_000_000
"""Bytes of sound in a page: Chromium refuses `data:` URLs of more than 512 MB, which hold 3/4 of that."""
PIECE = 3 * 2**18
"""Bytes that are encoded at a time: a multiple of three, so that base64 puts no padding between them."""


def page_writer(target: Target, sample_rate: int, options: WriterOptions) -> EncodedWriter:
    """Raises OutputError for a bit rate or sample rate that MP3 does not have."""
    coding = mp3_coding(options, SAMPLE_RATE, BITRATE)
    complete = partial(_beside, target) if options.assets else _inside
    return EncodedWriter(target, sample_rate, coding, complete, StretchedEncoder)


def _inside(bare: Path, part: Path, narration: Narration) -> None:
    """Write the page with its sound in it, without ever holding the whole sound in memory."""
    size = bare.stat().st_size
    if size > LARGEST:
        raise OutputError(
            "the sound is too long for a page", f"{size >> 20} MB", "put it beside with --assets"
        )
    before, after = page(narration)
    with part.open("wb") as file, bare.open("rb") as sound:
        file.write(before.encode())
        file.write(b"data:audio/mpeg;base64,")
        file.writelines(b64encode(piece) for piece in iter(partial(sound.read, PIECE), b""))
        file.write(after.encode())


def _beside(target: Target, bare: Path, part: Path, narration: Narration) -> None:
    """Write the page, and its sound beside it: "a.html" and "a.sound.mp3"."""
    sound = target.beside(sound_beside(target.path).name)
    before, after = page(narration)
    address = quote(os.fsencode(sound.path.name))  # a name need not be UTF-8
    part.write_text(before + address + after, encoding="utf-8", newline="\n")
    sound.commit(bare)
