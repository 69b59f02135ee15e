"""From a phrase's phonemes to its sound, and when each piece of it is heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from narrate.engines.common.stretching import shared, stretched
from narrate.engines.hibari.model import HibariModel, Spectra
from narrate.engines.hibari.phonemes import PUNCTUATION, Piece
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
    times: list[Span]
    """First sample and sample after the last of each piece; equal for one that makes no sound."""


def speak(pieces: Sequence[Piece], voice: Voice, model: HibariModel, ids: Mapping[str, int]) -> Clip:
    """Speak one phrase of at least one piece. `ids`: the number of each phoneme."""
    phonemes = " ".join(piece.phonemes for piece in pieces)
    owner = _owners(pieces)
    runs = [piece.run for piece in pieces]
    speeds = np.array([voice.rate * run.rate for run in runs], np.float32)[owner]
    _, tempo = shared(float(speeds.max()), *SPEEDS)
    speeds = np.clip(speeds / np.float32(tempo), *SPEEDS)
    spectra = model([0, *(ids[char] for char in phonemes), 0], speeds)
    bounds = _sounding(pieces)
    spectra = _with_pauses(spectra, pieces, bounds, tempo)
    of_frame = np.repeat(owner, spectra.counts)
    pitches = np.array([voice.pitch + run.pitch for run in runs], np.float32)
    pitch = pitches[of_frame] if np.ptp(pitches) else float(pitches[0])
    ranges = np.array([run.range for run in runs], np.float32)
    if np.any(ranges != 1):
        pitch = pitch + _widened(spectra.f0, ranges[of_frame])
    samples = sound(spectra, pitch, voice.formant, crc32(phonemes.encode()))
    first, last = sounding(samples, _AUDIBLE, _GUARD)
    times = _times(samples, spectra.counts, bounds)
    volumes = np.array([run.volume for run in runs], np.float32)
    if volumes.any():
        samples = samples * _gains(volumes[of_frame])
    shifted = np.rint((np.clip(np.array(times), first, last) - first) / tempo).astype(int)
    audible = stretched(np.clip(samples[first:last], -1, 1), SAMPLE_RATE, tempo)
    return Clip(audible, [(int(start), int(end)) for start, end in shifted])


def _widened(f0: NDArray[np.float32], ranges: NDArray[np.float32]) -> NDArray[np.float32]:
    """Semitones by which each frame goes further from the phrase's middle pitch; 0 where it has no voice."""
    voiced = f0 > VOICED
    if not voiced.any():
        return np.zeros_like(f0)
    away = 12 * np.log2(np.where(voiced, f0, 1) / np.median(f0[voiced]))
    return np.where(voiced, (ranges - 1) * away, 0).astype(np.float32)


def _owners(pieces: Sequence[Piece]) -> NDArray[np.intp]:
    """Index of the piece that each id belongs to; a space goes with the piece behind it, which fills it."""
    sizes = [len(piece.phonemes) + 1 for piece in pieces]  # the padding in front takes the place of a space
    sizes[-1] += 1  # the padding at the end
    return np.repeat(np.arange(len(pieces)), sizes)


def _sounding(pieces: Sequence[Piece]) -> NDArray[np.intp]:
    """Of each piece, the ids where it may begin and where it sounds, and the one after, (pieces, 3).

    A word may be heard from the end of the last one on: the space and the marks between are no silence by
    themselves, and in running speech the first sound fills them.
    """
    bounds = []
    at = done = 1
    for piece in pieces:
        sounds = [at + i for i, char in enumerate(piece.phonemes) if char not in PUNCTUATION]
        bounds.append((done, sounds[0], sounds[-1] + 1) if sounds else (done, done, done))
        done = bounds[-1][2]
        at += len(piece.phonemes) + 1
    return np.array(bounds, np.intp)


def _with_pauses(
    spectra: Spectra, pieces: Sequence[Piece], bounds: NDArray[np.intp], tempo: float
) -> Spectra:
    """Silent frames before the pieces that want them; the id in front is longer by as many.

    They are right after all has been made `tempo` times as fast.
    """
    waits = np.array([round(piece.pause * tempo * SAMPLE_RATE / FRAME) for piece in pieces])
    if not waits.any():
        return spectra
    edges = np.maximum(np.concatenate([[0], spectra.counts.cumsum()]) - _LEAD, 0)
    softest = [
        _softest(spectra, *edges[bound[:2]]) if wait else 0 for wait, bound in zip(waits, bounds, strict=True)
    ]
    positions = np.repeat(softest, waits)
    counts = spectra.counts.copy()
    np.add.at(counts, bounds[:, 1] - 1, waits)
    quiet = {"harmonic", "noise", "free"}
    parts = {
        field.name: np.insert(
            getattr(spectra, field.name), positions, _SILENT if field.name in quiet else 0, axis=-1
        )
        for field in fields(spectra)
        if field.name != "counts"
    }
    return Spectra(**parts, counts=counts)


def _softest(spectra: Spectra, first: int, last: int) -> int:
    """The frame from `first` to `last` before which a pause cuts into the least sound."""
    power = sum(
        np.exp(2 * part[:, first : last + 1]).sum(axis=0) for part in (spectra.harmonic, spectra.noise)
    )
    return first + int(np.argmin(power))


def _times(samples: Samples, counts: NDArray[np.int64], bounds: NDArray[np.intp]) -> list[Span]:
    """First sample and sample after the last of each piece, without the pauses around it."""
    level = loudest(samples, _STEP)
    edges = np.maximum(np.concatenate([[0], counts.cumsum()]) - _LEAD, 0) * (FRAME // _STEP)
    begun, going_on = level > level.max() * _WORD_START, level > level.max() * _WORD_END
    return [
        _time(begun, going_on, int(edges[reach]), int(edges[first : first + 2].mean()), int(edges[last]))
        for reach, first, last in bounds
    ]


def _time(begun: NDArray[np.bool_], going_on: NDArray[np.bool_], reach: int, inside: int, last: int) -> Span:
    """A piece begins behind the last silence before `inside` its first sound; all in steps but the result."""
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
