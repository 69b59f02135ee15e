"""What a listener's meter shows: integrated loudness, loudness range and true peak (EBU R 128)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, log10, nan

import numpy as np

from narrate.model import Samples

SILENCE = -70.0
"""LUFS; BS.1770-5 Annex 1, equation 6: the absolute gate. Anything softer is silence."""
PAUSE = -10.0
"""LU below the integrated loudness, the standard's relative gate: three seconds as soft as that are mostly
pause."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """How loud a programme is. Silence is -70 LUFS, and its true peak -inf."""

    integrated: float
    """LUFS (ITU-R BS.1770)."""
    range: float
    """LU (EBU Tech 3342)."""
    true_peak: float
    """dBTP; nan if it was not asked for."""
    spread: float
    """LU between the 1st and the 99th percentile of the loudness of three seconds (short-term loudness, EBU
    Tech 3341, every 100 ms), pauses not counted."""


class Meter:
    """Measures sound while it is made: `add` blocks in order, then ask for the `result` once."""

    def __init__(self, sample_rate: int, true_peak: bool = True) -> None:
        """`sample_rate` in Hz. Without `true_peak`, which takes oversampling, it is three times as fast."""
        import av

        self._true_peak = true_peak
        self._sample_rate = sample_rate
        self._latest: dict[str, str] = {}
        self._short_term: list[float] = []
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
        integrated = float(self._latest.get("lavfi.r128.I", SILENCE))
        return Loudness(
            integrated=integrated,
            range=float(self._latest.get("lavfi.r128.LRA", 0)),
            true_peak=self._peak() if self._true_peak else nan,
            spread=_spread(self._short_term, integrated),
        )

    def _peak(self) -> float:
        # The filter gives true peaks as a ratio, and everything else in dB.
        ratio = float(self._latest.get("lavfi.r128.true_peak", 0))
        return 20 * log10(ratio) if ratio > 0 else -inf

    def _drain(self) -> None:
        while True:
            try:
                # The last frame may be less than the 100 ms that a reading takes, and then has none.
                reading = self._graph.pull().metadata
            except (BlockingIOError, EOFError):
                return
            if reading:
                self._latest = reading
                self._short_term.append(float(reading["lavfi.r128.S"]))


def measure(blocks: Iterable[Samples], sample_rate: int, true_peak: bool = True) -> Loudness:
    """The loudness of blocks of samples, each of shape (n,), at `sample_rate` Hz."""
    meter = Meter(sample_rate, true_peak)
    for samples in blocks:
        meter.add(samples)
    return meter.result()


def _spread(short_term: list[float], integrated: float) -> float:
    heard = [loudness for loudness in short_term if loudness > max(SILENCE, integrated + PAUSE)]
    low, high = np.percentile(heard, [1, 99]) if heard else (0.0, 0.0)
    return float(high - low)
