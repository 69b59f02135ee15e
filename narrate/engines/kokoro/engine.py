"""Kokoro's voices: 54 of them in eight languages, from two files that the user has or fetches once.

The library comes with the extra `kokoro`; the model (310 MB, Apache-2.0) and the voices (27 MB) do not come
in any package. They are looked for where `NARRATE_KOKORO_MODEL` and `NARRATE_KOKORO_VOICES` say, then in
the user's folder; `python -m narrate.engines.kokoro.files` fetches them there. The engine itself downloads
nothing.

What is rendered how: `prosody` rate is the model's own (0.5 to 2) and beyond it a stretched sound, pitch by
resampling (the vocal tract moves along), volume as gain; `phoneme` in IPA; a `break` is silence. Where the
model tells durations there are word times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from narrate.engines.common import document
from narrate.engines.common.segments import Segment, Sound, Span, perform
from narrate.engines.common.spelling import shifted, spelled
from narrate.engines.common.stretching import moved, pitched, shared, stretched
from narrate.engines.common.words import audible
from narrate.engines.kokoro import files as kokoro_files
from narrate.errors import EngineError, SynthesisError
from narrate.extras import install_command
from narrate.model import EngineVoice, Gender, Speech, Voice, Word

if TYPE_CHECKING:
    from kokoro_onnx import Kokoro

REVISION = 3
"""Of the processing in this package: counts up when the same document would sound different."""
SAMPLE_RATE = 24_000
SPEEDS = (0.5, 2.0)
"""What the model takes; what is slower or faster is stretched."""
HERTZ: dict[Gender | None, float] = {"f": 200.0, "m": 110.0}
"""What a <prosody pitch> in Hz is measured against: about a woman's and a man's, not measured."""
PITCH_LIMIT = 8.0
"""Semitones: beyond, a resampled voice is a cartoon's."""
# The first letter of a voice's name is its language, the second its gender: "bf_emma". Then eSpeak's name.
LANGUAGES = {
    "a": ("en-US", "en-us"), "b": ("en-GB", "en-gb"), "e": ("es-ES", "es"), "f": ("fr-FR", "fr-fr"),
    "h": ("hi-IN", "hi"), "i": ("it-IT", "it"), "j": ("ja-JP", "ja"), "p": ("pt-BR", "pt-br"),
    "z": ("zh-CN", "cmn"),
}  # fmt: skip
GENDERS: dict[str, Gender] = {"f": "f", "m": "m"}


class KokoroEngine:
    """Voices of https://github.com/thewh1teagle/kokoro-onnx, several at a time."""

    name = "kokoro"
    sample_rate = SAMPLE_RATE
    pitches = (-PITCH_LIMIT, PITCH_LIMIT)
    honours = frozenset({"speak", "voice", "p", "s", "prosody", "break", "sub", "phoneme"})

    def __init__(self) -> None:
        """Find the files; they are read when first needed. Raises EngineError where something is missing."""
        if find_spec("kokoro_onnx") is None:
            raise EngineError("the engine is not installed", self.name, install_command("kokoro"))
        self._files = kokoro_files.found()
        self.version = f"{version('kokoro-onnx')}+{REVISION} {self._files.model.name}"
        self._lock = Lock()
        self._kokoro: Kokoro | None = None

    def voices(self) -> Sequence[EngineVoice]:
        """All that the file of voices holds, American English first."""
        names = kokoro_files.voice_names(self._files)
        return sorted((_described(name) for name in names), key=lambda v: (v.language != "en-US", v.language))

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document. Raises EngineError for an unknown voice, MarkupError, SynthesisError."""
        hertz = HERTZ.get(GENDERS.get(voice.engine_voice[1:2]), document.HERTZ)
        sentences = document.parse(ssml, hertz * float(2 ** (voice.pitch / 12)))
        kokoro = self._loaded()
        if voice.engine_voice not in kokoro.voices:
            raise EngineError("unknown voice", voice.engine_voice, "see `narrate voices --engine kokoro`")
        return perform(sentences, lambda segment: _say(segment, voice, kokoro), SAMPLE_RATE, voice.rate)

    def close(self) -> None:
        """Let go of the model."""
        with self._lock:
            self._kokoro = None

    def _loaded(self) -> Kokoro:
        with self._lock:
            if self._kokoro is None:
                self._kokoro = kokoro_files.load(self._files)
            return self._kokoro


def _described(name: str) -> EngineVoice:
    language, _ = LANGUAGES.get(name[0], ("und", ""))
    return EngineVoice(name, language, GENDERS.get(name[1:2]), True, "Kokoro")


def _say(segment: Segment, voice: Voice, kokoro: Kokoro) -> Sound:
    semitones = min(max(voice.pitch + segment.prosody.pitch, -PITCH_LIMIT), PITCH_LIMIT)
    # What is made higher by resampling gets shorter by as much.
    speed, tempo = shared(voice.rate * segment.prosody.rate / 2 ** (semitones / 12), *SPEEDS)
    phonemes, owners = _phonemes(segment, voice.engine_voice, kokoro)
    if not phonemes.strip():
        return Sound(np.zeros(0, np.float32))
    try:
        audio, rate, timings = kokoro.create_timed(phonemes, voice.engine_voice, speed, is_phonemes=True)
    except Exception as error:  # onnxruntime's classes have no public base
        raise SynthesisError("the voice model failed", error) from error
    samples, ratio = pitched(audio, rate, semitones, SAMPLE_RATE)
    # The timings leave out what the model does not know, and so have to be counted as it counts.
    known = [0, *accumulate(phoneme in kokoro.tokenizer.vocab for phoneme in phonemes)]
    edges = [round(timing.start * rate * ratio) for timing in timings] + [len(samples)]
    words = _words(owners, known, edges) if timings else ()
    heard = moved(audible(samples, list(words), SAMPLE_RATE), tempo)
    return Sound(stretched(samples, SAMPLE_RATE, tempo), heard)


def _phonemes(segment: Segment, voice: str, kokoro: Kokoro) -> tuple[str, list[tuple[Span, Span]]]:
    """What is said, and for each word the range of phonemes and where it is written."""
    _, language = LANGUAGES.get(voice[0], ("", "en-us"))
    phonemes = ""
    owners: list[tuple[Span, Span]] = []
    for part in spelled(segment, lambda text: kokoro.tokenizer.phonemize(text, language), str):
        if phonemes:
            phonemes += " "
        owners += shifted(part.owners, len(phonemes))
        phonemes += "".join(part.phonemes)
    return phonemes, owners


def _words(owners: Sequence[tuple[Span, Span]], known: Sequence[int], edges: Sequence[int]) -> Iterator[Word]:
    """`edges`: when each phoneme that the model knows begins, and the end."""
    for (first, last), written in owners:
        start, end = known[first], min(known[last], len(edges) - 1)
        if start < end:
            yield Word(*written, edges[start], edges[end])
