"""What PSP-1 ("Required channel", "Recommended channel") and Apple ask of a show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

from lxml import etree

from narrate.feed.categories import advice, is_known
from narrate.feed.checking.finding import LONGEST_VALUE, Finding, Place, better, mend
from narrate.feed.checking.picture import picture_findings
from narrate.feed.rss import ATOM, ITUNES, NAMESPACES, PODCAST
from narrate.feed.show import FEED, NAME

LONGEST_DESCRIPTION = 4000
"""Bytes (PSP-1, "description")."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""RFC 5646 section 2.1: language, and script or region."""


def channel_findings(channel: etree._Element, place: Place) -> Iterator[Finding]:
    """What is missing or wrong in what the feed says of the show."""
    yield from _texts(channel)
    yield from _self(channel)
    yield from _categories(channel)
    yield from _recommended(channel)
    image = channel.find("itunes:image", NAMESPACES)
    if image is None:
        yield mend(NAME, "there is no artwork", "name a picture in the folder with artwork")
    else:
        yield from picture_findings(NAME, image.get("href") or "", place)


def _texts(channel: etree._Element) -> Iterator[Finding]:
    for name in ("title", "description", "link", "language"):
        if not (channel.findtext(name) or "").strip():
            yield mend(NAME, f"there is no {name}", f"fill in {name}")
    if len(channel.findtext("title") or "") > LONGEST_VALUE:
        yield mend(NAME, f"the title has more than {LONGEST_VALUE} characters", "shorten it")
    if len((channel.findtext("description") or "").encode()) > LONGEST_DESCRIPTION:
        yield mend(NAME, f"the description has more than {LONGEST_DESCRIPTION} bytes", "shorten it")
    language = channel.findtext("language") or "en"
    if not LANGUAGE.fullmatch(language):
        yield mend(NAME, f"{language!r} is no language", "write a tag such as en or en-GB")
    explicit = channel.findtext(f"{{{ITUNES}}}explicit")
    if explicit not in ("true", "false"):
        yield mend(NAME, f"explicit is {explicit!r}", "write true or false")
    link = channel.findtext("link") or ""
    if link.startswith("http://"):
        yield better(NAME, f"the show's link is not encrypted: {link}", "write https:// if the site has it")


def _self(channel: etree._Element) -> Iterator[Finding]:
    links = [link.get("href") or "" for link in channel.iter(f"{{{ATOM}}}link") if link.get("rel") == "self"]
    if not links:
        yield mend(FEED, "it does not say where it is (atom:link)", "run narrate feed build")
    elif not links[0].startswith("https://"):
        problem = f"the feed and its files are not encrypted: {links[0]}"
        yield mend(NAME, problem, "publish them at an https:// address and write that into address")


def _categories(channel: etree._Element) -> Iterator[Finding]:
    found = channel.findall("itunes:category", NAMESPACES)
    if not found:
        yield mend(NAME, "there is no category", "fill in category")
    for category in found:
        name = category.get("text") or ""
        under = [f"{name} > {sub.get('text')}" for sub in category]
        for each in (name, *under):
            if not is_known(each):
                yield mend(NAME, f"Apple has no category {each!r}", advice(each))


def _recommended(channel: etree._Element) -> Iterator[Finding]:
    if not channel.findtext(f"{{{ITUNES}}}author"):
        yield better(NAME, "there is no author", "fill in author")
    if channel.find("itunes:owner/itunes:email", NAMESPACES) is None:
        yield better(NAME, "directories cannot write to you", "fill in owner_email")
    if channel.findtext(f"{{{PODCAST}}}locked") not in ("yes", "no"):
        yield better(FEED, "it does not say whether hosts may import it", "run narrate feed build")
    try:
        UUID(channel.findtext(f"{{{PODCAST}}}guid") or "")
    except ValueError:
        yield better(FEED, "the show has no guid to be known by", "run narrate feed build")
