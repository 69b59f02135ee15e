"""Kokoro as it is published, heard by a speech recogniser."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from narrate.engines.kokoro.engine import KokoroEngine
from narrate.errors import EngineError
from narrate.model import Samples, Speech, Voice
from narrate.proofing.recognizer import RATE, TimedWord, Whisper
from narrate.waves import converted
from tests.engines import real_kokoro
from tests.proofing import weights

pytest.importorskip("onnx", reason="needs the extra `kokoro`")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(real_kokoro.missing() is not None, reason=f"needs {real_kokoro.missing()}"),
]

TEXT = "Fishing boats left the old harbour on Tuesday, and nobody in the town knew when they would return."
LATE = 0.25
"""Seconds by which two reports of a word's end may differ; Whisper's are good to about 0.1. Its beginnings
are not compared: they count the pause before a word as the word's."""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KokoroEngine]:
    with pytest.MonkeyPatch.context() as patch:
        model = real_kokoro.joined(tmp_path_factory.mktemp("kokoro") / "kokoro.onnx")
        patch.setenv("NARRATE_KOKORO_MODEL", str(model))
        patch.setenv("NARRATE_KOKORO_VOICES", str(real_kokoro.voices()))
        # English has to do without eSpeak NG and all that leads to it.
        for module in ("kokoro_onnx", "phonemizer", "espeakng_loader"):
            patch.setitem(sys.modules, module, None)
        opened = KokoroEngine()
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def whisper(tmp_path_factory: pytest.TempPathFactory) -> Whisper:
    pytest.importorskip("faster_whisper", reason="needs the extra `check`")
    for part in weights.PARTS:
        pytest.importorskip(part, reason="needs the extra `dev`")
    return Whisper(str(weights.joined(tmp_path_factory.mktemp("whisper") / "base")), "en")


def _speak(
    engine: KokoroEngine, voice: str, inner: str = TEXT, rate: float = 1.0, pitch: float = 0.0
) -> Speech:
    return engine.synthesize(f"<speak>{inner}</speak>", Voice("v", "kokoro", voice, rate=rate, pitch=pitch))


def _heard(whisper: Whisper, speech: Speech) -> list[TimedWord]:
    samples: Samples = converted(speech.samples, speech.sample_rate, RATE)
    return whisper.hear_again(samples)


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower().replace("harbour", "harbor"))


def _pitch(samples: Samples) -> float:
    """The median of the pitch, in Hz, by autocorrelation of frames of 40 ms that are loud."""
    frames = samples[: len(samples) // 960 * 960].reshape(-1, 960)
    levels = np.abs(frames).max(axis=1)
    found = []
    for frame in frames[levels > levels.max() / 4]:
        spectrum = np.fft.rfft(frame - frame.mean(), 2048)
        correlation = np.fft.irfft(np.abs(spectrum) ** 2)[: 24_000 // 60]
        shortest = 24_000 // 350
        found.append(24_000 / (shortest + int(correlation[shortest:].argmax())))
    return float(np.median(found))


def test_every_voice_of_the_package_is_listed_and_english_alone_is_ready(engine: KokoroEngine) -> None:
    """Fifty-four voices, of which twenty-eight speak English and need no eSpeak NG."""
    voices = engine.voices()
    ready = [voice for voice in voices if voice.installed]
    assert len(voices) == 54
    assert len(ready) == 28
    assert {voice.language for voice in ready} == {"en-US", "en-GB"}


@pytest.mark.parametrize("voice", ["am_michael", "bf_emma"])
def test_a_recogniser_hears_each_word_where_the_engine_says_it_is(
    engine: KokoroEngine, whisper: Whisper, voice: str
) -> None:
    """An American man and a British woman: no word is wrong, and each ends when the network says so."""
    speech = _speak(engine, voice)
    heard = _heard(whisper, speech)
    assert _plain(" ".join(word.text for word in heard)) == _plain(TEXT)
    assert not speech.estimated
    for word, ours in zip(heard, speech.words, strict=True):
        assert abs(word.end / RATE - ours.end / speech.sample_rate) < LATE, word.text


def test_faster_and_slower_speech_is_understood(engine: KokoroEngine, whisper: Whisper) -> None:
    """The first word is whole at any rate: at 1.5 the network itself makes "She" of "Fishing"."""
    for rate in (0.8, 1.5):
        speech = _speak(engine, "af_heart", rate=rate)
        assert _plain(" ".join(word.text for word in _heard(whisper, speech))) == _plain(TEXT)


def test_women_and_men_can_be_told_apart_and_pitch_moves_them(engine: KokoroEngine) -> None:
    """A man is lower than a woman by half an octave, and a voice that is moved by four semitones moves."""
    woman, man = _pitch(_speak(engine, "af_heart").samples), _pitch(_speak(engine, "am_michael").samples)
    assert woman > 1.4 * man
    higher = _pitch(_speak(engine, "af_heart", pitch=4.0).samples)
    assert higher / woman == pytest.approx(2 ** (4 / 12), rel=0.08)


def test_the_same_text_is_the_same_sound(engine: KokoroEngine) -> None:
    """The network draws no noise: a cached sentence is what would be made again."""
    first, second = _speak(engine, "bf_emma"), _speak(engine, "bf_emma")
    assert np.array_equal(first.samples, second.samples)


def test_a_text_too_long_for_the_network_is_spoken_to_the_end(engine: KokoroEngine, whisper: Whisper) -> None:
    """What has more phonemes than the network takes at once is split, and no word of it is lost."""
    long = ", and then ".join([TEXT.rstrip(".")] * 6)
    speech = _speak(engine, "af_heart", long)
    assert len(speech.words) == len(long.split())
    end = Speech(speech.samples[-8 * speech.sample_rate :], speech.sample_rate)
    heard = _plain(" ".join(word.text for word in _heard(whisper, end)))
    assert heard[-5:] == _plain("knew when they would return")


def test_a_voice_of_another_language_says_what_it_needs(engine: KokoroEngine) -> None:
    """One line with the voice and the packages, in place of a text that is read in the wrong language."""
    with pytest.raises(EngineError, match="language is not installed") as caught:
        _speak(engine, "ff_siwis", "Le port est fermé.")
    assert caught.value.value == "ff_siwis"
    assert re.search(r"kokoro-onnx|do not run on Python", str(caught.value.remedy))
