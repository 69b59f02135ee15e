"""Web addresses, against a real server on loopback that misbehaves."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from narrate import __version__
from narrate.errors import SourceError
from narrate.pipeline.from_article import read
from narrate.reading.web import MOST_REDIRECTS, download
from tests.reading.misbehaving import Server, serving


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server is here, whatever stands between this machine and the web."""
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One server for all tests."""
    with serving() as running:
        yield running


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/page", "The café by the bridge"),
        ("/latin", "The café by the bridge"),
        ("/untyped", "The café by the bridge"),
        ("/gzip", "The café by the bridge"),
        ("/moved", "The café by the bridge"),
        ("/refreshed", "The café by the bridge"),
        ("/refreshed-quoted", "The café by the bridge"),
        ("/refreshes-itself", "The café by the bridge"),
        ("/brings-itself-up-to-date", "The café by the bridge"),
        ("/page#top", "The café by the bridge"),
        ("/notes", "The bridge over the Sil closed"),
        ("/text", "<p> stands in this text."),
    ],
)
def test_an_address_is_read_like_a_file(server: Server, path: str, said: str) -> None:
    """What it is, and in which encoding, the server's header says, and the content where that does not."""
    article = read(server.at(path))
    assert said in article.source
    leads_on = path in ("/moved", "/refreshed", "/refreshed-quoted")
    assert article.url == server.at("/page" if leads_on else path.partition("#")[0])


def test_the_request_says_who_asks(server: Server) -> None:
    """No browser is pretended."""
    read(server.at("/page"))
    assert server.agents[-1] == f"narrate/{__version__}"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/missing", r"no page at this address \(404"),
        ("/gone", "taken down"),
        ("/forbidden", "refuses to show"),
        ("/limited", "too many requests"),
        ("/down", "problem of its own"),
        ("/teapot", "418"),
        ("/no-location", "302"),
        ("/picture", "image/png, not an article"),
        ("/pdf", "a PDF document"),
        ("/empty", "empty page"),
        ("/claims-much", "larger than 20 MB"),
        ("/is-much", "larger than 20 MB"),
        ("/bomb", "larger than 20 MB"),
        ("/bombs", "larger than 20 MB"),
        ("/not-gzip", "packed in a broken way"),
        ("/breaks-off", "broke off"),
        ("/silent-headers", "broke off"),
        ("/loop", f"more than {MOST_REDIRECTS} redirects"),
        ("/to-file", "only http and https.*file:///etc/passwd"),
        ("/refresh-to-file", "only http and https.*file:///etc/passwd"),
        ("/refresh-loop", "more than 10 redirects"),
        ("/to-nowhere", "no web address"),
    ],
)
def test_what_a_server_can_do_wrong_is_named(server: Server, path: str, problem: str) -> None:
    """The message names the address and says what to do."""
    with pytest.raises(SourceError, match=problem) as caught:
        read(server.at(path))
    assert caught.value.remedy
    assert caught.value.value


@pytest.mark.parametrize("path", ["/drips", "/silent-headers"])
def test_a_slow_server_costs_no_more_than_the_limit(server: Server, path: str) -> None:
    """A byte now and then keeps a socket's own limit from ever being reached."""
    with pytest.raises(SourceError, match=r"took longer than 0\.5 seconds"):
        download(server.at(path), seconds=0.5)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("ftp://orlow.example/page", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("https://", "names no host"),
        ("http://[::1", "no web address"),
        ("http://orlow.example:99999/", "no web address"),
        ("http://ada:secret@orlow.example/", "passwords are not supported"),
        ("http://ada:secret@orlow.example:99999/", "no web address"),
        ("ftp://ada:secret@orlow.example/", "only http and https"),
        ("https://ada:secret@/", "names no host"),
        ("http://orlow.invalid/page", "no such host"),
    ],
)
def test_addresses_that_cannot_be_are_refused(address: str, problem: str) -> None:
    """Before anything is sent; and no password is shown."""
    with pytest.raises(SourceError, match=problem) as caught:
        read(address)
    assert "secret" not in str(caught.value)


def test_a_closed_port_is_named() -> None:
    """Nobody listens there."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(SourceError, match="refuses the connection"):
        read(f"http://127.0.0.1:{port}/")


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    """The connection is not made, and the message says what the certificate lacks."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    try:
        subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("needs the command openssl")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_shake_hands, args=(listener, context), daemon=True).start()
        with pytest.raises(SourceError, match=r"TLS verification failed.*self-signed"):
            read(f"https://127.0.0.1:{listener.getsockname()[1]}/")


def _shake_hands(listener: socket.socket, context: ssl.SSLContext) -> None:
    connection, _ = listener.accept()
    with connection, suppress(OSError):  # the client hangs up
        context.wrap_socket(connection, server_side=True).close()


def test_a_file_does_not_pay_for_the_web(tmp_path: Path) -> None:
    """The library for the web is imported when an address is read."""
    path = tmp_path / "bridge.txt"
    path.write_text("Bridge closes. It rained.", encoding="utf-8")
    code = (
        "import sys; from narrate.pipeline.from_article import read;"
        f"read({str(path)!r}); print('urllib3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
