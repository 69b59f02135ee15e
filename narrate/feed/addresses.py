"""Addresses on the web, written in ASCII as a feed needs them (RFC 3986; Apple's list of requirements)."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_KEPT = "!$&'()*+,;=:@/%~-._"
"""What a path may hold (RFC 3986 section 3.3), and "%", which is looked at first."""
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_PLAIN = re.compile(r"[^\x21-\x7e]|[\"<>\\^`{|}]")


def is_web_address(text: str) -> bool:
    """Whether it is an address that a player can open."""
    return text.startswith(("https://", "http://"))


def encoded(address: str) -> str:
    """An address of the web in ASCII: "https://example.org/shów/" as "https://example.org/sh%C3%B3w/".

    What is encoded already stays. The host is written as domain names are (IDNA): "xn--mnchen-3ya.example".
    Text that is no address is quoted as a path. Never raises.
    """
    if is_encoded(address):
        return address
    try:
        parts = urlsplit(address)
        host = _host(parts.netloc)
    except ValueError:  # "http://[::1"
        return _quoted(address, "?#[]")
    return urlunsplit(
        (parts.scheme, host, _quoted(parts.path), _quoted(parts.query, "?"), _quoted(parts.fragment, "?"))
    )


def is_encoded(address: str) -> bool:
    """Whether an address has only characters that addresses may have (RFC 3986 section 2)."""
    return not _NOT_PLAIN.search(address) and not _STRAY_PERCENT.search(address)


def _quoted(text: str, more: str = "") -> str:
    whole = _STRAY_PERCENT.sub("%25", text)
    return quote(whole, safe=_KEPT + more, errors="replace")


def _host(location: str) -> str:
    """Host and port, in ASCII; user info in front is kept."""
    before, at, host = location.rpartition("@")
    name, colon, port = host.partition(":")
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:  # an empty or overlong label, or a bracketed address
        name = quote(name, safe="[]:.-_~")
    return f"{_quoted(before)}{at}{name}{colon}{port}"
