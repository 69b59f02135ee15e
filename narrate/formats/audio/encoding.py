"""A mono stream that libav encodes while the master is being made, for all coded formats."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Protocol, cast

import av
import numpy as np

from narrate.errors import NarrateError
from narrate.formats.audio.coding import SHORTEST, Coding, Sink
from narrate.formats.failures import mapped
from narrate.model import Narration, Samples
from narrate.storage import Target

Complete = Callable[[Path, Path, Narration], None]
"""Makes the final file from the encoded stream, which has no tags and no chapters: from, to, narration."""


class StreamEncoder(Protocol):
    """Encodes samples into a stream."""

    def write(self, samples: Samples) -> None:
        """Encode samples, shape (n,), as loud as they are."""
        ...

    def finish(self) -> None:
        """Encode what is still held back, and close the stream."""
        ...

    def close(self) -> None:
        """Close the stream as it is; calling it again does nothing."""
        ...


OpenEncoder = Callable[[str, int, Coding], StreamEncoder]
"""Starts a stream into a path, from a master of so many Hz."""


class Encoder:
    """A coded stream, made in the calling thread; libav lets other threads run meanwhile."""

    def __init__(self, file: str | Sink, sample_rate: int, coding: Coding) -> None:
        """Start the stream from a master of `sample_rate` Hz, into a path or into something to write to."""
        self._sample_rate = sample_rate
        self._gain = np.float32(coding.gain)
        self._written = 0
        options = dict(coding.container_options)
        self._container = av.open(file, "w", format=coding.container, options=options)
        stream = self._container.add_stream(coding.codec, coding.sample_rate, layout="mono")
        self._stream = cast(av.AudioStream, stream)
        self._stream.bit_rate = 1000 * coding.bitrate
        self._stream.codec_context.options = dict(coding.codec_options)

    def write(self, samples: Samples) -> None:
        """Encode samples, shape (n,), as loud as they are."""
        if not len(samples):
            return
        frame = av.AudioFrame.from_ndarray((samples * self._gain)[None], "flt", "mono")
        frame.sample_rate = self._sample_rate
        frame.time_base = Fraction(1, self._sample_rate)
        frame.pts = self._written
        self._container.mux(self._stream.encode(frame))
        self._written += len(samples)

    def finish(self) -> None:
        """Encode what is still held back, and close the stream."""
        least = round(SHORTEST * self._sample_rate)
        self.write(np.zeros(max(0, least - self._written), np.float32))
        self._container.mux(self._stream.encode(None))
        self._container.close()

    def close(self) -> None:
        """Close the stream as it is; calling it again does nothing."""
        self._container.close()


class EncodedWriter:
    """A `Writer` of a file that libav encodes."""

    def __init__(
        self,
        target: Target,
        sample_rate: int,
        coding: Coding,
        complete: Complete,
        open_encoder: OpenEncoder = Encoder,
    ) -> None:
        """Start the stream from a master of `sample_rate` Hz; `complete` makes the final file of it."""
        self._target = target
        self._complete = complete
        self._bare = target.new_part()
        with mapped(target.path):
            self._encoder = open_encoder(str(self._bare), sample_rate, coding)

    def write(self, samples: Samples) -> None:
        """Encode samples, shape (n,), as loud as they are."""
        with mapped(self._target.path):
            self._encoder.write(samples)

    def finish(self, narration: Narration) -> None:
        """Add tags and chapters and move the file into place."""
        with mapped(self._target.path):
            self._encoder.finish()
            part = self._target.new_part()
            self._complete(self._bare, part, narration)
        self._target.commit(part)

    def abort(self) -> None:
        """Remove what has been written."""
        with suppress(NarrateError), mapped(self._target.path):
            self._encoder.close()
        self._target.discard()
