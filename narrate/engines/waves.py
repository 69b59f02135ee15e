"""Sound files to samples, and samples to another rate or pitch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np

from narrate.errors import SynthesisError
from narrate.model import Samples


def decoded(source: Path | BinaryIO, sample_rate: int, options: Mapping[str, str] | None = None) -> Samples:
    """Any sound that FFmpeg reads, as mono at `sample_rate` Hz, shape (n,).

    `options` are FFmpeg's. Raises SynthesisError for what is no sound.
    """
    import av
    from av.error import FFmpegError

    try:
        with av.open(source, "r", options=dict(options or {})) as container:
            resampler = av.AudioResampler("fltp", None, sample_rate)
            frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
            frames += resampler.resample(None) if frames else []
    except (FFmpegError, IndexError) as error:  # IndexError: a container without sound
        raise SynthesisError("the speech that came back cannot be read", error) from error
    return np.concatenate([np.zeros(0, np.float32), *(frame.to_ndarray().mean(axis=0) for frame in frames)])


def pitched(samples: Samples, rate: int, semitones: float, new_rate: int) -> tuple[Samples, float]:
    """`samples`, shape (n,) at `rate` Hz, at `new_rate` Hz, higher by `semitones` and as much shorter.

    Returns the new samples and how many of them stand for one old one. The vocal tract is scaled along
    with the pitch; who wants the old length stretches what comes in.
    """
    # A recording that is said to be faster than it is, is heard higher.
    said = round(rate * 2 ** (semitones / 12))
    if said == new_rate or not len(samples):
        return samples, 1.0
    import av

    resampler = av.AudioResampler("flt", "mono", new_rate)
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples, np.float32)[None], "flt", "mono")
    frame.sample_rate = said
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.clip(np.concatenate([part.to_ndarray()[0] for part in frames]), -1, 1), new_rate / said
