"""FLAC (RFC 9639): 16 bits at the master's rate, without loss, with chapters in its comments."""

from __future__ import annotations

from functools import partial

from narrate.formats import WriterOptions
from narrate.formats.audio.coding import Coding
from narrate.formats.audio.encoding import EncodedWriter
from narrate.formats.audio.vorbis_comments import complete
from narrate.storage import Target


def flac_writer(target: Target, sample_rate: int, options: WriterOptions) -> EncodedWriter:  # noqa: ARG001
    """`options` hold nothing that applies to FLAC."""
    return EncodedWriter(target, sample_rate, Coding("flac", "flac", sample_rate), partial(complete, "flac"))
