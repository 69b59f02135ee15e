"""The default engine, heard from the outside: SSML in, samples and word times out."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from narrate.engines.hibari.engine import HibariEngine
from narrate.errors import EngineError, MarkupError
from narrate.model import Samples, Speech, Voice

ENGINE = HibariEngine()
VOICE = Voice("narrator", "hibari", "heart")
RATE = 24_000
SENTENCE = "The ferry to Morvell leaves at noon."


def _speak(inner: str, **changes: float) -> Speech:
    return ENGINE.synthesize(f"<speak>{inner}</speak>", replace(VOICE, **changes))  # type: ignore[arg-type]


def _words(inner: str, plain: str) -> list[str]:
    return [plain[word.text_start : word.text_end] for word in _speak(inner).words]


def _seconds(speech: Speech, index: int) -> float:
    word = speech.words[index]
    return (word.end - word.start) / RATE


def _median_f0(samples: Samples) -> float:
    """Hz, by autocorrelation over 50 ms, of the frames that have a clear period of 60 to 480 Hz."""
    frames = samples[: len(samples) // 1200 * 1200].reshape(-1, 1200)
    power = np.abs(np.fft.rfft(frames, 4096, axis=1)) ** 2
    correlation = np.fft.irfft(power, axis=1)
    lags = correlation[:, 50:400]
    clear = (lags.max(axis=1) > 0.6 * correlation[:, 0]) & (
        correlation[:, 0] > 0.01 * correlation[:, 0].max()
    )
    return float(np.median(RATE / (50 + lags[clear].argmax(axis=1))))


def _level(samples: Samples) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(samples**2)) + 1e-9))


def _longest_silence(samples: Samples) -> float:
    """Seconds of the longest stretch under -60 dB."""
    loud = np.flatnonzero(np.abs(samples) > 1e-3)
    return float(np.diff(loud).max()) / RATE


def test_a_sentence_is_speech_of_a_plausible_length_and_level() -> None:
    """Seven words take about two seconds, as float32 within [-1, 1], at an audible level."""
    speech = _speak(SENTENCE)
    assert speech.sample_rate == RATE
    assert (str(speech.samples.dtype), speech.samples.ndim) == ("float32", 1)
    assert 1.4 < len(speech.samples) / RATE < 2.6
    assert -35 < _level(speech.samples) < -15
    assert np.abs(speech.samples).max() <= 1


def _with_volume(volume: int, rate: str = "100%") -> Speech:
    loud = "a loud fox and all of its friends,"
    return _speak(f'We met <prosody volume="+{volume}dB" rate="{rate}">{loud}</prosody> today.')


@pytest.mark.parametrize("volume", [20, 60])
@pytest.mark.parametrize("rate", ["100%", "400%"])
def test_loud_speech_is_not_clipped(volume: int, rate: str) -> None:
    """No wave is flat at its top, at any pace."""
    samples = np.abs(_with_volume(volume, rate).samples)
    assert samples.max() <= 1
    assert np.count_nonzero(samples > 0.999) <= 2


@pytest.mark.parametrize("volume", [20, 60])
def test_loud_speech_is_as_much_louder_as_was_asked_for(volume: int) -> None:
    """What stands beside it is softer, by as much as there is no room above."""
    quiet, loud = _with_volume(0), _with_volume(volume)
    raised = slice(quiet.words[2].start, quiet.words[9].end)
    peaks = [np.abs(speech.samples[raised]).max() for speech in (quiet, loud)]
    softer = 20 * np.log10(peaks[1] / peaks[0]) - volume
    first = slice(0, RATE // 5)
    assert _level(loud.samples[first]) - _level(quiet.samples[first]) == pytest.approx(softer, abs=1)


def test_speech_starts_and_ends_with_its_document() -> None:
    """The model's own third of a second of silence at either end is gone; no more than 60 ms is left."""
    heard = np.flatnonzero(np.abs(_speak(SENTENCE).samples) > 0.003)
    assert heard[0] < 0.06 * RATE
    assert len(_speak(SENTENCE).samples) - heard[-1] < 0.06 * RATE


@pytest.mark.parametrize(
    ("inner", "plain", "words"),
    [
        (SENTENCE, SENTENCE, ["The", "ferry", "to", "Morvell", "leaves", "at", "noon"]),
        (
            "“Go,” she said — at 7:30 pm!",
            "“Go,” she said — at 7:30 pm!",
            ["Go", "she", "said", "at", "7:30", "pm"],
        ),
        (
            "The <sub alias='Road Safety Board'>RSB</sub>'s 1,250 drivers",
            "The RSB's 1,250 drivers",
            ["The", "RSB's", "1,250", "drivers"],
        ),
        (
            "<sub alias='number five'>No. 5</sub> is <phoneme ph='ˈdʒuː.nə'>Djuna</phoneme>, here",
            "No. 5 is Djuna, here",
            ["No", "5", "is", "Djuna", "here"],
        ),
        ("<s>One.</s><s>Two.</s>", "One.Two.", ["One", "Two"]),
        ("Fine ★ 日本 🙂 weather", "Fine ★ 日本 🙂 weather", ["Fine", "weather"]),
        ("See [note](/url/) there", "See [note](/url/) there", ["See", "note](/url", "there"]),
    ],
)
def test_every_word_that_is_heard_has_a_time(inner: str, plain: str, words: list[str]) -> None:
    """Words are the document's own, without punctuation, whatever they are read as."""
    assert _words(inner, plain) == words


@pytest.mark.parametrize(
    "inner",
    [
        SENTENCE,
        "<s>At 5:15 on 12/03/2019, 40% of $3.5m was gone.</s> <s>“No!”</s><break time='1s'/><s>He left.</s>",
        "One <break time='300ms'/><prosody rate='50%'>slow</prosody> <sub alias=''>mute</sub> word.",
        "so " * 150,
    ],
)
def test_word_times_are_in_order_and_inside_the_sound(inner: str) -> None:
    """No word starts before the one before it has ended, or ends after the samples do."""
    speech = _speak(inner)
    edges = [edge for word in speech.words for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert edges[0] >= 0
    assert edges[-1] <= len(speech.samples)
    assert all(word.end > word.start for word in speech.words)


def test_word_times_are_where_the_word_is_heard() -> None:
    """With silence put around one word, its time is that of the only sound there, within 60 ms."""
    speech = _speak("We saw <break time='1s'/>Berlin <break time='1s'/>again.")
    middle = speech.words[2]
    heard = np.flatnonzero(np.abs(speech.samples) > 0.01) / RATE
    quiet = np.diff(heard) > 0.8
    start, end = heard[1:][quiet][0], heard[:-1][quiet][1]
    assert middle.start / RATE == pytest.approx(start, abs=0.06)
    assert middle.end / RATE == pytest.approx(end, abs=0.06)


@pytest.mark.parametrize(
    "inner",
    [
        "",
        "   ",
        "★ 🙂",
        "日本語",
        "— … —",
        "<break time='2s'/>",
        "<s>“”</s>",
        "<sub alias=''>word</sub>",
        "\x85",
    ],
)
def test_nothing_to_say_is_no_sound(inner: str) -> None:
    """Zero samples and no words, however long the pauses are."""
    speech = _speak(inner)
    assert (len(speech.samples), speech.words) == (0, ())


@pytest.mark.parametrize(
    ("between", "seconds"),
    [("", 0.25), ("<break time='700ms'/>", 0.7), ("<break time='1s'/><break time='500ms'/>", 1.5)],
)
def test_the_pause_between_sentences_is_exact(between: str, seconds: float) -> None:
    """The document is its two sentences and that much silence, to the sample."""
    whole = _speak(f"<s>It is late.</s>{between}<s>We must go.</s>")
    parts = len(_speak("<s>It is late.</s>").samples) + len(_speak("<s>We must go.</s>").samples)
    assert len(whole.samples) - parts == round(seconds * RATE)


def test_pauses_around_a_document_are_kept() -> None:
    """A <break> before the first or after the last sentence is as long as it says."""
    bare, framed = _speak("Late."), _speak("<break time='300ms'/><s>Late.</s><break time='200ms'/>")
    assert len(framed.samples) - len(bare.samples) == 0.5 * RATE
    assert not framed.samples[: int(0.3 * RATE)].any()


def test_a_break_inside_a_sentence_is_silence_of_that_length() -> None:
    """The sentence is longer by the break, and silent for at least most of it."""
    plain, broken = _speak("She waited and left."), _speak("She waited <break time='800ms'/>and left.")
    assert (len(broken.samples) - len(plain.samples)) / RATE == pytest.approx(0.8, abs=0.0125)
    assert _longest_silence(broken.samples) == pytest.approx(0.8, abs=0.1)


def test_rate_changes_its_own_run_only() -> None:
    """At half the rate the marked words take twice as long, and the words around them what they took."""
    plain = _speak("They found seventeen yellow bicycles near the harbour wall.")
    slow = _speak("They found <prosody rate='50%'>seventeen yellow</prosody> bicycles near the harbour wall.")
    for index in (2, 3):
        assert _seconds(slow, index) / _seconds(plain, index) == pytest.approx(2, rel=0.15)
    for index in (4, 5, 7):
        assert _seconds(slow, index) == pytest.approx(_seconds(plain, index), abs=0.051)


@pytest.mark.parametrize(("rate", "ratio"), [(0.5, 2.0), (0.95, 1.053), (1.25, 0.8), (1.8, 0.556)])
def test_the_rate_of_a_voice_scales_its_time(rate: float, ratio: float) -> None:
    """Twice the rate is half the time, within a twentieth."""
    text = "Several hundred visitors gathered beside the frozen canal."
    assert len(_speak(text, rate=rate).samples) / len(_speak(text).samples) == pytest.approx(ratio, rel=0.05)


@pytest.mark.parametrize("pitch", [-9.0, -4.0, 4.0])
def test_pitch_moves_the_voice_by_semitones(pitch: float) -> None:
    """The F0 that is heard moves by the factor that is asked for, and the time stays."""
    text = "The river rose by two metres overnight and the bridge was closed."
    plain, moved = _speak(text), _speak(text, pitch=pitch)
    assert _median_f0(moved.samples) / _median_f0(plain.samples) == pytest.approx(2 ** (pitch / 12), rel=0.06)
    assert len(moved.samples) == pytest.approx(len(plain.samples), abs=0.05 * RATE)


@pytest.mark.parametrize(
    ("attribute", "semitones", "decibels"), [("pitch='+5st'", 5, None), ("volume='-12dB'", 0, -12)]
)
def test_prosody_changes_its_own_run_only(attribute: str, semitones: float, decibels: float | None) -> None:
    """The marked words are higher or softer; those before them sound as before."""
    plain = _speak("All our neighbours ran. They were never alone.")
    styled = _speak(f"All our neighbours ran. <prosody {attribute}>They were never alone.</prosody>")
    cut = styled.words[3].end
    before, after, then = styled.samples[:cut], styled.samples[cut:], plain.samples[cut:]
    assert _level(before) == pytest.approx(_level(plain.samples[:cut]), abs=1)
    assert _median_f0(after) / _median_f0(then) == pytest.approx(2 ** (semitones / 12), rel=0.08)
    if decibels is not None:
        assert _level(after) - _level(then) == pytest.approx(decibels, abs=0.5)


def test_a_formant_factor_below_one_darkens_the_voice_and_keeps_its_pitch() -> None:
    """The centre of the spectrum falls by about the factor; the F0 stays."""
    plain, dark = _speak(SENTENCE), _speak(SENTENCE, formant=0.85)

    def centre(samples: Samples) -> float:
        power = np.abs(np.fft.rfft(samples)) ** 2
        band = slice(int(300 * len(samples) / RATE), int(8000 * len(samples) / RATE))
        return float(np.average(np.arange(len(power))[band], weights=power[band])) * RATE / len(samples)

    assert centre(dark.samples) < 0.97 * centre(plain.samples)
    assert _median_f0(dark.samples) == pytest.approx(_median_f0(plain.samples), rel=0.04)


def test_a_long_sentence_is_spoken_to_its_end() -> None:
    """Over a thousand phonemes without a comma: every word has a time, and the last one sounds."""
    text = " ".join(["Every", *["boat and barge and"] * 60, "harbour."])
    speech = _speak(text)
    assert len(speech.words) == len(text.split())
    assert _level(speech.samples[speech.words[-1].start : speech.words[-1].end]) > -40


def test_one_endless_word_is_spoken_whole() -> None:
    """A word of a thousand letters is no error, and takes as long as a hundred tens of them."""
    assert len(_speak("na-" * 300 + "na").samples) > 20 * RATE


def test_the_same_document_gives_the_same_samples_in_any_order_and_thread() -> None:
    """Four documents in two threads are bit for bit what they are alone, in reverse."""
    texts = [f"The {colour} door was left open." for colour in ("red", "green", "blue", "white")]
    alone = [_speak(text, pitch=-8, formant=0.86) for text in reversed(texts)]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda text: _speak(text, pitch=-8, formant=0.86), texts))
    for one, other in zip(reversed(alone), together, strict=True):
        assert np.array_equal(one.samples, other.samples)
        assert one.words == other.words


@pytest.mark.slow
def test_the_voice_sounds_the_same_where_there_is_no_scipy() -> None:
    """hibari takes SciPy's FFT where it finds it: here, because tests need it, and in no user's install."""
    program = (
        "import sys; sys.modules['scipy'] = None\n"  # an import of it fails
        "from narrate.engines.hibari.engine import HibariEngine\n"
        "from narrate.model import Voice\n"
        "voice = Voice('narrator', 'hibari', 'heart', pitch=-4.0)\n"
        f"samples = HibariEngine().synthesize('<speak>{SENTENCE}</speak>', voice).samples\n"
        "from hibari import dsp; assert dsp.FFT_BACKEND == 'numpy'\n"
        "sys.stdout.buffer.write(samples.tobytes())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    without, here = np.frombuffer(done.stdout, np.float32), _speak(SENTENCE, pitch=-4.0).samples
    assert len(without) == len(here)
    assert np.abs(without - here).max() < 1e-3


def test_the_bundled_voice_comes_first_and_the_others_say_that_they_are_not_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On a fresh machine only "heart" is installed, a woman's American voice."""
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))
    first, *others = ENGINE.voices()
    assert (first.name, first.language, first.gender, first.installed) == ("heart", "en-US", "f", True)
    assert {voice.name for voice in others} == {"emma", "fable", "fenrir", "kore"}
    assert not any(voice.installed for voice in others)


@pytest.mark.parametrize(
    ("name", "message"),
    [("nobody", "unknown hibari voice: nobody (one of heart, "), ("fenrir", "hibari --voice fenrir")],
)
def test_a_voice_that_is_not_here_is_an_error_with_a_way_out(
    name: str, message: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is fetched while speaking: the message says what there is, or the command that fetches it."""
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))
    monkeypatch.setattr(urllib.request, "urlopen", lambda *_, **__: pytest.fail("went to the network"))
    with pytest.raises(EngineError) as raised:
        ENGINE.synthesize("<speak>Hello.</speak>", replace(VOICE, engine_voice=name))
    assert message in str(raised.value)


def test_a_damaged_voice_is_an_error_that_names_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A model file cut short by a broken download says which file to delete."""
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))
    broken = tmp_path / "bf_emma.int8.onnx"
    broken.write_bytes(b"\x08\x08\x12\x0bnot a model")
    with pytest.raises(EngineError, match=r"cannot be loaded: .*bf_emma\.int8\.onnx"):
        ENGINE.synthesize("<speak>Hello.</speak>", replace(VOICE, engine_voice="emma"))


def test_what_is_no_xml_is_a_markup_error() -> None:
    """Text that was never escaped does not reach the voice."""
    with pytest.raises(MarkupError):
        _speak("Salt & pepper")


def test_a_closed_engine_holds_no_model_and_opens_again() -> None:
    """Closing twice is allowed, and speaking afterwards loads the voice anew with the same result."""
    engine = HibariEngine()
    before = engine.synthesize("<speak>Late.</speak>", VOICE)
    engine.close()
    engine.close()
    assert np.array_equal(engine.synthesize("<speak>Late.</speak>", VOICE).samples, before.samples)
