"""What a path means: a file, which is replaced, or something that is written to as it is."""

from __future__ import annotations

import errno
import os
import re
import select
import stat
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from narrate.errors import OutputError
from narrate.storage.failures import refused, refusing

PATIENCE = 20.0
"""Seconds in which somebody has to read from a FIFO."""
PAUSE = 0.05
"""Seconds between two looks."""
_DESCRIPTOR = re.compile(r"/dev/fd/(\d+)|/proc/(?:self|thread-self)/fd/(\d+)")
_STANDARD = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written."""

    given: Path
    """As the user gave it, for messages."""
    path: Path
    """With all links followed, if it is a file."""
    is_stream: bool
    """Whether it is a device, a pipe or an open descriptor, which can only be written to in order."""
    descriptor: int | None = None
    """The number of an open file, for paths such as /dev/stdout."""

    def send(self, content: Iterable[bytes]) -> None:
        """Write to a stream; a FIFO waits for its reader. Raises OutputError."""
        with refusing(self.given):
            descriptor = self._opened()
            try:
                for piece in content:
                    _write_all(descriptor, piece)
            finally:
                os.close(descriptor)

    def _opened(self) -> int:
        if self.descriptor is not None:
            return os.dup(self.descriptor)
        # Neither made nor cut short: what is there is written to as it is.
        flags = os.O_WRONLY | getattr(os, "O_NOCTTY", 0)
        if not self.path.is_fifo():
            return os.open(self.path, flags)
        return _opened_for_reader(self.path, flags)


def _opened_for_reader(path: Path, flags: int) -> int:
    """Open a FIFO as soon as it has a reader. Raises OSError if none comes."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            # Such an opening fails where the usual one would wait for ever.
            return os.open(path, flags | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > end:
                raise
        time.sleep(PAUSE)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:  # somebody made it non-blocking, and its reader is slow
            select.select([], [descriptor], [])


def place_of(path: Path) -> Place:
    """What is at `path`, or would be. Raises OutputError where nothing can be written.

    A link is followed, so that the file it points to is replaced.
    """
    number = _descriptor(path)
    if number is not None:
        return Place(path, path, is_stream=True, descriptor=number)
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return Place(path, _resolved(path), is_stream=False)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise refused(path, error) from error
    is_stream = not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
    return Place(path, path if is_stream else _resolved(path), is_stream)


def _descriptor(path: Path) -> int | None:
    """The number of the descriptor that the path stands for; None if it is another path."""
    text = os.fspath(path)
    if os.name != "posix":
        return None
    if text in _STANDARD:
        return _STANDARD[text]
    found = _DESCRIPTOR.fullmatch(text)
    return int(found[1] or found[2]) if found else None


def _resolved(path: Path) -> Path:
    """The path from the root, with all links followed. Raises OutputError."""
    try:
        return path.resolve()
    except FileNotFoundError as error:  # the current folder is asked for, and is not there
        raise OutputError("the current folder is gone", path, "name a whole path with -o") from error
    except RuntimeError as error:  # Python up to 3.12 says so of links that lead back to themselves
        loop = OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        raise refused(path, loop) from error
    except OSError as error:
        raise refused(path, error) from error
