"""Addresses in a feed, which have to be in ASCII, and what the check says of others."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from narrate import feed
from narrate.feed.addresses import encoded
from tests.feed.shows import new_show


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/shów/", "https://example.org/sh%C3%B3w/"),
        ("https://example.org/my show/", "https://example.org/my%20show/"),
        ("https://example.org/sh%C3%B3w/", "https://example.org/sh%C3%B3w/"),
        ("https://example.org/100%/a%zz", "https://example.org/100%25/a%25zz"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://münchen.example:8080/ä?ö=ü&x=[1]#ß", "https://xn--mnchen-3ya.example:8080/%C3%A4?%C3%B6=%C3%BC&x=%5B1%5D#%C3%9F"),
        ("https://例え.テスト/停火", "https://xn--r8jz45g.xn--zckzah/%E5%81%9C%E7%81%AB"),
        ("https://example.org/a\"b<c>", "https://example.org/a%22b%3Cc%3E"),
        ("http://[::1", "http://[::1"),
        ("http://[2001:db8::1]/é", "http://[2001:db8::1]/%C3%A9"),
        ("https://example.org/\ud800", "https://example.org/%3F"),
    ],
)  # fmt: skip
def test_an_address_is_written_in_ascii(address: str, expected: str) -> None:
    """Path, query and fragment percent-encoded, the host as domain names are; twice changes nothing."""
    assert encoded(address) == expected
    assert encoded(expected) == expected


def test_every_address_of_a_feed_is_in_ascii(tmp_path: Path, ferry: Path) -> None:
    """Of the show, its files, its articles and licences; and the check looks at the right files."""
    show = new_show(
        tmp_path / "show", address="https://bücher.example/lé pod/", license="https://é.example/ö"
    )
    transcript = ferry.with_suffix(".json")
    data = json.loads(transcript.read_text(encoding="utf-8"))
    data["url"], data["license"] = "https://gazette.example/fähre 2", "https://gazette.example/recht/ü"
    transcript.write_text(json.dumps(data), encoding="utf-8")
    feed.add(show, ferry)
    root = ElementTree.parse(show / "feed.xml").getroot()
    found = [element.get(name) for element in root.iter() for name in ("url", "href") if element.get(name)]
    found += [link.text for link in root.iter("link")]
    assert len(found) > 10
    for address in found:
        assert str(address).isascii()
        assert " " not in str(address)
    assert root.find("channel/item/enclosure").get("url") == (  # type: ignore[union-attr]
        "https://xn--bcher-kva.example/l%C3%A9%20pod/episodes/ferry.mp3"
    )
    assert "f%C3%A4hre%202" in str(
        root.findtext("channel/item/{http://purl.org/rss/1.0/modules/content/}encoded")
    )
    assert feed.check(show) == []


def test_the_check_finds_addresses_that_are_not_encoded(published: Path) -> None:
    """In a feed that somebody has edited, or that an older version has written."""
    path = published / "feed.xml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("gazette.example/ferry<", "gazette.example/fähre<"), encoding="utf-8")
    problems = [finding.problem for finding in feed.check(published)]
    assert any("not percent-encoded: https://gazette.example/fähre" in problem for problem in problems)
