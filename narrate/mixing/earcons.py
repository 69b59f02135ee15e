"""Earcons: short sounds with a meaning. Before a quotation two soft notes rise, after it they fall; a chapter
begins with three."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from narrate.mixing.loudness import utterance_level
from narrate.model import Earcon, Samples

# Hz, in equal temperament on A4 = 440: notes of one chord (C major with its sixth), so that they never clash.
_NOTES: dict[Earcon, tuple[float, ...]] = {
    "quote": (659.26, 880.00),
    "end quote": (880.00, 659.26),
    "chapter": (523.25, 659.26, 783.99),
}
STEP = 0.09
"""Seconds from one note to the next: quick enough to be heard as one figure."""
DECAY = 0.07
"""Seconds in which a note falls to a third: a tap rather than a tone."""
RING = 0.3
"""Seconds that the last note is given to die away: to -37 dB."""
ATTACK = 0.006
"""Seconds; shorter clicks."""
OVERTONE = 0.15
"""Amplitude of the octave above: a pure sine sounds like a fault."""
SOFTER = 9.0
"""LU below the speech: audible in a quiet room, and startles nobody."""


@lru_cache(maxsize=8)
def earcon(kind: Earcon, sample_rate: int, target: float) -> Samples:
    """The sound in a programme of `target` LUFS: shape (n,), from silence to silence."""
    notes = _NOTES[kind]
    sound = np.zeros(round((STEP * (len(notes) - 1) + RING) * sample_rate))
    for number, hertz in enumerate(notes):
        start = round(number * STEP * sample_rate)
        sound[start:] += _note(hertz, len(sound) - start, sample_rate)
    fade = round(0.02 * sample_rate)
    sound[-fade:] *= np.linspace(1, 0, fade)
    samples = sound.astype(np.float32)
    gain = target - SOFTER - utterance_level(samples, sample_rate)
    return samples * np.float32(10 ** (gain / 20))


def _note(hertz: float, length: int, sample_rate: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    time = np.arange(length) / sample_rate
    wave = np.sin(2 * np.pi * hertz * time) + OVERTONE * np.sin(4 * np.pi * hertz * time)
    swell = np.minimum(time / ATTACK, 1)
    return np.asarray(swell * np.exp(-time / DECAY) * wave)
