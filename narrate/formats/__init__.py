"""Output formats: what turns the master into a file. One file per format.

To add one, write a class that is called with a `Target`, the master's sample rate and the
`WriterOptions`, that has the methods of `Writer`, and put its name into `WRITERS`. A writer is used by
one thread at a time, works into `target.new_part()` and moves that into place with `target.commit()`.
It maps what its libraries raise with `failures.mapped`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from narrate.errors import OutputError
from narrate.formats.target import Target
from narrate.model import Narration, Samples

WRITERS = {
    ".mp3": "narrate.formats.mp3:Mp3Writer",
    ".wav": "narrate.formats.wav:WavWriter",
}


@dataclass(frozen=True, slots=True)
class WriterOptions:
    """What can be chosen about a file. A format takes what applies to it."""

    bitrate: int = 96
    """kbit/s, of a lossy format. 96 is what podcast platforms recommend for mono speech."""
    sample_rate: int = 44_100
    """Hz, of an MP3: the rate that every player plays. WAV keeps the master's."""


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


def open_writer(path: Path, sample_rate: int, options: WriterOptions | None = None) -> Writer:
    """Start the file that `path`'s suffix asks for, from a master of `sample_rate` Hz.

    Raises OutputError, before any work is done, for an unknown suffix, for options that the format
    cannot have, and for a place where no file can be written.
    """
    try:
        module, attribute = WRITERS[path.suffix.lower()].split(":")
    except KeyError:
        raise OutputError("unknown output format", path, "one of " + ", ".join(suffixes())) from None
    target = Target(path)
    factory = getattr(import_module(module), attribute)
    try:
        return cast(Writer, factory(target, sample_rate, options or WriterOptions()))
    except BaseException:
        target.discard()
        raise
