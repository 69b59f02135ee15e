"""A real web server on loopback that does whatever a path says."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase

PAGE = (
    "<!doctype html><html><head><title>Bridge closes</title></head><body><article><h1>Bridge closes</h1>"
    "<p>The café by the bridge over the Sil in Orlow closed on Monday after the river rose by two metres.</p>"
    "<p>Mayor Ada Wong said that the ferry would run every hour until the water had fallen again.</p>"
    "</article></body></html>"
)
MARKDOWN = "# Bridge closes\n\nThe bridge over the *Sil* closed on Monday.\n"


@dataclass(frozen=True)
class Reply:
    """What the server says at a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    """Seconds between two bytes of the body."""
    length: int | None = None
    """What it claims its length to be; None: nothing, and the connection ends the body."""


HTML = {"content-type": "text/html; charset=utf-8"}
REPLIES = {
    "/page": Reply(PAGE.encode(), headers=HTML),
    "/latin": Reply(PAGE.encode("iso-8859-2"), headers={"content-type": "text/html; charset=ISO-8859-2"}),
    "/untyped": Reply(PAGE.encode(), headers={}),
    "/notes": Reply(MARKDOWN.encode(), headers={"content-type": "text/markdown"}),
    "/text": Reply(b"<p> stands in this text.\n", headers={"content-type": "text/plain"}),
    "/gzip": Reply(gzip.compress(PAGE.encode()), headers=HTML | {"content-encoding": "gzip"}),
    "/bomb": Reply(gzip.compress(bytes(30_000_000)), headers=HTML | {"content-encoding": "gzip"}),
    "/bombs": Reply(
        gzip.compress(gzip.compress(bytes(30_000_000))), headers=HTML | {"content-encoding": "gzip, gzip"}
    ),
    "/not-gzip": Reply(b"this is no archive", headers=HTML | {"content-encoding": "gzip"}),
    "/claims-much": Reply(b"<p>", headers=HTML, length=21_000_000),
    "/claims-digits": Reply(headers=HTML | {"content-length": "9" * 5_000}),
    "/is-much": Reply(b"<p>word " * 2_700_000, headers=HTML),
    "/breaks-off": Reply(b"<p>The bridge", headers=HTML, length=5_000),
    "/drips": Reply(PAGE.encode(), headers=HTML, drip=0.05),
    "/empty": Reply(headers=HTML),
    "/picture": Reply(b"\x89PNG", headers={"content-type": "image/png"}),
    "/pdf": Reply(b"%PDF-1.7", headers={"content-type": "application/octet-stream"}),
    "/gone": Reply(b"no", status=410, headers=HTML),
    "/forbidden": Reply(b"no", status=403, headers=HTML),
    "/limited": Reply(b"no", status=429, headers=HTML),
    "/down": Reply(b"no", status=503, headers=HTML),
    "/teapot": Reply(b"no", status=418, headers=HTML),
    "/moved": Reply(status=301, headers={"location": "/page"}),
    "/refreshed": Reply(
        b'<html><head><meta http-equiv=Refresh content="0; URL=/page"></head></html>', headers=HTML
    ),
    "/refreshed-quoted": Reply(
        b"<html><head><meta content=\"1;url='page'\" http-equiv='refresh'><title>Moved</title></head></html>",
        headers=HTML,
    ),
    "/refreshes-itself": Reply(
        PAGE.replace("<head>", '<head><meta http-equiv="refresh" content="300; url=/picture">').encode(),
        headers=HTML,
    ),
    "/brings-itself-up-to-date": Reply(
        PAGE.replace("<head>", '<head><meta http-equiv="refresh" content="5; url=?">').encode(), headers=HTML
    ),
    "/refresh-loop": Reply(
        b'<html><meta http-equiv=refresh content="0;url=/refresh-loop#again">', headers=HTML
    ),
    "/refresh-to-file": Reply(
        b'<html><meta http-equiv=refresh content="0;url=file:///etc/passwd">', headers=HTML
    ),
    "/loop": Reply(status=302, headers={"location": "/loop"}),
    "/to-file": Reply(status=302, headers={"location": "file:///etc/passwd"}),
    "/to-nowhere": Reply(status=302, headers={"location": "http://["}),
    "/no-location": Reply(b"no", status=302, headers=HTML),
}


OK = b"HTTP/1.1 200 OK\r\n"
DRIPS = {
    "/drips-headers": (OK, b"X", 0.02),
    "/drips-100s": (b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.02),
    "/drips-status": (b"HTTP/1.1 200 ", b"O", 0.02),
    "/endless-headers": (OK, b"X-More: yes\r\n" * 100, 0.0),
}
"""What is sent instead of a reply: first, then again and again, with so many seconds between."""


@dataclass
class Server:
    """Where it listens, and what it was asked."""

    port: int
    agents: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    """With their queries."""
    replies: dict[str, Reply] = field(default_factory=lambda: dict(REPLIES))
    """What it says at each path, without the query."""

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"


def _drip(to: BufferedIOBase, closing: threading.Event, first: bytes, then: bytes, pause: float) -> None:
    """Send something now and then, as long as somebody takes it."""
    with suppress(OSError):
        to.write(first)
        while not closing.wait(pause):
            to.write(then)


@contextmanager
def serving() -> Iterator[Server]:
    """Run the server until the block ends."""

    closing = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.agents.append(self.headers.get("user-agent", ""))
            server.paths.append(self.path)
            path = self.path.partition("?")[0]
            reply = server.replies.get(path, Reply(b"no", status=404, headers=HTML))
            if path == "/silent-headers":
                closing.wait(2)
                return
            if path in DRIPS:
                _drip(self.wfile, closing, *DRIPS[path])
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.length is not None:
                self.send_header("content-length", str(reply.length))
            self.end_headers()
            self._send(reply)

        def _send(self, reply: Reply) -> None:
            try:
                if not reply.drip:
                    self.wfile.write(reply.body)
                for byte in reply.body if reply.drip else b"":
                    self.wfile.write(bytes([byte]))
                    time.sleep(reply.drip)
            except OSError:
                pass  # whoever asked has gone

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    httpd.handle_error = lambda *_: None  # type: ignore[method-assign]
    server = Server(httpd.server_address[1])
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        closing.set()
        httpd.shutdown()
        httpd.server_close()
