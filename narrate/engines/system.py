"""The voices of the operating system: SAPI5 on Windows, Apple's on macOS, eSpeak NG elsewhere.

pyttsx3 is the door to them. It allows one engine per process, prints to standard output, and returns
before its file is written, so it lives in a worker process (`system_worker`) that one instance keeps
running and asks for one piece of text after another.

What is rendered how: `prosody` rate is the driver's words per minute, in the range that it has (eSpeak
NG: 80 and up); volume is gain; pitch is eSpeak NG's own, held within what it can do (-4.4 to +9
semitones), and without effect with other drivers, which have none. A `break` is silence. There are no
word times.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten
from threading import Lock
from typing import Any

import numpy as np

from narrate.engines.document import Pause, Sentence, parse
from narrate.engines.system_process import Worker, WorkerDiedError, WorkerStuckError
from narrate.engines.system_voices import find, voices_of
from narrate.errors import EngineError, SynthesisError
from narrate.model import EngineVoice, Samples, Speech, Voice

SAMPLE_RATE = 24_000
"""Hz; that of the default engine, so that a cast of both is not resampled again."""
WORDS_PER_MINUTE = 175
"""At rate 1.0: eSpeak NG's own default and about Apple's. pyttsx3 sets 200, which is hurried."""
# eSpeak NG's `pitch` runs from 0 to 100, 50 being the voice's own. Measured on "gmw/en-us" by
# autocorrelation: 78, 89, 101, 130 and 170 Hz at 0, 25, 50, 75 and 100.
PITCH_NEUTRAL = 50
PITCH_STEPS_UP = 50 / 9.0
"""Per semitone above the voice's own pitch."""
PITCH_STEPS_DOWN = 50 / 4.4
"""Per semitone below it."""
PATIENCE = (30.0, 0.1)
"""Seconds to wait for a text, and for each of its characters: slower than it would be spoken is stuck."""
SILENCE = 0.001
"""Peak below which the end of a piece is cut off where another pause follows: -60 dBFS."""
HEADER_SAYS_ALL = {"probesize": "64", "analyzeduration": "0"}
"""FFmpeg options: WAV and AIFF need no look at the samples, which takes 11 ms of the 12 that opening does."""
INSTALL = "pip install 'narrate-article[espeak]'"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text that is spoken in one go."""

    text: str
    rate: float
    pitch: float
    """Semitones."""
    volume: float
    """dB."""
    keeps_pause: bool = False
    """Whether the synthesizer's own pause after the text is wanted."""


class SystemEngine:
    """Speaks with the voices of the operating system, one text at a time, whichever thread asks."""

    name = "system"
    sample_rate = SAMPLE_RATE
    honours = frozenset({"speak", "voice", "p", "s", "break", "sub", "prosody"})

    def __init__(self) -> None:
        """Start the worker. Raises EngineError where the operating system has no speech."""
        self._lock = Lock()
        self._closed = False
        self._worker: Worker | None = _start()
        self._hello = self._worker.hello
        self.version: str = f"1 {self._hello['version']}"

    def voices(self) -> Sequence[EngineVoice]:
        """The driver's voices, English ones first."""
        return voices_of(self._hello)

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document. Raises EngineError for an unknown voice, MarkupError, SynthesisError."""
        identifier = find(voice.engine_voice, self._hello)
        if identifier is None:
            raise EngineError("unknown voice", voice.engine_voice, "see `narrate voices --engine system`")
        parts = _parts(parse(ssml))
        with self._lock:
            sounds = [self._sound(part, voice, identifier) for part in parts]
        samples: Samples = np.concatenate([np.zeros(0, np.float32), *sounds])
        # A loud run must not be clipped; the quieter ones keep their distance to it.
        peak = np.abs(samples).max(initial=np.float32(1.0))
        return Speech(samples / peak, SAMPLE_RATE)

    def close(self) -> None:
        """End the worker, after the document that it is speaking."""
        with self._lock:
            self._closed = True
            self._stop()

    def _sound(self, part: _Piece | Pause, voice: Voice, identifier: str) -> Samples:
        if isinstance(part, Pause):
            return np.zeros(round(part.seconds * SAMPLE_RATE), np.float32)
        request = {
            "text": " ".join(part.text.split()),
            "voice": identifier,
            "rate": max(1, round(WORDS_PER_MINUTE * voice.rate * part.rate)),
            "seconds": PATIENCE[0] + PATIENCE[1] * len(part.text),
        }
        if self._hello["driver"] == "espeak":
            request["pitch"] = _espeak_pitch(voice.pitch + part.pitch)
        samples = _read(self._spoken(request)) * np.float32(10 ** (part.volume / 20))
        return samples if part.keeps_pause else _without_end(samples)

    def _spoken(self, request: dict[str, Any]) -> Path:
        """Have the worker speak. The caller holds the lock."""
        while_speaking = "while speaking " + json.dumps(shorten(request["text"], 60), ensure_ascii=False)
        try:
            answer = self._ask(request)
        except (WorkerDiedError, WorkerStuckError) as error:
            raise SynthesisError("the system's speech failed", error, while_speaking) from error
        if "error" in answer:
            raise SynthesisError("the system's speech failed", answer["error"], while_speaking)
        return Path(answer["file"])

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Ask the worker, and where it dies, a new one, once."""
        try:
            try:
                return self._running().ask(request)
            except WorkerDiedError:
                self._stop()
                return self._running().ask(request)
        except BaseException:
            # Also when interrupted: the next answer would be to this request.
            self._stop()
            raise

    def _running(self) -> Worker:
        if self._closed:
            raise SynthesisError("the engine is closed", self.name)
        if self._worker is None:
            self._worker = _start()
        return self._worker

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.close()
        self._worker = None


def _start() -> Worker:
    """Start a worker that has found speech. Raises EngineError where there is none."""
    try:
        worker = Worker()
    except (WorkerDiedError, WorkerStuckError) as error:
        raise EngineError("no speech engine of the operating system was found", error, INSTALL) from error
    if problem := worker.hello.get("error"):
        worker.close()
        raise EngineError("no speech engine of the operating system was found", problem, INSTALL)
    return worker


def _parts(sentences: Sequence[Sentence]) -> list[_Piece | Pause]:
    """Lay the sentences out as what is spoken in one go and the pauses between."""
    parts: list[_Piece | Pause] = []
    for sentence in sentences:
        pieces = _one_prosody_each(sentence)
        # The synthesizer's pause at the end of a text is right between sentences, unless a break follows.
        if parts and isinstance(parts[-1], _Piece) and pieces and isinstance(pieces[0], _Piece):
            parts[-1] = replace(parts[-1], keeps_pause=True)
        parts += pieces
    return parts


def _one_prosody_each(sentence: Sentence) -> list[_Piece | Pause]:
    """Join what is spoken alike, so that the synthesizer hears as much of the sentence as it can at once."""
    pieces: list[_Piece | Pause] = []
    end = 0
    for part in sentence:
        if isinstance(part, Pause):
            pieces.append(part)
            continue
        # A run of white space alone is no run, and shows as a gap between two.
        text = " " * (part.start > end) + part.spoken
        end = part.start + len(part.text)
        piece = _Piece(text, part.rate, part.pitch, part.volume)
        before = pieces[-1] if pieces else None
        if isinstance(before, _Piece) and replace(before, text=text) == piece:
            pieces[-1] = replace(before, text=before.text + text)
        else:
            pieces.append(piece)
    return [piece for piece in pieces if isinstance(piece, Pause) or piece.text.strip()]


def _espeak_pitch(semitones: float) -> int:
    steps = semitones * (PITCH_STEPS_UP if semitones > 0 else PITCH_STEPS_DOWN)
    return round(min(100.0, max(0.0, PITCH_NEUTRAL + steps)))


def _read(path: Path) -> Samples:
    """Read and delete an audio file: any container and rate in, mono at `SAMPLE_RATE` out, shape (n,)."""
    import av
    from av.error import FFmpegError

    try:
        with av.open(path, options=HEADER_SAYS_ALL) as container:
            resampler = av.AudioResampler("fltp", None, SAMPLE_RATE)
            frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
            frames += resampler.resample(None) if frames else []
    except FFmpegError as error:
        raise SynthesisError("the system's speech cannot be read", error) from error
    finally:
        path.unlink(missing_ok=True)
    return np.concatenate([np.zeros(0, np.float32), *(frame.to_ndarray().mean(axis=0) for frame in frames)])


def _without_end(samples: Samples) -> Samples:
    """Cut the silence at the end off; a silent array becomes empty."""
    loud = np.flatnonzero(np.abs(samples) > SILENCE)
    return samples[: loud[-1] + 1 if len(loud) else 0]
