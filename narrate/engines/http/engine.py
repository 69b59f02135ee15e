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
from importlib.metadata import version
from importlib.util import find_spec
from textwrap import shorten
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np

from narrate.engines.common.document import parse
from narrate.engines.common.segments import Segment, Sound, decoded, perform
from narrate.engines.http.server import SET_URL, Server
from narrate.errors import EngineError, SynthesisError
from narrate.extras import install_command
from narrate.model import EngineVoice, Samples, Speech, Voice

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool, Retry

SAMPLE_RATE = 24_000
"""Hz; what OpenAI's own models give, and the only rate that the format "pcm" can have."""
SPEEDS = (0.25, 4.0)
"""What the interface takes."""
LONGEST = 4000
"""Characters in one request; OpenAI's limit is 4096."""
CONNECTIONS = 4
"""Requests at a time, at most, whatever the number of threads."""
RETRIES = 4
BACK_OFF = 0.5
"""Seconds: the second retry comes after one, the third after two, the fourth after four."""
PATIENCE = (10.0, 120.0)
"""Seconds to connect, and to wait for the next byte: a large model on a slow machine takes long."""
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which the same request may succeed (RFC 9110 section 15; 425: RFC 8470)."""
STREAMED = 0x7FFF_0000
"""Lengths from here on stand for "not known": OpenAI writes 0xFFFFFFFF, FFmpeg as much, others 0x7FFFFFFF."""


class HttpEngine:
    """Asks a server to speak, for several threads at once."""

    name = "http"
    sample_rate = SAMPLE_RATE
    pitches = (0.0, 0.0)
    honours = frozenset({"speak", "voice", "p", "s", "break", "sub"})

    def __init__(self) -> None:
        """Read the environment. Connects to nothing. Raises EngineError."""
        if find_spec("urllib3") is None:
            raise EngineError("the engine is not installed", self.name, install_command("http"))
        import urllib3

        self._server = Server.from_environment()
        self.version = f"1 {self._server.url} {self._server.model} {self._server.format}"
        self._pool: HTTPConnectionPool = urllib3.connection_from_url(
            self._server.url,
            maxsize=CONNECTIONS,
            block=True,
            timeout=urllib3.Timeout(connect=PATIENCE[0], read=PATIENCE[1]),
            retries=_retries(),
        )

    def voices(self) -> Sequence[EngineVoice]:
        """Those that the environment names; who they are only the server knows."""
        described = f"{self._server.model} at {urlsplit(self._server.url).netloc}"
        return [EngineVoice(name, "en-US", None, True, described) for name in self._server.voices]

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document. Raises MarkupError, and SynthesisError with what the server or network says."""
        return perform(parse(ssml), lambda segment: Sound(self._say(segment, voice)), SAMPLE_RATE, voice.rate)

    def close(self) -> None:
        """Close the connections. What is asked for afterwards is a SynthesisError."""
        self._pool.close()

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
        response = self._post(request)
        if response.status != 200 or _is_text(response):
            raise self._refused(response, text)
        if not response.data:
            raise SynthesisError("the server sent nothing", self._server.shown, f"for {_quoted(text)}")
        samples = _read(response.data, self._server.format)
        if not samples.any():
            raise SynthesisError("the server sent no sound", self._server.shown, f"for {_quoted(text)}")
        return samples

    def _post(self, request: dict[str, object]) -> BaseHTTPResponse:
        from urllib3.exceptions import HTTPError

        headers = {"Content-Type": "application/json", "User-Agent": f"narrate/{version('narrate-article')}"}
        if self._server.key:
            headers["Authorization"] = f"Bearer {self._server.key}"
        try:
            return self._pool.request(
                "POST", self._server.target, body=json.dumps(request), headers=headers, redirect=False
            )
        except HTTPError as error:
            cause = self._server.without_secrets(str(getattr(error, "reason", None) or error))
            remedy = f"after {RETRIES} retries, for {_quoted(str(request['input']))}: {cause}"
            raise SynthesisError("the server did not answer", self._server.shown, remedy) from error

    def _refused(self, response: BaseHTTPResponse, text: str) -> EngineError | SynthesisError:
        """What to say of an answer that is no sound."""
        said = " ".join(response.data.decode("utf-8", "replace").split())
        said = self._server.without_secrets(said)[:200]
        if response.status in (401, 403):
            return EngineError(
                "the server refused the key", self._server.shown, f"set NARRATE_HTTP_KEY: {said}"
            )
        if response.status == 404:
            return EngineError("the server has no such address or model", self._server.shown, said or SET_URL)
        problem = f"the server answered {response.status} instead of sound"
        return SynthesisError(problem, self._server.shown, f"for {_quoted(text)}: {said}")


def _retries() -> Retry:
    """Back-off that doubles, or as long as the server asks for by Retry-After."""
    from urllib3 import Retry

    return Retry(
        RETRIES,
        allowed_methods=None,  # the same speech asked for twice does no harm
        status_forcelist=PASSING,
        backoff_factor=BACK_OFF,
        raise_on_status=False,
        redirect=False,
    )


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
    return decoded(io.BytesIO(data), SAMPLE_RATE)


def _read_pcm(data: bytes) -> Samples:
    if len(data) % 2:
        raise SynthesisError("the server's pcm is cut in the middle of a sample", f"{len(data)} bytes")
    return np.frombuffer(data, "<i2").astype(np.float32) / np.float32(32768)


def _is_text(response: BaseHTTPResponse) -> bool:
    """Whether the server says that its answer is not sound."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return kind.startswith("text/") or kind.endswith("json")


def _quoted(text: str) -> str:
    return json.dumps(shorten(text, 60), ensure_ascii=False)
