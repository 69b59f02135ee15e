"""A real server on this machine that speaks OpenAI's speech interface, well or badly, as a test asks.

Its speech is a tone of 50 ms for each word and 20 ms of silence behind it.
"""

from __future__ import annotations

import gzip
import io
import json
import threading
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import av
import numpy as np

RATE = 24_000
Answer = Callable[["Handler", dict[str, Any]], None]


@dataclass
class Server:
    """What is known of the running server."""

    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    """Bodies, with the time, path and headers of each under "at", "path" and "headers"."""
    answers: list[Answer] = field(default_factory=list)
    """Taken one by one; when none is left the server behaves."""
    open_now: int = 0
    open_most: int = 0


def pcm(body: dict[str, Any]) -> bytes:
    """16-bit samples of what the body asks for."""
    time_axis = np.arange(round(0.05 * RATE / body["speed"])) / RATE
    word = np.concatenate([np.sin(2 * np.pi * 500 * time_axis) * 8000, np.zeros(round(0.02 * RATE))])
    return bytes(np.tile(word, len(body["input"].split())).astype("<i2").tobytes())


def wav(body: dict[str, Any]) -> bytes:
    """The same as a file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, RATE, 0, "NONE", ""))
        writer.writeframes(pcm(body))
    return file.getvalue()


def mp3(body: dict[str, Any]) -> bytes:
    """The same at 44.1 kHz, as a lossy file."""
    file = io.BytesIO()
    with av.open(file, "w", "mp3") as container:
        stream = container.add_stream("mp3", rate=RATE, layout="mono")
        samples = np.frombuffer(pcm(body), "<i2")[None]
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), "s16", "mono")
        frame.sample_rate = RATE
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    return file.getvalue()


FORMATS = {"wav": (wav, "audio/wav"), "pcm": (pcm, "audio/pcm"), "mp3": (mp3, "audio/mpeg")}


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    state: Server

    def do_POST(self) -> None:
        """Note the request, and answer as told."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        noted = {"at": time.monotonic(), "path": self.path, "headers": dict(self.headers)}
        self.state.requests.append(body | noted)
        self.state.open_now += 1
        self.state.open_most = max(self.state.open_most, self.state.open_now)
        (self.state.answers.pop(0) if self.state.answers else speak)(self, body)
        self.state.open_now -= 1

    def reply(self, status: int, kind: str, data: bytes, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        usual = {"Content_Type": kind, "Content_Length": str(len(data))}
        for name, value in (usual | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


def speak(handler: Handler, body: dict[str, Any]) -> None:
    """Behave."""
    make, kind = FORMATS[body["response_format"]]
    handler.reply(200, kind, make(body))


def failing(status: int, said: str = "busy", kind: str = "text/plain", **headers: str) -> Answer:
    """Answer with an error, or with what is no sound."""
    return lambda handler, _: handler.reply(status, kind, said.encode(), **headers)


def slow(seconds: float) -> Answer:
    """Behave, after a while."""

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        time.sleep(seconds)
        speak(handler, body)

    return answer


def cut(handler: Handler, body: dict[str, Any]) -> None:
    """Promise a whole file and hang up in the middle of it."""
    data = wav(body)
    handler.reply(200, "audio/wav", data[: len(data) // 2], Content_Length=str(len(data)))
    handler.close_connection = True


def cut_in_silence(handler: Handler, body: dict[str, Any]) -> None:
    """Send half a file as if that were all."""
    data = wav(body)
    handler.reply(200, "audio/wav", data[: len(data) // 2])


def odd_pcm(handler: Handler, body: dict[str, Any]) -> None:
    """Send half a sample too much."""
    handler.reply(200, "audio/pcm", pcm(body) + b"\0")


def hang_up(handler: Handler, body: dict[str, Any]) -> None:
    """Say nothing at all."""
    handler.close_connection = True


def sending(data: bytes) -> Answer:
    """Send these bytes as sound."""
    return lambda handler, _: handler.reply(200, "audio/wav", data)


def packed(data: bytes, encoding: str = "gzip") -> Answer:
    """Send them compressed."""
    small = gzip.compress(data)
    return lambda handler, _: handler.reply(200, "audio/wav", small, Content_Encoding=encoding)


def endless_body(handler: Handler, body: dict[str, Any]) -> None:
    """Send sound as long as somebody takes it."""
    handler.send_response(200)
    handler.send_header("Content-Type", "audio/wav")
    handler.end_headers()
    with suppress(OSError):
        while True:
            handler.wfile.write(bytes(65_536))
    handler.close_connection = True


def dripping(first: bytes, then: bytes) -> Answer:
    """Send something now and then, as long as somebody takes it, so that no wait is long."""

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        with suppress(OSError):
            handler.wfile.write(first)
            while True:
                handler.wfile.write(then)
                time.sleep(0.02)
        handler.close_connection = True

    return answer


@contextmanager
def running() -> Iterator[Server]:
    """A server on a free port of this machine."""
    state = Server()
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"state": state}))
    httpd.daemon_threads = True
    state.url = f"http://127.0.0.1:{httpd.server_address[1]}/v1"
    thread = threading.Thread(target=httpd.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield state
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()
