"""Opus in Ogg (RFC 6716, RFC 7845): mono speech, with chapters in its comments.

The encoder's delay stands in the identification header (RFC 7845 section 4.2), and the last page says where
the sound ends (section 4.5), so what is decoded has the master's length.
"""

from __future__ import annotations

from functools import partial

from narrate.formats import WriterOptions
from narrate.formats.encoding import Coding, EncodedWriter, chosen
from narrate.formats.target import Target
from narrate.formats.vorbis_comments import complete

BITRATE = 32
"""kbit/s: full-band speech, of which listeners hear no loss (RFC 7587 section 3.1.1: 28 to 40)."""
BITRATES = range(6, 257)
"""RFC 6716 section 2.1.1: from 6 kbit/s; libopus takes at most 256 per channel."""
SAMPLE_RATES = (48_000,)
"""RFC 7845 section 4.2: players decode at 48 kHz whatever was coded."""


def opus_writer(target: Target, sample_rate: int, options: WriterOptions) -> EncodedWriter:
    """Raises OutputError for a bit rate or sample rate that Opus does not have."""
    rate = chosen(options.sample_rate, SAMPLE_RATES[0], SAMPLE_RATES, "sample rate of Opus")
    bitrate = chosen(options.bitrate, BITRATE, BITRATES, "bit rate of Opus")
    return EncodedWriter(
        target, sample_rate, Coding("ogg", "libopus", rate, bitrate), partial(complete, "ogg")
    )
