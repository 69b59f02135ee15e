"""An MP3 whose stretches are encoded side by side: LAME on all cores.

Each stretch is encoded by a LAME of its own, which begins a few frames early, so that it has forgotten its
own beginning where the stretch starts, and goes on a few frames beyond. Where two stretches overlap,
`frames` joins them. Where stretches begin depends on nothing but the number of samples: the bytes are
the same on any number of cores.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TypeAlias, cast

import av
import numpy as np

from narrate.cores import cores
from narrate.errors import EncodingError
from narrate.formats.audio.coding import SHORTEST, Coding
from narrate.formats.audio.mp3 import lame
from narrate.formats.audio.mp3.encode_cache import cached_encode
from narrate.formats.audio.mp3.frames import Frame, joined
from narrate.model import Samples

STRETCH = 512
"""Frames that one LAME encodes: 13 s at 44.1 kHz, in 3 % more time than in one go."""
LEAD = 4
"""Frames before a stretch. With 2, the coding noise of a whole narration is already as low as without any
seams; the more there are, the fuller is the reservoir, and the harder is the seam to find."""
OVERLAP = 8
"""Frames after a stretch at which the next may take over. Of 2600 seams in speech, at eight bit rates, 18
were at none of them."""
KEPT = OVERLAP + 24
"""Frames of a stretch that are left for its next seam, and for the bit reservoir that it depends on: 255
bytes are those of 24 frames at 8 kbit/s and 24 kHz, the smallest that there are."""
AHEAD = 4
"""Frames after these. LAME gives a frame when it has the next two."""

Packet: TypeAlias = "av.Packet[av.AudioStream]"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What one LAME encodes."""

    samples: Samples
    lead: int
    """Frames before it begins."""
    frames: Future[list[Frame]]


class StretchedEncoder:
    """The `StreamEncoder` for MP3: samples in, frames out in order."""

    def __init__(self, path: str, sample_rate: int, coding: Coding) -> None:
        """Start the stream from a master of `sample_rate` Hz."""
        self._coding = coding
        self._sample_rate = sample_rate
        self._time_base = Fraction(1, coding.sample_rate)
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
        self._pending: deque[_Stretch] = deque()
        self._last: list[Frame] = []  # of the stretch before; the next one is still to be joined to them
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
        while self._pending:
            self._join(self._pending.popleft())
        # By libav, whose packets say, beside their data, how much of the last one is not sound.
        packets = self._packets(self._rest, flush=True)
        self._append(list(map(bytes, packets)), self._lead)
        first = len(packets) - len(self._last)
        for packet in packets[first:]:
            self._mux(packet)
        self.close()

    def close(self) -> None:
        """Close the stream as it is; calling it again does nothing."""
        self._pool.shutdown(cancel_futures=True)
        self._container.close()

    def _take(self, frames: Sequence[av.AudioFrame]) -> None:
        self._rest = np.concatenate([self._rest, *(frame.to_ndarray()[0] for frame in frames)])
        while len(self._rest) >= self._stretch_size():
            self._submit(self._rest[: self._stretch_size()])
            next_lead = (self._lead + STRETCH - LEAD) * self._frame
            self._rest = self._rest[next_lead:]
            self._lead = LEAD

    def _stretch_size(self) -> int:
        """Samples that the LAME of the next stretch takes."""
        return (self._lead + STRETCH + OVERLAP + AHEAD) * self._frame

    def _submit(self, samples: Samples) -> None:
        count = self._lead + STRETCH + OVERLAP
        future = self._pool.submit(self._encoded, samples, count)
        self._pending.append(_Stretch(samples, self._lead, future))
        # As many wait as can be at work: memory is bounded, and all cores have something to do.
        while len(self._pending) > 2 * cores():
            self._join(self._pending.popleft())

    def _encoded(self, samples: Samples, count: int) -> list[Frame]:
        """The first `count` frames of a stretch, encoded or from the cache."""
        encode = partial(self._alone, samples)
        if lame.AVAILABLE:
            encode = partial(lame.encoded, samples, self._coding)
        found = cached_encode(self._coding, samples, encode, count)
        if len(found) < count:
            raise EncodingError("the MP3 encoder holds back more frames than it is known to", len(found))
        return found[:count]

    def _join(self, stretch: _Stretch) -> None:
        """Write the stretch before it, which ends where this one takes over."""
        frames = stretch.frames.result()
        if not self._append(frames, stretch.lead):
            self._append(self._alone(stretch.samples)[: len(frames)], stretch.lead)
            # Frames that use no bit reservoir leave none either, except in a pause: without a way back there,
            # no later stretch would find a seam, and all would be encoded twice.
            self._append(frames, stretch.lead, len(self._last) - KEPT, KEPT)

    def _append(self, frames: list[Frame], lead: int, overlap: int = OVERLAP, kept: int = 0) -> bool:
        """Write the stretch before, and keep the frames of this one, which begins at the frame `lead`.

        False if there is no seam between the two. The last `kept` of the frames that wait are not looked at.
        """
        if not self._last:
            self._last = frames
            return True
        run = joined(self._last[: len(self._last) - kept], frames, lead, overlap)
        if run is None:
            return False
        before, after = run
        for frame in before:
            packet = self._packet(frame)
            self._mux(packet)
        self._last = after
        return True

    def _alone(self, samples: Samples) -> list[Frame]:
        """Frames that do not depend on the bit reservoir of others, so that they can follow any.

        They are made by libav's LAME, which is slower.
        """
        return [bytes(packet) for packet in self._packets(samples, flush=False)]

    def _packets(self, samples: Samples, flush: bool) -> list[Packet]:
        """Packets of libav's LAME; without `flush`, it may hold back the last few."""
        codec = cast(av.AudioCodecContext, av.CodecContext.create(self._coding.codec, "w"))
        codec.sample_rate = self._coding.sample_rate
        codec.layout = "mono"
        codec.format = "fltp"
        codec.bit_rate = 1000 * self._coding.bitrate
        codec.time_base = self._time_base
        codec.options = dict(self._coding.codec_options)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples)[None], "fltp", "mono")
        frame.sample_rate = self._coding.sample_rate
        frame.time_base = codec.time_base
        frame.pts = 0
        packets = codec.encode(frame) if len(samples) else []
        if flush:
            packets += codec.encode(None)
        return packets

    def _packet(self, frame: Frame) -> Packet:
        """The first packet is libav's own with this content, because it says where the sound begins."""
        if self._written:
            return cast(Packet, av.Packet(frame))
        first = self._packets(np.zeros(AHEAD * self._frame, np.float32), flush=True)[0]
        first.update(frame)
        return first

    def _mux(self, packet: Packet) -> None:
        packet.stream = self._stream
        packet.time_base = self._time_base
        packet.pts = packet.dts = self._written * self._frame
        self._container.mux(packet)
        self._written += 1
