"""Locks that end with the process that has them, however it ends. So what is not locked has no owner.

A lock stands on the file or the folder itself (flock), not on a file beside it that would be left behind.
Where a file system has no locks, nothing can be claimed, and nobody removes what may be somebody else's.
Windows has no such lock; there, an open file cannot be removed.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from narrate.errors import OutputError

PATIENCE = 60.0
"""Seconds to wait while another run moves its files into a folder, which takes it milliseconds."""
PAUSE = 0.02
"""Seconds between two looks."""

if sys.platform != "win32":
    import fcntl


_OWN_FOLDERS: set[tuple[int, int]] = set()
"""Device and inode of the folders that this process has claimed for itself."""


class Claim:
    """That something belongs to this process, until it is released."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give it up; calling it again does nothing."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            _OWN_FOLDERS.discard(_key(descriptor))
            os.close(descriptor)


def claim(path: Path) -> Claim | None:
    """Claim a file or folder that nobody else has claimed; None if somebody has, or it is not known."""
    if sys.platform == "win32":
        return None
    try:
        # What is a link or a pipe by now is none of ours.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    if _locked(descriptor) and _is_still_there(path, descriptor):
        return Claim(descriptor)
    os.close(descriptor)
    return None


def create_claimed(path: Path, mode: int = 0o666) -> Claim:
    """Make an empty file that belongs to this process. Raises OSError.

    It has the permissions of `mode` that the umask leaves; `tempfile` would close it to everybody else.
    """
    while True:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode)
        if _lock(descriptor) and not _is_still_there(path, descriptor):
            os.close(descriptor)  # another run took it for abandoned before it was locked
            continue
        return Claim(descriptor)


def claim_created(path: Path) -> Claim | None:
    """Claim a folder that this process has just made; None if it is gone again, or cannot be locked."""
    if sys.platform == "win32":
        return None
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    if _lock(descriptor) and _is_still_there(path, descriptor):
        _OWN_FOLDERS.add(_key(descriptor))
        return Claim(descriptor)
    os.close(descriptor)
    return None


def _key(descriptor: int) -> tuple[int, int]:
    status = os.fstat(descriptor)
    return status.st_dev, status.st_ino


def _lock(descriptor: int) -> bool:
    """Lock what is open, as soon as nobody else has; False where there are no locks."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        return False
    return True


def _locked(descriptor: int) -> bool:
    """Lock what is open, if nobody else has."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still_there(path: Path, descriptor: int) -> bool:
    """Whether the path leads to what is open, which may have been removed before it was locked."""
    try:
        return os.path.samestat(path.stat(follow_symlinks=False), os.fstat(descriptor))
    except OSError:
        return False


@contextmanager
def locked(folders: Iterable[Path]) -> Iterator[None]:
    """Keep other runs from moving files into these folders. Raises OutputError if one takes too long."""
    with ExitStack() as stack:
        # In one order for everybody, so that no two wait for each other.
        for folder in sorted(set(folders)):
            found = _waited_for(folder)
            if found:
                stack.callback(found.release)
        yield


def _waited_for(folder: Path) -> Claim | None:
    """The lock of a folder; None if it cannot be locked at all. Raises OutputError."""
    if sys.platform == "win32":
        return None
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    if _key(descriptor) in _OWN_FOLDERS:  # nobody else writes there
        os.close(descriptor)
        return None
    found = Claim(descriptor)
    end = time.monotonic() + PATIENCE
    try:
        while not _took(descriptor):
            if time.monotonic() > end:
                raise OutputError("another run is writing into this folder", folder, "wait for it to end")
            time.sleep(PAUSE)
    except BaseException:
        found.release()
        raise
    return found


def _took(descriptor: int) -> bool:
    """Whether nobody else has the lock: it has been taken, or there are none here."""
    if sys.platform == "win32":
        return True
    with suppress(OSError):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
