"""Speech made faster or slower with its pitch kept, beyond what an engine's own rate can do.

By libav's `atempo`: WSOLA (Verhelst and Roelands, "An overlap-add technique based on waveform similarity",
ICASSP 1993), which repeats or drops whole periods of the voice, in windows of 43 ms, or 21 ms where it drops.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, log2
from typing import TYPE_CHECKING

import numpy as np

from narrate.model import Samples, Word
from narrate.waves import converted

if TYPE_CHECKING:
    from av.filter import Graph

NO_CHANGE = 1e-3
"""Share by which a tempo may be off unheard: a second in a quarter of an hour."""
TAIL = 4096
"""Samples of silence put behind what goes in: the filter keeps back less than one window (at most 2048 up to
48 kHz), and gives nothing at all for less than that."""


def shared(rate: float, slowest: float, fastest: float) -> tuple[float, float]:
    """A rate as the engine's own, from `slowest` to `fastest`, and the tempo that is left to stretching."""
    own = min(max(rate, slowest), fastest)
    tempo = rate / own
    return (own, tempo) if abs(tempo - 1) > NO_CHANGE else (rate, 1.0)


def stretched(samples: Samples, sample_rate: int, tempo: float) -> Samples:
    """The same speech `tempo` times as fast: shape (n,) in, (round(n / tempo),) out.

    What is heard at sample k comes to k / tempo, give or take half a window in or out (at less than half the
    tempo more), and peaks may come out a little beyond [-1, 1]. The same samples come out the same, bit by
    bit.
    """
    length = round(len(samples) / tempo)
    if tempo == 1.0 or not length:
        return samples[:length]
    import av

    # The filter's window is a 24th of a second of what it is told, up to a power of two. One of half that
    # length is understood better (docs/quality.md, "Pace").
    told = sample_rate // 2 if tempo > 1 else sample_rate
    tail = round(TAIL * max(tempo, 1.0))
    padded = np.concatenate([samples, np.zeros(tail, np.float32)])
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(padded, np.float32)[None], "flt", "mono")
    frame.sample_rate = told
    frame.pts = 0
    frame.time_base = Fraction(1, told)
    graph = _graph(told, tempo)
    graph.push(frame)
    graph.push(None)
    pulled = np.concatenate(list(_pulled(graph)))
    result: Samples = pulled[:length]
    return result


def pitched(samples: Samples, rate: int, semitones: float, new_rate: int) -> tuple[Samples, float]:
    """`samples`, shape (n,) at `rate` Hz, at `new_rate` Hz, higher by `semitones` and as much shorter.

    Returns the new samples and how many of them stand for one old one. The vocal tract is scaled along
    with the pitch; who wants the old length stretches what comes in. Peaks may come out a little beyond
    [-1, 1].
    """
    # A recording that is said to be faster than it is, is heard higher.
    said = round(rate * 2 ** (semitones / 12))
    return converted(samples, said, new_rate), new_rate / said


def moved(words: Iterable[Word], tempo: float) -> tuple[Word, ...]:
    """Words of speech that is stretched, at their new times."""
    return tuple(replace(w, start=round(w.start / tempo), end=round(w.end / tempo)) for w in words)


def _graph(sample_rate: int, tempo: float) -> Graph:
    """A chain of filters, since one leaves samples out at more than 2, and takes no less than a half."""
    from av.filter import Graph

    graph = Graph()
    steps = max(ceil(abs(log2(tempo)) - NO_CHANGE), 1)
    step = f"{tempo ** (1 / steps):.9f}"
    source = graph.add_abuffer(sample_rate=sample_rate, format="flt", layout="mono")
    filters = [graph.add("atempo", step) for _ in range(steps)]
    graph.link_nodes(source, *filters, graph.add("abuffersink")).configure()
    return graph


def _pulled(graph: Graph) -> Iterator[Samples]:
    """All that comes out of a graph in which nothing more is put."""
    from av.error import BlockingIOError as NothingMoreError
    from av.error import EOFError as EndError

    while True:
        try:
            frame = graph.pull()
        except (NothingMoreError, EndError):
            return
        yield np.asarray(frame.to_ndarray()[0], np.float32)
