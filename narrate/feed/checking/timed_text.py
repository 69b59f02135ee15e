"""Whether transcripts and chapters are what players expect, and end with the sound."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

LATE = 1.0
"""Seconds by which a text may go beyond its sound before it is another's."""
_TIME = r"(?:(\d{2,}):)?(\d\d):(\d\d)[.,](\d{3})"
_CUE = re.compile(rf"^{_TIME} --> {_TIME}", re.MULTILINE)


def transcript_problems(path: Path, seconds: float | None) -> Iterator[str]:
    """What is wrong with a transcript of a sound of so many seconds."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        yield "it is not in UTF-8"
        return
    if path.suffix == ".json":
        yield from _json_problems(text, seconds)
    elif path.suffix in (".vtt", ".srt"):
        yield from _caption_problems(text, path.suffix, seconds)
    elif not text.strip():
        yield "it is empty"


def chapter_problems(path: Path, seconds: float | None) -> Iterator[str]:
    """What is wrong with a list of chapters (Podcasting 2.0, JSON chapters 1.2)."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        starts = [float(chapter["startTime"]) for chapter in data["chapters"]]
        version = str(data["version"])
    except (ValueError, KeyError, TypeError) as error:
        yield f"it is no list of chapters: {error!r}"
        return
    if not version.startswith("1."):
        yield f"it has version {version}, and players know 1.2"
    if not starts:
        yield "there is no chapter in it"
    yield from _order_problems([(start, start) for start in starts], seconds)


def _json_problems(text: str, seconds: float | None) -> Iterator[str]:
    try:
        segments: list[dict[str, Any]] = json.loads(text)["segments"]
        times = [(float(each["startTime"]), float(each["endTime"])) for each in segments]
        empty = [each for each in segments if "body" not in each]
    except (ValueError, KeyError, TypeError) as error:
        yield f"it is no transcript: {error!r}"
        return
    if empty or not segments:
        yield "it has no words"
    yield from _order_problems(times, seconds)


def _caption_problems(text: str, suffix: str, seconds: float | None) -> Iterator[str]:
    if suffix == ".vtt" and not re.match(r"\ufeff?WEBVTT(?:[ \t\n\r]|$)", text):
        yield "it does not begin with WEBVTT"
    times = [(_seconds(cue.groups()[:4]), _seconds(cue.groups()[4:])) for cue in _CUE.finditer(text)]
    if not times:
        yield "there is no caption in it"
    yield from _order_problems(times, seconds)


def _order_problems(times: list[tuple[float, float]], seconds: float | None) -> Iterator[str]:
    if any(later[0] < earlier[0] for earlier, later in pairwise(times)):
        yield "its times are not in order"
    if any(end < start for start, end in times):
        yield "something ends before it begins"
    last = max((end for _, end in times), default=0.0)
    if seconds is not None and last > seconds + LATE:
        yield f"it goes on to second {last:.0f}, and the audio ends at {seconds:.0f}"


def _seconds(groups: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(group or 0) for group in groups)
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000
