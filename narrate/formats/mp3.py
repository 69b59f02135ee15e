"""MP3: mono, constant bit rate, encoded while the master is made, with chapters in an ID3v2.3 tag.

The encoder's delay stands in the Xing/LAME header, so what is decoded is in place to the millisecond.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from fractions import Fraction

import av
import numpy as np

from narrate.errors import NarrateError, OutputError
from narrate.formats import WriterOptions
from narrate.formats.failures import mapped
from narrate.formats.mp3_tag import narration_tag
from narrate.formats.target import Target
from narrate.model import Narration, Samples

# ISO/IEC 11172-3 table 3-B.2 and 13818-3 section 2.4.2.3: bit rates in kbit/s by sample rate in Hz.
_MPEG1 = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MPEG2 = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
BITRATES = {
    48_000: _MPEG1, 44_100: _MPEG1, 32_000: _MPEG1, 24_000: _MPEG2, 22_050: _MPEG2, 16_000: _MPEG2
}  # fmt: skip
EFFORT = 7
"""LAME's quality, from 0 (best) to 9. At 96 kbit/s, 7 is 1.6 times as fast as 5 and its coding noise is 2 dB
nearer to the masking threshold in the mean, 0.2 dB in the median frame; 64 kbit/s at 5 costs 5 dB."""
LAME_SCALES = ((176, 0.95), (208, 0.97), (240, 0.98), (320, 1.0))
"""LAME multiplies what it gets by a factor that depends on the bit rate: up to so many kbit/s, this one.
Measured with a tone at every bit rate of `BITRATES`."""


class Mp3Writer:
    """Encodes in the thread that calls it; libav lets other threads run meanwhile."""

    def __init__(self, target: Target, sample_rate: int, options: WriterOptions) -> None:
        """Raises OutputError for a bit rate or sample rate that MP3 does not have."""
        _check(options)
        self._target = target
        self._sample_rate = sample_rate
        self._written = 0
        self._gain = np.float32(1 / next(scale for top, scale in LAME_SCALES if options.bitrate <= top))
        self._bare = target.new_part()
        with mapped(target.path):
            # The tag is ours, because libav's would have to be complete before the audio is.
            silent = {"id3v2_version": "0", "write_id3v1": "0"}
            self._container = av.open(str(self._bare), "w", format="mp3", options=silent)
            self._stream = self._container.add_stream("libmp3lame", options.sample_rate, layout="mono")
            self._stream.bit_rate = 1000 * options.bitrate
            self._stream.codec_context.options = {"compression_level": str(EFFORT)}

    def write(self, samples: Samples) -> None:
        """Encode samples, shape (n,), as loud as they are."""
        if not len(samples):
            return
        frame = av.AudioFrame.from_ndarray((samples * self._gain)[None], "flt", "mono")
        frame.sample_rate = self._sample_rate
        frame.time_base = Fraction(1, self._sample_rate)
        frame.pts = self._written
        with mapped(self._target.path):
            self._container.mux(self._stream.encode(frame))
        self._written += len(samples)

    def finish(self, narration: Narration) -> None:
        """Put the tag before the audio and move the file into place."""
        tag = narration_tag(narration)
        with mapped(self._target.path):
            self._container.mux(self._stream.encode(None))
            self._container.close()
            part = self._target.new_part()
            with part.open("wb") as file, self._bare.open("rb") as audio:
                file.write(tag)
                shutil.copyfileobj(audio, file, 2**20)
        self._target.commit(part)

    def abort(self) -> None:
        """Remove what has been written."""
        with suppress(NarrateError), mapped(self._target.path):
            self._container.close()
        self._target.discard()


def _check(options: WriterOptions) -> None:
    rates = BITRATES.get(options.sample_rate)
    if rates is None:
        raise OutputError(
            "no sample rate of MP3", options.sample_rate, f"one of {', '.join(map(str, BITRATES))}"
        )
    if options.bitrate not in rates:
        raise OutputError("no bit rate of MP3", options.bitrate, f"one of {', '.join(map(str, rates))}")
