"""M4A and M4B: AAC in MP4 (ISO/IEC 14496-3, -12, -14), with chapters in both ways that players know.

These are Nero's list (`chpl`) and QuickTime's text track; libav writes the two from one set of chapters.
The encoder's delay stands in an edit list, so what is decoded is in place to the millisecond.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from pathlib import Path

from av.container import OutputContainer

from narrate.formats import WriterOptions
from narrate.formats.credits import refuse_more_chapters, tags, titles
from narrate.formats.encoding import Coding, EncodedWriter, chosen
from narrate.formats.remuxing import remux
from narrate.formats.target import Target
from narrate.model import Narration

MUXER = "ipod"
"""libav's name of MP4 for audio alone, as Apple's players want it."""
MAX_CHAPTERS = 255
"""`chpl` counts chapters in one byte; libav leaves the others out without a word."""
MAX_TITLE = 250
"""Bytes of UTF-8. `chpl` counts them in one byte too, and libav cuts at 255, within a character."""
SAMPLE_RATES = (48_000, 44_100, 32_000, 24_000, 22_050, 16_000)
SAMPLE_RATE = 44_100
BITRATE = 96
"""kbit/s, as for an MP3."""
AUDIOBOOK = {"media_type": "2"}
"""iTunes' `stik`: what makes a player keep the place where the listener stopped."""


def m4a_writer(target: Target, sample_rate: int, options: WriterOptions) -> EncodedWriter:
    """A file of plain audio. Raises OutputError for a bit rate or sample rate that AAC does not have."""
    return EncodedWriter(target, sample_rate, _coding(options), partial(_complete, "M4A ", {}))


def m4b_writer(target: Target, sample_rate: int, options: WriterOptions) -> EncodedWriter:
    """An audiobook: the same sound and chapters, marked as one. Raises as `m4a_writer`."""
    return EncodedWriter(target, sample_rate, _coding(options), partial(_complete, "M4B ", AUDIOBOOK))


def _coding(options: WriterOptions) -> Coding:
    rate = chosen(options.sample_rate, SAMPLE_RATE, SAMPLE_RATES, "sample rate of AAC")
    bitrate = chosen(options.bitrate, BITRATE, _bitrates(rate), "bit rate of AAC")
    return Coding(MUXER, "aac", rate, bitrate)


def _bitrates(sample_rate: int) -> range:
    """ISO/IEC 14496-3 section 4.5.3: a channel's frame of 1024 samples has 6144 bits at most.

    The least is a bit per sample and a half: what libav's encoder needs to keep the level.
    """
    return range(16, 6 * sample_rate // 1000 + 1)


def _complete(brand: str, extra: dict[str, str], bare: Path, part: Path, narration: Narration) -> None:
    refuse_more_chapters(narration, MAX_CHAPTERS, "an M4A or M4B", ".opus or .flac")
    # The index goes first, so that a player can start before it has the whole file.
    options = {"movflags": "+faststart", "brand": brand}
    remux(bare, part, MUXER, partial(_label, narration, extra), options)


def _label(narration: Narration, extra: dict[str, str], result: OutputContainer) -> None:
    labels = tags(narration)
    result.streams.audio[0].metadata["language"] = labels["language"]
    result.metadata.update(labels | extra)
    result.set_chapters(
        [
            {
                "id": number,
                "start": chapter.start,
                "end": chapter.end,
                "time_base": Fraction(1, narration.sample_rate),
                "metadata": {"title": shortened(title)},
            }
            for number, (chapter, title) in enumerate(
                zip(narration.chapters, titles(narration), strict=True), 1
            )
        ]
    )


def shortened(title: str) -> str:
    """A title that fits into MAX_TITLE bytes; one that was longer ends with an ellipsis."""
    if len(title.encode()) <= MAX_TITLE:
        return title
    room = MAX_TITLE - len("…".encode())
    return title.encode()[:room].decode("utf-8", "ignore").rstrip() + "…"
