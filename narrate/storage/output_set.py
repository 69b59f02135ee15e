"""The results of one run, which take their places together when all are complete."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from narrate.errors import OutputError
from narrate.storage import journal
from narrate.storage.claims import locked
from narrate.storage.failures import refused, refusing
from narrate.storage.journal import KEPT, Journal, Move
from narrate.storage.leftovers import settle_within
from narrate.storage.outcome import current
from narrate.storage.places import Place
from narrate.storage.unbroken import unbroken

PIECE = 2**20
"""Bytes that are copied into a stream at a time."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A complete part that waits for the others."""

    place: Place
    part: Path
    release: Callable[[], None]
    """Gives up the claim on the part."""
    done: Callable[[], None]
    """Is called when the part is in its place."""


class OutputSet:
    """The files of one run.

    Until `commit` none of them is to be seen. It moves all, or none: what fails is undone, signals wait, and
    what a kill or a power cut interrupts is completed by the next run that writes into one of the folders.
    """

    def __init__(self) -> None:
        self._finished: list[Finished] = []

    def add(self, finished: Finished) -> None:
        """Let a result wait for the others."""
        self._finished.append(finished)

    def commit(self) -> None:
        """Put every result in its place. Raises OutputError, and then every file is as it was.

        Devices and pipes come first, since what they have been sent cannot be taken back.
        """
        files = [each for each in self._finished if not each.place.is_stream]
        for each in files:
            _prepare(each)
        for each in self._finished:
            if each.place.is_stream:
                _send(each)
        if files:
            _move(files)
        self._finished.clear()


def obstacle(place: Path) -> str:
    """Why what is there already cannot be replaced; "" if it can, or nothing is there. Raises OSError."""
    if place.is_dir():
        return "there is a folder of that name"
    if not place.exists():
        return ""
    if not place.is_file():
        return "not a regular file"
    if not os.access(place, os.W_OK):
        return "the file is write-protected"
    return ""


def check(place: Place) -> None:
    """Raise OutputError if what is there already cannot be replaced."""
    with refusing(place.given):
        problem = obstacle(place.path)
    if problem:
        raise OutputError(problem, place.given, "choose another name with -o")


def _prepare(finished: Finished) -> None:
    """Give a part the permissions of the file that it replaces, and have it survive a power cut."""
    with refusing(finished.place.given):
        with suppress(FileNotFoundError):
            finished.part.chmod(stat.S_IMODE(finished.place.path.stat().st_mode))
        journal.sync_file(finished.part)


def _send(finished: Finished) -> None:
    outcome = current()
    outcome.begin(str(finished.place.given))
    finished.place.send(_pieces(finished.part))
    outcome.finish([finished.place.given])
    finished.done()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _move(files: Sequence[Finished]) -> None:
    folders = {each.place.path.parent for each in files}
    with locked(folders), unbroken():
        with suppress(OSError):
            settle_within(folders)
        for each in files:
            check(each.place)
            if sys.platform == "win32":
                each.release()  # an open file cannot be renamed there
        if len(files) == 1:
            _move_one(files[0])
        else:
            _move_all(files)
        current().finish(each.place.given for each in files)
        for each in files:
            each.done()


def _move_one(finished: Finished) -> None:
    """One step of the file system: it needs no journal."""
    with refusing(finished.place.given):
        finished.part.replace(finished.place.path)
    journal.sync_folder(finished.place.path.parent)


def _move_all(files: Sequence[Finished]) -> None:
    """Write down what is to be moved, and move it. Raises OutputError, and then nothing has been moved."""
    name = journal.new_name()
    moves = [_planned(name, number, each) for number, each in enumerate(files)]
    journals = _journals(name, moves)
    _decide(journals, moves, files[0].place.given)
    decided = journals[0][1]
    for each, (folder, move) in zip(files, moves, strict=True):
        try:
            journal.make(folder, move)
        except OSError as error:
            _undo(decided, each.place.given, error)
    with suppress(OSError):  # all is in place; the next run removes what is left
        journal.settle(decided)


def _planned(name: str, number: int, finished: Finished) -> tuple[Path, Move]:
    """The move of a part, and its folder. Raises OutputError."""
    place = finished.place.path
    with refusing(finished.place.given):
        after = journal.identity(finished.part)
        before = journal.version(place)
    if after is None:
        raise OutputError("the unfinished file was removed", finished.part, "narrate it again")
    kept = f"{name}-{number}{KEPT}"
    return place.parent, Move(finished.part.name, place.name, kept, after, before)


def _journals(name: str, moves: Sequence[tuple[Path, Move]]) -> list[tuple[Path, Journal]]:
    """A journal for each folder, the deciding one first."""
    folders = tuple(dict.fromkeys(folder for folder, _ in moves))
    journals = []
    for folder in folders:
        own = tuple(move for where, move in moves if where == folder)
        journals.append((folder, Journal(name, folders, own)))
    return journals


def _decide(
    journals: Sequence[tuple[Path, Journal]], moves: Sequence[tuple[Path, Move]], given: Path
) -> None:
    """Keep the old files and write the journals. Raises OutputError, and then nothing has been decided."""
    try:
        for folder, move in moves:
            journal.keep(folder, move)
        journal.written(journals)
    except OSError as error:
        with suppress(OSError):
            journal.forget(journals[0][1], moves)
        raise refused(given, error) from error


def _undo(decided: Journal, given: Path, error: OSError) -> None:
    """Put every old file back, and raise OutputError."""
    try:
        journal.turn_back(decided)
        journal.settle(decided)
    except OSError as second:
        problem = "some outputs were replaced, and could not be put back"
        raise OutputError(problem, given, f"the next run tries again; {second}") from error
    raise refused(given, error) from error
