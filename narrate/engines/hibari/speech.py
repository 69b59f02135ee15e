"""From a phrase's phonemes to its sound, and when each chunk of it is heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from narrate.engines.common.document import Run
from narrate.engines.common.stretching import shared, stretched
from narrate.engines.hibari.model import HibariModel, Spectra
from narrate.engines.hibari.phonemes import PUNCTUATION, Chunk
from narrate.engines.hibari.warp import VOICED, sound
from narrate.model import Samples, Voice
from narrate.waves import loudest, sounding

SAMPLE_RATE = 24000
FRAME = 300
"""Samples from one frame of the network to the next."""

SPEEDS = (0.25, 1.5)
"""What is asked of the network; what is faster is stretched. From 2.05 on every phoneme has its shortest
length. Of 1, 1.5 and 2, the rest stretched, 1.5 is understood best at 2.5 and 3 (docs/quality.md)."""
_LEAD = 3
"""Frames (37.5 ms) by which sounds come before the time that the network's durations give them: of 0 to 4,
the one with the least error over 100 words in running speech (`benchmarks/word_times.py`)."""
_SILENT = np.float32(-20)  # log magnitude: -174 dB
_FRAMED = [field.name for field in fields(Spectra) if field.name != "counts"]
_LOGARITHMIC = {"harmonic", "noise", "free"}
"""The parts of spectra that have a column for each frame, and those of them that are log magnitudes."""
_AUDIBLE = -60.0
"""dB below a phrase's peak, under which its ends are silence. hibari's own silence lies at -140 dB; its
speech takes 10 to 30 ms from -40 dB to -60 dB, so that little hangs on the figure."""
_GUARD = FRAME * 2
"""Samples (25 ms) kept before and after what is audible: the soft start of an "h" or end of an "f"."""
_STEP = 60
"""Samples (2.5 ms), the resolution with which a word's edges are found in the sound."""
_WORD_START, _WORD_END = 10 ** (-40 / 20), 10 ** (-35 / 20)
"""Shares of a phrase's peak that a word's first and last sound have; below is the pause around it."""


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clip:
    """A phrase's sound without the silence around it."""

    samples: Samples
    """Beyond [-1, 1] where it is to be loud: nothing is clipped before all of the document is there."""
    times: list[Span]
    """First sample and sample after the last of each chunk; equal for one that makes no sound."""


def speak(chunks: Sequence[Chunk], voice: Voice, model: HibariModel, ids: Mapping[str, int]) -> Clip:
    """Speak one phrase of at least one chunk. `ids`: the number of each phoneme."""
    phonemes = " ".join(chunk.phonemes for chunk in chunks)
    numbers = [ids[char] for char in phonemes]
    runs = [chunk.run for chunk in chunks]
    owner = _owners(chunks)
    bounds = _sounding(chunks)

    speeds, tempo = _speeds(runs, voice, owner)
    spectra = model([0, *numbers, 0], speeds)
    spectra = _with_pauses(spectra, chunks, bounds, tempo)

    of_frame = np.repeat(owner, spectra.counts)
    pitch = _pitch(spectra, runs, voice, of_frame)
    samples = sound(spectra, pitch, voice.formant, crc32(phonemes.encode()))
    first, last = sounding(samples, _AUDIBLE, _GUARD)
    times = np.array(_times(samples, spectra.counts, bounds))
    volumes = np.array([run.volume for run in runs], np.float32)
    if volumes.any():
        samples = samples * _gains(volumes[of_frame])

    audible = stretched(samples[first:last], SAMPLE_RATE, tempo)
    kept = np.clip(times, first, last) - first
    shifted = np.rint(kept / tempo).astype(int)
    return Clip(audible, [(int(start), int(end)) for start, end in shifted])


def _speeds(runs: Sequence[Run], voice: Voice, owner: NDArray[np.intp]) -> tuple[NDArray[np.float32], float]:
    """The speed that is asked of the network for each id, and the tempo by which its sound is stretched."""
    rates = np.array([voice.rate * run.rate for run in runs], np.float32)
    wanted = rates[owner]
    _, tempo = shared(float(wanted.max()), *SPEEDS)
    asked = wanted / np.float32(tempo)
    return np.clip(asked, *SPEEDS), tempo


def _pitch(
    spectra: Spectra, runs: Sequence[Run], voice: Voice, of_frame: NDArray[np.intp]
) -> NDArray[np.float32] | float:
    """Semitones for every frame, or one number where they are the same for all."""
    pitches = np.array([voice.pitch + run.pitch for run in runs], np.float32)
    ranges = np.array([run.range for run in runs], np.float32)
    is_same = not np.ptp(pitches)
    pitch = float(pitches[0]) if is_same else pitches[of_frame]
    if np.all(ranges == 1):
        return pitch
    widened = _widened(spectra.f0, ranges[of_frame])
    return pitch + widened


def _widened(f0: NDArray[np.float32], ranges: NDArray[np.float32]) -> NDArray[np.float32]:
    """Semitones by which each frame goes further from the phrase's middle pitch; 0 where it has no voice."""
    voiced = f0 > VOICED
    if not voiced.any():
        return np.zeros_like(f0)
    away = 12 * np.log2(np.where(voiced, f0, 1) / np.median(f0[voiced]))
    return np.where(voiced, (ranges - 1) * away, 0).astype(np.float32)


def _owners(chunks: Sequence[Chunk]) -> NDArray[np.intp]:
    """Index of the chunk that each id belongs to; a space goes with the chunk behind it, which fills it."""
    sizes = [len(chunk.phonemes) + 1 for chunk in chunks]  # the padding in front takes the place of a space
    sizes[-1] += 1  # the padding at the end
    return np.repeat(np.arange(len(chunks)), sizes)


def _sounding(chunks: Sequence[Chunk]) -> NDArray[np.intp]:
    """Of each chunk, the ids where it may begin and where it sounds, and the one after, (chunks, 3).

    A word may be heard from the end of the last one on: the space and the marks between are no silence by
    themselves, and in running speech the first sound fills them.
    """
    bounds = []
    at = done = 1
    for chunk in chunks:
        first = end = done
        sounds = _sounds(chunk)
        if sounds:
            first = at + sounds[0]
            end = at + sounds[-1] + 1
        bounds.append((done, first, end))
        done = end
        at += len(chunk.phonemes) + 1
    return np.array(bounds, np.intp)


def _sounds(chunk: Chunk) -> list[int]:
    """Which phonemes of a chunk make a sound."""
    return [index for index, char in enumerate(chunk.phonemes) if char not in PUNCTUATION]


def _with_pauses(
    spectra: Spectra, chunks: Sequence[Chunk], bounds: NDArray[np.intp], tempo: float
) -> Spectra:
    """Silent frames before the chunks that want them; the id in front is longer by as many.

    They are right after all has been made `tempo` times as fast.
    """
    waits = np.array([round(chunk.pause * tempo * SAMPLE_RATE / FRAME) for chunk in chunks])
    if not waits.any():
        return spectra
    edges = np.maximum(np.concatenate([[0], spectra.counts.cumsum()]) - _LEAD, 0)
    softest = np.zeros(len(chunks), np.intp)
    for index in np.flatnonzero(waits):
        reach, first, _ = bounds[index]
        softest[index] = _softest(spectra, edges[reach], edges[first])
    positions = np.repeat(softest, waits)
    counts = spectra.counts.copy()
    np.add.at(counts, bounds[:, 1] - 1, waits)
    return _with_silence(spectra, positions, counts)


def _with_silence(spectra: Spectra, positions: NDArray[np.intp], counts: NDArray[np.intp]) -> Spectra:
    """Spectra with a silent frame before each position, and the new numbers of frames of the ids."""
    parts = {}
    for name in _FRAMED:
        silence = _SILENT if name in _LOGARITHMIC else 0
        columns = getattr(spectra, name)
        parts[name] = np.insert(columns, positions, silence, axis=-1)
    return Spectra(**parts, counts=counts)


def _softest(spectra: Spectra, first: int, last: int) -> int:
    """The frame from `first` to `last` before which a pause cuts into the least sound."""
    power = sum(
        np.exp(2 * part[:, first : last + 1]).sum(axis=0) for part in (spectra.harmonic, spectra.noise)
    )
    return first + int(np.argmin(power))


def _times(samples: Samples, counts: NDArray[np.int64], bounds: NDArray[np.intp]) -> list[Span]:
    """First sample and sample after the last of each chunk, without the pauses around it."""
    level = loudest(samples, _STEP)
    begun = level > level.max() * _WORD_START
    going_on = level > level.max() * _WORD_END
    edges = np.maximum(np.concatenate([[0], counts.cumsum()]) - _LEAD, 0) * (FRAME // _STEP)
    times = []
    for reach, first, last in bounds:
        inside = int(edges[first : first + 2].mean())
        times.append(_time(begun, going_on, int(edges[reach]), inside, int(edges[last])))
    return times


def _time(begun: NDArray[np.bool_], going_on: NDArray[np.bool_], reach: int, inside: int, last: int) -> Span:
    """A chunk begins behind the last silence before `inside` its first sound; all in steps but the result."""
    silent = np.flatnonzero(~begun[reach:inside])
    start = reach + int(silent[-1]) + 1 if silent.size else reach
    loud = np.flatnonzero(going_on[start:last])
    end = start + int(loud[-1]) + 1 if loud.size else last
    return start * _STEP, max(end, start) * _STEP


def _gains(volumes: NDArray[np.float32]) -> Samples:
    """A factor for every sample from dB for every frame, without steps that would click."""
    frames = np.arange(len(volumes)) + 0.5
    places = np.arange(len(volumes) * FRAME) / FRAME
    return np.interp(places, frames, 10 ** (volumes / 20)).astype(np.float32)
