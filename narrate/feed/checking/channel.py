"""What PSP-1 ("Required channel", "Recommended channel") and Apple ask of a show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

from lxml import etree

from narrate.feed.categories import advice, is_known
from narrate.feed.checking.finding import LONGEST_VALUE, Finding, Place, fault, suggestion
from narrate.feed.checking.picture import picture_findings
from narrate.feed.rss import ATOM, ITUNES, NAMESPACES, PODCAST
from narrate.feed.show import FEED, NAME

REQUIRED = ("title", "description", "link", "language")
LONGEST_DESCRIPTION = 4000
"""Bytes (PSP-1, "description")."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""RFC 5646 section 2.1: language, and script or region."""
BUILD = "run narrate feed build"
"""What puts right whatever the feed itself lacks."""


def channel_findings(channel: etree._Element, place: Place) -> Iterator[Finding]:
    """What is missing or wrong in the feed's description of the show."""
    yield from _missing(channel)
    yield from _lengths(channel)
    yield from _values(channel)
    yield from _address(channel)
    yield from _categories(channel)
    yield from _recommended(channel)
    yield from _artwork(channel, place)


def _missing(channel: etree._Element) -> Iterator[Finding]:
    for name in REQUIRED:
        value = channel.findtext(name, "")
        if not value.strip():
            problem = f"there is no {name}"
            remedy = f"fill in {name}"
            yield fault(NAME, problem, remedy)


def _lengths(channel: etree._Element) -> Iterator[Finding]:
    title = channel.findtext("title", "")
    if len(title) > LONGEST_VALUE:
        problem = f"the title has more than {LONGEST_VALUE} characters"
        remedy = "shorten it"
        yield fault(NAME, problem, remedy)
    description = channel.findtext("description", "")
    if len(description.encode()) > LONGEST_DESCRIPTION:
        problem = f"the description has more than {LONGEST_DESCRIPTION} bytes"
        remedy = "shorten it"
        yield fault(NAME, problem, remedy)


def _values(channel: etree._Element) -> Iterator[Finding]:
    language = channel.findtext("language", "")
    # A missing language has been reported already.
    if language and not LANGUAGE.fullmatch(language):
        problem = f"{language!r} is not a language tag"
        remedy = "write a tag such as en or en-GB"
        yield fault(NAME, problem, remedy)
    explicit = channel.findtext(f"{{{ITUNES}}}explicit")
    if explicit not in ("true", "false"):
        problem = f"explicit is {explicit!r}"
        remedy = "write true or false"
        yield fault(NAME, problem, remedy)
    link = channel.findtext("link", "")
    if link.startswith("http://"):
        problem = f"the show's link is not encrypted: {link}"
        remedy = "write https:// if the site has it"
        yield suggestion(NAME, problem, remedy)


def _address(channel: etree._Element) -> Iterator[Finding]:
    address = _self_link(channel)
    if address is None:
        problem = "it does not say where it is (atom:link)"
        yield fault(FEED, problem, BUILD)
    elif not address.startswith("https://"):
        problem = f"the feed and its files are not encrypted: {address}"
        remedy = "publish them at an https:// address and write that into address"
        yield fault(NAME, problem, remedy)


def _self_link(channel: etree._Element) -> str | None:
    """The address that the feed states for itself."""
    for link in channel.iter(f"{{{ATOM}}}link"):
        if link.get("rel") == "self":
            return link.get("href", "")
    return None


def _categories(channel: etree._Element) -> Iterator[Finding]:
    found = list(_category_names(channel))
    if not found:
        problem = "there is no category"
        remedy = "fill in category"
        yield fault(NAME, problem, remedy)
    for name in found:
        if not is_known(name):
            problem = f"Apple has no category {name!r}"
            remedy = advice(name)
            yield fault(NAME, problem, remedy)


def _category_names(channel: etree._Element) -> Iterator[str]:
    """Every category as `show.toml` writes it: "News", "News > Daily News"."""
    for category in channel.findall("itunes:category", NAMESPACES):
        name = category.get("text", "")
        yield name
        for subcategory in category:
            yield f"{name} > {subcategory.get('text')}"


def _recommended(channel: etree._Element) -> Iterator[Finding]:
    for is_fulfilled, finding in RECOMMENDED:
        if not is_fulfilled(channel):
            yield finding


def _has_author(channel: etree._Element) -> bool:
    return bool(channel.findtext(f"{{{ITUNES}}}author"))


def _has_contact(channel: etree._Element) -> bool:
    return channel.find("itunes:owner/itunes:email", NAMESPACES) is not None


def _says_whether_locked(channel: etree._Element) -> bool:
    return channel.findtext(f"{{{PODCAST}}}locked") in ("yes", "no")


def _has_guid(channel: etree._Element) -> bool:
    try:
        UUID(channel.findtext(f"{{{PODCAST}}}guid", ""))
    except ValueError:
        return False
    return True


RECOMMENDED = (
    (_has_author, suggestion(NAME, "there is no author", "fill in author")),
    (_has_contact, suggestion(NAME, "directories cannot write to you", "fill in owner_email")),
    (_says_whether_locked, suggestion(FEED, "it does not say whether hosts may import it", BUILD)),
    (_has_guid, suggestion(FEED, "the show has no guid", BUILD)),
)
"""What PSP-1 recommends, and what to say if it is missing."""


def _artwork(channel: etree._Element, place: Place) -> Iterator[Finding]:
    image = channel.find("itunes:image", NAMESPACES)
    if image is None:
        problem = "there is no artwork"
        remedy = "set artwork to a picture in the folder"
        yield fault(NAME, problem, remedy)
        return
    yield from picture_findings(NAME, image.get("href", ""), place)
