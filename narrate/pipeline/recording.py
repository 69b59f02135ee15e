"""The recording session: whatever is fed with the master while it is made."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from narrate import formats, mixing
from narrate.model import Narration, Samples
from narrate.pipeline.concurrency import Tap

# LU that the master may be off its target before it is corrected (EBU R 128 allows ±0.5).
LOUDNESS_TOLERANCE = 0.5


class Recording:
    """A spool, a loudness meter, and a writer for every output, each at work in its own thread.

    A context manager: what has not been finished when it is left leaves no trace.
    """

    def __init__(self, outputs: Sequence[Path], sample_rate: int) -> None:
        self._outputs = outputs
        self._sample_rate = sample_rate
        self._stack = ExitStack()

    def __enter__(self) -> Recording:
        with ExitStack() as stack:
            self._writers = self._opened(stack)
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="narrate-")))
            self.master = folder / "master.f32"
            self._spool = stack.enter_context(self.master.open("wb"))
            self._meter = Tap[Samples, mixing.Loudness](self._measure)
            stack.callback(self._meter.close)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def write(self, block: Samples) -> None:
        """Hand over the next piece of the master."""
        self._spool.write(block.tobytes())
        self._meter.put(block)
        for _, tap in self._writers:
            tap.put(block)

    def finish(self, narration: Narration, loudness: float) -> None:
        """Complete every output; encode them again where the master missed its loudness (LUFS)."""
        self._spool.flush()
        gain = mixing.correction_gain(self._meter.result().integrated, loudness)
        if abs(gain) > LOUDNESS_TOLERANCE:
            self._write_again(mixing.remaster(self.master, self._sample_rate, gain))
        for _, tap in self._writers:
            tap.result()
        for writer, _ in self._writers:
            writer.finish(narration)

    def _measure(self, blocks: Iterator[Samples]) -> mixing.Loudness:
        return mixing.measure(blocks, self._sample_rate, true_peak=False)

    def _opened(self, stack: ExitStack) -> list[tuple[formats.Writer, Tap[Samples, None]]]:
        opened = []
        for path in self._outputs:
            writer = formats.open_writer(path, self._sample_rate)
            stack.callback(writer.abort)
            tap = Tap[Samples, None](_feeding(writer))
            stack.callback(tap.close)
            opened.append((writer, tap))
        return opened

    def _write_again(self, master: Iterable[Samples]) -> None:
        for writer, tap in self._writers:
            tap.close()
            writer.abort()
        self._writers = self._opened(self._stack)
        for block in master:
            for _, tap in self._writers:
                tap.put(block)


def _feeding(writer: formats.Writer) -> Callable[[Iterator[Samples]], None]:
    def feed(blocks: Iterator[Samples]) -> None:
        for block in blocks:
            writer.write(block)

    return feed
