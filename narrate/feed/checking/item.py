"""What PSP-1 ("Required item") and Apple ask of an episode."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

from lxml import etree

from narrate.errors import EncodingError
from narrate.feed.checking.finding import LONGEST_VALUE, Finding, Place, better, mend
from narrate.feed.checking.picture import picture_findings
from narrate.feed.checking.timed_text import chapter_problems, transcript_problems
from narrate.feed.files import AUDIO, media_type
from narrate.feed.rss import ITUNES, NAMESPACES, PODCAST
from narrate.measuring import measured

LOUDNESS, TOLERANCE, PEAK = -16.0, 1.0, -1.0
"""LUFS, LU and dBTP: Apple Podcasts, "Audio requirements"."""
APPLES = (".mp3", ".m4a", ".m4b")
"""What Apple plays; other players know Opus, too."""
ROUNDED = 1.0
"""Seconds by which a duration may be off: the feed has whole ones."""
ADD = "add the episode again"


def item_findings(item: etree._Element, place: Place) -> Iterator[Finding]:
    """What is missing or wrong in an episode and its files."""
    title = (item.findtext("title") or "").strip()
    where = title or "an episode without a title"
    if not title:
        yield mend(where, "there is no title", ADD)
    if len(title) > LONGEST_VALUE:
        problem = f"the title has more than {LONGEST_VALUE} characters"
        yield mend(where, problem, "shorten it in the episode's .toml, and run narrate feed build")
    if not (item.findtext("guid") or "").strip():
        yield mend(where, "there is no guid, so players cannot tell it from others", ADD)
    if not _is_date(item.findtext("pubDate")):
        yield mend(where, f"the date is none: {item.findtext('pubDate')}", ADD)
    if not (item.findtext("description") or "").strip():
        yield better(where, "there is no description", ADD)
    if (item.findtext("link") or "").startswith("http://"):
        yield better(where, "the link is not encrypted", "write https:// if the site has it")
    image = item.find("itunes:image", NAMESPACES)
    if image is not None:
        yield from picture_findings(where, image.get("href") or "", place)
    seconds = yield from _audio(item, place, where)
    yield from _texts(item, place, where, seconds)


def _is_date(date: str | None) -> bool:
    try:
        return parsedate_to_datetime(date or "").tzinfo is not None
    except ValueError:
        return False


def _audio(item: etree._Element, place: Place, where: str) -> Generator[Finding, None, float | None]:
    """Yields findings, and returns the length in seconds; None where it is not known."""
    enclosure = item.find("enclosure")
    address = "" if enclosure is None else enclosure.get("url") or ""
    path = place.file(address)
    if enclosure is None or not address:
        yield mend(where, "there is no audio", ADD)
        return None
    if path is None:
        yield better(where, f"the audio lies elsewhere and was not checked: {address}", "check it there")
        return None
    if not path.is_file():
        yield mend(where, f"the audio is not there: {path}", ADD)
        return None
    yield from _enclosure(enclosure, path, where)
    try:
        found = measured(path)
    except EncodingError as error:
        yield mend(where, str(error), "make it again")
        return None
    yield from _sound(found.loudness.integrated, found.loudness.true_peak, where)
    seconds = found.levels.seconds
    stated = item.findtext(f"{{{ITUNES}}}duration") or ""
    if not stated.isdigit() or abs(int(stated) - seconds) > ROUNDED:
        yield mend(where, f"the feed says {stated or 'nothing'} of its {seconds:.0f} seconds", ADD)
    return seconds


def _enclosure(enclosure: etree._Element, path: Path, where: str) -> Iterator[Finding]:
    size = path.stat().st_size
    if enclosure.get("length") != str(size):
        yield mend(where, f"the feed says {enclosure.get('length')} bytes, the audio has {size}", ADD)
    suffix = path.suffix.lower()
    if enclosure.get("type") != AUDIO.get(suffix):
        yield mend(where, f"the audio's type is {enclosure.get('type')}, not {AUDIO.get(suffix)}", ADD)
    if suffix not in APPLES:
        yield better(where, f"Apple does not play {suffix}", "add it as .mp3")


def _sound(loudness: float, peak: float, where: str) -> Iterator[Finding]:
    again = "narrate it again with --loudness podcast"
    if abs(loudness - LOUDNESS) > TOLERANCE:
        side = "louder" if loudness > LOUDNESS else "softer"
        problem = f"it is {side} than podcasts are: {loudness:.1f} LUFS, not {LOUDNESS:.0f} ± {TOLERANCE:.0f}"
        yield mend(where, problem, again)
    if peak > PEAK:
        yield mend(where, f"its peaks reach {peak:.1f} dBTP, more than {PEAK:.0f}", again)


def _texts(item: etree._Element, place: Place, where: str, seconds: float | None) -> Iterator[Finding]:
    transcripts = item.findall("podcast:transcript", NAMESPACES)
    chapters = item.findall("podcast:chapters", NAMESPACES)
    if not transcripts:
        yield better(where, "there is no transcript", "narrate it with -o .vtt, too, and " + ADD)
    if item.findtext(f"{{{PODCAST}}}txt") is None:
        yield better(
            where, "nothing says whether the voice is synthetic", "narrate it with -o .json, and " + ADD
        )
    checks = [(each, transcript_problems) for each in transcripts]
    checks += [(each, chapter_problems) for each in chapters]
    for each, problems in checks:
        path = place.file(each.get("url") or "")
        if path is None:
            continue
        if not path.is_file():
            yield mend(where, f"a file is not there: {path}", ADD)
            continue
        if each.get("type") != media_type(path.name):
            yield mend(where, f"the type of {path.name} is {each.get('type')}", ADD)
        for problem in problems(path, seconds):
            yield mend(where, f"{path.name}: {problem}", "write it again, and " + ADD)
