"""Whether transcripts and chapters are what players expect, and end when the sound does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from operator import sub
from pathlib import Path
from typing import Any

Times = Sequence[tuple[float, float]]
"""Start and end in seconds, of each caption, segment or chapter in order."""
LATE = 1.0
"""Seconds by which a text may go beyond its sound; more, and it belongs to another recording."""
_TIME = r"(?:(\d{2,}):)?(\d\d):(\d\d)[.,](\d{3})"
_SIGNATURE = re.compile(r"\ufeff?WEBVTT(?:[ \t\n\r]|$)")
"""WebVTT section 4.1; a byte-order mark may stand before it."""
_CUE = re.compile(rf"^{_TIME} --> {_TIME}", re.MULTILINE)


def transcript_problems(path: Path, seconds: float | None) -> Iterator[str]:
    """What is wrong with a transcript of a sound of so many seconds, if its length is known."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        yield "it is not in UTF-8"
        return
    match path.suffix:
        case ".json":
            yield from _json_problems(text, seconds)
        case ".vtt" | ".srt":
            yield from _caption_problems(text, path.suffix, seconds)
        case _ if not text.strip():
            yield "it is empty"


def chapter_problems(path: Path, seconds: float | None) -> Iterator[str]:
    """What is wrong with a list of chapters (Podcasting 2.0, JSON chapters 1.2)."""
    try:
        version, starts = _chapters(path)
    except (ValueError, KeyError, TypeError) as error:
        yield f"it is not a list of chapters: {error!r}"
        return
    if not version.startswith("1."):
        yield f"it has version {version}, and players know 1.2"
    if not starts:
        yield "it has no chapters"
    times = [(start, start) for start in starts]
    yield from _time_problems(times, seconds)


def _chapters(path: Path) -> tuple[str, list[float]]:
    """The version, and when each chapter starts in seconds. Raises what a malformed file makes of it."""
    data = json.loads(path.read_text(encoding="utf-8"))
    starts = [float(chapter["startTime"]) for chapter in data["chapters"]]
    version = str(data["version"])
    return version, starts


def _json_problems(text: str, seconds: float | None) -> Iterator[str]:
    try:
        segments: list[dict[str, Any]] = json.loads(text)["segments"]
        times = list(map(_times, segments))
    except (ValueError, KeyError, TypeError) as error:
        yield f"it is not a transcript: {error!r}"
        return
    bodies = [segment.get("body") for segment in segments]
    if not bodies or None in bodies:
        yield "it has no words"
    yield from _time_problems(times, seconds)


def _times(segment: Mapping[str, Any]) -> tuple[float, float]:
    """Start and end in seconds, under the names of Podcasting 2.0's JSON transcripts."""
    return float(segment["startTime"]), float(segment["endTime"])


def _caption_problems(text: str, suffix: str, seconds: float | None) -> Iterator[str]:
    if suffix == ".vtt" and not _SIGNATURE.match(text):
        yield "it does not begin with WEBVTT"
    times = [_span(cue) for cue in _CUE.finditer(text)]
    if not times:
        yield "it has no captions"
    yield from _time_problems(times, seconds)


def _time_problems(times: Times, seconds: float | None) -> Iterator[str]:
    """Whether times are in order, and end when a sound of so many seconds does, if its length is known."""
    if not times:
        return
    starts, ends = zip(*times, strict=True)
    lengths = map(sub, ends, starts)
    last = max(ends)
    if list(starts) != sorted(starts):
        yield "its times are not in order"
    if min(lengths) < 0:
        yield "something ends before it begins"
    if seconds is not None and last > seconds + LATE:
        yield f"it goes on to second {last:.0f}, and the audio ends at {seconds:.0f}"


def _span(cue: re.Match[str]) -> tuple[float, float]:
    """Start and end of a caption in seconds."""
    groups = cue.groups()
    return _seconds(groups[:4]), _seconds(groups[4:])


def _seconds(groups: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(group or 0) for group in groups)
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000
