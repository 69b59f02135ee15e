"""What runs that were killed have left behind: completed or taken back if it was decided, else removed."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from narrate.storage import journal
from narrate.storage.claims import claim
from narrate.storage.journal import DO, HIDDEN, KEPT, PART, UNDO, Journal


def sweep(folder: Path) -> None:
    """Settle and remove what dead runs have left in a folder. What cannot be removed stays.

    A run that is moving its files just now holds the folder; then there is another time.
    """
    with suppress(OSError):
        if not _hidden(folder):
            return
        with ExitStack() as stack:
            if _held(folder, stack):
                settle_within([folder])
                _remove(folder)


def settle_within(held: Collection[Path]) -> None:
    """Settle the sets of dead runs that have a journal in one of these folders, which this run holds."""
    for folder in held:
        for name in _hidden(folder):
            if name.endswith((DO, UNDO)):
                found = journal.read(folder / name)
                if found:
                    _settle(found, held)


def _settle(found: Journal, held: Collection[Path]) -> None:
    with ExitStack() as stack, suppress(OSError):
        if not _holds_others(found, held, stack):
            return
        try:
            journal.settle(found)
        except journal.UnreachableError:
            return
        except OSError:
            journal.turn_back(found)
            journal.settle(found)


def _holds_others(found: Journal, held: Collection[Path], stack: ExitStack) -> bool:
    """Hold the other folders of a set until the stack is closed, if all of them are free."""
    others = {folder for folder in found.folders if folder not in held and folder.is_dir()}
    return all(_held(folder, stack) for folder in sorted(others))


def _held(folder: Path, stack: ExitStack) -> bool:
    """Hold a folder until the stack is closed, if nobody else does."""
    if sys.platform == "win32":
        return True
    found = claim(folder)
    if found is None:
        return False
    stack.callback(found.release)
    return True


def _remove(folder: Path) -> None:
    """Remove what belongs to nobody and to no set that is still to be settled."""
    names = _hidden(folder)
    spared = set(_of_unsettled_sets(folder, names))
    for name in names:
        if name.endswith((PART, KEPT)) and name not in spared:
            with suppress(OSError):
                remove_if_abandoned(folder / name)


def _of_unsettled_sets(folder: Path, names: Collection[str]) -> Iterator[str]:
    for name in names:
        if name.endswith((DO, UNDO)):
            found = journal.read(folder / name)
            for move in found.moves if found else ():
                yield move.part
                yield move.kept


def remove_if_abandoned(path: Path) -> None:
    """Remove a file of this user that no process has claimed. Raises OSError."""
    if sys.platform == "win32":
        path.unlink()  # fails while somebody has it open
        return
    if path.stat(follow_symlinks=False).st_uid != os.geteuid():
        return
    found = claim(path)
    if found:
        path.unlink()
        found.release()


def _hidden(folder: Path) -> list[str]:
    """The names of our own files in a folder. Raises OSError."""
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries if HIDDEN.fullmatch(entry.name)]
