"""Which addresses of the internet are public (IANA's special-purpose registries, RFC 6890)."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_Address = IPv4Address | IPv6Address
_NAT64 = ip_network("64:ff9b::/96")
"""An IPv4 address stands in the last 32 bits (RFC 6052)."""
_COMPATIBLE = ip_network("::/96")
"""The same, deprecated (RFC 4291, 2.5.5.1)."""
_OTHERS = (
    ip_network("64:ff9b:1::/48"),  # NAT64 inside a network (RFC 8215)
    ip_network("192.0.0.0/24"),  # protocol assignments; Oracle's clouds have their metadata here
    ip_network("168.63.129.16/32"),  # what every machine of Azure asks about itself
)
"""Not public, whatever `ipaddress` says of them."""
_SPECIAL = (
    *("is_multicast", "is_reserved", "is_unspecified", "is_loopback", "is_link_local", "is_site_local"),
)
"""Attributes of addresses, the last one of IPv6 alone."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet.

    It is not if it is of this machine or its network: loopback, unspecified, link-local (in which clouds tell
    machines their secrets: 169.254.169.254), private, unique local, shared (100.64.0.0/10), multicast,
    reserved; or if it holds such an IPv4 address: mapped, compatible, 6to4, Teredo, NAT64.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(map(_is_global, (parsed, *_embedded(parsed))))


def _is_global(address: _Address) -> bool:
    if any(address.version == other.version and address in other for other in _OTHERS):
        return False
    # NAT64 is special, and as public as the address inside it.
    is_translated = address.version == 6 and address in _NAT64
    is_special = any(getattr(address, kind, False) for kind in _SPECIAL)
    return is_translated or (address.is_global and not is_special)


def _embedded(address: _Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses that an IPv6 address leads to."""
    if not isinstance(address, IPv6Address):
        return
    yield from filter(None, (address.ipv4_mapped, address.sixtofour))
    yield from address.teredo or ()
    if any(address in network for network in (_NAT64, _COMPATIBLE)):
        yield IPv4Address(int(address) & 0xFFFF_FFFF)
