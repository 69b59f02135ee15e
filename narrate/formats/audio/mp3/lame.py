"""LAME apart from libav: the same encoder with the same settings, 3.8 times as fast.

The LAME in PyAV's wheels was built without optimisation (av 18.1: 120 s of speech at 44.1 kHz, 96 kbit/s and
quality 7 take 1.03 s of processor time; here 0.27 s). Where lameenc has no wheel, libav's does all the work.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

import numpy as np

from narrate.formats.audio.coding import Coding
from narrate.formats.audio.mp3.frames import Frame, frames
from narrate.model import Samples

try:
    import lameenc
except ImportError:
    lameenc = None

AVAILABLE = lameenc is not None
"""Whether lameenc is installed."""


@cache
def lame_version() -> str:
    """The version of lameenc, for keys of the cache; "" if it is not installed."""
    return version("lameenc") if AVAILABLE else ""


def encoded(samples: Samples, coding: Coding) -> list[Frame]:
    """Every frame of `samples`, shape (n,), at the coding's rate.

    Frames may depend on the bit reservoir of those before them.
    LAME takes 16 bits, whose noise lies 40 dB below what coding adds.
    """
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(coding.sample_rate)
    encoder.set_out_sample_rate(coding.sample_rate)  # else it halves the rate at a low bit rate
    encoder.set_bit_rate(coding.bitrate)
    encoder.set_quality(int(coding.codec_options["compression_level"]))
    integers = np.rint(np.clip(samples, -1, 1) * np.float32(32767)).astype("<i2")
    return frames(bytes(encoder.encode(integers.tobytes()) + encoder.flush()))
