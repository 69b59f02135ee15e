"""Kokoro's voices: 54 of them in eight languages, from a model and voices that the user has or fetches once.

The model (92 to 310 MB, Apache-2.0) and the voices (27 MB) are looked for where `NARRATE_KOKORO_MODEL` and
`NARRATE_KOKORO_VOICES` say, then in the user's folder; `python -m narrate.engines.kokoro.files` fetches them
there. The engine itself downloads nothing.

What is rendered how: `prosody` rate is the model's own (0.8 to 1.2) and beyond it a stretched sound, pitch by
resampling (the vocal tract moves along), volume as gain; `phoneme` in IPA; a `break` is silence. Word times
are the model's own durations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from itertools import accumulate
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from narrate.engines.common import document
from narrate.engines.common.segments import GUARD, SILENCE, Segment, Sound, perform
from narrate.engines.common.stretching import moved, pitched, shared, stretched
from narrate.engines.common.words import audible
from narrate.engines.hibari.adapter import phoneme_numbers
from narrate.engines.kokoro import files as kokoro_files
from narrate.engines.kokoro.model import SAMPLE_RATE, KokoroModel
from narrate.engines.kokoro.spelling import ENGLISH, Spoken, english_reader, is_readable, read
from narrate.errors import EngineError
from narrate.extras import install_command
from narrate.model import EngineVoice, Gender, Speech, Voice, Word
from narrate.waves import sounding, within
from narrate.writing_systems import LATIN

REVISION = 4
"""Of the processing in this package: counts up when the same document would sound different."""
HERTZ: dict[Gender | None, float] = {"f": 200.0, "m": 110.0}
"""What a <prosody pitch> in Hz is measured against: about a woman's and a man's, not measured."""
PITCH_LIMIT = 8.0
"""Semitones: beyond, a resampled voice is a cartoon's."""
# The first letter of a voice's name is its language, the second its gender: "bf_emma".
LANGUAGES = {
    "a": "en-US", "b": "en-GB", "e": "es-ES", "f": "fr-FR", "h": "hi-IN", "i": "it-IT", "j": "ja-JP",
    "p": "pt-BR", "z": "zh-CN",
}  # fmt: skip
LETTERS = {"h": {"DEVANAGARI"}, "j": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}, "z": {"CJK"}}
"""Writing systems that a language's voices say besides Latin, which all do."""
GENDERS: dict[str, Gender] = {"f": "f", "m": "m"}


class KokoroEngine:
    """Voices of https://huggingface.co/hexgrad/Kokoro-82M, several at a time."""

    name = "kokoro"
    sample_rate = SAMPLE_RATE
    pitches = (-PITCH_LIMIT, PITCH_LIMIT)
    honours = frozenset({"speak", "voice", "p", "s", "prosody", "break", "sub", "phoneme"})

    def __init__(self) -> None:
        """Find the files; they are read when first needed. Raises EngineError where something is missing."""
        if find_spec("onnx") is None:
            raise EngineError("the engine is not installed", self.name, install_command("kokoro"))
        self._files = kokoro_files.found()
        model = self._files.model
        self.version = f"{version('hibari-tts')}+{REVISION} {model.name} {model.stat().st_size}"
        self._lock = Lock()
        self._model: KokoroModel | None = None
        self._styles: dict[str, NDArray[np.float32]] = {}

    def writing_systems(self, voice: Voice) -> frozenset[str]:
        """Latin, and the letters of the voice's own language."""
        own = LETTERS.get(voice.engine_voice[:1], set())
        return frozenset([LATIN, *own])

    def voices(self) -> Sequence[EngineVoice]:
        """All that the voices' file or folder holds, American English first."""
        names = kokoro_files.voice_names(self._files)
        return sorted((_described(name) for name in names), key=lambda v: (v.language != "en-US", v.language))

    def prepare(self, voice: Voice) -> None:
        """Load the network, the style of the voice and the reader of its language."""
        if voice.engine_voice[:1] in ENGLISH:
            english_reader(ENGLISH[voice.engine_voice[:1]])
        self._loaded()
        self._style(voice.engine_voice)

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document. Raises EngineError for an unknown voice, MarkupError, SynthesisError."""
        hertz = HERTZ.get(GENDERS.get(voice.engine_voice[1:2]), document.HERTZ)
        sentences = document.parse(ssml, hertz * float(2 ** (voice.pitch / 12)))
        style = self._style(voice.engine_voice)
        model = self._loaded()
        return perform(sentences, lambda segment: _say(segment, voice, model, style), SAMPLE_RATE, voice.rate)

    def close(self) -> None:
        """Let go of the model."""
        with self._lock:
            self._model = None
            self._styles.clear()

    def _loaded(self) -> KokoroModel:
        with self._lock:
            if self._model is None:
                self._model = kokoro_files.load(self._files, phoneme_numbers())
            return self._model

    def _style(self, name: str) -> NDArray[np.float32]:
        """What makes a voice that voice: a row for each number of phonemes, shape (510, 256)."""
        with self._lock:
            if name not in self._styles:
                self._styles[name] = kokoro_files.style(self._files, name)
            return self._styles[name]


def _described(name: str) -> EngineVoice:
    language = LANGUAGES.get(name[:1], "und")
    installed = is_readable(name)
    description = "Kokoro" if installed else "Kokoro; needs the extra `kokoro-languages`"
    return EngineVoice(name, language, GENDERS.get(name[1:2]), installed, description)


def _say(segment: Segment, voice: Voice, model: KokoroModel, style: NDArray[np.float32]) -> Sound:
    semitones = min(max(voice.pitch + segment.prosody.pitch, -PITCH_LIMIT), PITCH_LIMIT)
    # What is made higher by resampling gets shorter by as much.
    wanted = voice.rate * segment.prosody.rate / 2 ** (semitones / 12)
    speed, tempo = shared(wanted, *model.speeds)
    sounds = [np.zeros(0, np.float32)]
    words: list[Word] = []
    at = 0
    for spoken in read(segment, voice.engine_voice, frozenset(model.numbers)):
        pause = round(spoken.gap * SAMPLE_RATE)
        sound = _speak(spoken, model, style, speed)
        begin = at + pause
        words += [replace(word, start=begin + word.start, end=begin + word.end) for word in sound.words]
        sounds += [np.zeros(pause, np.float32), sound.samples]
        at = begin + len(sound.samples)
    samples, ratio = pitched(np.concatenate(sounds), SAMPLE_RATE, semitones, SAMPLE_RATE)
    heard = audible(samples, list(moved(words, 1 / ratio)), SAMPLE_RATE)
    return Sound(stretched(samples, SAMPLE_RATE, tempo), moved(heard, tempo))


def _speak(spoken: Spoken, model: KokoroModel, style: NDArray[np.float32], speed: float) -> Sound:
    """One row of phonemes, without the silence that the network puts around it."""
    ids = [model.numbers[phoneme] for phoneme in spoken.phonemes if phoneme in model.numbers]
    if not ids:
        return Sound(np.zeros(0, np.float32))
    row = min(len(ids), len(style)) - 1
    samples, edges = model(ids, style[row], speed)
    words = [] if edges is None else list(_words(spoken, model, edges))
    first, last = sounding(samples, SILENCE, round(GUARD * SAMPLE_RATE / speed))
    return Sound(samples[first:last], within(words, first, last))


def _words(spoken: Spoken, model: KokoroModel, edges: NDArray[np.int64]) -> Iterator[Word]:
    """When the words are heard. Phonemes that the network does not know are left out, and have no time."""
    known = [0, *accumulate(int(phoneme in model.numbers) for phoneme in spoken.phonemes)]
    for (first, last), written in spoken.owners:
        start, end = int(edges[known[first]]), int(edges[known[last]])
        if start < end:
            yield Word(*written, start, end)
