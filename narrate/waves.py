"""Common work on samples: reading sound files, changing the rate, finding where silence ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from narrate.model import Samples, Word

if TYPE_CHECKING:
    from av import AudioFrame


class UnreadableError(Exception):
    """A file has no sound that can be decoded; the message says why."""


@contextmanager
def decoding(
    source: Path | BinaryIO, sample_rate: int | None = None, options: Mapping[str, str] | None = None
) -> Iterator[tuple[int, Iterator[Samples]]]:
    """A rate in Hz and the sound of a file at it, mono, block after block of shape (n,).

    The rate is `sample_rate`, or the file's own. `options` are libav's. Raises UnreadableError, also inside
    the `with` block, where the blocks are decoded.
    """
    import av

    name = str(source) if isinstance(source, Path) else source
    try:
        with av.open(name, "r", options=dict(options or {})) as container:
            if not container.streams.audio:
                raise UnreadableError("there is no sound in it")
            stream = container.streams.audio[0]
            rate = sample_rate or stream.rate
            frames = container.decode(stream)
            yield rate, _at_rate(frames, rate)
    except av.FFmpegError as error:
        raise UnreadableError(str(error)) from error


def converted(samples: Samples, old_rate: int, new_rate: int) -> Samples:
    """`samples` at another rate, shape (n,) in, (about n * new_rate / old_rate,) out."""
    if old_rate == new_rate or not len(samples):
        return samples
    import av

    channels = np.ascontiguousarray(samples, np.float32)[None]
    frame = av.AudioFrame.from_ndarray(channels, "flt", "mono")
    frame.sample_rate = old_rate
    blocks = _at_rate([frame], new_rate)
    # The resampler gives nothing for less than the length of its filter: up to 50 samples.
    return np.concatenate([np.zeros(0, np.float32), *blocks])


def _at_rate(frames: Iterable[AudioFrame], rate: int) -> Iterator[Samples]:
    import av

    # The mean of the channels: libav's own "mono" of two channels is 3 dB louder than either.
    resampler = av.AudioResampler("fltp", None, rate)
    # None flushes what the resampler holds back.
    for frame in chain(frames, [None]):
        for part in resampler.resample(frame):
            yield part.to_ndarray().mean(axis=0)


def sounding(samples: Samples, floor: float, guard: int) -> tuple[int, int]:
    """The range outside which `samples`, shape (n,), are softer than `floor` dB below their peak.

    It is wider by up to `guard` samples at either end; (0, 0) for silence and for n = 0.
    """
    level = np.abs(samples)
    threshold = level.max(initial=0) * 10 ** (floor / 20)
    heard = np.flatnonzero(level > threshold)
    if not heard.size:
        return 0, 0
    start = int(heard[0]) - guard
    end = int(heard[-1]) + 1 + guard
    return max(start, 0), min(end, len(samples))


def within(words: Iterable[Word], start: int, end: int) -> tuple[Word, ...]:
    """Words on the clock of the clip that `[start:end]` cuts out, clamped into it."""

    def moved(sample: int) -> int:
        return min(max(sample, start), end) - start

    return tuple(replace(word, start=moved(word.start), end=moved(word.end)) for word in words)


def loudest(samples: Samples, size: int) -> Samples:
    """The peak of each `size` samples, and of those that are left: shape (n,) in, (ceil(n / size),) out."""
    starts = np.arange(0, len(samples), size)
    peaks: Samples = np.maximum.reduceat(np.abs(samples), starts) if len(starts) else samples
    return peaks
