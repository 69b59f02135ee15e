"""Hours of text from end to end: memory, chapters, totals, and whether times still fit the sound at the end.

    python benchmarks/long_haul.py [--hours 1 5 20] [--engine tone] [--folder FOLDER]

prints a row for each length: how long the recording is, how long it took, the largest resident set of the
process, chapters that were asked for and found, and by how many milliseconds the onset of sound differs from
the time that the transcript gives, in the first and in the last minutes. The text is made by a generator with
a fixed seed and is deleted afterwards, as is the sound.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

WORDS_AN_HOUR = {"tone": 24_000, "hibari": 9_300}
"""Pauses included: of `tone` measured on this text, of a voice 155 a minute, as people read aloud."""
CHAPTER = 4000
"""Words."""
WINDOW = 120
"""Seconds at either end in which times are compared with the sound."""
STEP = 0.001
"""Seconds: how finely onsets are looked for."""
QUIET = 0.01
"""Of full scale: what is softer is a pause."""
NOUNS = (
    "bridge", "river", "ferry", "harbour", "mayor", "council", "market", "winter",
    "engine", "garden", "letter", "village", "road", "station",
)  # fmt: skip
VERBS = (
    "crossed", "watched", "repaired", "painted", "measured", "opened", "closed", "followed",
    "counted", "remembered", "moved", "sold",
)  # fmt: skip
PLACES = (
    "Orlow", "Marsh", "Fenwick", "Aldon", "Brayford", "Cleeve", "Dunmore", "Eastry",
    "Farley", "Gretton",
)  # fmt: skip
PEOPLE = ["Ada Moreau", "Tom Reyes", "Jo Marsh", "Ines Costa", "Karl Lund", "Mary Okoro"]


@dataclass(frozen=True, slots=True)
class Result:
    """What one run gave."""

    seconds: float
    """Of the recording, as its transcript says."""
    decoded: float
    """Seconds that a decoder finds."""
    took: float
    peak: int
    """Largest resident set, in bytes."""
    chapters: tuple[int, int]
    """Asked for, and found in the file."""
    drift: tuple[float, float]
    """Largest difference between time and sound at the beginning and at the end, in seconds."""


def paragraphs(words: int, seed: int = 20) -> Iterator[str]:
    """Markdown of about so many words, a chapter for every `CHAPTER` of them."""
    dice = random.Random(seed)
    yield "# The long way to Orlow"
    for chapter in range(max(1, round(words / CHAPTER))):
        yield f"## Day {chapter + 1}"
        written = 0
        while written < CHAPTER:
            text = " ".join(_sentence(dice) for _ in range(dice.randint(3, 7)))
            if dice.random() < 0.1:
                text = f"“{_sentence(dice)[:-1]},” said {dice.choice(PEOPLE)}."
            written += len(text.split())
            yield text


def _sentence(dice: random.Random) -> str:
    clauses = [
        f"the {dice.choice(NOUNS)} of {dice.choice(PLACES)} {dice.choice(VERBS)} the {dice.choice(NOUNS)}"
        for _ in range(dice.randint(1, 3))
    ]
    text = " and ".join(clauses)
    return f"{text[0].upper()}{text[1:]} on day {dice.randint(1, 9999)}."


def run(hours: float, engine: str, folder: Path) -> Result:
    """Narrate so many hours into `folder`, and compare what was made with what was asked for."""
    article = folder / "long.md"
    count = 0
    with article.open("w", encoding="utf-8") as file:
        for text in paragraphs(round(hours * WORDS_AN_HOUR[engine])):
            count += text.startswith("#")
            file.write(text + "\n\n")
    sound, times = folder / "long.mp3", folder / "long.json"
    command = [sys.executable, "-m", "narrate", str(article), "-o", str(sound), "-o", str(times)]
    command += ["--engine", engine, "--quiet", "--no-cache"]
    start = time.monotonic()
    with subprocess.Popen(command, env={**os.environ, "TMPDIR": str(folder)}) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.monotonic() - start
    if process.returncode:
        raise SystemExit(f"narrate ended with {process.returncode}")
    starts = [segment["startTime"] for segment in json.loads(times.read_text(encoding="utf-8"))["segments"]]
    with av.open(str(sound)) as container:
        found = len(container.chapters())
    loudness, decoded = envelope(sound)
    ends = [_largest([at for at in starts if at < WINDOW], loudness), 0.0]
    ends[1] = _largest([at for at in starts if at > decoded - WINDOW], loudness)
    return Result(_length(times), decoded, took, usage.ru_maxrss * 1024, (count, found), (ends[0], ends[1]))


def _length(times: Path) -> float:
    return float(json.loads(times.read_text(encoding="utf-8"))["segments"][-1]["endTime"])


def envelope(path: Path) -> tuple[NDArray[np.float32], float]:
    """The peak of every `STEP` of a recording, and its length in seconds; it is never held as a whole."""
    peaks: list[NDArray[np.float32]] = []
    samples = 0
    rest = np.zeros(0, np.float32)
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        size = round(STEP * stream.rate)
        for frame in container.decode(stream):
            block = frame.to_ndarray()[0].astype(np.float32)
            samples += len(block)
            rest = np.concatenate([rest, block])
            whole = len(rest) // size * size
            peaks.append(np.abs(rest[:whole]).reshape(-1, size).max(axis=1))
            rest = rest[whole:]
        seconds = samples / stream.rate
        step = size / stream.rate
    if not peaks:
        return np.zeros(0, np.float32), 0.0
    # At 44.1 kHz a step is 44 samples, which is not quite a millisecond.
    found = np.concatenate(peaks)
    at = (np.arange(round(seconds / STEP)) * (STEP / step)).astype(np.int64)
    return found[np.minimum(at, len(found) - 1)], seconds


def _largest(starts: list[float], loudness: NDArray[np.float32]) -> float:
    """How far the first sound after a pause is from the time that is given for it, at the most."""
    offsets = [abs(_onset(loudness, start) - start) for start in starts]
    return max(offsets)


def _onset(loudness: NDArray[np.float32], start: float) -> float:
    """Where sound begins that is nearest to `start`, in seconds."""
    reach = round(0.3 / STEP)
    at = round(start / STEP)
    first = max(at - reach, 1)
    is_loud = loudness[first - 1 : at + reach] > QUIET
    begins = np.flatnonzero(is_loud[1:] & ~is_loud[:-1]) + first
    if not len(begins):
        return start + 1.0  # no sound is as bad as sound a second late
    return float(begins[np.argmin(np.abs(begins - at))]) * STEP


def main() -> None:
    """Print a row for each length."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", type=float, nargs="+", default=[1, 5, 20])
    parser.add_argument("--engine", choices=sorted(WORDS_AN_HOUR), default="tone")
    parser.add_argument("--folder", help="where the files are while it works [default: the temporary folder]")
    chosen = parser.parse_args()
    print("hours  recording  decoded    took  peak RSS  chapters  off at the beginning  at the end")
    for hours in chosen.hours:
        with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
            found = run(hours, chosen.engine, Path(folder))
        print(
            f"{hours:5g}  {found.seconds:8.2f} s {found.decoded:8.2f} s {found.took:6.0f} s "
            f"{found.peak / 1e6:6.0f} MB  {found.chapters[0]:3}/{found.chapters[1]:<3}  "
            f"{1000 * found.drift[0]:15.0f} ms  {1000 * found.drift[1]:7.0f} ms",
            flush=True,
        )


if __name__ == "__main__":
    main()
