"""Speech to text with a Whisper model, by faster-whisper, which the extra `check` brings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from narrate.cores import cores
from narrate.errors import RecognizerError
from narrate.extras import install_command
from narrate.model import Samples

if TYPE_CHECKING:
    from faster_whisper import WhisperModel
    from faster_whisper.tokenizer import Tokenizer

RATE = 16_000
"""Hz, of what a recogniser hears."""
BATCH = 8
"""Clips that are recognised together: from about as many on, the decoder is no longer faster."""
BEAM = 5
"""Hypotheses that are followed. With one, the model skips eight times as many words (33 to 4 of 1,350)."""
PADDING = RATE // 2
"""Samples of silence after a clip. A Whisper model wants 30 seconds; half a second is enough to end a word,
and the encoder, which takes most of the time, takes a third less of it."""
FRAMES_PER_SECOND = 100
LONGEST_FRAMES = 3000
TOKENS_PER_SECOND = 12
"""Of speech, at most; a model that repeats itself writes up to its limit."""
WEIGHTS = "model.bin"


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A word as it was written down, and when it was heard."""

    text: str
    start: int
    """First sample of the sound that was heard, at RATE."""
    end: int


class Recognizer(Protocol):
    """What listens. Sounds have shape (n,), n up to 30 seconds at RATE."""

    def hear(self, sounds: Sequence[Samples]) -> list[str]:
        """What is said in each sound."""

    def hear_again(self, sound: Samples) -> list[TimedWord]:
        """What is said in a sound, heard with more care than by `hear`, word by word."""

    def preference(self, sound: Samples, one: str, other: str) -> float:
        """How much likelier it is that one text was said than the other, in nats; < 0: the other is."""


def is_installed() -> bool:
    """Whether there is what a recogniser needs."""
    return find_spec("faster_whisper") is not None and find_spec("rapidfuzz") is not None


def require(model: str) -> None:
    """Raise RecognizerError if the extra is missing, or if there can be no such model."""
    if not is_installed():
        raise RecognizerError("the speech recogniser is not installed", None, install_command("check"))
    from faster_whisper import available_models

    _refuse_unknown(model, available_models())


class Whisper:
    """A Whisper model in the format of CTranslate2."""

    def __init__(self, model: str, language: str) -> None:
        """`model`: a folder, or a name such as "base", which is fetched once; `language`: a BCP 47 tag.

        Raises RecognizerError.
        """
        require(model)
        self._model = _loaded(model)
        self._language = self._known(language, model)
        self._tokenizer = self._tokens()

    def hear(self, sounds: Sequence[Samples]) -> list[str]:
        """What is said in each sound; those of about the same length together, since the longest counts."""
        texts = [""] * len(sounds)
        order = sorted(range(len(sounds)), key=lambda index: len(sounds[index]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            found = self._recognized([sounds[index] for index in batch])
            for index, text in zip(batch, found, strict=True):
                texts[index] = text
        return texts

    def _recognized(self, sounds: Sequence[Samples]) -> list[str]:
        prompt = self._model.get_prompt(self._tokenizer, [], without_timestamps=True)
        features = self._features(sounds)
        seconds = features.shape[2] / FRAMES_PER_SECOND
        results = self._model.model.generate(
            self._model.encode(features),
            [prompt] * len(sounds),
            beam_size=BEAM,
            max_length=min(len(prompt) + round(TOKENS_PER_SECOND * seconds), self._model.max_length),
        )
        return [self._tokenizer.decode(result.sequences_ids[0]).strip() for result in results]

    def _features(self, sounds: Sequence[Samples]) -> Any:
        """Log-mel spectra of some sounds, shape (sounds, bands, frames), filled up with silence."""
        spectra = [self._model.feature_extractor(sound, padding=PADDING) for sound in sounds]
        longest = max(spectrum.shape[1] for spectrum in spectra)
        frames = min(longest + longest % 2, LONGEST_FRAMES)  # the encoder halves them
        filled = [_filled(spectrum[:, :frames], frames) for spectrum in spectra]
        return np.stack(filled).astype(np.float32)

    def hear_again(self, sound: Samples) -> list[TimedWord]:
        """With the 30 seconds that the model was made for, and from another state of the decoder."""
        segments, _ = self._model.transcribe(
            sound,
            language=self._language,
            beam_size=BEAM,
            temperature=[0.0, 0.4],
            condition_on_previous_text=False,
            word_timestamps=True,
        )
        words = [word for segment in segments for word in segment.words or ()]
        return [TimedWord(word.word, round(word.start * RATE), round(word.end * RATE)) for word in words]

    def preference(self, sound: Samples, one: str, other: str) -> float:
        """By the probabilities that the model gives to each text when it is made to write it."""
        encoded = self._model.encode(self._features([sound]))
        frames = len(sound) * FRAMES_PER_SECOND // RATE
        found = []
        for text in (one, other):
            tokens = [*self._tokenizer.encode(f" {text.strip()}"), self._tokenizer.eot]
            result = self._model.model.align(encoded, self._tokenizer.sot_sequence, [tokens], [frames])[0]
            found.append(float(np.log(np.maximum(result.text_token_probs, 1e-9)).sum()))
        return found[0] - found[1]

    def _tokens(self) -> Tokenizer:
        from faster_whisper.tokenizer import Tokenizer

        is_multilingual = self._model.model.is_multilingual
        return Tokenizer(
            self._model.hf_tokenizer, is_multilingual, task="transcribe", language=self._language
        )

    def _known(self, language: str, model: str) -> str:
        """The model's name for a language. Raises RecognizerError if it does not know it."""
        name = language.split("-", maxsplit=1)[0].lower()
        if name not in self._model.supported_languages:
            remedy = "give a model of several languages with --model, for instance base"
            raise RecognizerError(f"the recogniser {model} does not know the language", language, remedy)
        return name


def _filled(spectrum: Any, frames: int) -> Any:
    missing = frames - spectrum.shape[1]
    return np.pad(spectrum, ((0, 0), (0, missing)), constant_values=spectrum.min())


def _loaded(model: str) -> WhisperModel:
    """A model from a folder, from the cache of the hub, or from the hub itself."""
    # What would be said to the hub, and on the terminal, beside the model itself.
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    from faster_whisper import WhisperModel

    try:
        return WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=cores())
    except Exception as error:  # of the hub, the network, the file system or the library's own kinds
        cause = str(error).strip().splitlines()[:1]
        remedy = "give the folder of a Whisper model for CTranslate2 with --model"
        problem = "the recogniser's model cannot be loaded or fetched"
        raise RecognizerError(problem, model, f"{'; '.join([*cause, remedy])}") from error


def _refuse_unknown(model: str, names: Sequence[str]) -> None:
    """Raise RecognizerError for what is neither the folder of a model, nor a model's name."""
    if Path(model).is_dir():
        if (Path(model) / WEIGHTS).is_file():
            return
        remedy = f"a model for CTranslate2 has {WEIGHTS}, config.json, tokenizer.json and vocabulary.*"
        raise RecognizerError("there is no Whisper model in the folder", model, remedy)
    is_repository = model.count("/") == 1 and not model.startswith((".", "/", "~"))
    if model not in names and not is_repository:
        remedy = f"a folder, or one of {', '.join(names)}"
        raise RecognizerError("no such model", model, remedy)
