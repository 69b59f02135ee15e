"""Recordings for the tests of the writers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import av
import numpy as np
from PIL import Image

from narrate.formats import WriterOptions, open_writer
from narrate.model import (
    Article,
    Chapter,
    Cover,
    Cue,
    Narration,
    Samples,
    Script,
    Section,
    Speaker,
    Utterance,
    Voice,
)

RATE = 24_000


@cache
def plain_cover() -> Cover:
    """Grey pictures of the right sizes."""
    large, small = (io.BytesIO() for _ in range(2))
    Image.new("L", (3000, 3000), 90).save(large, "JPEG")
    Image.new("L", (1000, 1000), 90).save(small, "JPEG")
    return Cover(large.getvalue(), small.getvalue(), "A grey “square”")


def narration_of(
    length: int,
    starts: Sequence[int] = (0,),
    titles: Sequence[str] = ("All of it",),
    *,
    title: str = "The ferry",
    byline: str | None = "Ida Holm",
    published: str | None = "2019-03-07",
    language: str = "en-GB",
) -> Narration:
    """A narration of `length` samples with chapters from these samples on; two voices speak."""
    voices = Voice("narrator", "tone", "440"), Voice("quoted woman", "tone", "550")
    utterances = tuple(
        Utterance(i, 0, "narration", Speaker("Ida Holm") if i else None, voice, "one", 0, 3, 0)
        for i, voice in enumerate((*voices, voices[0]))
    )
    article = Article("one", (), title, language, byline, published)
    script = Script(article, utterances, tuple(Section(t, 0) for t in titles))
    chapters = tuple(Chapter(t, a, b) for t, a, b in zip(titles, starts, [*starts[1:], length], strict=True))
    return Narration(script, Path("unused"), RATE, (Cue(0, 0, length),), chapters, length, plain_cover())


def bursts(seconds: float, times: Sequence[float], rate: int = RATE) -> Samples:
    """Silence with 4 ms of 3 kHz around each of these times."""
    sound = np.zeros(round(seconds * rate), np.float32)
    burst = np.hanning(rate // 250) * np.sin(2 * np.pi * 3000 * np.arange(rate // 250) / rate) * 0.5
    for time in times:
        first = round(time * rate) - len(burst) // 2
        sound[first : first + len(burst)] += burst.astype(np.float32)
    return sound


def burst_times(samples: Samples, rate: int) -> list[float]:
    """Seconds of the middle of every burst, from its energy."""
    loud = np.flatnonzero(np.abs(samples) > 0.05)
    groups = np.split(loud, np.flatnonzero(np.diff(loud) > rate // 50) + 1)
    return [float(np.average(group, weights=samples[group] ** 2)) / rate for group in groups]


def write(
    path: Path,
    sound: Samples,
    narration: Narration | None = None,
    options: WriterOptions | None = None,
    block: int = RATE,
) -> Path:
    """Write a whole recording in blocks, as the pipeline does."""
    writer = open_writer(path, RATE, options)
    try:
        for at in range(0, len(sound), block):
            writer.write(sound[at : at + block])
        writer.finish(narration or narration_of(len(sound)))
    finally:
        writer.abort()
    return path


def decoded(path: Path) -> tuple[Samples, int]:
    """Every sample of a file, and its rate."""
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
        rate = container.streams.audio[0].rate
    samples = np.concatenate(frames)
    scale = 1 if samples.dtype.kind == "f" else 32767
    return (samples / scale).astype(np.float32), rate
