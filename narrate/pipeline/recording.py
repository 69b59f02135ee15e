"""The recording session: whatever is fed with the master while it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from io import FileIO
from pathlib import Path

from narrate import formats, mixing
from narrate.errors import OutputError
from narrate.formats.sizes import needed
from narrate.measuring import Loudness, measure
from narrate.model import Narration, Samples, Script
from narrate.pipeline.concurrency import Tap
from narrate.storage import OutputSet, is_full, refused, temporary_folder
from narrate.storage.temporary import CHOICE

# LU that the master may be off its target before it is corrected (EBU R 128 allows ±0.5).
LOUDNESS_TOLERANCE = 0.5

CHARACTERS_A_SECOND = 15
"""Of English at 150 words a minute."""
_BYTES = 4
"""Of a sample in the spool."""

Sounding = tuple[formats.Writer, Tap[Samples, None]]


class Recording:
    """A spool, a loudness meter, and a writer for every output, each at work in its own thread.

    A context manager: what has not been finished when it is left leaves no trace, except for what a stream
    has sent. All files appear together.
    """

    def __init__(
        self,
        outputs: Mapping[Path, formats.WriterOptions],
        sample_rate: int,
        streams: Sequence[formats.Writer] = (),
        expected: float = 0.0,
    ) -> None:
        """`streams` are writers to what cannot be written again; the session ends them, too.

        `expected` is about how many seconds it will be, for the message if a disk is full.
        """
        self._outputs = outputs
        self._sample_rate = sample_rate
        self._sent = streams
        self._expected = expected
        self._stack = ExitStack()

    def __enter__(self) -> Recording:
        with ExitStack() as stack:
            self._streams = [self._sounding(writer, stack) for writer in self._sent]
            self._writers = self._opened(stack)
            self.master = stack.enter_context(temporary_folder()) / "master.f32"
            with self._spooling():
                self._spool = self.master.open("wb", buffering=0)
            stack.enter_context(self._spool)
            self._meter = self._open_meter(stack)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def carries_cover(self) -> bool:
        """Whether any of its files shows the cover or describes it."""
        return any(map(formats.carries_cover, self._outputs))

    def write(self, block: Samples) -> None:
        """Hand over the next piece of the master."""
        with self._spooling():
            _write_all(self._spool, block.tobytes())
        if self._meter:
            self._meter.put(block)
        with self._telling_needs():
            _put(block, self._streams + self._writers)

    def finish(self, narration: Narration, target: mixing.MasterTarget) -> None:
        """Complete every output; the files are written again if the master missed its loudness."""
        gain = self._missing_gain(target)
        with self._telling_needs():
            if abs(gain) > LOUDNESS_TOLERANCE:
                self._write_again(mixing.remaster(self.master, self._sample_rate, gain, target.ceiling))
            for writer, tap in self._streams + self._writers:
                tap.result()
                writer.finish(narration)
            self._output_set.commit()

    @contextmanager
    def _spooling(self) -> Iterator[None]:
        """Raise OutputError for what the temporary folder refuses."""
        try:
            yield
        except OSError as error:
            size = round(self._expected * self._sample_rate) * _BYTES
            raise refused(self.master.parent, error, CHOICE, size or None) from error

    @contextmanager
    def _telling_needs(self) -> Iterator[None]:
        """Say in the error of a full disk how much the outputs need."""
        try:
            yield
        except OutputError as error:
            cause = _full_disk(error)
            if cause is None or not self._is_ours(error.value):
                raise
            path = Path(error.value or "")
            size = self._needed_in(path.parent)
            raise refused(path, cause, needed=size or None) from cause

    def _needed_in(self, folder: Path) -> int:
        """About how many bytes the outputs in a folder need."""
        inside = [path for path in self._outputs if path.parent == folder]
        return sum(needed(path, self._outputs[path], self._expected) for path in inside)

    def _is_ours(self, value: str | None) -> bool:
        """Whether an error is about one of the files, whose length is known."""
        return self._expected > 0 and value in {str(path) for path in self._outputs}

    def _missing_gain(self, target: mixing.MasterTarget) -> float:
        """dB by which the master is softer than it was to be; 0 if nobody measures it."""
        if self._meter is None:
            return 0.0
        found = self._meter.result().integrated
        return mixing.correction_gain(found, target.integrated)

    def _open_meter(self, stack: ExitStack) -> Tap[Samples, Loudness] | None:
        """None if a measurement would change nothing: there is no sound, or it has been sent."""
        if not any(map(formats.carries_sound, self._outputs)):
            return None
        meter = Tap[Samples, Loudness](self._measure)
        stack.callback(meter.close)
        return meter

    def _measure(self, blocks: Iterator[Samples]) -> Loudness:
        return measure(blocks, self._sample_rate, true_peak=False)

    def _opened(self, stack: ExitStack) -> list[Sounding]:
        self._output_set = OutputSet()
        opened = []
        for path, options in self._outputs.items():
            writer = formats.open_writer(path, self._sample_rate, options, self._output_set)
            opened.append(self._sounding(writer, stack))
        return opened

    def _sounding(self, writer: formats.Writer, stack: ExitStack) -> Sounding:
        stack.callback(writer.abort)
        tap = Tap[Samples, None](_feeding(writer))
        stack.callback(tap.close)
        return writer, tap

    def _write_again(self, master: Iterable[Samples]) -> None:
        """Throw the files away that were written so far, and write them from another master."""
        for writer, tap in self._writers:
            tap.close()
            writer.abort()
        self._writers = self._opened(self._stack)
        for block in master:
            _put(block, self._writers)


def _full_disk(error: OutputError) -> Exception | None:
    """What a full disk raised, if that is why there is no output."""
    cause = error.__cause__
    return cause if isinstance(cause, Exception) and is_full(cause) else None


def about_seconds(script: Script) -> float:
    """About how long a script is when it is spoken."""
    return sum(len(utterance.text) for utterance in script.utterances) / CHARACTERS_A_SECOND


def _write_all(file: FileIO, content: bytes) -> None:
    """Write without a buffer, which would try again to write what a full disk refused when it is closed."""
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]


def _put(block: Samples, sounding: Iterable[Sounding]) -> None:
    for _, tap in sounding:
        tap.put(block)


def _feeding(writer: formats.Writer) -> Callable[[Iterator[Samples]], None]:
    """What a tap runs, to hand its stream to a writer."""

    def feed(blocks: Iterator[Samples]) -> None:
        for block in blocks:
            writer.write(block)

    return feed
