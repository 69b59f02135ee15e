"""Web addresses, against a real server on loopback that misbehaves."""

from __future__ import annotations

import logging
import socket
import ssl
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import narrate
from narrate import Article, __version__
from narrate import read as public_read
from narrate.errors import SourceError
from narrate.network import connections
from narrate.pipeline import from_article
from narrate.reading.web import MOST_REDIRECTS, download
from tests.reading.misbehaving import HTML, MARKDOWN, PAGE, Reply, Server, serving


def read(address: str) -> Article:
    """Read as the command does, which may read what is on this machine."""
    return from_article.read(address, allow_private=True)


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
        ("/endless-headers", "broke off"),
        ("/claims-digits", "broke off|empty page"),
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


@pytest.mark.parametrize(
    "path", ["/drips", "/silent-headers", "/drips-headers", "/drips-100s", "/drips-status"]
)
def test_a_slow_server_costs_no_more_than_the_limit(server: Server, path: str) -> None:
    """A byte now and then keeps a socket's own limit from ever being reached."""
    with pytest.raises(SourceError, match=r"took longer than 0\.5 seconds"):
        download(server.at(path), seconds=0.5, allow_private=True)


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


@pytest.mark.parametrize(
    "path", ["/page", "/missing", "/pdf", "/to-file", "/refresh-to-file", "/breaks-off", "/drips"]
)
def test_a_token_in_an_address_is_in_no_error_log_or_output(
    server: Server, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The query of an address can open what is closed to others; where it leads on, too."""
    caplog.set_level(logging.DEBUG)
    address = server.at(f"{path}?token=TOKEN-TO-HIDE&x=1#TOKEN-TO-HIDE")
    try:
        article = read(address) if path != "/drips" else download(address, 0.3, allow_private=True)
        told = repr(article) if isinstance(article, Article) else ""
        assert server.at("/page") in told
    except SourceError as error:
        told = "".join(traceback.format_exception(error))
        assert server.at(path) in told
    assert "TOKEN-TO-HIDE" in server.paths[-1]
    assert "TOKEN-TO-HIDE" not in told + caplog.text


@pytest.mark.parametrize("kind", ["html", "md", "txt"])
@pytest.mark.parametrize(
    ("stated", "published"),
    [
        (None, "/a.{kind}"),
        ("https://orlow.example/a?id=7", "https://orlow.example/a?id=7"),
        ("https://ada:secret@orlow.example/a", "https://orlow.example/a"),
    ],
)
def test_what_is_published_has_the_query_that_the_page_states(
    server: Server, kind: str, stated: str | None, published: str
) -> None:
    """An address can be found by its canonical form alone; nobody gets the one that it was read at."""
    if kind == "txt" and stated:
        pytest.skip("a plain text states no address")
    pages = {
        "html": PAGE.replace(
            "<head>", f'<head><link rel="canonical" href="{stated}">' if stated else "<head>"
        ),
        "md": f"---\nurl: {stated}\n---\n{MARKDOWN}" if stated else MARKDOWN,
        "txt": "Bridge closes\n\nIt rained all day.\n",
    }
    types = {"html": "text/html", "md": "text/markdown", "txt": "text/plain"}
    server.replies[f"/a.{kind}"] = Reply(pages[kind].encode(), headers={"content-type": types[kind]})
    article = read(server.at(f"/a.{kind}?token=secret"))
    wanted = published.format(kind=kind)
    assert article.url == (server.at(wanted) if wanted.startswith("/") else wanted)
    assert "secret" not in repr(article)


def test_python_reads_public_addresses_alone(server: Server) -> None:
    """A service hands on addresses of strangers; whoever wants those of this machine says so."""
    with pytest.raises(SourceError, match=r"no address of the public internet.*private_addresses"):
        public_read(server.at("/page"))
    with pytest.raises(SourceError, match="no address of the public internet"):
        narrate.write_script(server.at("/page"))
    assert "Orlow" in public_read(server.at("/page"), private_addresses="allow").source
    assert narrate.write_script(server.at("/page"), private_addresses="allow").utterances


@pytest.mark.parametrize(
    "host",
    [
        *(
            "localhost",
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0.0.0.0",
            "[::1]",
            "[::]",
        ),
        *("[::ffff:127.0.0.1]", "[::127.0.0.1]", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254"),
        *(
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "[fe80::1]",
            "[fc00::1]",
            "[fd00:ec2::254]",
            "[ff02::1]",
        ),
        *("[64:ff9b::7f00:1]", "[2002:7f00:1::]", "168.63.129.16", "192.0.2.1", "198.18.0.1", "[fec0::1]"),
        *("LOCALHOST", "localhost.", "①②⑦.⓪.⓪.①", "127。0。0。1"),
    ],
)
def test_no_private_address_is_connected_to(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is written; the refusal comes before any connection."""
    tried: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, place: tried.append(place))
    with pytest.raises(
        SourceError, match=r"no address of the public internet|no such host|cannot be fetched"
    ):
        public_read(f"http://{host}:8000/")
    assert tried == []


@pytest.mark.parametrize("path", ["/leads-inside", "/refreshes-inside"])
def test_a_redirect_into_a_private_network_is_refused(
    server: Server, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every step is checked, not the first one alone: here 127.0.0.1 stands for the public internet."""
    monkeypatch.setattr(connections, "is_public", lambda address: address == "127.0.0.1")
    inside = f"http://localtest:{server.port}/page"
    markup = f'<html><meta http-equiv=refresh content="0;url={inside}">'
    server.replies["/leads-inside"] = Reply(status=302, headers={"location": inside})
    server.replies["/refreshes-inside"] = Reply(markup.encode(), headers=HTML)
    _resolve(monkeypatch, {"localtest": [["127.0.0.2"]], "127.0.0.1": [["127.0.0.1"]] * 2})
    with pytest.raises(SourceError, match=r"no address of the public internet.*localtest"):
        public_read(server.at(path))
    assert server.paths[-1] == path


def test_a_name_that_changes_between_two_questions_leads_nowhere_else(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: what was checked is what is connected to, and the name is asked for once."""
    monkeypatch.setattr(connections, "is_public", lambda address: address == "127.0.0.1")
    asked = _resolve(monkeypatch, {"rebinding.example": [["127.0.0.2", "127.0.0.1"], ["127.0.0.2"]]})
    address = f"http://rebinding.example:{server.port}/page"
    assert "Orlow" in public_read(address).source
    assert asked == ["rebinding.example"]
    with pytest.raises(SourceError, match="no address of the public internet"):
        public_read(address)


def _resolve(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[list[str]]]) -> list[str]:
    """Let names have these addresses, others each time they are asked for; returns the names asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolved(host: str, port: int, *arguments: object, **keywords: object) -> list[object]:
        if host not in names:  # a numeric address
            return list(real(host, port, *arguments, **keywords))  # type: ignore[arg-type]
        asked.append(host)
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, (address, port)) for address in names[host].pop(0)]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    return asked


def test_a_proxy_is_not_asked_for_addresses_that_nobody_can_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would connect to whatever it finds; the message says what to do."""
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(SourceError, match=r"proxy would connect.*private_addresses"):
        public_read("http://orlow.example/page")


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
