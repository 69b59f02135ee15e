"""Opus in Ogg (RFC 6716, RFC 7845): mono speech, with chapters in its comments.

The identification header states the encoder's delay (RFC 7845 section 4.2), and the last page says where the
sound ends (section 4.5), so decoded sound has the master's length.
"""

from __future__ import annotations

from functools import partial

from narrate.formats import WriterOptions
from narrate.formats.audio.coding import Coding, chosen
from narrate.formats.audio.encoding import EncodedWriter
from narrate.formats.audio.vorbis_comments import complete
from narrate.storage import Target

BITRATE = 32
"""kbit/s: full-band speech, of which listeners hear no loss (RFC 7587 section 3.1.1: 28 to 40)."""
BITRATES = range(6, 257)
"""RFC 6716 section 2.1.1: from 6 kbit/s; libopus takes at most 256 per channel."""
SILK_BITRATE, SILK_GAIN = 52, 1.02
"""Up to so many kbit/s libopus codes speech with SILK, which takes 0.24 to 0.37 dB of its loudness; above,
less than 0.1. Half of that is given back: with all of it, peaks limited at -2 dBTP come out at -1.0, so at
-1.3. Measured on nine minutes of speech, and on 40 seconds at twelve bit rates."""
SAMPLE_RATES = (48_000,)
"""RFC 7845 section 4.2: players decode at 48 kHz whatever was coded."""


def opus_writer(target: Target, sample_rate: int, options: WriterOptions) -> EncodedWriter:
    """Raises OutputError for a bit rate or sample rate that Opus does not have."""
    return EncodedWriter(target, sample_rate, opus_coding(options), partial(complete, "ogg"))


def opus_coding(options: WriterOptions) -> Coding:
    """Opus in Ogg without comments. Raises OutputError as the writer."""
    rate = chosen(options.sample_rate, SAMPLE_RATES[0], SAMPLE_RATES, "sample rate of Opus")
    bitrate = chosen(options.bitrate, BITRATE, BITRATES, "bit rate of Opus")
    gain = SILK_GAIN if bitrate <= SILK_BITRATE else 1.0
    return Coding("ogg", "libopus", rate, bitrate, gain)
