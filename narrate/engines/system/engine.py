"""The voices of the operating system: SAPI5 on Windows, Apple's on macOS, eSpeak NG elsewhere.

pyttsx3 is the door to them. It allows one engine per process, prints to standard output, and returns
before its file is written, so it lives in a worker process (`worker`) that one instance keeps
running and asks for one text after another.

What is rendered how: `prosody` rate is the driver's words per minute, and what is missing of it (a driver is
not exact, and eSpeak NG speaks no less than 80 words) by stretching; volume is gain; pitch is eSpeak NG's
own, held within what it can do (-5.5 to +9 semitones), and without effect with other drivers, which have
none. A `break` is silence. eSpeak NG tells when each word is spoken; the other drivers do not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from textwrap import shorten
from threading import Lock
from typing import Any

from narrate.engines.common.document import parse
from narrate.engines.common.segments import SILENCE, Segment, Sound, decoded, perform
from narrate.engines.common.stretching import moved, stretched
from narrate.engines.common.words import audible
from narrate.engines.system.process import Worker, WorkerDiedError, WorkerStuckError
from narrate.engines.system.voices import find, voices_of
from narrate.errors import EngineError, SynthesisError
from narrate.extras import install_command
from narrate.model import EngineVoice, Speech, Voice, Word
from narrate.waves import sounding

SAMPLE_RATE = 24_000
"""Hz; that of the default engine, so that a cast of both is not resampled again."""
WORDS_PER_MINUTE = 175
"""At rate 1.0: eSpeak NG's own default and about Apple's. pyttsx3 sets 200, which is hurried."""
BEARABLE = 0.02
"""Share by which the pace may be off before the sound is stretched. eSpeak NG is up to 8 % too slow, more or
less by the text; Apple's and SAPI's voices were not measured."""
OWN_PITCH, OWN_PITCH_WOMEN = 102.0, 197.0
"""Hz of eSpeak NG's men and women at its neutral pitch, which a <prosody pitch> in Hz is measured against:
medians over five sentences or six, by pYIN and autocorrelation. "gmw/en-us" and British ones have 102, m1 to
m8 87 to 107, f1 to f5 182 to 213."""
# eSpeak NG's `pitch` runs from 0 to 100, 50 being the voice's own. Measured on "gmw/en-us" by
# autocorrelation: 75, 87, 102, 131 and 171 Hz at 0, 25, 50, 75 and 100.
PITCH_NEUTRAL = 50
PITCH_STEPS_UP = 50 / 9.0
"""Per semitone above the voice's own pitch."""
PITCH_STEPS_DOWN = 50 / 5.5
"""Per semitone below it."""
PATIENCE = (30.0, 0.1)
"""Seconds to wait for a text, and for each of its characters: slower than it would be spoken is stuck."""
HEADER_SAYS_ALL = {"probesize": "64", "analyzeduration": "0"}
"""FFmpeg options: WAV and AIFF need no look at the samples, which takes 11 ms of the 12 that opening does."""
NO_SPEECH = "no speech engine of the operating system was found"


class SystemEngine:
    """Speaks with the voices of the operating system, one text at a time, whichever thread asks."""

    name = "system"
    sample_rate = SAMPLE_RATE
    varies = True
    honours = frozenset({"speak", "voice", "p", "s", "break", "sub", "prosody"})

    def __init__(self) -> None:
        """Start the worker. Raises EngineError where the operating system has no speech."""
        self._lock = Lock()
        self._closed = False
        self._worker: Worker | None = _start()
        self._hello = self._worker.hello
        self.pitches = (-5.5, 9.0) if self._hello["driver"] == "espeak" else (0.0, 0.0)
        self.version: str = f"2 {self._hello['version']}"

    def voices(self) -> Sequence[EngineVoice]:
        """The driver's voices, English ones first."""
        return voices_of(self._hello)

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document. Raises EngineError for an unknown voice, MarkupError, SynthesisError."""
        identifier = find(voice.engine_voice, self._hello)
        if identifier is None:
            raise EngineError("unknown voice", voice.engine_voice, "see `narrate voices --engine system`")
        hertz = OWN_PITCH_WOMEN if "+f" in identifier else OWN_PITCH
        sentences = parse(ssml, hertz * float(2 ** (voice.pitch / 12)))
        with self._lock:
            return perform(
                sentences, lambda segment: self._say(segment, voice, identifier), SAMPLE_RATE, voice.rate
            )

    def close(self) -> None:
        """End the worker, after the document that it is speaking."""
        with self._lock:
            self._closed = True
            self._stop()

    def _say(self, segment: Segment, voice: Voice, identifier: str) -> Sound:
        """Have the worker speak one segment, as fast as was asked for. The caller holds the lock."""
        pitch = _espeak_pitch(voice.pitch + segment.prosody.pitch)
        rate = voice.rate * segment.prosody.rate
        sound = self._spoken(segment, identifier, pitch, rate)
        unhurried = sound if rate == 1.0 else self._spoken(segment, identifier, pitch, 1.0)
        tempo = rate * _length(sound) / max(_length(unhurried), 1)
        if not tempo or abs(tempo - 1) < BEARABLE:
            return sound
        return Sound(stretched(sound.samples, SAMPLE_RATE, tempo), moved(sound.words, tempo))

    def _spoken(self, segment: Segment, identifier: str, pitch: int, rate: float) -> Sound:
        """What the driver makes of a segment; its own pace is near what it is asked for."""
        request = {
            "text": segment.text,
            "voice": identifier,
            "rate": max(1, round(WORDS_PER_MINUTE * rate)),
            "pitch": pitch,
            "seconds": PATIENCE[0] + PATIENCE[1] * len(segment.text),
        }
        answer = self._answer(request)
        path = Path(answer["file"])
        try:
            samples = decoded(path, SAMPLE_RATE, HEADER_SAYS_ALL)
        finally:
            path.unlink(missing_ok=True)
        times = [(index, round(seconds * SAMPLE_RATE)) for index, seconds in answer["words"]]
        return Sound(samples, tuple(audible(samples, _words(segment, times, len(samples)), SAMPLE_RATE)))

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """What the worker answers. Raises SynthesisError with the text."""
        while_speaking = "while speaking " + json.dumps(shorten(request["text"], 60), ensure_ascii=False)
        try:
            answer = self._ask(request)
        except (WorkerDiedError, WorkerStuckError) as error:
            raise SynthesisError("the system's speech failed", error, while_speaking) from error
        if "error" in answer:
            raise SynthesisError("the system's speech failed", answer["error"], while_speaking)
        return answer

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
        raise EngineError(NO_SPEECH, error, install_command("espeak")) from error
    if problem := worker.hello.get("error"):
        worker.close()
        raise EngineError(NO_SPEECH, problem, install_command("espeak"))
    return worker


def _length(sound: Sound) -> int:
    """Samples, without the silence around it, which is no faster in fast speech."""
    first, last = sounding(sound.samples, SILENCE, 0)
    return last - first


def _words(segment: Segment, times: Sequence[tuple[int, int]], length: int) -> list[Word]:
    """Each word until the next. `times`: index in the segment's text, and sample, in order."""
    return [
        Word(*segment.written(first, last), start, end)
        for (first, start), (last, end) in pairwise([*times, (len(segment.text), length)])
        if first < last and start < end
    ]


def _espeak_pitch(semitones: float) -> int:
    steps = semitones * (PITCH_STEPS_UP if semitones > 0 else PITCH_STEPS_DOWN)
    return round(min(100.0, max(0.0, PITCH_NEUTRAL + steps)))
