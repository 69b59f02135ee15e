"""An output file that appears whole or not at all."""

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
    """The files of one run, which take their places together when all are complete."""

    def __init__(self) -> None:
        self._moves: list[Callable[[], None]] = []

    def add(self, move: Callable[[], None]) -> None:
        """Postpone a move until `commit`."""
        self._moves.append(move)

    def commit(self) -> None:
        """Make every move. Raises OutputError if one fails; the earlier ones have been made by then."""
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
        """Raise OutputError if no file can be written here."""
        place = self._place
        if not place.parent.is_dir():
            raise OutputError("no such folder", place.parent, "create it, or choose another with -o")
        if not place.exists():
            return
        problem = _obstacle(place)
        if problem:
            raise OutputError(problem, self.path, "choose another name with -o")


def _obstacle(place: Path) -> str:
    """Why what is there already cannot be replaced; "" if it can."""
    if place.is_dir():
        return "there is a folder of that name"
    if not place.is_file():
        return "not a regular file"
    if not os.access(place, os.W_OK):
        return "the file is write-protected"
    return ""
