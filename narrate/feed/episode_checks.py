"""What may stand in an episode's TOML, which its user edits: a kind of value for each key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from math import isfinite
from typing import Any

LONGEST_SECONDS = 10_000_000
"""Nearly four months."""
LARGEST_BYTES = 2**50


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_voices(value: object) -> bool:
    """Tables with the name of an engine and that of its voice."""
    return isinstance(value, list) and all(map(_is_voice, value))


def _is_voice(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"engine", "voice"}:
        return False
    return all(isinstance(each, str) for each in value.values())


def _is_length(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isfinite(value) and 0 <= value <= LONGEST_SECONDS


def _is_size(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return 0 <= value <= LARGEST_BYTES


def _is_date(value: object) -> bool:
    """TOML's dates with or without a time. Of the first and the last year not all moments can be compared."""
    return isinstance(value, date) and 1 < value.year < 9999


def is_file_name(value: object) -> bool:
    """Whether a value is the name of a file in the folder itself, on any system."""
    if not isinstance(value, str) or value in ("", ".", ".."):
        return False
    return re.search(r"[\x00-\x1f\x7f-\x9f/\\:]", value) is None


def _is_file_names(value: object) -> bool:
    return isinstance(value, list) and all(map(is_file_name, value))


def _is_file_name_or_empty(value: object) -> bool:
    return value == "" or is_file_name(value)


_TEXT = (_is_text, "text in quotation marks")
_TEXTS = (_is_texts, "a list of texts")
_FILE = (_is_file_name_or_empty, "the name of a file in the episode's folder")
_REQUIRED: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "title": _TEXT,
    "guid": (lambda value: _is_text(value) and value != "", "text that is not empty"),
    "date": (_is_date, "a date"),
    "audio": (is_file_name, "the name of a file in the episode's folder"),
    "bytes": (_is_size, "a number of bytes"),
    "seconds": (_is_length, "a number of seconds"),
}
_OPTIONAL: Mapping[str, tuple[Callable[[object], bool], str]] = {
    **dict.fromkeys(("language", "summary", "author", "site", "link", "license", "statement"), _TEXT),
    **dict.fromkeys(("image_alt", "notes"), _TEXT),
    "quoted": _TEXTS,
    "voices": (_is_voices, "a list of tables with engine and voice"),
    "transcripts": (_is_file_names, "a list of names of files in the episode's folder"),
    "chapters": _FILE,
    "image": _FILE,
}


def problems(data: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the table of an episode's file, each with its key."""
    for key in _REQUIRED:
        if key not in data:
            yield f"the episode lacks {key}"
    known = {**_REQUIRED, **_OPTIONAL}
    for key, value in data.items():
        if key not in known:
            yield f"unknown key {key} in the episode"
            continue
        is_right, wanted = known[key]
        if not is_right(value):
            yield f"{key} of the episode is not {wanted}"
