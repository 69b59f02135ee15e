"""The files of a show: what each is, and how one appears whole or not at all."""

from __future__ import annotations

import filecmp
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from narrate.errors import FeedError, OutputError
from narrate.storage import fill_whole

EPISODES = "episodes"
"""The folder of a show that holds its episodes."""

AUDIO = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/x-m4a",
    ".m4b": "audio/x-m4b",
    ".opus": "audio/ogg",
    ".ogg": "audio/ogg",
}
"""Media types by suffix; those of Apple's list of enclosures, and Opus."""
TRANSCRIPTS = {
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".json": "application/json",
    ".txt": "text/plain",
}
"""Podcasting 2.0, "transcript": the best first."""
CHAPTERS = {".chapters.json": "application/json+chapters"}
PICTURES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png"}
PUBLISHED = AUDIO | TRANSCRIPTS | CHAPTERS | PICTURES | {".xml": "application/rss+xml"}
"""All that a server has to give out."""


def media_type(name: str) -> str | None:
    """The media type of a published file by the longest suffix that is known; None for any other file."""
    found = [suffix for suffix in PUBLISHED if name.lower().endswith(suffix)]
    return PUBLISHED[max(found, key=len)] if found else None


def put(path: Path, content: bytes) -> None:
    """Write a file that appears whole, in one step. Raises FeedError."""
    _replace(path, lambda part: part.write_bytes(content))


def copy(source: Path, path: Path) -> None:
    """Copy a file so that it appears whole, in one step. Raises FeedError."""
    _replace(path, partial(shutil.copyfile, source))


def remove(path: Path) -> None:
    """Remove a file, which may be gone already. Raises FeedError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FeedError("cannot remove", path, error.strerror or str(error)) from error


def same(one: Path, other: Path) -> bool:
    """Whether both are there and have the same bytes."""
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def clean(text: str) -> str:
    """One line of `text` without what XML 1.0 (section 2.2) and TOML cannot hold."""
    whole = text.encode("utf-8", "replace").decode()
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+", " ", whole).strip()


def _replace(path: Path, fill: Callable[[Path], object]) -> None:
    """Fill a hidden file beside `path`, and put it in its place."""
    try:
        path.parent.mkdir(exist_ok=True)
        fill_whole(path, fill)
    except OSError as error:
        raise FeedError("cannot write", path, error.strerror or str(error)) from error
    except OutputError as error:
        raise FeedError(error.problem, error.value, error.remedy.replace(" with -o", "")) from error
