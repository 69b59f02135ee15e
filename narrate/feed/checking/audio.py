"""What Apple and PSP-1 ask of an episode's audio, and whether the feed says of it what is true."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from lxml import etree

from narrate.errors import EncodingError
from narrate.feed.checking.finding import Finding, Place, fault, suggestion
from narrate.feed.files import AUDIO
from narrate.feed.rss import ITUNES
from narrate.measuring import Loudness, measured

LOUDNESS, TOLERANCE, PEAK = -16.0, 1.0, -1.0
"""LUFS, LU and dBTP: Apple Podcasts, "Audio requirements"."""
PLAYED_BY_APPLE = (".mp3", ".m4a", ".m4b")
"""Other players know Opus, too."""
ROUNDED = 1.0
"""Seconds by which a duration may be off: the feed has whole ones."""
ADD = "add the episode again"


def audio_findings(item: etree._Element, place: Place, where: str) -> Generator[Finding, None, float | None]:
    """Yield what is wrong with the audio, and return its length in seconds; None if that is unknown."""
    enclosure = item.find("enclosure")
    if enclosure is None or not enclosure.get("url"):
        problem = "there is no audio"
        yield fault(where, problem, ADD)
        return None
    address = enclosure.get("url", "")
    path = place.file(address)
    if path is None:
        problem = f"the audio is outside the show's folder and was not checked: {address}"
        remedy = "check it there"
        yield suggestion(where, problem, remedy)
        return None
    if not path.is_file():
        problem = f"there is no such audio file: {path}"
        yield fault(where, problem, ADD)
        return None
    yield from _enclosure(enclosure, path, where)
    seconds = yield from _sound(path, where)
    if seconds is not None:
        yield from _duration(item, seconds, where)
    return seconds


def _enclosure(enclosure: etree._Element, path: Path, where: str) -> Iterator[Finding]:
    """Whether size and type are those of the file."""
    stated_size = enclosure.get("length")
    size = path.stat().st_size
    if stated_size != str(size):
        problem = f"the feed says {stated_size} bytes, the audio has {size}"
        yield fault(where, problem, ADD)
    suffix = path.suffix.lower()
    stated_type = enclosure.get("type")
    media_type = AUDIO.get(suffix)
    if stated_type != media_type:
        problem = f"the audio's type is {stated_type}, not {media_type}"
        yield fault(where, problem, ADD)
    if suffix not in PLAYED_BY_APPLE:
        problem = f"Apple does not play {suffix}"
        remedy = "add it as .mp3"
        yield suggestion(where, problem, remedy)


def _sound(path: Path, where: str) -> Generator[Finding, None, float | None]:
    """Measure the file, and return its length in seconds; None if it cannot be decoded."""
    try:
        measurement = measured(path)
    except EncodingError as error:
        problem = str(error)
        remedy = "make it again"
        yield fault(where, problem, remedy)
        return None
    yield from _loudness(measurement.loudness, where)
    return measurement.levels.seconds


def _loudness(loudness: Loudness, where: str) -> Iterator[Finding]:
    again = "narrate it again with --loudness podcast"
    level = loudness.integrated
    if abs(level - LOUDNESS) > TOLERANCE:
        comparison = "louder" if level > LOUDNESS else "softer"
        asked = f"{LOUDNESS:.0f} ± {TOLERANCE:.0f}"
        problem = f"it is {comparison} than podcasts should be: {level:.1f} LUFS, not {asked}"
        yield fault(where, problem, again)
    peak = loudness.true_peak
    if peak > PEAK:
        problem = f"its peaks reach {peak:.1f} dBTP, more than {PEAK:.0f}"
        yield fault(where, problem, again)


def _duration(item: etree._Element, seconds: float, where: str) -> Iterator[Finding]:
    stated = item.findtext(f"{{{ITUNES}}}duration", "")
    if stated.isdigit() and abs(int(stated) - seconds) <= ROUNDED:
        return
    problem = f"the feed says {stated or 'nothing'} seconds, the audio has {seconds:.0f}"
    yield fault(where, problem, ADD)
