"""An output that appears whole or not at all."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from narrate.errors import OutputError
from narrate.storage import journal
from narrate.storage.claims import Claim, create_claimed
from narrate.storage.failures import refusing
from narrate.storage.leftovers import sweep
from narrate.storage.outcome import current
from narrate.storage.output_set import Finished, OutputSet, check
from narrate.storage.places import place_of
from narrate.storage.temporary import temporary_folder
from narrate.storage.unbroken import unbroken

_UNFINISHED: set[Path] = set()
"""The parts of this process."""


class Target:
    """Where a result goes. It is made in a hidden file beside it, and then takes its place in one step.

    A link is followed, so that the file it points to is replaced. The result has the permissions of the
    file that it replaces, or those that the umask gives. A device or a pipe is not replaced: the result is
    made in the temporary folder, and sent to it when it is complete.
    """

    def __init__(self, path: Path, output_set: OutputSet | None = None) -> None:
        """With `output_set`, a result takes its place when all of them do.

        What runs that were killed have left in the folder is settled first. Raises OutputError where nothing
        can be written at `path`.
        """
        self.path = path
        """As the user gave it, for messages."""
        self._output_set = output_set
        self._place = place_of(path)
        self._parts: dict[Path, Claim | None] = {}
        self._temporary = ExitStack()
        self._folder: Path | None = None
        if self._place.is_stream:
            return
        self._folder = self._place.path.parent
        self._check(self._folder)
        sweep(self._folder)
        try:
            self.new_part()
        finally:
            self.discard()

    def new_part(self) -> Path:
        """A new empty file beside the target, for this writer alone."""
        if self._folder is None:
            self._folder = self._temporary.enter_context(temporary_folder())
        part = self._folder / f"{journal.new_name()}{journal.PART}"
        self._parts[part] = None  # before it is there, so that an interruption does not leave it behind
        _UNFINISHED.add(part)
        with refusing(self.path):
            self._parts[part] = create_claimed(part, self._mode())
        return part

    def _mode(self) -> int:
        """Who may use a part, as far as the umask lets them: nobody who may not use what it replaces."""
        try:
            return stat.S_IMODE(self._place.path.stat().st_mode) & 0o666 | 0o600
        except OSError:  # nothing is replaced
            return 0o666

    def beside(self, name: str) -> Target:
        """Another file of the same result, in the same folder. Raises OutputError as a target does."""
        return Target(self.path.with_name(name), self._output_set)

    def commit(self, part: Path) -> None:
        """Put a part in the target's place, now or with the others, and remove the other parts."""
        finished = Finished(self._place, part, partial(self._release, part), self.discard)
        if self._output_set is not None:
            self._output_set.add(finished)
            return
        alone = OutputSet()
        alone.add(finished)
        alone.commit()

    def discard(self) -> None:
        """Remove all parts; calling it again does nothing."""
        with unbroken():  # an interruption here would leave a part behind
            for part, claim in self._parts.items():
                part.unlink(missing_ok=True)
                _UNFINISHED.discard(part)
                if claim:
                    claim.release()
            self._parts.clear()
        if self._place.is_stream:
            self._temporary.close()
            self._folder = None

    def _release(self, part: Path) -> None:
        claim = self._parts.get(part)
        if claim:
            claim.release()

    def _check(self, folder: Path) -> None:
        """Raise OutputError if no file can be written here."""
        with refusing(self.path):
            is_folder = folder.is_dir()
        if not is_folder:
            raise OutputError("no such folder", folder, "create it, or choose another with -o")
        check(self._place)


def remove_unfinished() -> None:
    """Remove every part of this process, which is about to end: an interruption comes at any moment."""
    with unbroken():
        for part in list(_UNFINISHED):
            with suppress(OSError):
                part.unlink(missing_ok=True)


def fill_whole(path: Path, fill: Callable[[Path], object]) -> None:
    """Write a file that appears whole: `fill` is given a hidden file to write to. Raises OutputError."""
    target = Target(path)
    try:
        part = target.new_part()
        with refusing(path):
            fill(part)
        target.commit(part)
    finally:
        target.discard()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that appears whole, or send the content to a device or a pipe. Raises OutputError."""
    place = place_of(path)
    if not place.is_stream:
        fill_whole(path, lambda part: part.write_bytes(content))
        return
    outcome = current()
    outcome.begin(str(path))
    place.send([content])
    outcome.finish([path])
