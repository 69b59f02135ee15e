"""The feed: RSS 2.0 with the namespaces of Apple and of Podcasting 2.0, complete after PSP-1 1.0.

PSP-1 is github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification; the elements of Podcasting 2.0
are described one by one in github.com/Podcastindex-org/podcast-namespace.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from urllib.parse import quote

from lxml import etree

from narrate.english.sentence_ends import ends_sentence
from narrate.feed.addresses import encoded, is_web_address
from narrate.feed.categories import split
from narrate.feed.episode import Episode
from narrate.feed.files import CHAPTERS, EPISODES, clean, media_type
from narrate.feed.show import Show

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
NAMESPACES = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM, "content": CONTENT}
SYNTHETIC = "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""IPTC's name for what a trained model has made, which schema.org and C2PA use."""
LONGEST_NAME = 128
"""Characters of a person or a licence (Podcasting 2.0, "person" and "license")."""
_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)/?\b.*")

_SPDX = re.compile(r"[A-Za-z0-9.]+(-[A-Za-z0-9.]+)+")
"""A name such as "CC-BY-4.0"; a sentence about rights is not one."""


def feed(show: Show, episodes: Sequence[Episode]) -> bytes:
    """The feed of a show, with its episodes in this order. It holds no time but that of its episodes."""
    rss = etree.Element("rss", {"version": "2.0"}, nsmap=NAMESPACES)
    channel = _add(rss, "channel")
    synthetic = [bool(episode.statement) for episode in episodes]
    dates = [episode.date for episode in episodes]
    _describe(channel, show, synthetic)
    if dates:
        _add(channel, "lastBuildDate", format_datetime(max(dates)))
    for episode in episodes:
        item = _add(channel, "item")
        _item(item, show, episode)
    return etree.tostring(rss, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _describe(channel: etree._Element, show: Show, synthetic: Sequence[bool]) -> None:
    """What the show is; `synthetic` says for each episode whether its voices are known to be synthetic."""
    link = {"href": show.feed_address, "rel": "self", "type": "application/rss+xml"}
    _add(channel, "atom:link", **link)
    _add(channel, "title", show.title)
    _add(channel, "description", _disclosed(show.description, synthetic))
    _add(channel, "link", encoded(show.link))
    _add(channel, "language", show.language)
    _add_known(channel, "copyright", show.copyright)
    _add(channel, "generator", "narrate")
    _add(channel, "itunes:author", show.author)
    _owner(channel, show)
    _add(channel, "itunes:type", "episodic")
    _add(channel, "itunes:explicit", _boolean(show.explicit))
    _categories(channel, show)
    _image(channel, show.address + quote(show.artwork), show.artwork_alt)
    _add(channel, "podcast:guid", show.guid)
    _add(channel, "podcast:locked", "yes" if show.locked else "no", **_known(owner=show.owner_email))
    _add(channel, "podcast:medium", show.medium)
    _license(channel, show.license)
    _person(channel, show.author, "creative direction", "producer")
    if synthetic and all(synthetic):
        _add(channel, "podcast:txt", json.dumps({"synthetic": True}), purpose="synthetic-voice")


def _disclosed(description: str, synthetic: Sequence[bool]) -> str:
    if not any(synthetic):
        return description
    which = "The voices" if all(synthetic) else "Some of the voices"
    return f"{_closed(description)} {which} are synthetic."


def _owner(channel: etree._Element, show: Show) -> None:
    if show.owner_email:
        owner = _add(channel, "itunes:owner")
        _add(owner, "itunes:name", show.owner_name or show.author)
        _add(owner, "itunes:email", show.owner_email)


def _categories(channel: etree._Element, show: Show) -> None:
    """Apple's categories; the subcategories of one stand together in it."""
    parents: dict[str, etree._Element] = {}
    for name, subcategory in map(split, show.category):
        if name not in parents:
            parents[name] = _add(channel, "itunes:category", text=name)
        if subcategory:
            _add(parents[name], "itunes:category", text=subcategory)


def _item(item: etree._Element, show: Show, episode: Episode) -> None:
    folder = f"{show.address}{EPISODES}/"
    _add(item, "title", episode.title)
    _add(item, "description", _description(episode))
    _notes(item, episode.notes)
    _add(item, "guid", episode.guid, isPermaLink="false")
    _add(item, "pubDate", format_datetime(episode.date))
    _add_known(item, "link", encoded(episode.link))
    address = folder + quote(episode.audio)
    media = media_type(episode.audio) or ""
    _add(item, "enclosure", url=address, length=str(episode.bytes), type=media)
    _add(item, "itunes:duration", str(round(episode.seconds)))
    _add(item, "itunes:explicit", _boolean(show.explicit))
    _add(item, "itunes:episodeType", "full")
    _files(item, folder, episode)
    _license(item, episode.license)
    for person, group, role in _people(episode):
        _person(item, person, group, role)
    if episode.statement:
        _add(item, "podcast:txt", _synthetic(episode), purpose="synthetic-voice")


def _description(episode: Episode) -> str:
    summary = _closed(episode.summary or episode.title)
    return f"{summary} {episode.statement}".rstrip(" ")


def _closed(text: str) -> str:
    """`text` as a sentence that another one can follow."""
    stripped = text.rstrip()
    return stripped if ends_sentence(stripped) else f"{stripped.rstrip(',;:-–—')}."


def _notes(item: etree._Element, notes: str) -> None:
    """Line by line as they are, while `_add` makes one line of a value."""
    if notes:
        element = _add(item, "content:encoded")
        element.text = notes


def _files(item: etree._Element, folder: str, episode: Episode) -> None:
    """Picture, transcripts and chapters, below the address `folder`."""
    if episode.image:
        _image(item, folder + quote(episode.image), episode.image_alt)
    for name in episode.transcripts:
        _transcript(item, folder, name, episode.language)
    if episode.chapters:
        address = folder + quote(episode.chapters)
        _add(item, "podcast:chapters", url=address, type=CHAPTERS[".chapters.json"])


def _transcript(item: etree._Element, folder: str, name: str, language: str) -> None:
    kind = media_type(name) or ""
    captions = {"rel": "captions"} if kind in ("text/vtt", "application/x-subrip") else {}
    url = folder + quote(name)
    _add(item, "podcast:transcript", url=url, type=kind, **_known(language=language), **captions)


def _people(episode: Episode) -> Iterator[tuple[str, str, str]]:
    """Name, group and role (podcasttaxonomy.com): who wrote it, and who reads.

    Who is quoted took no part in the episode and speaks in nobody's own voice: only the notes name them.
    """
    authors = re.split(r" and | & |; ", episode.author)
    for author in authors:
        yield author, "writing", "author"
    if episode.statement:
        yield "Synthetic voices", "cast", "narrator"


def _synthetic(episode: Episode) -> str:
    voices = [{"engine": voice.engine, "voice": voice.voice} for voice in episode.voices]
    known = {"voices": voices} if voices else {}
    return json.dumps({"synthetic": True, "digitalSourceType": SYNTHETIC, **known}, ensure_ascii=False)


def _person(parent: etree._Element, name: str, group: str, role: str) -> None:
    if name:
        _add(parent, "podcast:person", name[:LONGEST_NAME], group=group, role=role)


def _license(parent: etree._Element, license_: str) -> None:
    """Podcasting 2.0, "license": a name of the list in lower case, or any other with its address."""
    common = _CREATIVE_COMMONS.fullmatch(license_)
    if common:
        kind, version = common.groups()
        _add(parent, "podcast:license", f"cc-{kind}-{version}", url=encoded(license_))
    elif is_web_address(license_):
        _add(parent, "podcast:license", "custom", url=encoded(license_))
    elif _SPDX.fullmatch(license_):
        name = license_.lower()
        _add(parent, "podcast:license", name[:LONGEST_NAME])


def _image(parent: etree._Element, address: str, alt: str) -> None:
    _add(parent, "itunes:image", href=address)
    square = {"aspect-ratio": "1/1", "purpose": "artwork"}
    _add(parent, "podcast:image", href=address, **_known(alt=alt), **square)


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _known(**attributes: str) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value}


def _add_known(parent: etree._Element, name: str, value: str) -> None:
    """An element for a value that is not empty."""
    if value:
        _add(parent, name, value)


def _add(parent: etree._Element, name: str, value: str = "", **attributes: str) -> etree._Element:
    """A child called as in `NAMESPACES`, "itunes:author", with text and attributes that XML can hold."""
    cleaned = {key: clean(each) for key, each in attributes.items()}
    child = etree.SubElement(parent, _tag(name), cleaned)
    if value:
        child.text = clean(value)
    return child


def _tag(name: str) -> str:
    """lxml's notation of a name: "{http://www.itunes.com/dtds/podcast-1.0.dtd}author"."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local
