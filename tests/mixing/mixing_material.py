"""Scripts and sounds for the tests of the mixer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import fft

from narrate.mixing import Mixer
from narrate.model import Article, Chapter, Cue, Samples, Script, Section, Speech, Utterance, Voice

RATE = 24_000


def script_of(
    count: int,
    pauses: Sequence[float] = (),
    gains: Sequence[float] = (),
    sections: tuple[Section, ...] = (Section("All", 0),),
) -> Script:
    """`count` utterances, with these pauses and voice gains (0.4 s and 0 dB beyond)."""
    pauses = [*pauses, *[0.4] * count][:count]
    gains = [*gains, *[0.0] * count][:count]
    voices = [Voice(f"v{gain}", "tone", "a", gain=gain) for gain in gains]
    utterances = tuple(
        Utterance(i, 0, "narration", None, voices[i], "one two", 0, 7, 0, pauses[i]) for i in range(count)
    )
    return Script(Article("one two", (), "The ferry"), utterances, sections)


def tone(seconds: float, hertz: float = 440.0, amplitude: float = 0.2, rate: int = RATE) -> Samples:
    """A sine that begins and ends at its full swing, where a careless join clicks loudest."""
    time = np.arange(round(seconds * rate)) / rate
    return (amplitude * np.cos(2 * np.pi * hertz * time)).astype(np.float32)


def silence(seconds: float, rate: int = RATE) -> Samples:
    """Digital zero."""
    return np.zeros(round(seconds * rate), np.float32)


def mixed(
    script: Script, sounds: Sequence[Samples], rate: int = RATE
) -> tuple[Samples, tuple[Cue, ...], tuple[Chapter, ...]]:
    """The whole master, its cues and its chapters."""
    mixer = Mixer(script)
    speeches = (Speech(sound, rate) for sound in sounds)
    blocks = [mixer.add(u, mixer.levelled(u, s)) for u, s in zip(script.utterances, speeches, strict=True)]
    cues, chapters, length = mixer.finish()
    master = np.concatenate(blocks)
    assert length == len(master)
    return master, cues, chapters


def true_peak(samples: Samples) -> float:
    """dBTP, by sixteen-fold interpolation of 5 s at a time in the frequency domain."""
    size = fft.next_fast_len(5 * RATE + 2 * 1000)
    padded = np.pad(samples, 1000)
    pieces = [padded[at : at + size] for at in range(0, len(samples), 5 * RATE)]
    highest = 0.0
    for piece in pieces:
        fine = fft.irfft(fft.rfft(piece, size), 16 * size)[16 * 1000 : -16 * 1000] * 16
        highest = max(highest, float(np.abs(fine).max()))
    return float(20 * np.log10(highest))
