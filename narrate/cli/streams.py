"""Standard streams as they come: closed, full, slow, or gone.

A stream that was closed when the program began leaves its number to the next file that is opened, and what a
library prints would go into that file: so such numbers are taken by the null device first. A stream that does
not wait (O_NONBLOCK) is waited for here. Standard error takes what it can: a message that cannot be shown
ends no run.
"""

from __future__ import annotations

import io
import os
import select
import sys
from contextlib import suppress
from typing import Any, TextIO


def prepare_streams() -> None:
    """Make the standard streams of this process bear what may happen to them. They are replaced once."""
    _occupy()
    if os.name != "posix":
        return
    sys.stdin = _patient_input(sys.stdin)
    sys.stdout = _patient_output(sys.stdout, forgiving=False)
    sys.stderr = _patient_output(sys.stderr, forgiving=True)


def _occupy() -> None:
    """Put the null device where a standard stream is closed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


class OutputGoneError(OSError):
    """Standard output takes nothing more: its disk is full, or its terminal is gone."""


class ReaderGoneError(Exception):
    """Nobody reads standard output any more. Not an OSError, of which click makes an exit code of its own."""


class _Patient(io.RawIOBase):
    """A descriptor that is waited for when it is not ready."""

    def __init__(self, number: int, forgiving: bool = False) -> None:
        super().__init__()
        self._number = number
        self._forgiving = forgiving

    def fileno(self) -> int:
        return self._number

    def isatty(self) -> bool:
        return os.isatty(self._number)

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            try:
                content = os.read(self._number, len(buffer))
            except BlockingIOError:
                select.select([self._number], [], [])
                continue
            buffer[: len(content)] = content
            return len(content)

    def write(self, content: Any) -> int:
        while True:
            try:
                return os.write(self._number, content)
            except BlockingIOError:
                select.select([], [self._number], [])
            except BrokenPipeError:
                if not self._forgiving:
                    raise
                return len(content)
            except OSError as error:
                if not self._forgiving:
                    raise OutputGoneError(error.errno, error.strerror) from error
                return len(content)


def _patient_input(stream: TextIO) -> TextIO:
    """Standard input, if it is there and has not been replaced."""
    if not _is_own(stream, 0):
        return stream
    return io.TextIOWrapper(io.BufferedReader(_Patient(0)), encoding=stream.encoding, errors=stream.errors)


def _patient_output(stream: TextIO, forgiving: bool) -> TextIO:
    """Standard output or standard error, if it is there and has not been replaced."""
    number = 2 if forgiving else 1
    if not _is_own(stream, number):
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_Patient(number, forgiving)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=forgiving or stream.isatty(),
    )


def _is_own(stream: TextIO | None, number: int) -> bool:
    """Whether a stream is the one that Python opened on this descriptor."""
    if not isinstance(stream, io.TextIOWrapper):
        return False
    with suppress(OSError, ValueError):
        return stream.fileno() == number
    return False


def flush_output() -> None:
    """Send what is held back for standard output; if that is impossible, it goes nowhere."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        close_output()


def close_output() -> None:
    """Let what is still held back for standard output go nowhere, so that Python's exit does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
