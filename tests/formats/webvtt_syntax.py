"""A strict reader of WebVTT files for tests, after the W3C's syntax (section 4), not after our writer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMINGS = re.compile(rf"{TIME}[ \t]+-->[ \t]+{TIME}")
TEXT = re.compile(r"(?:[^\n\r&<\0]|&(?:amp|lt|gt|lrm|rlm|nbsp|#\d+|#x[0-9A-Fa-f]+);)*")
VOICE = re.compile(r"<v[ \t]([^\n\r>]+)>(.*)</v>", re.DOTALL)


@dataclass(frozen=True)
class VttCue:
    """One cue; times in milliseconds."""

    start: int
    end: int
    voice: str | None
    lines: list[str]


def read_webvtt(text: str) -> list[VttCue]:
    """The cues of a file. Fails with AssertionError where a file is not valid."""
    head, *blocks = text.removesuffix("\n").split("\n\n")
    assert re.fullmatch(r"WEBVTT(?:[ \t].*)?", head), head
    assert not set("\r\0") & set(text)
    return [_cue(block) for block in blocks if not _is_comment(block)]


def _is_comment(block: str) -> bool:
    comment = re.match(r"NOTE(?:[ \t\n]|$)", block) is not None
    assert not (comment and "-->" in block), block
    return comment


def _cue(block: str) -> VttCue:
    timings, *payload = block.split("\n")
    match = TIMINGS.fullmatch(timings)
    assert match, block
    start, end = (_milliseconds(*match.groups()[i : i + 4]) for i in (0, 4))
    assert start < end, block
    text = "\n".join(payload)
    assert payload
    assert all(payload), block
    assert "-->" not in text
    voice = VOICE.fullmatch(text)
    name, text = (voice[1], voice[2]) if voice else (None, text)
    assert all(TEXT.fullmatch(line) for line in text.split("\n")), block
    assert name is None or TEXT.fullmatch(name), block
    return VttCue(start, end, name and unescape(name), unescape(text).split("\n"))


def _milliseconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)
