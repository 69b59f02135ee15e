"""The finished recording as a recogniser wants it: 16 kHz, on disk, and cut where nobody speaks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from narrate.errors import SourceError
from narrate.model import Samples
from narrate.waves import UnreadableError, decoding

RATE = 16_000
"""Hz, of what recognisers hear."""
FRAMES_PER_SECOND = 100
FRAME = RATE // FRAMES_PER_SECOND
"""Samples of one measurement of the level: 10 ms."""
PAUSE = 0.5
"""Seconds of silence from which a pause is as good a place to cut as any longer one."""
SHORT_PAUSE = 10
"""Frames of silence from which it is a pause, and not the stop of a plosive."""
QUIET = 35.0
"""dB below speech that a pause is, at least: breaths and reverberation are louder."""
CUT_SHORT = 1.0
"""Seconds that a file may lack of what its header promises: encoders round and pad."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of the recording."""

    start: int
    """First sample, at RATE."""
    end: int
    """Sample after the last."""

    @property
    def seconds(self) -> tuple[float, float]:
        return self.start / RATE, self.end / RATE


class Recording:
    """The samples of a recording, spooled to disk, since two hours of them are half a gigabyte."""

    def __init__(self, samples: NDArray[np.int16]) -> None:
        self._samples = samples
        self.levels = _levels(samples)
        """RMS of each frame in dB, shape (len(self) // FRAME,)."""
        self.threshold = _threshold(self.levels)
        """dB below which nobody speaks."""

    def __len__(self) -> int:
        return len(self._samples)

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self) / RATE

    def sound(self, clip: Clip) -> Samples:
        """What is heard in a clip, shape (clip.end - clip.start,)."""
        samples = np.asarray(self._samples[clip.start : clip.end], np.float32)
        return samples / np.float32(32768)

    def ends_of_pauses(self) -> list[float]:
        """When somebody begins to speak, in seconds; always one at least."""
        frames = [end for start, end in _pauses(self.levels, self.threshold) if end - start >= SHORT_PAUSE]
        return [frame / FRAMES_PER_SECOND for frame in frames or [0]]

    def clips(self, shortest: float, longest: float) -> list[Clip]:
        """Clips that tile the recording, cut in the middle of pauses, of `shortest` to `longest` seconds."""
        return self.cut_again(Clip(0, len(self)), shortest, longest)

    def cut_again(self, clip: Clip, shortest: float, longest: float) -> list[Clip]:
        """Shorter clips that tile a clip; the last may be shorter than `shortest`."""
        start = clip.start // FRAME
        levels = self.levels[start : clip.end // FRAME]
        pieces = cut(levels, self.threshold, clip.end - clip.start, shortest, longest)
        return [Clip(clip.start + piece.start, clip.start + piece.end) for piece in pieces]


def cut(
    levels: NDArray[np.float32], threshold: float, length: int, shortest: float, longest: float
) -> list[Clip]:
    """Clips that tile `length` samples. Below `threshold`, in dB, nobody speaks."""
    clips = []
    start = 0
    while length - start > longest * RATE:
        first = round(start / FRAME + shortest * 100)
        last = round(start / FRAME + longest * 100)
        end = (first + _place(levels[first:last], threshold)) * FRAME
        clips.append(Clip(start, end))
        start = end
    if start < length:
        clips.append(Clip(start, length))
    return clips


def _levels(samples: NDArray[np.int16]) -> NDArray[np.float32]:
    """RMS of each frame in dB, shape (n,) in, (n // FRAME,) out."""
    found = []
    step = FRAME * 6000  # a minute, since the samples may be on disk
    for start in range(0, len(samples) - FRAME + 1, step):
        block = np.asarray(samples[start : start + step], np.float32) / 32768
        frames = block[: len(block) // FRAME * FRAME].reshape(-1, FRAME)
        found.append(np.sqrt(np.mean(frames**2, axis=1)))
    level = np.concatenate(found) if found else np.zeros(0, np.float32)
    return np.asarray(20 * np.log10(np.maximum(level, 1e-5)), np.float32)


def _threshold(levels: NDArray[np.float32]) -> float:
    """dB below which nobody speaks."""
    if not len(levels):
        return 0.0
    return float(np.percentile(levels, 90)) - QUIET


def _place(levels: NDArray[np.float32], threshold: float) -> int:
    """The frame to cut at: in the middle of the longest pause, the last of those that are long enough."""
    pauses = list(_pauses(levels, threshold))
    if not pauses:
        return int(np.argmin(levels))
    start, end = max(pauses, key=lambda pause: (min(pause[1] - pause[0], PAUSE * 100), pause[0]))
    return (start + end) // 2


def _pauses(levels: NDArray[np.float32], threshold: float) -> Iterator[tuple[int, int]]:
    """Start and end of each run of quiet frames."""
    quiet = np.concatenate([[False], levels < threshold, [False]])
    edges = np.flatnonzero(quiet[1:] != quiet[:-1])
    for start, end in edges.reshape(-1, 2):
        yield int(start), int(end)


@contextmanager
def opened(path: Path) -> Iterator[Recording]:
    """A file of any audio format, decoded. Raises SourceError if it is none, or if it is cut short."""
    with TemporaryDirectory(prefix="narrate-") as folder:
        spool = Path(folder) / "recording.s16"
        _decode(path, spool)
        samples = np.memmap(spool, np.int16, "r")
        recording = Recording(samples)
        _refuse_cut_short(path, recording)
        yield recording
        del samples


def _decode(path: Path, spool: Path) -> None:
    if not path.is_file():
        raise SourceError("no such recording", path, "check the spelling")
    length = 0
    try:
        with decoding(path, RATE) as (_, blocks), spool.open("wb") as file:
            for block in blocks:
                clipped = np.clip(np.rint(block * 32768), -32768, 32767)
                length += file.write(clipped.astype(np.int16).tobytes())
    except UnreadableError as error:
        remedy = "an audio file that narrate has written: .mp3, .m4b, .opus, .flac or .wav"
        raise SourceError("not a recording", path, remedy) from error
    if not length:
        raise SourceError("there is no sound in the recording", path, "make it again")


def _refuse_cut_short(path: Path, recording: Recording) -> None:
    """Raise SourceError if the file ends before its own header says."""
    import av

    with av.open(str(path)) as container:
        promised = (container.duration or 0) / av.time_base
    if promised - recording.duration > CUT_SHORT:
        lengths = f"{recording.duration:.1f} of {promised:.1f} seconds"
        raise SourceError("the recording is cut short", f"{path}, {lengths}", "make or copy it again")
