"""What is done to one clip of speech: another rate, no silence around it, faded ends, a gain."""

from __future__ import annotations

import warnings
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from narrate.model import Samples, Speech, Word
from narrate.waves import converted, sounding, within

FADE_MS = 5
"""Long enough that no join clicks, shorter than any consonant."""
GUARD = 0.03
"""Seconds of near-silence that are left at either end: breath, and the decay of the last sound."""
SILENCE = -50.0
"""dB below the clip's peak. The softest speech sound, a final /f/, is about 40 dB below a stressed vowel."""
HEADROOM = 256
"""Full scale in the 32-bit integers that pydub works on: 48 dB above 1.0 before it clips, and a step as
fine as the 24-bit mantissa of the floats around it."""


def resampled(speech: Speech, sample_rate: int) -> Speech:
    """The same speech at `sample_rate` Hz.

    n samples become round(n * sample_rate / old rate), and so does every word's start and end, halves
    to even: a word is at most half a sample from where it was.
    """
    if speech.sample_rate == sample_rate:
        return speech
    ratio = sample_rate / speech.sample_rate
    samples = converted(speech.samples, speech.sample_rate, sample_rate)
    # The resampler gives a few samples more or fewer.
    length = round(len(speech.samples) * ratio)
    fitted = np.zeros(length, np.float32)
    fitted[: len(samples)] = samples[:length]
    words = tuple(_scaled(word, ratio) for word in speech.words)
    return replace(speech, samples=fitted, sample_rate=sample_rate, words=words)


def _scaled(word: Word, ratio: float) -> Word:
    return replace(word, start=round(word.start * ratio), end=round(word.end * ratio))


def trimmed(speech: Speech) -> Speech:
    """The speech without the near-silence at its ends, except for a guard; words move along.

    Silence alone gives no samples, and words that are clamped to 0.
    """
    start, end = sounding(speech.samples, SILENCE, round(GUARD * speech.sample_rate))
    return replace(speech, samples=speech.samples[start:end], words=within(speech.words, start, end))


def shaped(samples: Samples, sample_rate: int, gain: float) -> Samples:
    """`samples`, shape (n,), raised by `gain` dB and faded at both ends; never clipped.

    A clip too short for two fades is padded with silence to their length.
    """
    fade = FADE_MS * sample_rate // 1000
    if not len(samples):
        return samples
    padded = np.pad(samples, (0, max(2 * fade - len(samples), 0)))
    louder = _segment(padded, sample_rate).apply_gain(gain)
    # pydub cuts at milliseconds and so changes the length of a clip that it fades: it gets the ends alone.
    out = _floats(louder)
    out[:fade] = _floats(_segment(out[:fade], sample_rate).fade_in(FADE_MS))
    out[-fade:] = _floats(_segment(out[-fade:], sample_rate).fade_out(FADE_MS))
    return out


def _segment(samples: Samples, sample_rate: int) -> Any:
    integers = (samples * (2**31 / HEADROOM)).astype(np.int32)
    return _pydub()(integers.tobytes(), sample_width=4, frame_rate=sample_rate, channels=1)


def _floats(segment: Any) -> Samples:
    return np.frombuffer(segment.raw_data, np.int32).astype(np.float32) * np.float32(HEADROOM / 2**31)


@cache
def _pydub() -> Any:
    """pydub's clip class, without its warning about an ffmpeg that is never called."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    return AudioSegment
