"""The default engine: hibari, an 8 MB English voice that comes in a wheel and needs no network.

One network gives many voices: `Voice.pitch` moves its pitch, `Voice.formant` its vocal tract (see
`warp`) and `Voice.rate` its pace. Every element of SSML that narrate writes is rendered here, inside
the sentence: rate as the length of phonemes, pitch and volume frame by frame, a break as silence.

Silence is exact. What hibari puts before and after a sentence (0.2 to 0.5 s) is cut off 25 ms outside
of what can be heard, so a document begins and ends with speech, and between two sentences there is
their <break>, or 0.25 s where there is none. A break inside a sentence is added to the pause that the
voice makes there by itself.

The samples depend on the document and the voice alone, not on the order or the thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from narrate.engines.common.document import parse
from narrate.engines.common.headroom import within_range
from narrate.engines.common.words import timed
from narrate.engines.hibari import adapter
from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.errors import EngineError
from narrate.model import EngineVoice, Speech, Voice, Word
from narrate.writing_systems import LATIN

if TYPE_CHECKING:
    from narrate.engines.hibari.model import HibariModel

REVISION = 6
"""Of the processing in this package: counts up when the same document would sound different."""
SAMPLE_RATE = 24000
OWN_PITCH = {"female": 192.0, "male": 115.0}
"""Hz: the median of "heart" by pYIN over six sentences of news, and about a man's."""


class HibariEngine:
    """The voices of hibari-tts (https://pypi.org/project/hibari-tts/)."""

    name = "hibari"
    sample_rate = SAMPLE_RATE
    honours = frozenset({"speak", "voice", "p", "s", "prosody", "break", "sub", "phoneme"})

    def __init__(self) -> None:
        """Cheap: models are loaded when they are first spoken with."""
        self.version = f"{version('hibari-tts')}+{REVISION}"
        self._models: dict[str, HibariModel] = {}
        self._readers: dict[bool, GraphemeToPhoneme] = {}
        self._models_lock, self._readers_lock = Lock(), Lock()

    def writing_systems(self, voice: Voice) -> frozenset[str]:  # noqa: ARG002
        """Latin: of other letters its reader knows none, or their names alone."""
        return frozenset([LATIN])

    def voices(self) -> Sequence[EngineVoice]:
        """Every voice that hibari knows, those that are here first."""
        found = [
            EngineVoice(
                name,
                entry["language"],
                "f" if entry["gender"] == "female" else "m",
                adapter.voice_file(name) is not None,
                f"{entry['accent']} English",
            )
            for name, entry in adapter.voices().items()
        ]
        return sorted(found, key=lambda voice: not voice.installed)

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document.

        Raises EngineError for a voice that is unknown or not installed (nothing is downloaded here),
        MarkupError if the input is not SSML, SynthesisError where the network fails.
        """
        from narrate.engines.hibari.phonemes import phrases
        from narrate.engines.hibari.speech import speak

        reader, model = self._reader(voice.engine_voice), self._model(voice.engine_voice)
        sentences = parse(ssml, _hertz(voice))
        sounds = [np.zeros(0, np.float32)]
        parts: list[Word] = []
        at = 0
        for phrase in phrases(sentences, reader, frozenset(adapter.phoneme_numbers())):
            sounds.append(np.zeros(round(phrase.gap * SAMPLE_RATE), np.float32))
            at += len(sounds[-1])
            if phrase.chunks:
                clip = speak(phrase.chunks, voice, model, adapter.phoneme_numbers())
                for chunk, (start, end) in zip(phrase.chunks, clip.times, strict=True):
                    parts.append(Word(chunk.start, chunk.end, at + start, at + end))
                sounds.append(clip.samples)
                at += len(clip.samples)
        samples = within_range(np.concatenate(sounds))
        return Speech(samples, SAMPLE_RATE, timed(sentences, parts))

    def prepare(self, voice: Voice) -> None:
        """Load the network, which onnxruntime does without the interpreter's lock."""
        self._model(voice.engine_voice)

    def close(self) -> None:
        """Let go of the models."""
        with self._models_lock, self._readers_lock:
            self._models.clear()
            self._readers.clear()

    def _model(self, name: str) -> HibariModel:
        with self._models_lock:
            if name not in self._models:
                self._models[name] = _load(name)
            return self._models[name]

    def _reader(self, name: str) -> GraphemeToPhoneme:
        british = _british(_known(name))
        with self._readers_lock:
            if british not in self._readers:
                self._readers[british] = GraphemeToPhoneme(british)
            return self._readers[british]


def _load(name: str) -> HibariModel:
    from narrate.engines.hibari.model import HibariModel

    path = adapter.voice_file(_known(name))
    if path is None:
        fetch = f'with a network, fetch it once: hibari --voice {name} hello -o hello.wav; or use "heart"'
        raise EngineError("hibari voice is not installed", name, fetch)
    return HibariModel(path)


def _known(name: str) -> str:
    if name not in adapter.voices():
        raise EngineError("unknown hibari voice", name, "one of " + ", ".join(adapter.voices()))
    return name


def _hertz(voice: Voice) -> float:
    """How high a voice speaks, in the median."""
    return OWN_PITCH[adapter.voices()[voice.engine_voice]["gender"]] * float(2 ** (voice.pitch / 12))


def _british(name: str) -> bool:
    return bool(adapter.voices()[name]["british"])
