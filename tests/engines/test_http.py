"""The engine `http`, against a real server on this machine that behaves as badly as servers do."""

from __future__ import annotations

import gzip
import io
import logging
import re
import traceback
import wave
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from narrate.engines.http import asking
from narrate.engines.http.engine import HttpEngine
from narrate.errors import EngineError, NarrateError, SynthesisError
from narrate.model import Speech, Voice
from tests.engines import speech_server
from tests.engines.speech_server import Answer, Server, failing

KEY = "sk-not-to-be-shown"
KEY_IN_ADDRESS = "word-not-to-be-shown"
VOICE = Voice("v", "http", "nova")
WORD = round(0.07 * 24_000)
"""Samples of one word of the server's, with the silence behind it."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(asking, "BACK_OFF", 0.02)
    monkeypatch.setattr(asking, "PATIENCE", (0.5, 0.5))
    with speech_server.running() as server:
        monkeypatch.setenv("NARRATE_HTTP_URL", server.url)
        monkeypatch.setenv("NARRATE_HTTP_KEY", KEY)
        yield server


def _speak(inner: str, voice: Voice = VOICE) -> Speech:
    engine = HttpEngine()
    try:
        return engine.synthesize(f"<speak>{inner}</speak>", voice)
    finally:
        engine.close()


def test_a_slow_answer_is_waited_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """How long it takes to connect bounds no answer: a long sentence is asked for once."""
    monkeypatch.setattr(asking, "PATIENCE", (0.3, 5.0))
    server.answers = [speech_server.slow(0.8)]
    assert len(_speak("Four small boats.").samples)
    assert len(server.requests) == 1


def test_a_request_is_what_the_interface_asks_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Address, key, model, voice, format and speed reach the server as OpenAI's reference names them."""
    monkeypatch.setenv("NARRATE_HTTP_MODEL", "small-voice")
    _speak("Four <sub alias='small'>sm.</sub> boats.", replace(VOICE, rate=1.5))
    (request,) = server.requests
    assert request["path"] == "/v1/audio/speech"
    assert request["headers"]["Authorization"] == f"Bearer {KEY}"
    assert {key: request[key] for key in ("model", "input", "voice", "response_format", "speed")} == {
        "model": "small-voice",
        "input": "Four small boats.",
        "voice": "nova",
        "response_format": "wav",
        "speed": 1.5,
    }


@pytest.mark.parametrize("address", ["", "/", "/audio/speech", "?version=2"])
def test_the_address_may_be_written_as_people_have_it(
    server: Server, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """With or without the path of the endpoint; a query stays."""
    monkeypatch.setenv("NARRATE_HTTP_URL", server.url + address)
    _speak("Boats.")
    query = address if address.startswith("?") else ""
    assert server.requests[0]["path"] == "/v1/audio/speech" + query


@pytest.mark.parametrize("form", ["wav", "pcm", "mp3"])
def test_every_format_is_heard_alike(server: Server, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Three words are three tones of 500 Hz, whatever the file; sentences stand apart by silence."""
    monkeypatch.setenv("NARRATE_HTTP_FORMAT", form)
    samples = _speak("<s>Four small boats.</s><break time='1s'/><s>Gone.</s>").samples
    assert len(server.requests) == 2
    assert len(samples) == pytest.approx(4 * WORD + 24_000, abs=2400)
    assert np.abs(samples).max() == pytest.approx(8000 / 32768, rel=0.1)
    peak = np.abs(np.fft.rfft(samples[: 3 * WORD])).argmax() * 24_000 / (3 * WORD)
    assert peak == pytest.approx(500, abs=15)


@pytest.mark.parametrize(
    "answers",
    [
        [failing(500)],
        [failing(503), failing(502), failing(429)],
        [speech_server.hang_up],
        [speech_server.cut],
        [speech_server.slow(0.8)],
    ],
    ids=["500", "503 502 429", "hangs up", "cut body", "too slow"],
)
def test_what_passes_is_tried_again(server: Server, answers: list[Answer]) -> None:
    """After a failure that may pass the same request is sent again, and the speech is whole."""
    server.answers = list(answers)
    assert len(_speak("Four small boats.").samples) == pytest.approx(3 * WORD, abs=600)
    assert len(server.requests) == len(answers) + 1


def test_retries_wait_longer_each_time_and_as_long_as_the_server_asks(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Back-off doubles; Retry-After goes before it."""
    monkeypatch.setattr(asking, "BACK_OFF", 0.15)
    server.answers = [failing(500), failing(500), failing(500), failing(429, Retry_After="1")]
    _speak("Boats.")
    times = [request["at"] for request in server.requests]
    waits = np.diff(times)
    assert waits[2] > 1.5 * waits[1] > 0.3
    assert 1.0 <= waits[3] < 2.0


@pytest.mark.parametrize(
    ("answers", "error", "named"),
    [
        ([failing(500, "out of memory")] * 9, SynthesisError, "answered 500 .*out of memory"),
        ([failing(400, '{"error": "no voice nova"}', "application/json")], SynthesisError, "no voice nova"),
        ([failing(401, f"bad key {KEY}, {KEY_IN_ADDRESS}")], EngineError, "refused the key: .*_HTTP_KEY"),
        ([failing(404, "no model tts-1")], EngineError, "no such address or model.*no model tts-1"),
        ([failing(302, "", Location="http://elsewhere.invalid/")], SynthesisError, "answered 302"),
        ([failing(200, "<html>hello</html>", "text/html")], SynthesisError, "instead of sound.*hello"),
        ([failing(200, "not a sound", "audio/wav")], SynthesisError, "cannot be read"),
        ([failing(200, "", "audio/wav")], SynthesisError, "sent nothing"),
        ([speech_server.cut_in_silence], SynthesisError, r"is cut: \d+ of \d+ bytes"),
        ([speech_server.cut] * 9, SynthesisError, "did not answer.*after 4 retries"),
        ([speech_server.slow(0.8)] * 5, SynthesisError, "did not answer.*[Tt]ime"),
    ],
)
def test_what_does_not_pass_is_one_clear_line(
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    answers: list[Answer],
    error: type[NarrateError],
    named: str,
) -> None:
    """The error names the address and what the server said, on one line, and never a key, wherever it is."""
    monkeypatch.setenv("NARRATE_HTTP_URL", f"{server.url}?key={KEY_IN_ADDRESS}")
    server.answers = list(answers)
    with pytest.raises(error, match=named) as caught:
        _speak("Four small boats.")
    assert server.url in str(caught.value) or "cut" in str(caught.value) or "read" in str(caught.value)
    assert "\n" not in str(caught.value)
    told = "".join(traceback.format_exception(caught.value))
    assert KEY not in told
    assert KEY_IN_ADDRESS not in told


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (speech_server.endless_body, "larger than 0 MB"),
        (speech_server.packed(bytes(30_000_000)), "larger than 0 MB"),
        (speech_server.packed(gzip.compress(bytes(30_000_000)), "gzip, gzip"), "larger than 0 MB"),
        (speech_server.dripping(b"HTTP/1.1 200 OK\r\n", b"X-More: yes\r\n"), "retries|longer than"),
        (speech_server.dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), r"took longer than 0\.5 seconds"),
        (speech_server.dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"\0"), r"took longer than 0\.5 seconds"),
        (speech_server.dripping(b"HTTP/1.1 500 No\r\n\r\n", b"no "), r"took longer than 0\.5 seconds"),
        (speech_server.dripping(b"HTTP/1.1 200 " + b"x" * 70_000, b"x"), "did not answer"),
        (failing(429, Retry_After="100000"), "asks to wait 100000 seconds, more than 60"),
        (failing(503, Retry_After="Fri, 31 Dec 2199 23:59:59 GMT"), r"asks to wait \d{10} seconds"),
        (failing(429, Retry_After="9" * 400), r"asks to wait \d{20,21} seconds"),
    ],
    ids=[
        *("endless body", "gzip bomb", "gzip bomb in a gzip", "endless headers", "endless 100s"),
        *("dripping sound", "dripping error", "long status line"),
        *("Retry-After", "Retry-After a date", "Retry-After of 400 digits"),
    ],
)  # fmt: skip
def test_an_answer_is_bounded_in_size_and_time(
    server: Server, monkeypatch: pytest.MonkeyPatch, answer: Answer, problem: str
) -> None:
    """Whatever the server does, it costs no more than the limits, and one line says which."""
    monkeypatch.setattr(asking, "LARGEST", 200_000)
    if "longer" in problem:  # what is limited by its size has all the time that a busy machine needs
        monkeypatch.setattr(asking, "IN_ALL", 0.5)
    server.answers = [answer] * 5
    with pytest.raises(SynthesisError, match=problem) as caught:
        _speak("Four small boats.")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1000


def test_a_small_file_that_is_long_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour of silence takes little room, and days of it do not much more."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 1, 100, 0, "NONE", ""))
        writer.writeframes(b"\x80" * 400_000)
    server.answers = [speech_server.sending(file.getvalue())]
    with pytest.raises(SynthesisError, match="longer than 1800 seconds"):
        _speak("Boats.")


def test_a_key_in_the_address_is_in_no_log(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even where a program logs all that its libraries say."""
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("NARRATE_HTTP_URL", f"{server.url}?key={KEY_IN_ADDRESS}")
    server.answers = [failing(500), speech_server.hang_up]
    _speak("Boats.")
    assert "/v1/audio/speech?…" in caplog.text
    assert KEY_IN_ADDRESS not in caplog.text
    assert KEY not in caplog.text


def test_pcm_cut_inside_a_sample_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """An odd number of bytes would make noise of all that follows."""
    monkeypatch.setenv("NARRATE_HTTP_FORMAT", "pcm")
    server.answers = [speech_server.odd_pcm]
    with pytest.raises(SynthesisError, match="cut in the middle of a sample"):
        _speak("Boats.")


def test_nobody_listening_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is not running is the most common mistake."""
    monkeypatch.setattr(asking, "BACK_OFF", 0.0)
    monkeypatch.setenv("NARRATE_HTTP_URL", "http://127.0.0.1:9/v1")
    with pytest.raises(SynthesisError, match=r"did not answer.*refused"):
        _speak("Boats.")


def test_threads_share_few_connections(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve threads never have more requests open than the limit, and each gets its own speech."""
    monkeypatch.setattr(asking, "PATIENCE", (5.0, 5.0))
    server.answers = [speech_server.slow(0.05)] * 12
    engine = HttpEngine()
    texts = ["boats " * count for count in range(1, 13)]
    with ThreadPoolExecutor(12) as pool:
        lengths = pool.map(
            lambda text: len(engine.synthesize(f"<speak>{text}</speak>", VOICE).samples), texts
        )
        assert list(lengths) == pytest.approx([WORD * count for count in range(1, 13)], abs=600)
    engine.close()
    assert 2 <= server.open_most <= asking.CONNECTIONS


def test_a_long_sentence_goes_in_parts_that_fit(server: Server) -> None:
    """No request is longer than the interface takes, and no word is lost or cut."""
    text = " ".join(["harbour"] * 1200)
    _speak(text)
    assert len(server.requests) > 1
    assert max(len(request["input"]) for request in server.requests) <= 4096
    assert " ".join(request["input"] for request in server.requests) == text


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({}, "has no address .*NARRATE_HTTP_URL"),
        ({"NARRATE_HTTP_URL": "localhost:8880"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "ftp://localhost"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "localhost/v1?key=secret"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "http://me:word@localhost/v1"}, "holds a password"),
        ({"NARRATE_HTTP_URL": "http://127.0.0.1:99999/v1?api_key=secret"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "http://127.0.0.1:x/v1?api_key=secret#secret"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "http://[::1/v1?api_key=secret"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "http://[secret]/v1"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "http://me:secret@[::1/v1"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "me:secret@localhost/v1"}, "not the address of a server"),
        ({"NARRATE_HTTP_URL": "http://localhost", "NARRATE_HTTP_KEY": "key\nsecret"}, "no key has"),
        ({"NARRATE_HTTP_URL": "http://localhost", "NARRATE_HTTP_KEY": "ключ-secret"}, "no key has"),
    ],
)
def test_a_mistake_in_the_environment_is_found_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], named: str
) -> None:
    """The message says which variable, and repeats no secret."""
    monkeypatch.delenv("NARRATE_HTTP_URL", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(EngineError, match=named) as caught:
        HttpEngine()
    assert not re.search("secret|word@", "".join(traceback.format_exception(caught.value)))


def test_the_voices_are_those_that_the_environment_names(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In that order, so that the first one narrates."""
    monkeypatch.setenv("NARRATE_HTTP_VOICES", "onyx, nova,,")
    assert [voice.name for voice in HttpEngine().voices()] == ["onyx", "nova"]
