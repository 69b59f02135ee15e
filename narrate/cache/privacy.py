"""Who may read the cache: its owner alone, since it holds the speech of private articles.

POSIX permissions, whatever the umask says. On Windows the user's own folders are private by inheritance.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FOLDER = 0o700
FILE = 0o600
_OTHERS = 0o077
"""What the group and everybody else may do."""


def make_private(folder: Path, is_ours: Callable[[Path], bool]) -> None:
    """Make the folder, or close one that an earlier version left open, with the files in it. Raises OSError.

    A folder with other files in it (somebody's NARRATE_CACHE_DIR may be /tmp) is left as it is; our files are
    closed all the same.
    """
    folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    if not _is_open(folder):
        return
    paths = list(folder.iterdir())
    if all(map(is_ours, paths)):
        folder.chmod(FOLDER)
    for path in filter(is_ours, paths):
        close_file(path)


def write_private(path: Path, content: bytes) -> None:
    """Write a new file that its owner alone may read. Raises OSError, also if there is one already."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def close_file(path: Path) -> None:
    """Let the owner alone read a regular file, if it is ours and others may; nothing if that fails."""
    with suppress(OSError):
        status = path.lstat()
        if stat.S_ISREG(status.st_mode) and status.st_mode & _OTHERS:
            path.chmod(FILE)


def _is_open(folder: Path) -> bool:
    """Whether others may enter or list a folder that we may close."""
    if os.name == "nt":
        return False
    status = folder.stat()
    return bool(status.st_mode & _OTHERS) and status.st_uid == os.geteuid()
