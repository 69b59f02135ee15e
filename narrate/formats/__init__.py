"""Output formats: what turns the master into a file. One file per format.

To add one, write a function (or a class) that takes a `Target`, the master's sample rate and the
`WriterOptions` and returns a `Writer`, and put its name into `WRITERS`. A writer is used by one thread at a
time, works into `target.new_part()` and moves that into place with `target.commit()`. It maps what its
libraries raise with `failures.mapped`. `audio.encoding.EncodedWriter` does all that for what libav can
encode, and `rendered.RenderedWriter` for what is written in one go.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from narrate.errors import OutputError
from narrate.model import Narration, Samples
from narrate.storage import OutputSet, Target

WRITERS = {
    ".chapters.json": "narrate.formats.timed_text.chapters_json:ChaptersJsonWriter",
    ".chapters.txt": "narrate.formats.timed_text.chapters_text:ChaptersTextWriter",
    ".chapters.vtt": "narrate.formats.timed_text.webvtt:ChaptersVttWriter",
    ".epub": "narrate.formats.readalong.epub:BookWriter",
    ".flac": "narrate.formats.audio.flac:flac_writer",
    ".html": "narrate.formats.readalong.player:page_writer",
    ".jpg": "narrate.formats.cover_file:CoverWriter",
    ".json": "narrate.formats.timed_text.transcript_json:TranscriptJsonWriter",
    ".ledger.json": "narrate.formats.timed_text.ledger_json:LedgerJsonWriter",
    ".m4a": "narrate.formats.audio.m4b:m4a_writer",
    ".m4b": "narrate.formats.audio.m4b:m4b_writer",
    ".mp3": "narrate.formats.audio.mp3.writer:mp3_writer",
    ".ogg": "narrate.formats.audio.opus:opus_writer",
    ".opus": "narrate.formats.audio.opus:opus_writer",
    ".srt": "narrate.formats.timed_text.subrip:SubRipWriter",
    ".txt": "narrate.formats.timed_text.transcript_text:TranscriptTextWriter",
    ".vtt": "narrate.formats.timed_text.webvtt:webvtt_writer",
    ".wav": "narrate.formats.audio.wav:WavWriter",
}

SOUNDLESS = frozenset(
    {
        ".chapters.json",
        ".chapters.txt",
        ".chapters.vtt",
        ".jpg",
        ".json",
        ".ledger.json",
        ".srt",
        ".txt",
        ".vtt",
    }
)
"""Formats without sound, which hold only who says what and when."""

AUDIO = frozenset({".flac", ".m4a", ".m4b", ".mp3", ".ogg", ".opus", ".wav"})
COVERED = AUDIO | {".epub", ".jpg", ".json"}
"""Formats that hold the cover, or a description of it."""


class Memory(Protocol):
    """A cache of bytes, kept between runs. It may forget anything at any time."""

    def get(self, key: str) -> bytes | None:
        """What was kept under the key, undamaged; None if there is nothing."""
        ...

    def put(self, key: str, content: bytes) -> None:
        """Keep it, if possible. Both are called by several threads."""
        ...


@dataclass(frozen=True, slots=True)
class WriterOptions:
    """What can be chosen about a file. A format takes what applies to it."""

    bitrate: int | None = None
    """kbit/s, of a lossy format; None is the format's own default."""
    sample_rate: int | None = None
    """Hz, of a lossy format; None is the format's own default. The others keep the master's."""
    words: bool = False
    """Include the time of every word in a format that otherwise has those of captions or sentences."""
    assets: bool = False
    """Put the sound of a page into a file of its own, not into the page."""
    memory: Memory | None = None
    """Where encoded sound is looked up and kept, in a format that is encoded in stretches; None: nowhere."""


class Writer(Protocol):
    """What a writer has to be."""

    def write(self, samples: Samples) -> None:
        """Take the next block of the master, while it is being made."""
        ...

    def finish(self, narration: Narration) -> None:
        """Complete the file and move it into place; the master has been written to the end."""
        ...

    def abort(self) -> None:
        """Leave nothing behind, and an old file as it was. May be called at any time, and twice."""
        ...


def suffixes() -> list[str]:
    """The suffixes of every format that can be written."""
    return sorted(WRITERS)


def format_suffix(path: Path) -> str | None:
    """The longest suffix of `path` that names a format: ".chapters.json", not ".json"; None if none does."""
    double = "".join(path.suffixes[-2:]).lower()
    single = path.suffix.lower()
    if double in WRITERS:
        return double
    return single if single in WRITERS else None


def carries_sound(path: Path) -> bool:
    """Whether a file in the format of `path` has sound."""
    return format_suffix(path) not in SOUNDLESS


def carries_cover(path: Path) -> bool:
    """Whether a file in the format of `path` holds or describes the cover."""
    return format_suffix(path) in COVERED


def is_audio(path: Path) -> bool:
    """Whether a file in the format of `path` is a recording, and not a page or a book with one."""
    return format_suffix(path) in AUDIO


def sound_beside(page: Path) -> Path:
    """The file for the sound of a page that does not hold it: "a.sound.mp3" for "a.html"."""
    return page.with_name(f"{page.stem}.sound.mp3")


def check(path: Path) -> None:
    """Raise OutputError for a suffix that is not a format, or a place where no file can be written."""
    _known_suffix(path)
    Target(path)


def open_writer(
    path: Path, sample_rate: int, options: WriterOptions | None = None, output_set: OutputSet | None = None
) -> Writer:
    """Start the file that `path`'s suffix asks for, from a master of `sample_rate` Hz.

    With `output_set`, a finished file takes its place when all files of the set do. Raises OutputError,
    before any work is done, for an unknown suffix, for options that the format cannot have, and for a place
    where no file can be written.
    """
    module, attribute = WRITERS[_known_suffix(path)].split(":")
    target = Target(path, output_set)
    factory = getattr(import_module(module), attribute)
    try:
        return cast(Writer, factory(target, sample_rate, options or WriterOptions()))
    except BaseException:
        target.discard()
        raise


def _known_suffix(path: Path) -> str:
    suffix = format_suffix(path)
    if suffix is None:
        raise OutputError("unknown output format", path, "one of " + ", ".join(suffixes()))
    return suffix
