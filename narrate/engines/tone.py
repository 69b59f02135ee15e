"""A fake engine for tests: a voice is a pitch in Hz, and a word is a beep of known length.

By FFT a test hears who speaks when, exactly: at rate 1.0 word number n (from 0) sounds from n * 100 ms
to n * 100 + 80 ms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from narrate.engines.common.document import Pause, Run, parse
from narrate.errors import EngineError, SynthesisError
from narrate.model import EngineVoice, Gender, Samples, Speech, Voice, Word

SAMPLE_RATE = 24_000
"""Hz; that of the default engine, so that tests meet no resampling that users do not."""
BEEP = 1920
"""Samples of one word at rate 1.0: 80 ms."""
GAP = 480
"""Samples of silence after each word at rate 1.0: 20 ms."""
EDGE = 120
"""Samples of raised cosine at either end of a beep: 5 ms, long enough that it does not click."""
AMPLITUDE = 0.25
"""Peak at 0 dB: 12 dB of head room for `volume`."""

# Hz. Multiples of 12.5, so that a beep at rate 1.0 holds whole periods and an FFT of it has one sharp peak.
PITCHES: tuple[tuple[int, Gender | None], ...] = (
    (150, "m"), (200, "m"), (250, "m"), (300, "m"), (350, "m"),
    (450, "f"), (550, "f"), (650, "f"), (750, "f"), (850, "f"),
    (1000, None), (1200, None),
)  # fmt: skip


class ToneEngine:
    """Speaks in beeps. Holds no state, so any number of threads may share one.

    Any pitch in Hz is a voice, not only those that `voices` lists. An alias is as many beeps as it has
    words. Characters with no letter or digit among them, such as a dash that stands alone, make no sound.
    """

    name = "tone"
    version = "1"
    sample_rate = SAMPLE_RATE
    honours = frozenset(
        {
            "speak", "p", "s", "token", "w", "break", "sub", "prosody", "phoneme", "lang",
            "say-as", "mark", "audio", "desc", "voice", "lexicon", "lookup", "meta", "metadata",
        }
    )  # fmt: skip

    def voices(self) -> Sequence[EngineVoice]:
        """A dozen pitches, the low ones men and the high ones women."""
        return [EngineVoice(str(hertz), "en-US", gender, True, f"{hertz} Hz") for hertz, gender in PITCHES]

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Beep the document. Raises EngineError where the voice is no pitch, MarkupError for bad SSML."""
        sounds: list[Samples] = []
        words: list[Word] = []
        position = 0
        hertz = _hertz(Run("", 0), voice)
        for part in (part for sentence in parse(ssml, hertz) for part in sentence):
            if isinstance(part, Pause):
                sounds.append(np.zeros(round(part.seconds * SAMPLE_RATE), np.float32))
                position += len(sounds[-1])
                continue
            beep, gap = _word_sound(part, voice)
            for start, end, count in _written_words(part):
                sounds += [beep, gap] * count
                after = position + count * (len(beep) + len(gap))
                words.append(Word(start, end, position, after - len(gap)))
                position = after
        samples = np.concatenate(sounds) if sounds else np.zeros(0, np.float32)
        return Speech(samples, SAMPLE_RATE, tuple(words))

    def close(self) -> None:
        """There is nothing to free."""


def _written_words(run: Run) -> Iterator[tuple[int, int, int]]:
    """Offsets of each word as written, and how many words are spoken for it."""
    if run.alias is None:
        for word in _words(run.text):
            yield run.start + word.start(), run.start + word.end(), 1
    elif count := len(_words(run.alias)):
        written = run.text.strip()
        start = run.start + run.text.index(written)
        yield start, start + len(written), count


def _words(text: str) -> list[re.Match[str]]:
    """Stretches without white space that hold a letter or digit."""
    return [match for match in re.finditer(r"\S+", text) if any(map(str.isalnum, match[0]))]


def _word_sound(run: Run, voice: Voice) -> tuple[Samples, Samples]:
    """One beep in the voice and the run's prosody, and the silence after it: float32, shape (n,)."""
    rate = voice.rate * run.rate
    beep = np.arange(max(1, round(BEEP / rate))) / SAMPLE_RATE
    amplitude = min(1.0, AMPLITUDE * 10 ** (run.volume / 20))
    sound = amplitude * _envelope(len(beep)) * np.sin(2 * np.pi * _hertz(run, voice) * beep)
    return sound.astype(np.float32), np.zeros(round(GAP / rate), np.float32)


def _envelope(length: int) -> NDArray[np.float64]:
    """1.0 with a raised cosine at either end, shape (length,)."""
    edge = min(EDGE, length // 2)
    rise = 0.5 - 0.5 * np.cos(np.pi * (np.arange(edge) + 0.5) / max(edge, 1))
    return np.concatenate([rise, np.ones(length - 2 * edge), rise[::-1]])


def _hertz(run: Run, voice: Voice) -> float:
    """The beep's pitch. The engine's voice is checked first, so that the message names what was asked for."""
    try:
        base = float(voice.engine_voice)
    except ValueError:
        base = 0.0
    if not 0 < base < SAMPLE_RATE / 2:
        raise EngineError("unknown voice", voice.engine_voice, 'a pitch in Hz below 12000, such as "450"')
    hertz: float = base * 2 ** ((voice.pitch + run.pitch) / 12)
    if hertz >= SAMPLE_RATE / 2:
        raise SynthesisError("a tone cannot be that high", f"{hertz:.0f} Hz", "lower the pitch")
    return hertz
