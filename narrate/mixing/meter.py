"""What a listener's meter shows: integrated loudness, loudness range and true peak (EBU R 128)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf, log10, nan
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from narrate.errors import EncodingError
from narrate.model import Samples

if TYPE_CHECKING:
    import av


@dataclass(frozen=True, slots=True)
class Loudness:
    """How loud a programme is. Silence is -70 LUFS, and its true peak -inf."""

    integrated: float
    """LUFS (ITU-R BS.1770)."""
    range: float
    """LU (EBU Tech 3342)."""
    true_peak: float
    """dBTP; nan where it was not asked for."""


class Meter:
    """Measures sound while it is made: `add` blocks in order, then ask for the `result` once."""

    def __init__(self, sample_rate: int, true_peak: bool = True) -> None:
        """`sample_rate` in Hz. Without `true_peak`, which takes oversampling, it is three times as fast."""
        import av

        self._true_peak = true_peak
        self._sample_rate = sample_rate
        self._latest: dict[str, str] = {}
        self._graph = av.filter.Graph()
        nodes = (
            self._graph.add_abuffer(sample_rate=sample_rate, format="flt", layout="mono"),
            self._graph.add("ebur128", "metadata=1:peak=" + ("true" if true_peak else "none")),
            self._graph.add("abuffersink"),
        )
        self._graph.link_nodes(*nodes).configure()

    def add(self, samples: Samples) -> None:
        """The next block, shape (n,)."""
        import av

        if len(samples):
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples)[None], "flt", "mono")
            frame.sample_rate = self._sample_rate
            self._graph.push(frame)
            self._drain()

    def result(self) -> Loudness:
        """The loudness of everything that was added."""
        self._graph.push(None)
        self._drain()
        return Loudness(
            integrated=float(self._latest.get("lavfi.r128.I", -70)),
            range=float(self._latest.get("lavfi.r128.LRA", 0)),
            true_peak=self._peak() if self._true_peak else nan,
        )

    def _peak(self) -> float:
        # The filter gives true peaks as a ratio, and everything else in dB.
        ratio = float(self._latest.get("lavfi.r128.true_peak", 0))
        return 20 * log10(ratio) if ratio > 0 else -inf

    def _drain(self) -> None:
        while True:
            try:
                # The last frame may be less than the 100 ms that a reading takes, and then has none.
                self._latest = self._graph.pull().metadata or self._latest
            except (BlockingIOError, EOFError):
                return


def measure(source: Path | Iterable[Samples], sample_rate: int, true_peak: bool = True) -> Loudness:
    """The loudness of an audio file, decoded, or of blocks of samples at `sample_rate` Hz.

    A file is measured at its own rate. Raises EncodingError for a file that cannot be decoded.
    """
    if isinstance(source, Path):
        return _measured_file(source, true_peak)
    meter = Meter(sample_rate, true_peak)
    for samples in source:
        meter.add(samples)
    return meter.result()


def _measured_file(path: Path, true_peak: bool) -> Loudness:
    import av

    try:
        with av.open(str(path)) as container:
            stream = container.streams.audio[0]
            return measure(_mono(container.decode(stream), stream.rate), stream.rate, true_peak)
    except (av.FFmpegError, IndexError) as error:
        raise EncodingError("audio cannot be decoded", path, str(error)) from error


def _mono(frames: Iterable[av.AudioFrame], sample_rate: int) -> Iterator[Samples]:
    import av

    resampler = av.AudioResampler("flt", "mono", sample_rate)
    for frame in frames:
        for part in resampler.resample(frame):
            yield part.to_ndarray()[0]
