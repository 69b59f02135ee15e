"""What goes wrong on the web, in words: one place that knows urllib3's errors, HTTP's numbers and types."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from narrate.errors import SourceError
from narrate.network.addresses import shown, without_secrets

_TYPES = frozenset(
    (
        *("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"),
        *("application/epub+zip", "application/octet-stream", "application/xml", "text/xml", ""),
    )
)
"""What may hold an article; of the last four the content decides."""
_STATUS = {
    401: ("this page wants a password", "save it from a browser that is signed in"),
    402: ("this page wants to be paid for", "save it from a browser that is signed in"),
    403: ("the server refuses to show this page", "save it from a browser"),
    404: ("there is no page at this address", "check the spelling"),
    410: ("this page was taken down", "look for a copy in an archive"),
    429: ("the server has had too many requests", "try again later"),
    451: ("this page may not be shown for legal reasons", "look for a copy in an archive"),
}
_IN_BROWSER = "open it in a browser and save the page"


def refuse_status(status: int, reason: str | None, url: str) -> None:
    """Raise SourceError for every answer but 200 (RFC 9110, 15)."""
    if status == 200:
        return
    said = f"{status} {reason or ''}".strip()
    if status >= 500:
        raise SourceError(f"the server has a problem of its own ({said})", url, "try again later")
    problem, remedy = _STATUS.get(status, ("the server does not give this page", _IN_BROWSER))
    raise SourceError(f"{problem} ({said})", url, remedy)


def refuse_type(media_type: str, url: str) -> None:
    """Raise SourceError if the type cannot hold an article: a picture, a film, a PDF document."""
    if media_type not in _TYPES:
        remedy = "give the address of a web page, a plain text, a Markdown text or an EPUB"
        raise SourceError(f"this is {media_type}, not an article", url, remedy)


@contextmanager
def mapped(url: str) -> Iterator[None]:
    """Turn the errors of the network into SourceError, which hides them: they may quote what is secret."""
    from urllib3.exceptions import HTTPError

    from narrate.network.connections import PrivateAddressError

    try:
        yield
    except PrivateAddressError:
        remedy = 'say private_addresses="allow" if it may be read'
        raise SourceError("this is no address of the public internet", shown(url), remedy) from None
    except (HTTPError, OSError, UnicodeError, ValueError) as error:
        problem, remedy = _told(error)
        raise SourceError(problem, shown(url), without_secrets(remedy, url)) from None


def _told(error: Exception) -> tuple[str, str]:
    """What went wrong, and what to do."""
    from urllib3 import exceptions as web

    if isinstance(error, web.SSLError):
        return "TLS verification failed", _certificate(error)
    # Special cases come before what they are cases of.
    told: dict[type[Exception], tuple[str, str]] = {
        web.NameResolutionError: ("no such host, or no network", "check the spelling"),
        web.ReadTimeoutError: ("the server stopped answering", "try again later"),
        web.ProxyError: ("the proxy gives no connection", "check HTTPS_PROXY and HTTP_PROXY"),
        web.NewConnectionError: ("the server refuses the connection", "check the address"),
        web.ConnectTimeoutError: ("the server does not answer", "try again later"),
        web.DecodeError: ("the page is packed in a broken way", _IN_BROWSER),
        web.ProtocolError: ("the connection broke off", "try again"),
    }
    for kind, problem_and_remedy in told.items():
        if isinstance(error, kind):
            return problem_and_remedy
    return "this address cannot be fetched", str(error)


def _certificate(error: Exception) -> str:
    """What the certificate lacks, in OpenSSL's words."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        cause = cause.__cause__ or cause.__context__ or next(iter(_inner(cause)), None)
    return f"its certificate: {cause.verify_message}" if cause is not None else str(error)


def _inner(error: BaseException) -> Iterator[BaseException]:
    return (value for value in error.args if isinstance(value, BaseException))
