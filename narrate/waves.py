"""What every part does with samples: sound files to samples, another rate, and where silence ends."""

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
    """What should be a sound file is none; the message says why."""


@contextmanager
def decoding(
    source: Path | BinaryIO, sample_rate: int | None = None, options: Mapping[str, str] | None = None
) -> Iterator[tuple[int, Iterator[Samples]]]:
    """A rate in Hz and the sound of a file at it, mono, block after block of shape (n,).

    The rate is `sample_rate`, or the file's own. `options` are libav's. Raises UnreadableError, in the block
    too that this opens.
    """
    import av

    name = str(source) if isinstance(source, Path) else source
    try:
        with av.open(name, "r", options=dict(options or {})) as container:
            stream = next(iter(container.streams.audio), None)
            if stream is None:
                raise UnreadableError("there is no sound in it")
            rate = sample_rate or stream.rate
            yield rate, _at_rate(container.decode(stream), rate)
    except av.FFmpegError as error:
        raise UnreadableError(str(error)) from error


def converted(samples: Samples, old_rate: int, new_rate: int) -> Samples:
    """`samples` at another rate, shape (n,) in, (about n * new_rate / old_rate,) out."""
    if old_rate == new_rate or not len(samples):
        return samples
    import av

    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples, np.float32)[None], "flt", "mono")
    frame.sample_rate = old_rate
    # The resampler gives nothing for less than its filter is long: up to 50 samples.
    return np.concatenate([np.zeros(0, np.float32), *_at_rate([frame], new_rate)])


def _at_rate(frames: Iterable[AudioFrame], rate: int) -> Iterator[Samples]:
    import av

    # The channels' mean: libav's own "mono" of two channels is 3 dB louder than either.
    resampler = av.AudioResampler("fltp", None, rate)
    # None brings out what the resampler keeps back.
    for frame in chain(frames, [None]):
        for part in resampler.resample(frame):
            yield part.to_ndarray().mean(axis=0)


def sounding(samples: Samples, floor: float, guard: int) -> tuple[int, int]:
    """The range outside which `samples`, shape (n,), are softer than `floor` dB below their peak.

    It is wider by `guard` samples at either end where there are as many; (0, 0) for silence and for n = 0.
    """
    level = np.abs(samples)
    heard = np.flatnonzero(level > level.max(initial=0) * 10 ** (floor / 20))
    if not heard.size:
        return 0, 0
    return max(int(heard[0]) - guard, 0), min(int(heard[-1]) + 1 + guard, len(samples))


def within(words: Iterable[Word], start: int, end: int) -> tuple[Word, ...]:
    """Words on the clock of the clip that `[start:end]` cuts out, clamped into it."""
    return tuple(
        replace(
            word, start=min(max(word.start, start), end) - start, end=min(max(word.end, start), end) - start
        )
        for word in words
    )


def loudest(samples: Samples, size: int) -> Samples:
    """The peak of each `size` samples, and of those that are left: shape (n,) in, (ceil(n / size),) out."""
    starts = np.arange(0, len(samples), size)
    peaks: Samples = np.maximum.reduceat(np.abs(samples), starts) if len(starts) else samples
    return peaks
