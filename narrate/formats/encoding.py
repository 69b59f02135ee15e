"""A mono stream that libav encodes while the master is made: what all coded formats have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import av
import numpy as np

from narrate.errors import NarrateError, OutputError
from narrate.formats import Memory
from narrate.formats.failures import mapped
from narrate.formats.target import Target
from narrate.model import Narration, Samples

if TYPE_CHECKING:
    from narrate.formats.stretches import StretchedEncoder

Complete = Callable[[Path, Path, Narration], None]
"""Makes the file out of the encoded stream, which knows neither tags nor chapters: from, to, what it is."""


class Sink(Protocol):
    """What takes bytes in order, and has no way back."""

    def write(self, data: bytes) -> int:
        """Take all of `data`; returns how many bytes that were."""
        ...


SHORTEST = 0.01
"""Seconds. What is shorter is filled up with silence, because libav's resampler gives nothing for less than
its filter is long (up to 50 samples at 24 kHz), and a file without sound is none for most players."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How a stream is encoded. Names and options are libav's."""

    container: str
    """Muxer."""
    codec: str
    """Encoder."""
    sample_rate: int
    """Hz; the master is resampled to it."""
    bitrate: int = 0
    """kbit/s; 0 for a lossless codec."""
    gain: float = 1.0
    """Factor on every sample that undoes what the encoder does to the level."""
    codec_options: Mapping[str, str] = field(default_factory=dict)
    container_options: Mapping[str, str] = field(default_factory=dict)
    in_stretches: bool = False
    """Whether a file's stretches are encoded side by side (see `stretches`); for MP3 alone."""
    memory: Memory | None = None
    """What keeps encoded stretches between runs."""


class Encoder:
    """A coded stream, made in the thread that calls; libav lets other threads run meanwhile."""

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

    def __init__(self, target: Target, sample_rate: int, coding: Coding, complete: Complete) -> None:
        """Start the stream from a master of `sample_rate` Hz; `complete` makes the file of it at the end."""
        self._target = target
        self._complete = complete
        self._bare = target.new_part()
        with mapped(target.path):
            self._encoder = _open_encoder(str(self._bare), sample_rate, coding)

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


def _open_encoder(path: str, sample_rate: int, coding: Coding) -> Encoder | StretchedEncoder:
    if not coding.in_stretches:
        return Encoder(path, sample_rate, coding)
    from narrate.formats.stretches import StretchedEncoder

    return StretchedEncoder(path, sample_rate, coding)


def chosen(value: int | None, default: int, allowed: Sequence[int], what: str) -> int:
    """An option's value, or the format's default for None.

    `what` names it in the OutputError for a value that is not `allowed`: "sample rate of MP3".
    """
    if value is None:
        return default
    if value not in allowed:
        some = (
            f"{allowed[0]} to {allowed[-1]}" if isinstance(allowed, range) else f"one of {_listed(allowed)}"
        )
        raise OutputError(f"no {what}", value, some)
    return value


def _listed(values: Sequence[int]) -> str:
    return ", ".join(map(str, values))
