"""Which addresses are of the public internet: a table by IANA's registries of special purposes."""

from __future__ import annotations

import pytest

from narrate.network.classes import is_public

PUBLIC = (
    *("1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1"),
    *("169.253.0.1", "192.167.0.1", "2606:4700::1111", "2001:4860:4860::8888", "64:ff9b::808:808"),
    "2a00:1450:4001::200e",
)
REFUSED = (
    *("127.0.0.1", "127.255.255.254", "::1", "0.0.0.0", "0.1.2.3", "::"),
    *("10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1", "fc00::1", "fd12:3456::1", "fec0::1"),
    *("169.254.0.1", "169.254.169.254", "fe80::1", "fe80::1%eth0", "fe80::1%2"),
    *("100.64.0.1", "100.100.100.200", "100.127.255.255", "168.63.129.16", "192.0.0.192", "fd00:ec2::254"),
    *("224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1", "240.0.0.1", "255.255.255.255"),
    *("192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "198.18.0.1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:7f00:1", "::127.0.0.1"),
    *("64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1"),
    *("2001:0:7f00:1::1", "2001::1", "", "localhost", "1.1.1", "1.1.1.1.1", "0x7f.1"),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_that_are_given_out_to_everybody_are_public(address: str) -> None:
    """Neighbours of private ranges are, too."""
    assert is_public(address)


@pytest.mark.parametrize("address", REFUSED)
def test_all_others_are_not(address: str) -> None:
    """This machine, its network, a cloud's services, many at once, nobody; inside an IPv6 address, too."""
    assert not is_public(address)
