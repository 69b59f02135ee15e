"""What of an address can be shown and published: user info and query may hold names, passwords and tokens."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlsplit

SHORTEST_SECRET = 8
"""Characters. A shorter value in an address is a version or a number, and other words may hold it."""
_HIDDEN = "…"
_IN_TEXT = re.compile(r"\b[a-z][a-z0-9+.-]+:/{1,2}[^\s<>\"'`]+", re.IGNORECASE)
"""An address in a sentence; pathlib makes one slash of two."""
_BEARER = re.compile(r"\b(bearer|basic) +[\w.~+/=-]{8,}", re.IGNORECASE)
"""What a header "Authorization" holds (RFC 9110, 11.6.2)."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def shown(address: str) -> str:
    """The address for a message: without user info, query and fragment, for which "?…" stands.

    Of an address that cannot be taken apart only the scheme is shown.
    """
    parts = _parts(address)
    if parts is None:
        scheme = _SCHEME.match(address)
        return f"{scheme[0]}{_HIDDEN}" if scheme else _HIDDEN
    bare = _without_user(parts)._replace(query="", fragment="").geturl()
    if not parts.netloc:  # urllib would give it an empty host
        bare = re.split("[?#]", address)[0]
    return f"{bare}?{_HIDDEN}" if parts.query else bare


def shown_in(text: str) -> str:
    """A message in which every address is as `shown` has it, and no credentials of a header are left."""
    if "/" not in text and " " not in text:
        return text
    told = _IN_TEXT.sub(lambda found: _shown_in_sentence(found[0]), text)
    return _BEARER.sub(rf"\1 {_HIDDEN}", told)


def _shown_in_sentence(address: str) -> str:
    """The address without the punctuation that ends what stands around it, which stays."""
    bare = address.rstrip(".,;:!?)]}…")
    return shown(bare) + address[len(bare) :]


def public(address: str | None) -> str | None:
    """The address for what is published: without user info, query and fragment; None if there is none."""
    parts = _parts(address or "")
    if parts is None:
        return None
    return _without_user(parts)._replace(query="", fragment="").geturl() or None


def without_user(address: str) -> str:
    """The address without user info, which no page needs to be found."""
    parts = _parts(address)
    return address if parts is None else _without_user(parts).geturl()


def without_secrets(text: str, address: str) -> str:
    """What a server or a library says, which may quote the query of the address or a value in it."""
    parts = _parts(address)
    if parts is None or not parts.query:
        return text
    text = text.replace(parts.query, _HIDDEN)
    for secret in sorted(_secrets(parts.query), key=len, reverse=True):
        text = text.replace(secret, _HIDDEN)
    return text


def _secrets(query: str) -> list[str]:
    """The values in a query that may be secrets, as they are encoded and decoded."""
    raw = [pair.partition("=")[2] for pair in re.split("[&;]", query)]
    decoded = [value for _, value in parse_qsl(query)]
    return [value for value in raw + decoded if len(value) >= SHORTEST_SECRET]


def _parts(address: str) -> SplitResult | None:
    """The parts of an address; None if it is none, or if a password may stand where none belongs."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    # In http://ada:12?34@example.org/ the password has a question mark that should have been encoded.
    looks_cut = port is not None and "@" in f"{parts.query}{parts.fragment}"
    has_no_host = not parts.netloc and "@" in address
    return None if looks_cut or has_no_host else parts


def _without_user(parts: SplitResult) -> SplitResult:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2])
