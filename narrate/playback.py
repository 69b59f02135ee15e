"""The loudspeaker: plays sound while later sound is still being made.

Through miniaudio, whose wheels carry what they need to reach the sound system of Windows, macOS and Linux.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from queue import Empty, Full, Queue
from threading import Event
from typing import Any

import numpy as np

from narrate.errors import EngineError, OutputError
from narrate.extras import install_command
from narrate.model import Narration, Samples

AHEAD = 10
"""Utterances in the queue: enough to bridge a long one that is still being spoken."""
LATENCY = 0.2
"""Seconds of sound that the device takes at a time."""
PATIENCE = 0.1
"""Seconds after which a writer that waits for room checks whether playback has been stopped."""

NO_DEVICE = "connect another one, or write a file with -o"


class Player:
    """A `Writer` that plays. The device takes what it needs, and `write` waits while the queue is full."""

    def __init__(self, sample_rate: int, backends: Sequence[Any] = ()) -> None:
        """Open the default device for `sample_rate` Hz, through miniaudio's `backends`, or any real one.

        Raises OutputError if there is no device, and EngineError if miniaudio is not installed.
        """
        self._waiting: Queue[Samples | None] = Queue(AHEAD)
        self._rest: Samples = np.zeros(0, np.float32)
        self._still_sounding = round(2 * LATENCY * sample_rate)
        self._ended = False
        self._silent = Event()
        feed = self._feed()
        next(feed)
        self._device = _open_device(sample_rate, backends)
        try:
            self._device.start(feed)
        except Exception as error:  # miniaudio's own, whose class is known only if it is installed
            self.close()
            raise OutputError("the sound device does not start", error, NO_DEVICE) from error

    def write(self, samples: Samples) -> None:
        """Play samples, shape (n,), after those before them."""
        self._put(samples)

    def finish(self, narration: Narration) -> None:  # noqa: ARG002 (all of it has been written)
        """Wait until all has been heard."""
        self._put(None)
        while not self._silent.wait(PATIENCE):  # Windows lets Ctrl-C through only between two waits
            pass
        self.close()

    def abort(self) -> None:
        """Fall silent at once."""
        self.close()

    def close(self) -> None:
        """Fall silent at once; from any thread, and calling it again does nothing."""
        self._silent.set()
        self._device.close()

    def _put(self, samples: Samples | None) -> None:
        while not self._silent.is_set():
            try:
                self._waiting.put(samples, timeout=PATIENCE)
            except Full:
                continue
            return

    def _feed(self) -> Generator[Samples, int, None]:
        """What the device asks for, shape (frames, 1); called in its thread, where nothing may wait."""
        frames = yield self._rest
        while self._still_sounding > 0:
            self._fill(frames)
            block = self._rest[:frames]
            self._rest = self._rest[frames:]
            if self._ended and not len(block):
                # The device still plays what it took before.
                self._still_sounding -= frames
            missing = frames - len(block)
            padded = np.pad(block, (0, missing))
            frames = yield padded.reshape(-1, 1)
        self._silent.set()

    def _fill(self, frames: int) -> None:
        """Take what is waiting, until there is enough for so many frames."""
        while len(self._rest) < frames:
            try:
                samples = self._waiting.get_nowait()
            except Empty:
                return
            if samples is None:
                self._ended = True
                return
            self._rest = np.concatenate([self._rest, samples])


def _open_device(sample_rate: int, backends: Sequence[Any]) -> Any:
    """The default device of the first of `backends` that has one. Raises as `Player`."""
    miniaudio = _miniaudio()
    # Asked for none, miniaudio falls back on its null device, and nothing would be heard.
    silent = (miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM)
    audible = [backend for backend in miniaudio.Backend if backend not in silent]
    try:
        with _muted_stderr():
            return miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.FLOAT32,
                nchannels=1,
                sample_rate=sample_rate,
                buffersize_msec=round(1000 * LATENCY),
                backends=list(backends) or audible,
                app_name="narrate",
            )
    except miniaudio.MiniaudioError as error:
        raise OutputError("no sound device", error.args[0], NO_DEVICE) from error


def _miniaudio() -> Any:
    try:
        import miniaudio
    except ImportError as error:
        raise EngineError("playing needs miniaudio", None, install_command("play")) from error
    return miniaudio


@contextmanager
def _muted_stderr() -> Iterator[None]:
    """Without a sound card, ALSA writes a page of complaints straight to stderr."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
