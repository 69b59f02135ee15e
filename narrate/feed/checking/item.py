"""What PSP-1 ("Required item") and Apple ask of an episode."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

from lxml import etree

from narrate.feed.checking.audio import ADD, audio_findings
from narrate.feed.checking.finding import LONGEST_VALUE, Finding, Place, fault, suggestion
from narrate.feed.checking.picture import picture_findings
from narrate.feed.checking.timed_text import chapter_problems, transcript_problems
from narrate.feed.files import media_type
from narrate.feed.rss import NAMESPACES, PODCAST

Problems = Callable[[Path, float | None], Iterator[str]]
"""What is wrong with a text that belongs to a sound of so many seconds."""


def item_findings(item: etree._Element, place: Place) -> Iterator[Finding]:
    """What is missing or wrong in an episode and its files."""
    title = item.findtext("title", "").strip()
    where = title or "an episode without a title"
    yield from _required(item, title, where)
    yield from _recommended(item, where)
    image = item.find("itunes:image", NAMESPACES)
    if image is not None:
        yield from picture_findings(where, image.get("href", ""), place)
    seconds = yield from audio_findings(item, place, where)
    yield from _accessibility(item, where)
    yield from _texts(item, place, where, seconds)


def _required(item: etree._Element, title: str, where: str) -> Iterator[Finding]:
    if not title:
        problem = "there is no title"
        yield fault(where, problem, ADD)
    if len(title) > LONGEST_VALUE:
        problem = f"the title has more than {LONGEST_VALUE} characters"
        remedy = "shorten it in the episode's .toml, and run narrate feed build"
        yield fault(where, problem, remedy)
    guid = item.findtext("guid", "")
    if not guid.strip():
        problem = "there is no guid, so players cannot tell it from others"
        yield fault(where, problem, ADD)
    date = item.findtext("pubDate")
    if not _is_date(date):
        problem = f"the publication date is not a date: {date}"
        yield fault(where, problem, ADD)


def _is_date(date: str | None) -> bool:
    """Whether it is a moment as RFC 5322 writes it, with its time zone."""
    try:
        moment = parsedate_to_datetime(date or "")
    except ValueError:
        return False
    return moment.tzinfo is not None


def _recommended(item: etree._Element, where: str) -> Iterator[Finding]:
    description = item.findtext("description", "")
    if not description.strip():
        problem = "there is no description"
        yield suggestion(where, problem, ADD)
    link = item.findtext("link", "")
    if link.startswith("http://"):
        problem = "the link is not encrypted"
        remedy = "write https:// if the site has it"
        yield suggestion(where, problem, remedy)


def _accessibility(item: etree._Element, where: str) -> Iterator[Finding]:
    """A transcript for those who do not hear, and whether the voice is a person's."""
    if item.find("podcast:transcript", NAMESPACES) is None:
        remedy = "narrate it with -o .vtt, too, and " + ADD
        problem = "there is no transcript"
        yield suggestion(where, problem, remedy)
    if item.find(f"{{{PODCAST}}}txt") is None:
        problem = "nothing says whether the voice is synthetic"
        remedy = "narrate it with -o .json, and " + ADD
        yield suggestion(where, problem, remedy)


def _texts(item: etree._Element, place: Place, where: str, seconds: float | None) -> Iterator[Finding]:
    for transcript in item.findall("podcast:transcript", NAMESPACES):
        yield from _text(transcript, transcript_problems, place, where, seconds)
    for chapters in item.findall("podcast:chapters", NAMESPACES):
        yield from _text(chapters, chapter_problems, place, where, seconds)


def _text(
    element: etree._Element, problems: Problems, place: Place, where: str, seconds: float | None
) -> Iterator[Finding]:
    """What is wrong with the file that `element` names; a file that is elsewhere is not checked."""
    path = place.file(element.get("url", ""))
    if path is None:
        return
    if not path.is_file():
        problem = f"there is no such file: {path}"
        yield fault(where, problem, ADD)
        return
    yield from _media_type(element, path.name, where)
    remedy = "write it again, and " + ADD
    for problem in problems(path, seconds):
        yield fault(where, f"{path.name}: {problem}", remedy)


def _media_type(element: etree._Element, name: str, where: str) -> Iterator[Finding]:
    stated = element.get("type")
    if stated != media_type(name):
        problem = f"the type of {name} is {stated}"
        yield fault(where, problem, ADD)
