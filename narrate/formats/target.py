"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from narrate.errors import OutputError
from narrate.formats.failures import mapped


class OutputSet:
    """Files that are complete, and take their places at the same time."""

    def __init__(self) -> None:
        self._moves: list[Callable[[], None]] = []

    def add(self, move: Callable[[], None]) -> None:
        """Put off a move until all are made."""
        self._moves.append(move)

    def commit(self) -> None:
        """Make every move. Raises OutputError where one fails; those before it have been made then."""
        for move in self._moves:
            move()
        self._moves.clear()


class Target:
    """Where a result goes. It is made in a hidden file beside it, and then takes its place in one step.

    A link is followed, so that the file it points to is replaced. The result has the permissions of the
    file that it replaces, or those that the umask gives.
    """

    def __init__(self, path: Path, output_set: OutputSet | None = None) -> None:
        """With `output_set`, a result takes its place when all of them do.

        Raises OutputError where no file can be written at `path`.
        """
        self.path = path
        """As the user gave it, for messages."""
        self._output_set = output_set
        self._place = path.resolve()
        self._parts: list[Path] = []
        self._check()
        try:
            self.new_part()
        finally:
            self.discard()

    def new_part(self) -> Path:
        """A new empty file beside the target, for this writer alone."""
        part = self._place.parent / f".narrate-{secrets.token_hex(6)}.part"
        self._parts.append(part)  # before it is there, so that an interruption does not leave it behind
        with mapped(self.path):
            # Not `tempfile`, whose files are closed to everybody else whatever the umask says.
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        return part

    def beside(self, name: str) -> Target:
        """Another file of the same result, in the same folder. Raises OutputError as a target does."""
        return Target(self.path.with_name(name), self._output_set)

    def commit(self, part: Path) -> None:
        """Put a part in the target's place, now or with the others, and remove the other parts."""
        if self._output_set is None:
            self._move(part)
        else:
            self._output_set.add(partial(self._move, part))

    def _move(self, part: Path) -> None:
        with mapped(self.path):
            with suppress(FileNotFoundError):
                part.chmod(stat.S_IMODE(self._place.stat().st_mode))
            part.replace(self._place)
        self.discard()

    def discard(self) -> None:
        """Remove all parts; calling it again does nothing."""
        for part in self._parts:
            part.unlink(missing_ok=True)
        self._parts.clear()

    def _check(self) -> None:
        folder = self._place.parent
        if not folder.is_dir():
            raise OutputError("no such folder", folder, "create it, or choose another with -o")
        if self._place.is_dir():
            raise OutputError("there is a folder of that name", self.path, "choose another name with -o")
        if self._place.exists() and not self._place.is_file():
            raise OutputError("not a regular file", self.path, "choose another name with -o")
        if self._place.exists() and not os.access(self._place, os.W_OK):
            raise OutputError("the file is write-protected", self.path, "choose another name with -o")
