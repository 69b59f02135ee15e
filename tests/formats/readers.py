"""What readers that are not ours see and hear in a file."""

from __future__ import annotations

import json
import shutil
import subprocess
from fractions import Fraction
from functools import cache
from pathlib import Path

import av
import av.filter
import numpy as np
import pytest
from av.filter.context import FilterContext
from av.frame import Frame

from narrate.engines import open_engine
from narrate.mixing.limiter import limited
from narrate.model import Samples, Voice

FFPROBE = shutil.which("ffprobe")
needs_ffprobe = pytest.mark.skipif(FFPROBE is None, reason="needs ffprobe, which is not installed")
Chapters = list[tuple[float, float, str]]
"""Start and end in seconds, and title."""


def chapters_by_pyav(path: Path) -> Chapters:
    """In the order in which the library gives them."""
    with av.open(str(path)) as container:
        return [
            (float(c["start"] * base), float(c["end"] * base), c["metadata"]["title"])
            for c in container.chapters()
            if (base := c["time_base"])
        ]


def chapters_by_ffprobe(path: Path) -> Chapters:
    """In the order in which the program lists them."""
    command = [str(FFPROBE), "-v", "error", "-of", "json", "-show_chapters", str(path)]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["chapters"]
    return [(float(c["start_time"]), float(c["end_time"]), c["tags"]["title"]) for c in listed]


@cache
def speech(rate: int) -> Samples:
    """Some seconds of a woman's voice at -16 LUFS or so, limited at -2 dBTP as a master is."""
    engine = open_engine("hibari")
    assert engine.sample_rate == rate
    text = (
        "The ferry left Port Ansel at dawn with forty sacks of flour. Nobody expected such fog, said the "
        "mate; six boats turned back before the lighthouse, and the school stayed shut until Thursday."
    )
    spoken = engine.synthesize(f"<speak>{text}</speak>", Voice("narrator", "hibari", engine.voices()[0].name))
    engine.close()
    loudness, _ = loudness_and_peak(spoken.samples, rate)
    return limited(spoken.samples * np.float32(10 ** ((-15 - loudness) / 20)), rate)


def loudness_and_peak(samples: Samples, rate: int) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP, by libav's meter (EBU R 128)."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=rate, format="flt", layout="mono", time_base=Fraction(1, rate))
    graph.link_nodes(source, graph.add("ebur128", "metadata=1:peak=true"), sink := graph.add("abuffersink"))
    graph.configure()
    frame = av.AudioFrame.from_ndarray(samples[None], "flt", "mono")
    frame.sample_rate, frame.pts = rate, 0
    graph.push(frame)
    graph.push(None)
    last = [frame.metadata for frame in _frames(sink) if frame.metadata][-1]
    return float(last["lavfi.r128.I"]), float(20 * np.log10(float(last["lavfi.r128.true_peak"])))


def _frames(sink: FilterContext) -> list[Frame]:
    frames = []
    while True:
        try:
            frames.append(sink.pull())
        except (av.BlockingIOError, av.EOFError):
            return frames
