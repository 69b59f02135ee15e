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
    """Where the files of an episode are before it is one."""

    audio: Path
    transcripts: dict[str, Path]
    """By suffix."""
    chapters: Path | None
    image: Path | None
    missing: tuple[str, ...]
    """What could lie beside the audio and does not, a line each."""

    def __iter__(self) -> Iterator[tuple[str, Path]]:
        """Suffix and path of every file."""
        yield self.audio.suffix.lower(), self.audio
        yield from self.transcripts.items()
        if self.chapters:
            yield ".chapters.json", self.chapters
        if self.image:
            yield self.image.suffix.lower(), self.image


def recording(audio: Path) -> Recording:
    """What there is of a recording. Raises FeedError where the audio is not there, or in no fit format."""
    if not audio.is_file():
        raise FeedError("no such file", audio, "check the spelling")
    if audio.suffix.lower() not in AUDIO:
        raise FeedError("not a format of podcasts", audio, "one of " + ", ".join(AUDIO))
    beside = {suffix: audio.with_suffix(suffix) for suffix in WHAT}
    there = {suffix: path for suffix, path in beside.items() if path.is_file()}
    if ".txt" in there and not is_transcript(there[".txt"]):
        del there[".txt"]
    image = next((path for suffix in PICTURES if (path := audio.with_suffix(suffix)).is_file()), None)
    missing = [f"no {WHAT[suffix]}: {path.name}" for suffix, path in beside.items() if suffix not in there]
    if image is None:
        missing.append(f"no picture of its own: {audio.with_suffix('.jpg').name}")
    chapters = there.pop(".chapters.json", None)
    return Recording(audio, there, chapters, image, tuple(missing))
