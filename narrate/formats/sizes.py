"""About how much room a file takes while it is made, for the message where there is not enough."""

from __future__ import annotations

from pathlib import Path

from narrate.formats import WriterOptions, format_suffix

_KBIT = 125
"""Bytes per second of one kbit/s."""
# Usual kbit/s, and how many times the sound is on disk before the file is complete: first without its tags,
# in a page as base64.
_CODED = {
    ".mp3": (96, 2.0),
    ".m4a": (96, 2.0),
    ".m4b": (96, 2.0),
    ".opus": (32, 2.0),
    ".ogg": (32, 2.0),
    ".flac": (220, 2.0),
    ".html": (64, 2.4),
    ".wav": (384, 1.0),
    ".epub": (64, 2.0),
}
_SPOOL = {".epub": 96_000}
"""Bytes per second of the master, which a book keeps until its chapters are known."""
_TEXT = 1000
"""Bytes per second of a format without sound: a transcript in JSON, with the time of every word."""


def needed(path: Path, options: WriterOptions, seconds: float) -> int:
    """About how many bytes a recording of so many seconds takes in the format of `path`."""
    suffix = format_suffix(path) or ""
    if suffix not in _CODED:
        return round(seconds * _TEXT)
    kbit, times = _CODED[suffix]
    rate = (options.bitrate or kbit) * _KBIT * times + _SPOOL.get(suffix, 0)
    return round(seconds * rate)
