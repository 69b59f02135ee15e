"""The tone engine: what other tests rely on to hear who speaks when."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from narrate.engines.tone import AMPLITUDE, ToneEngine
from narrate.errors import EngineError, MarkupError, SynthesisError
from narrate.model import Samples, Speech, Voice, Word

ENGINE = ToneEngine()
MS = 24
"""Samples per millisecond."""


def _speak(inner: str, hertz: str = "450", *, rate: float = 1.0, pitch: float = 0.0) -> Speech:
    return ENGINE.synthesize(f"<speak>{inner}</speak>", Voice("v", "tone", hertz, rate=rate, pitch=pitch))


def _heard_hertz(samples: Samples) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * 24_000 / len(samples))


def _sounding(speech: Speech) -> list[tuple[int, int]]:
    """First and last+1 sample of every stretch that is not silent, heard from the samples alone."""
    loud = np.abs(speech.samples) > 0
    # Zero crossings are no pauses: only silence of over 2 ms parts two beeps.
    places = np.flatnonzero(loud)
    cuts = np.flatnonzero(np.diff(places) > 2 * MS)
    starts, ends = np.r_[places[0], places[cuts + 1]], np.r_[places[cuts], places[-1]]
    return [(int(a), int(b) + 1) for a, b in zip(starts, ends, strict=True)]


def test_every_word_is_eighty_milliseconds_of_tone_and_twenty_of_silence() -> None:
    """The samples themselves, not the reported times, show the beeps to within a millisecond."""
    speech = _speak("Three short words.")
    assert speech.sample_rate == 24_000
    assert len(speech.samples) == 300 * MS
    for number, (start, end) in enumerate(_sounding(speech)):
        assert start == pytest.approx(number * 100 * MS, abs=MS)
        assert end == pytest.approx((number * 100 + 80) * MS, abs=MS)
    assert number == 2


@pytest.mark.parametrize("voice", [v.name for v in ENGINE.voices()])
def test_one_word_tells_which_voice_spoke(voice: str) -> None:
    """An FFT of a single beep has its peak at the voice's pitch."""
    speech = _speak("word", voice)
    (word,) = speech.words
    assert _heard_hertz(speech.samples[word.start : word.end]) == pytest.approx(float(voice), abs=1)


def test_the_voices_are_a_dozen_with_men_women_and_others() -> None:
    """A cast can be made of them: five low men, five high women, two that tell nothing."""
    genders = [voice.gender for voice in ENGINE.voices()]
    assert (genders.count("m"), genders.count("f"), genders.count(None)) == (5, 5, 2)
    assert len({voice.name for voice in ENGINE.voices()}) == 12


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("One two", [(0, 3, 0, 80), (4, 7, 100, 180)]),
        ("One, — two!", [(0, 4, 0, 80), (7, 11, 100, 180)]),
        ("<s>One</s> <break time='250ms'/><s>two</s>", [(0, 3, 0, 80), (4, 7, 350, 430)]),
        ("<break time='1s'/>One", [(0, 3, 1000, 1080)]),
        (
            "a <sub alias='United Nations force'>UN</sub> b",
            [(0, 1, 0, 80), (2, 4, 100, 380), (5, 6, 400, 480)],
        ),
        ("<sub alias='one'> 1 2 </sub>", [(1, 4, 0, 80)]),
        ("<sub alias=''>x</sub>y", [(1, 2, 0, 80)]),
        ("<prosody rate='200%'>a b</prosody> c", [(0, 1, 0, 40), (2, 3, 50, 90), (4, 5, 100, 180)]),
        ("a<desc>not me</desc> b", [(0, 1, 0, 80), (2, 3, 100, 180)]),
    ],
)
def test_word_times_are_exact(inner: str, words: list[tuple[int, int, int, int]]) -> None:
    """Offsets are those of the text as written; times count breaks, aliases and rates."""
    assert _speak(inner).words == tuple(Word(a, b, c * MS, d * MS) for a, b, c, d in words)


def test_reported_times_are_where_the_sound_is() -> None:
    """What is heard between a word's two samples is all of its beeps, and nothing lies outside them."""
    speech = _speak("a <sub alias='two words'>b</sub><break time='90ms'/> c <prosody rate='70%'>d</prosody>")
    outside = np.ones(len(speech.samples), bool)
    for word in speech.words:
        outside[word.start : word.end] = False
    assert not speech.samples[outside].any()
    heard = _sounding(speech)
    assert len(heard) == 5
    assert [word.start for word in speech.words] == pytest.approx([heard[n][0] for n in (0, 1, 3, 4)], abs=MS)
    assert [word.end for word in speech.words] == pytest.approx([heard[n][1] for n in (0, 2, 3, 4)], abs=MS)


def test_rate_pitch_and_volume_of_voice_and_markup_add_up() -> None:
    """Twice as fast in the voice and in the markup is four times; an octave in each is two."""
    inner = "<prosody rate='200%' pitch='+12st' volume='-6dB'>word</prosody>"
    speech = _speak(inner, "300", rate=2.0, pitch=12.0)
    (word,) = speech.words
    assert len(speech.samples) == 25 * MS
    assert (word.start, word.end) == (0, 20 * MS)
    assert _heard_hertz(speech.samples[: word.end]) == pytest.approx(1200, abs=1)
    assert np.abs(speech.samples).max() == pytest.approx(AMPLITUDE * 10 ** (-6 / 20), rel=0.01)


def test_beeps_do_not_click_and_never_leave_the_range() -> None:
    """No step is larger than a sine's own steepest, and the loudest markup stays within [-1, 1]."""
    quiet = _speak("one two three", "1200")
    steepest = AMPLITUDE * 2 * np.pi * 1200 / 24_000
    assert np.abs(np.diff(quiet.samples, prepend=0, append=0)).max() <= steepest * 1.01
    assert quiet.samples.dtype == np.float32
    loud = _speak("<prosody volume='+40dB'>word</prosody>")
    assert 0.99 <= np.abs(loud.samples).max() <= 1.0


@pytest.mark.parametrize("inner", ["", " \n", "—", "… !", "<mark name='x'/>"])
def test_nothing_to_say_is_no_sound_at_all(inner: str) -> None:
    """No words: no samples and no words."""
    speech = _speak(inner)
    assert speech.samples.shape == (0,)
    assert speech.samples.dtype == np.float32
    assert speech.words == ()


def test_the_same_document_is_the_same_sound_in_any_thread() -> None:
    """Eight threads at once hear what one hears, each in its own voice."""
    hertz = [voice.name for voice in ENGINE.voices()] * 4
    alone = [_speak("a few words here", each).samples for each in hertz]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda each: _speak("a few words here", each).samples, hertz))
    assert all(np.array_equal(a, b) for a, b in zip(alone, together, strict=True))


@pytest.mark.parametrize(
    ("inner", "voice", "error"),
    [
        ("word", "Anna", EngineError),
        ("word", "", EngineError),
        ("word", "-5", EngineError),
        ("word", "nan", EngineError),
        ("word", "12000", EngineError),
        ("<prosody pitch='+40st'>word</prosody>", "1200", SynthesisError),
        ("<prosody rate='quick'>word</prosody>", "450", MarkupError),
    ],
)
def test_what_cannot_be_beeped_is_an_error(inner: str, voice: str, error: type[Exception]) -> None:
    """A voice that is no audible pitch, and markup that means nothing, are not guessed at."""
    with pytest.raises(error):
        _speak(inner, voice)


def test_closing_twice_does_nothing() -> None:
    """An engine may be closed in a finally block and by its owner."""
    engine = ToneEngine()
    engine.close()
    engine.close()
