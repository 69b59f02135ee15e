"""A web address → a document. Nothing that a server does can cost more than SECONDS and LIMIT bytes."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from narrate.errors import SourceError
from narrate.network.addresses import shown
from narrate.network.deadline import within
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
_LONGEST_NUMBER = 20
"""Digits of a length that is believed; Python refuses to read more than 4,300."""
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,application/epub+zip;q=0.8"


def download(address: str, seconds: float = SECONDS, *, allow_private: bool = False) -> Document:
    """Fetch what lies at an address. Raises SourceError; its message says what went wrong and what to do.

    Unless `allow_private`, only public addresses of the internet are connected to, by redirects, too.
    """
    url = _checked(address)
    try:
        return within(seconds, partial(_fetched, url, allow_private))
    except TimeoutError as error:
        problem = f"this address took longer than {seconds:g} seconds"
        raise SourceError(problem, shown(url), "try again, or save the page") from error


def _checked(address: str, base: str | None = None) -> str:
    """The address to ask for; `base` led there. Raises SourceError if it is not a web address."""
    named = shown(address)
    remedy = f"{shown(base)} leads there" if base else "give an address that begins with https://, or a file"
    parts = _parts(address, base or "", named)
    if parts.scheme.lower() not in ("http", "https"):
        raise SourceError("only http and https addresses are fetched", named, remedy)
    if not parts.hostname:
        raise SourceError("this address names no host", named, remedy)
    if parts.username is not None:
        raise SourceError("addresses with passwords are not supported", named, "save the page and give that")
    return urlunsplit(parts._replace(fragment=""))


def _parts(address: str, base: str, named: str) -> SplitResult:
    try:
        parts = urlsplit(urljoin(base, address.strip()))
        _ = parts.port  # looked at, so that a broken one is found here
    except ValueError:  # which quotes what may be a password
        raise SourceError("this is no web address", named, "check its host and port") from None
    return parts


def _fetched(url: str, allow_private: bool) -> Document:
    first = url
    for _ in range(MOST_REDIRECTS + 1):
        document, target = _answer(url, allow_private)
        if document is not None and target is None:
            return document
        url = _checked(target or "", base=url)
    remedy = "open it in a browser and save the page"
    raise SourceError(f"more than {MOST_REDIRECTS} redirects", shown(first), remedy)


def _answer(url: str, allow_private: bool) -> tuple[Document | None, str | None]:
    """What lies at an address, and where it leads on: by a redirect without a page, or by the page."""
    with mapped(url), _pools(url, allow_private) as pool:
        response = pool.request("GET", url, redirect=False, preload_content=False, retries=False)
        try:
            target = response.headers.get("location")
            if response.status in _REDIRECTS and target is not None:
                return None, target
            document = _document(response, url)
            return document, refresh_of(document)
        finally:
            response.close()


def _pools(url: str, allow_private: bool) -> PoolManager:
    """Connections as the system wants them: its certificates and its proxy.

    Raises SourceError if only public addresses are allowed and a proxy would connect to them.
    """
    import urllib3

    from narrate.network.connections import pools
    from narrate.version import __version__

    headers = {"User-Agent": f"narrate/{__version__}", "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
    timeout = urllib3.Timeout(connect=_SILENCE, read=_SILENCE)
    parts = urlsplit(url)
    trust = _trust() if parts.scheme == "https" else None
    proxy = _proxy_for(parts)
    if proxy and not allow_private:
        remedy = 'unset HTTPS_PROXY and HTTP_PROXY, or say private_addresses="allow" if the proxy checks them'
        raise SourceError("a proxy would connect to whatever address it finds", shown(url), remedy)
    return pools(
        proxy=proxy, only_public=not allow_private, headers=headers, timeout=timeout, ssl_context=trust
    )


def _proxy_for(parts: SplitResult) -> str | None:
    """The system's proxy for an address; None if there is none, or not for this one."""
    from urllib.request import getproxies, proxy_bypass

    proxy = getproxies().get(parts.scheme)
    return None if proxy is None or proxy_bypass(parts.netloc) else proxy


@lru_cache(maxsize=1)
def _trust() -> SSLContext:
    """Whoever the system trusts, and Mozilla: some systems' Pythons trust nobody."""
    import ssl

    import certifi

    trust = ssl.create_default_context()
    trust.load_verify_locations(certifi.where())
    return trust


def _document(response: BaseHTTPResponse, url: str) -> Document:
    named = shown(url)
    refuse_status(response.status, response.reason, named)
    media_type, charset = _content_type(response.headers.get("content-type", ""))
    refuse_type(media_type, named)
    data = _body(response, named)
    if not data:
        raise SourceError("this address gave an empty page", named, "open it in a browser")
    return Document(data, named, url=url, media_type=media_type or None, charset=charset)


def _body(response: BaseHTTPResponse, named: str) -> bytes:
    """At most LIMIT bytes. Raises SourceError for more."""
    length = response.headers.get("content-length", "")
    if length.isdecimal() and len(length) < _LONGEST_NUMBER:
        refuse_large(int(length), named)
    data = bytearray()
    # Unpacked bytes are counted, so that a small archive of zeros ends here, too.
    for chunk in response.stream(_CHUNK, decode_content=True):
        data += chunk
        refuse_large(len(data), named)
    return bytes(data)


def _content_type(value: str) -> tuple[str, str | None]:
    """Take "text/html; charset=utf-8" apart (RFC 9110, 8.3.1)."""
    from email.message import Message

    message = Message()
    message["content-type"] = value
    charset = message.get_content_charset()
    return value.partition(";")[0].strip().lower(), charset
