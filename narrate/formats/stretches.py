"""An MP3 whose stretches are encoded side by side: LAME on all cores.

Each stretch is encoded by a LAME of its own, which begins a few frames early, so that it has forgotten its
own beginning where the stretch starts, and goes on a few frames beyond, which LAME looks ahead. That needs
frames that do not lean on earlier ones, so there is no bit reservoir. Where stretches begin depends on
nothing but the number of samples: the bytes are the same on any number of cores.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction
from functools import partial
from typing import cast

import av
import numpy as np

from narrate.cores import cores
from narrate.errors import EncodingError
from narrate.formats.encoding import SHORTEST, Coding
from narrate.formats.remembering import Packets, key_of, remembered
from narrate.model import Samples

STRETCH = 512
"""Frames that one LAME encodes: 13 s at 44.1 kHz, in 2 % more time than without stretches."""
LEAD = 8
"""Frames before a stretch. With 2, the coding noise of a whole narration is already as low as without any
seams (34.0 dB below the speech); 8 are for what is harder to code."""
TAIL = 4
"""Frames after it. LAME gives a frame when it has the next two."""


class StretchedEncoder:
    """What `encoding.Encoder` is, for MP3: samples in, frames out in order."""

    def __init__(self, path: str, sample_rate: int, coding: Coding) -> None:
        """Start the stream from a master of `sample_rate` Hz."""
        self._coding = coding
        self._sample_rate = sample_rate
        self._gain = np.float32(coding.gain)
        self._resampler = av.AudioResampler("fltp", "mono", coding.sample_rate)
        self._container = av.open(path, "w", format=coding.container, options=dict(coding.container_options))
        stream = self._container.add_stream(coding.codec, coding.sample_rate, layout="mono")
        self._stream = cast(av.AudioStream, stream)
        self._stream.bit_rate = 1000 * coding.bitrate
        self._container.start_encoding()
        self._frame = self._stream.codec_context.frame_size
        self._rest: Samples = np.zeros(0, np.float32)  # from `lead` frames before the next stretch on
        self._lead = 0
        self._read = self._written = 0
        self._pending: deque[Future[Packets]] = deque()
        self._pool = ThreadPoolExecutor(cores())

    def write(self, samples: Samples) -> None:
        """Take samples, shape (n,), as loud as they are."""
        if not len(samples):
            return
        frame = av.AudioFrame.from_ndarray((samples * self._gain)[None], "flt", "mono")
        frame.sample_rate = self._sample_rate
        self._read += len(samples)
        self._take(self._resampler.resample(frame))

    def finish(self) -> None:
        """Encode what is still held back, and close the stream."""
        least = round(SHORTEST * self._sample_rate)
        self.write(np.zeros(max(0, least - self._read), np.float32))
        self._take(self._resampler.resample(None))
        self._submit(self._rest, None)
        while self._pending:
            self._mux(self._pending.popleft().result())
        self.close()

    def close(self) -> None:
        """Close the stream as it is; calling it again does nothing."""
        self._pool.shutdown(cancel_futures=True)
        self._container.close()

    def _take(self, frames: Sequence[av.AudioFrame]) -> None:
        self._rest = np.concatenate([self._rest, *(frame.to_ndarray()[0] for frame in frames)])
        while len(self._rest) >= (self._lead + STRETCH + TAIL) * self._frame:
            self._submit(self._rest[: (self._lead + STRETCH + TAIL) * self._frame], STRETCH)
            self._rest = self._rest[(self._lead + STRETCH - LEAD) * self._frame :]
            self._lead = LEAD

    def _submit(self, samples: Samples, count: int | None) -> None:
        self._pending.append(self._pool.submit(self._stretch, samples, self._lead, count))
        # As many wait as can be at work: memory is bounded, and all cores have something to do.
        while len(self._pending) > 2 * cores():
            self._mux(self._pending.popleft().result())

    def _stretch(self, samples: Samples, lead: int, count: int | None) -> Packets:
        """`_encoded`, or what it was before. The first and the last stretch are not looked up: packets of
        theirs say, beside their data, how much of them is no sound."""
        memory = self._coding.memory
        encode = partial(self._encoded, samples, lead, count)
        if memory is None or not lead or count is None:
            return encode()
        return remembered(memory, key_of(self._coding, lead, count, samples), self._coding, encode)

    def _encoded(self, samples: Samples, lead: int, count: int | None) -> Packets:
        """`count` frames after the first `lead`, or all where it is None."""
        codec = cast(av.AudioCodecContext, av.CodecContext.create(self._coding.codec, "w"))
        codec.sample_rate, codec.layout, codec.format = self._coding.sample_rate, "mono", "fltp"
        codec.bit_rate = 1000 * self._coding.bitrate
        codec.time_base = Fraction(1, self._coding.sample_rate)
        codec.options = dict(self._coding.codec_options)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples)[None], "fltp", "mono")
        frame.sample_rate, frame.time_base, frame.pts = self._coding.sample_rate, codec.time_base, 0
        packets = codec.encode(frame) if len(samples) else []
        if count is None:
            return [*packets, *codec.encode(None)][lead:]
        if len(packets) < lead + count:
            raise EncodingError("the MP3 encoder holds back more frames than it is known to", len(packets))
        return packets[lead : lead + count]

    def _mux(self, packets: Packets) -> None:
        for packet in packets:
            packet.stream = self._stream
            packet.pts = packet.dts = self._written * self._frame
            self._container.mux(packet)
            self._written += 1
