"""FLAC (RFC 9639): 16 bits at the master's rate, without loss, with chapters in its comments."""

from __future__ import annotations

from functools import partial

from narrate.formats import WriterOptions
from narrate.formats.encoding import Coding, EncodedWriter
from narrate.formats.target import Target
from narrate.formats.vorbis_comments import complete


def flac_writer(target: Target, sample_rate: int, options: WriterOptions) -> EncodedWriter:  # noqa: ARG001
    """`options` hold nothing that applies to FLAC."""
    return EncodedWriter(target, sample_rate, Coding("flac", "flac", sample_rate), partial(complete, "flac"))
