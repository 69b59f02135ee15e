"""Folders for what is needed during a run alone, and is removed with it, or by the next one."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from narrate.errors import OutputError
from narrate.storage.claims import Claim, claim, claim_created
from narrate.storage.failures import refused
from narrate.storage.unbroken import unbroken

CHOICE = "with TMPDIR=FOLDER"
"""How another temporary folder is chosen (TMP on Windows)."""
NAME = "narrate-run-"
_OURS = re.compile(r"\.?narrate-run-[0-9a-f]{16}")
"""With a dot in front where the folder is one of the user's."""


@contextmanager
def temporary_folder(parent: Path | None = None) -> Iterator[Path]:
    """A new folder, closed to other users, which is removed at the end. Raises OutputError.

    It is in the system's temporary folder, or hidden in `parent`. What runs that were killed have left there
    is removed first.
    """
    where = parent or system_folder()
    _sweep(where)
    folder = where / f"{'.' if parent else ''}{NAME}{secrets.token_hex(8)}"
    owned: Claim | None = None
    try:
        try:
            owned = _made(folder)
        except OSError as error:
            raise refused(folder, error, "with -o" if parent else CHOICE) from error
        yield folder
    finally:
        with unbroken():
            shutil.rmtree(folder, ignore_errors=True)
            if owned:
                owned.release()


def system_folder() -> Path:
    """The system's temporary folder. Raises OutputError if there is none that can be written to."""
    try:
        return Path(tempfile.gettempdir())
    except OSError as error:
        raise OutputError(
            "no temporary folder can be written to", os.environ.get("TMPDIR"), f"name one {CHOICE}"
        ) from error


def _made(folder: Path) -> Claim | None:
    while True:
        folder.mkdir(0o700)
        owned = claim_created(folder)
        if owned or folder.is_dir():
            return owned


def _sweep(where: Path) -> None:
    """Remove the folders of this user that no living run has claimed."""
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(where) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                with suppress(OSError):
                    _remove_if_abandoned(Path(entry.path))


def _remove_if_abandoned(folder: Path) -> None:
    if sys.platform == "win32":
        return
    status = folder.stat(follow_symlinks=False)
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
        return
    found = claim(folder)
    if found:
        shutil.rmtree(folder, ignore_errors=True)
        found.release()
