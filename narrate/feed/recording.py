"""A recording that is to be published: the audio, and the files of the same name beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from narrate.errors import FeedError
from narrate.feed.facts import is_transcript
from narrate.feed.files import AUDIO, CHAPTERS, PICTURES, TRANSCRIPTS

WHAT = {**dict.fromkeys(TRANSCRIPTS, "transcript"), **dict.fromkeys(CHAPTERS, "list of chapters")}


@dataclass(frozen=True, slots=True)
class Recording:
    """Where the files of an episode are before they are copied into the show."""

    audio: Path
    transcripts: dict[str, Path]
    """By suffix."""
    chapters: Path | None
    image: Path | None
    missing: tuple[str, ...]
    """What could be beside the audio but is not, a line each."""

    def __iter__(self) -> Iterator[tuple[str, Path]]:
        """Suffix and path of every file."""
        yield self.audio.suffix.lower(), self.audio
        yield from self.transcripts.items()
        if self.chapters:
            yield ".chapters.json", self.chapters
        if self.image:
            yield self.image.suffix.lower(), self.image


def recording(audio: Path) -> Recording:
    """The audio and what is beside it. Raises FeedError for a missing or unfit file."""
    _check_audio(audio)
    there: dict[str, Path] = {}
    missing = []
    for suffix, what in WHAT.items():
        path = audio.with_suffix(suffix)
        if _belongs(path):
            there[suffix] = path
        else:
            missing.append(f"no {what}: {path.name}")
    image = _picture_beside(audio)
    if image is None:
        usual = audio.with_suffix(".jpg")
        missing.append(f"no picture of its own: {usual.name}")
    chapters = there.pop(".chapters.json", None)
    return Recording(audio, there, chapters, image, tuple(missing))


def _belongs(path: Path) -> bool:
    """Whether a file is there, and not the article that the recording was made from."""
    if not path.is_file():
        return False
    return path.suffix != ".txt" or is_transcript(path)


def _check_audio(audio: Path) -> None:
    if not audio.is_file():
        raise FeedError("no such file", audio, "check the spelling")
    if audio.suffix.lower() not in AUDIO:
        raise FeedError("not a podcast format", audio, "one of " + ", ".join(AUDIO))


def _picture_beside(audio: Path) -> Path | None:
    for suffix in PICTURES:
        path = audio.with_suffix(suffix)
        if path.is_file():
            return path
    return None
