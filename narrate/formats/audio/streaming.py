"""Sound for a pipe: written without seeking back, so without what is known only at the end.

It has no chapters, tags or lengths. Players take a WAV whose sizes are 2^32-1 as one of unknown length, which
is what libav and SoX write into pipes, too; MP3, Ogg and FLAC need no length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import av

from narrate.errors import OutputError
from narrate.formats import WriterOptions
from narrate.formats.audio.coding import Coding
from narrate.formats.audio.encoding import Encoder
from narrate.formats.audio.mp3.writer import mp3_coding
from narrate.formats.audio.opus import opus_coding
from narrate.formats.audio.remuxing import BITEXACT
from narrate.formats.failures import mapped
from narrate.model import Narration, Samples
from narrate.storage.outcome import current

STREAMS: Mapping[str, Callable[[WriterOptions, int], Coding]] = {
    "wav": lambda _, sample_rate: Coding("wav", "pcm_s16le", sample_rate),
    "mp3": lambda options, _: mp3_coding(options),
    "opus": lambda options, _: opus_coding(options),
    "flac": lambda _, sample_rate: Coding("flac", "flac", sample_rate),
}
"""By name of the format: how it is coded, from its options and the master's sample rate."""
AT_ONCE = {"flush_packets": "1"} | BITEXACT
"""Every packet is sent as soon as it is coded."""
OF_CONTAINER = {
    "mp3": {"write_xing": "0"},  # a header that is completed at the end
    "ogg": {"page_duration": "100000"},  # in microseconds; a page is sent when it is full
}


def open_stream(file: BinaryIO, name: str, sample_rate: int, options: WriterOptions) -> StreamWriter:
    """Start to send a master of `sample_rate` Hz into `file`, in the format `name`.

    Raises OutputError for a format that cannot be streamed, for options that it cannot have, and for a
    file that is a terminal.
    """
    if name not in STREAMS:
        raise OutputError("not a format for a pipe", name, "--format " + "|".join(STREAMS))
    if file.isatty():
        raise OutputError("cannot write sound to a terminal", None, "pipe it into a player, or give a file")
    return StreamWriter(file, sample_rate, STREAMS[name](options, sample_rate))


class StreamWriter:
    """A `Writer` that sends what it encodes at once. Raises BrokenPipeError once the reader is gone."""

    def __init__(self, file: BinaryIO, sample_rate: int, coding: Coding) -> None:
        """Start the stream from a master of `sample_rate` Hz."""
        options = {**coding.container_options, **AT_ONCE, **OF_CONTAINER.get(coding.container, {})}
        self._sink = _Sink(file)
        self._encoder = Encoder(self._sink, sample_rate, replace(coding, container_options=options))

    def write(self, samples: Samples) -> None:
        """Encode samples, shape (n,), as loud as they are."""
        with _to_pipe():
            self._encoder.write(samples)

    def finish(self, narration: Narration) -> None:  # noqa: ARG002 (there is no place for it)
        """Send the rest."""
        with _to_pipe():
            self._encoder.finish()

    def abort(self) -> None:
        """Send nothing more."""
        self._sink.closed = True
        with suppress(OSError, av.FFmpegError):
            self._encoder.close()


class _Sink:
    """Passes bytes on at once, until it is closed."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._outcome = current()
        self.closed = False

    def write(self, data: bytes) -> int:
        if not self.closed:
            self._outcome.begin("standard output")
            self._file.write(data)
            self._file.flush()
        return len(data)


@contextmanager
def _to_pipe() -> Iterator[None]:
    """Map errors as for a file, except that of a reader that has gone, which is not one of ours."""
    try:
        with mapped(Path("standard output")):
            yield
    except OutputError as error:
        cause = error.__cause__
        if isinstance(cause, BrokenPipeError):
            raise cause from None
        raise OutputError(error.problem, error.value, "send it elsewhere, or name a file with -o") from cause
