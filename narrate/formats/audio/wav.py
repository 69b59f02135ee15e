"""WAV: 16-bit PCM at the master's rate, with the chapters as cue points.

Multimedia Programming Interface and Data Specifications 1.0 (IBM and Microsoft, 1991), chapter 2 ("RIFF")
and chapter 3 ("Waveform Audio File Format").
"""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO

import numpy as np

from narrate.errors import OutputError
from narrate.formats import WriterOptions
from narrate.formats.audio.mp3.tag import narration_tag
from narrate.formats.credits import artist, line, notice, source, titles
from narrate.formats.failures import mapped
from narrate.model import Narration, Samples
from narrate.storage import Target

HEADER = 44
"""Bytes before the samples."""
LIMIT = 2**32 - 2**20
"""Bytes that a file may have: sizes are 32 bits, and a mebibyte is left for chapters and credits."""


class WavWriter:
    """Writes samples as they come, and the sizes and the chapters at the end."""

    def __init__(self, target: Target, sample_rate: int, options: WriterOptions) -> None:  # noqa: ARG002
        """`options` hold nothing that applies to WAV."""
        self._target = target
        self._sample_rate = sample_rate
        self._size = 0
        self._part = target.new_part()
        with mapped(target.path):
            self._file: BinaryIO = self._part.open("wb")
            self._file.write(bytes(HEADER))

    def write(self, samples: Samples) -> None:
        """Append samples, shape (n,), rounded to 16 bits; what is beyond full scale is clipped."""
        # No dither: speech carries noise far above the last bit, and the same input gives the same file.
        pcm = np.rint(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()
        if HEADER + self._size + len(pcm) > LIMIT:
            raise OutputError("too long for a WAV file (4 GiB)", self._target.path, "write .mp3 instead")
        with mapped(self._target.path):
            self._file.write(pcm)
        self._size += len(pcm)

    def finish(self, narration: Narration) -> None:
        """Add chapters and credits, fill in the sizes, and move the file into place."""
        with mapped(self._target.path):
            trailer = _cue(narration) + _labels(narration) + _info(narration) + _id3(narration)
            self._file.write(trailer)
            self._file.seek(0)
            self._file.write(self._header(len(trailer)))
            self._file.close()
        self._target.commit(self._part)

    def abort(self) -> None:
        """Remove what has been written."""
        with suppress(OSError):  # of what it still held back for a full disk
            self._file.close()
        self._target.discard()

    def _header(self, trailer: int) -> bytes:
        rate = self._sample_rate
        pcm = struct.pack("<HHIIHH", 1, 1, rate, 2 * rate, 2, 16)
        riff = struct.pack("<4sI4s", b"RIFF", HEADER - 8 + self._size + trailer, b"WAVE")
        return riff + _chunk(b"fmt ", pcm) + struct.pack("<4sI", b"data", self._size)


def _chunk(name: bytes, content: bytes) -> bytes:
    """Chunks begin at even offsets; the pad byte is not counted."""
    return struct.pack("<4sI", name, len(content)) + content + bytes(len(content) % 2)


def _cue(narration: Narration) -> bytes:
    """A cue point per chapter; identifiers count from 1."""
    points = (
        struct.pack("<II4sIII", number, chapter.start, b"data", 0, 0, chapter.start)
        for number, chapter in enumerate(narration.chapters, 1)
    )
    return _chunk(b"cue ", struct.pack("<I", len(narration.chapters)) + b"".join(points))


def _labels(narration: Narration) -> bytes:
    labels = (
        _chunk(b"labl", struct.pack("<I", number) + _text(title))
        for number, title in enumerate(titles(narration), 1)
    )
    return _chunk(b"LIST", b"adtl" + b"".join(labels))


def _info(narration: Narration) -> bytes:
    """A list of what is known of the recording; what is not known is left out."""
    article = narration.script.article
    fields = {
        b"INAM": line(article.title),
        b"IART": artist(narration),
        b"ICMT": notice(narration),
        b"ISRC": source(narration),
        b"ICOP": line(article.license),
    }
    chunks = [_chunk(name, _text(value)) for name, value in fields.items() if value]
    return _chunk(b"LIST", b"INFO" + b"".join(chunks))


def _id3(narration: Narration) -> bytes:
    """An MP3's tag in a chunk, which is where players look for a WAV's cover. The chapters are cues."""
    return _chunk(b"id3 ", narration_tag(replace(narration, chapters=())))


def _text(value: str) -> bytes:
    """The standard does not mention Unicode; editors read and write UTF-8."""
    return value.encode("utf-8", "replace") + b"\0"
