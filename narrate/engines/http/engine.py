"""Any server that speaks OpenAI's `POST /v1/audio/speech`, at an address that the user names.

Nothing is sent anywhere unless the environment says where:

- `NARRATE_HTTP_URL`: the server, as "http://localhost:8880/v1" or with "/audio/speech" behind it;
- `NARRATE_HTTP_KEY`: what it asks for as a bearer token, if it does;
- `NARRATE_HTTP_MODEL`: the model, "tts-1" if none is named;
- `NARRATE_HTTP_VOICES`: the voices that `--engine http` uses, with commas between, the narrator's first;
  a cast may name any voice that the server knows;
- `NARRATE_HTTP_FORMAT`: "wav" (the default), "pcm" or "mp3", or any other that FFmpeg can read.

Each sentence is one request. Rate is the interface's `speed`; pitch and volume inside a sentence are left
out, and a `break` is silence. The interface gives no word times. How the same text sounds is up to the
server.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from textwrap import shorten
from urllib.parse import urlsplit

import numpy as np

from narrate.engines.common.document import parse
from narrate.engines.common.segments import Segment, Sound, decoded, perform
from narrate.engines.http.asking import Answer, Asking
from narrate.engines.http.server import SET_URL, Server
from narrate.errors import EngineError, SynthesisError
from narrate.extras import install_command
from narrate.model import EngineVoice, Samples, Speech, Voice

SAMPLE_RATE = 24_000
"""Hz; what OpenAI's own models give, and the only rate that the format "pcm" can have."""
SPEEDS = (0.25, 4.0)
"""What the interface takes."""
LONGEST = 4000
"""Characters in one request; OpenAI's limit is 4096."""
LONGEST_SOUND = 1800.0
"""Seconds of sound for one request: its text takes five minutes, and 20 at the slowest speed."""
STREAMED = 0x7FFF_0000
"""Lengths from here on stand for "not known": OpenAI writes 0xFFFFFFFF, FFmpeg as much, others 0x7FFFFFFF."""


class HttpEngine:
    """Asks a server to speak, for several threads at once."""

    name = "http"
    sample_rate = SAMPLE_RATE
    varies = True
    pitches = (0.0, 0.0)
    honours = frozenset({"speak", "voice", "p", "s", "break", "sub"})

    def __init__(self) -> None:
        """Read the environment. Connects to nothing. Raises EngineError."""
        if find_spec("urllib3") is None:
            raise EngineError("the engine is not installed", self.name, install_command("http"))
        self._server = Server.from_environment()
        self.version = f"1 {self._server.identity} {self._server.model} {self._server.format}"
        self._asking = Asking(self._server)

    def voices(self) -> Sequence[EngineVoice]:
        """Those that the environment names; who they are only the server knows."""
        described = f"{self._server.model} at {urlsplit(self._server.url).netloc}"
        return [EngineVoice(name, "en-US", None, True, described) for name in self._server.voices]

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document. Raises MarkupError, and SynthesisError with what the server or network says."""
        return perform(parse(ssml), lambda segment: Sound(self._say(segment, voice)), SAMPLE_RATE, voice.rate)

    def close(self) -> None:
        """Close the connections. What is asked for afterwards is a SynthesisError."""
        self._asking.close()

    def _say(self, segment: Segment, voice: Voice) -> Samples:
        parts = [self._ask(text, voice) for text in _short_enough(segment.text)]
        return np.concatenate(parts)

    def _ask(self, text: str, voice: Voice) -> Samples:
        request = {
            "model": self._server.model,
            "input": text,
            "voice": voice.engine_voice,
            "response_format": self._server.format,
            "speed": min(max(voice.rate, SPEEDS[0]), SPEEDS[1]),
        }
        answer = self._asking.ask(request, f"for {_quoted(text)}")
        if not answer.is_sound:
            raise self._refused(answer, text)
        if not answer.data:
            raise SynthesisError("the server sent nothing", self._server.shown, f"for {_quoted(text)}")
        samples = _read(answer.data, self._server.format)
        if not samples.any():
            raise SynthesisError("the server sent no sound", self._server.shown, f"for {_quoted(text)}")
        return samples

    def _refused(self, answer: Answer, text: str) -> EngineError | SynthesisError:
        """What to say of an answer that is no sound."""
        said = " ".join(answer.data.decode("utf-8", "replace").split())
        said = self._server.without_secrets(said)[:200]
        if answer.status in (401, 403):
            return EngineError(
                "the server refused the key", self._server.shown, f"set NARRATE_HTTP_KEY: {said}"
            )
        if answer.status == 404:
            return EngineError("the server has no such address or model", self._server.shown, said or SET_URL)
        problem = f"the server answered {answer.status} instead of sound"
        return SynthesisError(problem, self._server.shown, f"for {_quoted(text)}: {said}")


def _short_enough(text: str) -> Iterator[str]:
    """The text in parts that one request may hold, cut at spaces where there are any."""
    while len(text) > LONGEST:
        end = text.rfind(" ", 1, LONGEST + 1)
        end = end if end > 0 else LONGEST
        yield text[:end]
        text = text[end:].lstrip()
    if text:
        yield text


def _read(data: bytes, kind: str) -> Samples:
    """Mono at SAMPLE_RATE, shape (n,). Raises SynthesisError, also where a part is missing."""
    if kind == "pcm":
        return _read_pcm(data)
    promised = int.from_bytes(data[4:8], "little")
    # A server that streams writes the largest number, because it does not know the length yet.
    is_cut = data.startswith(b"RIFF") and len(data) - 8 < promised < STREAMED
    if is_cut:
        raise SynthesisError("the server's sound is cut", f"{len(data)} of {promised + 8} bytes")
    return decoded(io.BytesIO(data), SAMPLE_RATE, longest=LONGEST_SOUND)


def _read_pcm(data: bytes) -> Samples:
    if len(data) % 2:
        raise SynthesisError("the server's pcm is cut in the middle of a sample", f"{len(data)} bytes")
    return np.frombuffer(data, "<i2").astype(np.float32) / np.float32(32768)


def _quoted(text: str) -> str:
    return json.dumps(shorten(text, 60), ensure_ascii=False)
