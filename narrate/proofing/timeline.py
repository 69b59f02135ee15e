"""The timeline of a recording: the JSON that `narrate` writes beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from narrate.errors import SourceError
from narrate.proofing.passages import Passage
from narrate.proofing.timing import TimedText, is_word
from narrate.proofing.words import SpokenForms

REMEDY = "narrate ARTICLE -o a.mp3 -o a.json writes both; or name the article with --against"
SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Timeline:
    """What should have been said, and in which chapters."""

    title: str
    language: str
    chapters: Sequence[str]
    """Their titles."""
    passages: Sequence[Passage]
    words: Sequence[TimedText] = ()
    """When each word is heard; empty if that is not known exactly."""
    duration: float = 0.0
    """Seconds; without meaning if there are no words."""


def beside(audio: Path) -> Path:
    """The timeline of a recording. Raises SourceError if there is none."""
    path = audio.with_suffix(SUFFIX)
    if not path.is_file():
        raise SourceError("there is no timeline beside the recording", path, REMEDY)
    return path


def read_timeline(path: Path, forms_of: Callable[[str], SpokenForms]) -> Timeline:
    """Read a timeline; `forms_of` gives what writes out a language. Raises SourceError for any other file."""
    try:
        data = json.loads(path.read_bytes())
        return _timeline(data, forms_of(str(data["language"])))
    except OSError as error:
        raise SourceError("the timeline cannot be read", path, error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError("not a timeline that narrate has written", path, REMEDY) from error


def _timeline(data: Mapping[str, Any], spoken_forms: SpokenForms) -> Timeline:
    passages = [_passage(segment, spoken_forms) for segment in data["segments"]]
    chapters = [str(chapter["title"]) for chapter in data["chapters"]]
    _check_chapters(passages, chapters)
    words: list[TimedText] = []
    for number, segment in enumerate(data["segments"]):
        words += _words(segment, number)
    duration = float(data["duration_ms"]) / 1000
    return Timeline(str(data["title"]), str(data["language"]), chapters, passages, words, duration)


def _check_chapters(passages: Sequence[Passage], chapters: Sequence[str]) -> None:
    """Raise ValueError if there are no chapters, or a passage is in none of them."""
    if not chapters:
        raise ValueError("chapters")
    for passage in passages:
        if not 0 <= passage.chapter < len(chapters):
            raise ValueError("chapters")


def _words(segment: Mapping[str, Any], passage: int) -> Iterator[TimedText]:
    """The words of a segment, if its engine told their times."""
    if segment["words_estimated"]:
        return
    start = 0
    for word in segment["words"]:
        start = segment["text"].index(word["text"], start)
        end = start + len(word["text"])
        yield TimedText(
            passage, start, end, word["start_ms"] / 1000, word["end_ms"] / 1000, is_word(word["text"])
        )
        start = end


def _passage(segment: Mapping[str, Any], spoken_forms: SpokenForms) -> Passage:
    text = str(segment["text"])
    # A recording is heard in place of words that a description stands for.
    is_recording = "description" in segment
    return Passage(
        int(segment["index"]),
        "" if is_recording else text,
        () if is_recording else spoken_forms(text),
        int(segment["chapter"]),
        str(segment["role"]),
        segment["source_start"],
    )
