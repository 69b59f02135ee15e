"""The checklist of PSP-1 1.0 and of Apple Podcasts, in plain words.

It reads what would be published: `feed.xml`, and the files in the show's folder that it names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

from lxml import etree

from narrate.errors import FeedError
from narrate.feed import show
from narrate.feed.adding import feed
from narrate.feed.addresses import is_encoded
from narrate.feed.checking.channel import BUILD, channel_findings
from narrate.feed.checking.finding import Finding, Place, fault
from narrate.feed.checking.item import item_findings
from narrate.feed.show import FEED, NAME

__all__ = ["Finding", "check"]


def check(folder: Path) -> list[Finding]:
    """What PSP-1 and Apple do not allow, and what could be better. FeedError if there is no show."""
    try:
        about = show.read(folder)
    except FeedError as error:
        if not (folder / NAME).is_file():
            raise
        return [_of_show(error)]
    place = Place(folder, about.address)
    path = folder / FEED
    if not path.is_file():
        return [fault(FEED, "there is no such file", BUILD)]
    content = path.read_bytes()
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        rss = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return [fault(FEED, f"it is not XML: {error}", BUILD)]
    return list(_findings(rss, place, content))


def _of_show(error: FeedError) -> Finding:
    """A mistake in `show.toml`, as a finding."""
    problem = f"{error.problem}: {error.value}"
    return fault(NAME, problem, error.remedy)


def _findings(rss: etree._Element, place: Place, content: bytes) -> Iterator[Finding]:
    channel = rss.find("channel")
    if rss.tag != "rss" or channel is None:
        problem = "it is not RSS 2.0"
        yield fault(FEED, problem, BUILD)
        return
    yield from _outdated(place, content)
    yield from channel_findings(channel, place)
    items = channel.findall("item")
    if not items:
        problem = "there is no episode"
        remedy = "run narrate feed add"
        yield fault(FEED, problem, remedy)
    yield from _repeated(items)
    yield from _all_item_findings(items, place)
    yield from _unencoded(rss)


def _outdated(place: Place, content: bytes) -> Iterator[Finding]:
    """Whether the feed is what would be made from the other files now."""
    try:
        current = feed(place.folder)
    except FeedError as error:
        problem = f"it cannot be built: {error}"
        remedy = "fix that file first"
        yield fault(FEED, problem, remedy)
        return
    if content != current:
        problem = "it is older than show.toml or an episode's file"
        yield fault(FEED, problem, BUILD)


def _all_item_findings(items: Sequence[etree._Element], place: Place) -> Iterator[Finding]:
    def of_item(item: etree._Element) -> list[Finding]:
        return list(item_findings(item, place))

    # Most of the work is measuring sound, during which libav lets other threads run.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from chain.from_iterable(pool.map(of_item, items))


def _unencoded(rss: etree._Element) -> Iterator[Finding]:
    """Addresses with letters that addresses cannot have: some players and directories do not open them."""
    for element in rss.iter(etree.Element):
        name = etree.QName(element).localname
        stated = [element.get("url"), element.get("href"), element.text if name == "link" else None]
        for address in filter(None, stated):
            if not is_encoded(address.strip()):
                problem = f"an address is not percent-encoded: {address.strip()}"
                yield fault(FEED, problem, BUILD)


def _repeated(items: Sequence[etree._Element]) -> Iterator[Finding]:
    """An episode whose guid an earlier one has: players would show only one of the two."""
    known: set[str] = set()
    for item in items:
        guid = item.findtext("guid", "").strip()
        if guid in known:
            title = item.findtext("title") or guid
            problem = "another episode has the same guid"
            remedy = "remove one of the two and add it again"
            yield fault(title, problem, remedy)
        known.add(guid)
