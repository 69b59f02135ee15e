"""What the operating system refuses, as one line: what, where, and what to do."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from narrate.errors import OutputError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No room: on the disk, within the user's quota, within the size that a file may have (`ulimit -f`)."""
NO_PERMISSION = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
MB = 1_000_000


def is_full(error: BaseException | None) -> bool:
    """Whether the error says that there is no room for what was to be written."""
    return getattr(error, "errno", None) in FULL


def refused(path: Path, error: Exception, choice: str = "with -o", needed: int | None = None) -> OutputError:
    """The error for a file that cannot be written at `path`.

    `choice` says how another place is chosen; `needed` is how many bytes the folder would have to take.
    """
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"cannot write ({reason})", path, _remedy(path, error, choice, needed))


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Raise OutputError for what the file system refuses."""
    try:
        yield
    except OSError as error:
        raise refused(path, error) from error


def _remedy(path: Path, error: Exception, choice: str, needed: int | None) -> str:
    number = getattr(error, "errno", None)
    if number in FULL:
        return _more_room(path, number, choice, needed)
    if number in NO_PERMISSION:
        return f"choose a folder that you may write to {choice}"
    if number == errno.ENXIO:
        return "nobody reads from it; start its reader first"
    if number == errno.ENAMETOOLONG:
        return f"choose a shorter name {choice}"
    return f"choose another place {choice}"


def _more_room(path: Path, number: int | None, choice: str, needed: int | None) -> str:
    """How much is needed and free, as far as is known, and both ways out."""
    known = []
    if needed is not None:
        known.append(f"about {size(needed)} needed")
    free = _free(path)
    if free is not None and number == errno.ENOSPC:
        known.append(f"{size(free)} free")
    where = f"the folder {_folder(path)} has no room"
    if known:
        where += f", {' and '.join(known)}"
    if number == errno.EFBIG:
        return f"{where}: files may not be so large here, see ulimit -f; or choose another folder {choice}"
    return f"{where}: free some space, or choose another folder {choice}"


def size(count: int) -> str:
    """A number of bytes for people: "0.2 MB"; never less than is needed."""
    tenths = -(-count * 10 // MB)
    return f"{tenths / 10:.1f} MB"


def _folder(path: Path) -> Path:
    try:
        return path.resolve().parent
    except (OSError, RuntimeError):
        return path.parent


def _free(path: Path) -> int | None:
    """Bytes that are free where `path` is; None if that is not known."""
    try:
        return shutil.disk_usage(os.fspath(_folder(path))).free
    except OSError:
        return None
