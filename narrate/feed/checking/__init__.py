"""The checklist of PSP-1 1.0 and of Apple Podcasts, in plain words.

It reads what would be published: `feed.xml`, and the files that it names, which lie in the show's folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

from lxml import etree

from narrate.errors import FeedError
from narrate.feed import show
from narrate.feed.adding import feed
from narrate.feed.checking.channel import channel_findings
from narrate.feed.checking.finding import Finding, Place, mend
from narrate.feed.checking.item import item_findings
from narrate.feed.show import FEED

__all__ = ["Finding", "check"]


def check(folder: Path) -> list[Finding]:
    """Everything that directories would refuse or that could be better. Raises FeedError for no show."""
    about = show.read(folder)
    place = Place(folder, about.address)
    path = folder / FEED
    if not path.is_file():
        return [mend(FEED, "it is not there", "run narrate feed build")]
    content = path.read_bytes()
    try:
        rss = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return [mend(FEED, f"it is no XML: {error}", "run narrate feed build")]
    return list(_findings(rss, place, content))


def _findings(rss: etree._Element, place: Place, content: bytes) -> Iterator[Finding]:
    channel = rss.find("channel")
    if rss.tag != "rss" or channel is None:
        yield mend(FEED, "it is no RSS 2.0", "run narrate feed build")
        return
    try:
        if content != feed(place.folder):
            yield mend(FEED, "it is older than show.toml or an episode's file", "run narrate feed build")
    except FeedError as error:
        yield mend(FEED, f"it cannot be made anew: {error}", "mend that file first")
    yield from channel_findings(channel, place)
    items = channel.findall("item")
    if not items:
        yield mend(FEED, "there is no episode", "run narrate feed add")
    yield from _repeated(items)
    # Most of it is measuring sound, for which libav lets other threads run.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from chain.from_iterable(pool.map(lambda item: list(item_findings(item, place)), items))


def _repeated(items: Iterable[etree._Element]) -> Iterator[Finding]:
    guids: set[str] = set()
    for item in items:
        guid = (item.findtext("guid") or "").strip()
        if guid in guids:
            title = item.findtext("title") or guid
            yield mend(title, "its guid is another episode's", "remove one of the two and add it again")
        guids.add(guid)
