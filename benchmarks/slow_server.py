"""A server on this machine that speaks OpenAI's speech interface as slowly as a large model does."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np

RATE = 24_000
PACE = 15.0
"""Characters that it speaks in a second, pauses included."""


@contextmanager
def slow_server(times_real_time: float) -> Iterator[Mapping[str, str]]:
    """What the environment has to say for `--engine http` to ask it.

    An answer takes the length of the speech over `times_real_time`.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            speech = _syllables(len(body["input"]) / PACE)
            time.sleep(len(speech) / 2 / RATE / times_real_time)
            self.send_response(200)
            self.send_header("Content-Type", "audio/pcm")
            self.send_header("Content-Length", str(len(speech)))
            self.end_headers()
            self.wfile.write(speech)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_address[1]}/v1"
        yield {"NARRATE_HTTP_URL": address, "NARRATE_HTTP_FORMAT": "pcm", "NARRATE_HTTP_VOICES": "one,two"}
    finally:
        server.shutdown()
        server.server_close()


def _syllables(seconds: float) -> bytes:
    """A hum that swells four times a second, as 16-bit samples."""
    time_axis = np.arange(round(seconds * RATE)) / RATE
    hum = np.sin(2 * np.pi * 150 * time_axis) * np.sin(4 * np.pi * time_axis) ** 2
    return bytes((8000 * hum).astype("<i2").tobytes())
