"""A web address → a document. Nothing that a server does can cost more than SECONDS and LIMIT bytes.

The download runs in a thread of its own that is given up when the time is over: a server may drip its
headers, or its name may never resolve, and no socket's own limit counts all of that together.
"""

from __future__ import annotations

import re
from concurrent.futures import Future
from functools import lru_cache
from threading import Event, Thread
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from narrate.errors import SourceError
from narrate.reading.document import Document, refuse_large
from narrate.reading.web.failures import mapped, refuse_status, refuse_type
from narrate.reading.web.refresh import refresh_of

if TYPE_CHECKING:
    from ssl import SSLContext

    from urllib3 import BaseHTTPResponse, PoolManager

SECONDS = 30.0
"""For everything together: name, connection, redirects, and the page itself."""
_SILENCE = 15.0
"""Seconds without a byte; a server that is alive answers in less."""
MOST_REDIRECTS = 10
"""Browsers follow 20; the longest honest chain (scheme, host, language, path, consent) has five or six."""
_CHUNK = 65_536
_USER = re.compile(r"(?<=//)[^/?#]*@")
"""Name and password in an address (RFC 3986, 3.2.1), which must not get into a message."""
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,application/epub+zip;q=0.8"


def download(address: str, seconds: float = SECONDS) -> Document:
    """Fetch what lies at an address. Raises SourceError; its message says what went wrong and what to do."""
    url = _checked(address)
    result: Future[Document] = Future()
    given_up = Event()

    def run() -> None:
        try:
            result.set_result(_fetched(url, given_up))
        except BaseException as error:  # it belongs to the thread that waits
            result.set_exception(error)

    Thread(target=run, name="download", daemon=True).start()
    try:
        return result.result(timeout=seconds)
    except TimeoutError as error:
        raise SourceError(
            f"this address took longer than {seconds:g} seconds", url, "try again, or save the page"
        ) from error
    finally:
        given_up.set()


def _checked(address: str, base: str | None = None) -> str:
    """The address to ask for; `base` led there. Raises SourceError if it is not a web address."""
    shown = _USER.sub("", address)
    remedy = f"{base} leads there" if base else "give an address that begins with https://, or a file"
    parts = _parts(address, base or "", shown)
    if parts.scheme.lower() not in ("http", "https"):
        raise SourceError("only http and https addresses are fetched", shown, remedy)
    if not parts.hostname:
        raise SourceError("this address names no host", shown, remedy)
    if parts.username is not None:
        raise SourceError("addresses with passwords are not supported", shown, "save the page and give that")
    return urlunsplit(parts._replace(fragment=""))


def _parts(address: str, base: str, shown: str) -> SplitResult:
    try:
        parts = urlsplit(urljoin(base, address.strip()))
        _ = parts.port  # looked at, so that a broken one is found here
    except ValueError as error:
        raise SourceError("this is no web address", shown, str(error)) from error
    return parts


def _fetched(url: str, given_up: Event) -> Document:
    first = url
    for _ in range(MOST_REDIRECTS + 1):
        document, target = _answer(url, given_up)
        if document is not None and target is None:
            return document
        url = _checked(target or "", base=url)
    remedy = "open it in a browser and save the page"
    raise SourceError(f"more than {MOST_REDIRECTS} redirects", first, remedy)


def _answer(url: str, given_up: Event) -> tuple[Document | None, str | None]:
    """What lies at an address, and where it leads on: by a redirect without a page, or by the page."""
    with mapped(url), _pool(url) as pool:
        response = pool.request("GET", url, redirect=False, preload_content=False, retries=False)
        try:
            target = response.headers.get("location")
            if response.status in _REDIRECTS and target is not None:
                return None, target
            document = _document(response, url, given_up)
            return document, refresh_of(document)
        finally:
            response.close()


def _pool(url: str) -> PoolManager:
    """Connections as the system wants them: its certificates and its proxy."""
    from urllib.request import getproxies, proxy_bypass

    import urllib3

    from narrate.version import __version__

    headers = {"User-Agent": f"narrate/{__version__}", "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
    timeout = urllib3.Timeout(connect=_SILENCE, read=_SILENCE)
    parts = urlsplit(url)
    trust = _trust() if parts.scheme == "https" else None
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.netloc):
        return urllib3.ProxyManager(proxy, headers=headers, timeout=timeout, ssl_context=trust)
    return urllib3.PoolManager(headers=headers, timeout=timeout, ssl_context=trust)


@lru_cache(maxsize=1)
def _trust() -> SSLContext:
    """Whoever the system trusts, and Mozilla: some systems' Pythons trust nobody."""
    import ssl

    import certifi

    trust = ssl.create_default_context()
    trust.load_verify_locations(certifi.where())
    return trust


def _document(response: BaseHTTPResponse, url: str, given_up: Event) -> Document:
    refuse_status(response.status, response.reason, url)
    media_type, charset = _content_type(response.headers.get("content-type", ""))
    refuse_type(media_type, url)
    data = _body(response, url, given_up)
    if not data:
        raise SourceError("this address gave an empty page", url, "open it in a browser")
    return Document(data, url, url=url, media_type=media_type or None, charset=charset)


def _body(response: BaseHTTPResponse, url: str, given_up: Event) -> bytes:
    """At most LIMIT bytes, and no more once nobody waits for them."""
    length = response.headers.get("content-length", "")
    if length.isdecimal():
        refuse_large(int(length), url)
    data = bytearray()
    # Unpacked bytes are counted, so that a small archive of zeros ends here, too.
    for chunk in response.stream(_CHUNK, decode_content=True):
        data += chunk
        refuse_large(len(data), url)
        if given_up.is_set():
            break
    return bytes(data)


def _content_type(value: str) -> tuple[str, str | None]:
    """Take "text/html; charset=utf-8" apart (RFC 9110, 8.3.1)."""
    from email.message import Message

    message = Message()
    message["content-type"] = value
    charset = message.get_content_charset()
    return value.partition(";")[0].strip().lower(), charset
