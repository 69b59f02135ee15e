"""What is to be moved, written down first, so that a run that dies on the way can be completed.

Each folder of a set has a journal with its own moves, and all name the folders of the set. The one in the
first of them is written last, and decides: where it is there, the set is complete and all moves are made,
by this run or by the next; where it is not, none has been made. It is removed last. If a move is impossible,
it is renamed to say that all are to be undone.

A journal holds names without folders, and says which file (device and inode) each of them was. So a journal
that was copied from elsewhere, or that came in an archive, moves nothing.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

VERSION = 1
HIDDEN = re.compile(r"\.narrate-[0-9a-f]{16}(?:-[a-z0-9]+)?\.(?:part|old|journal|undo)")
"""What all files that are not results are called, and nothing else is likely to be."""
PART, KEPT = ".part", ".old"
DO, UNDO = ".journal", ".undo"
"""Suffixes of the deciding journal: what is to become of its set."""
LARGEST = 10_000_000
"""Bytes of a journal that is read: a set of 10,000 outputs has 3 MB."""

Identity = tuple[int, ...]
"""Device and inode of a file; of one that is replaced also its size and the time of its last change."""


@dataclass(frozen=True, slots=True)
class Move:
    """A complete file that is to take its place; all names are in one folder."""

    part: str
    place: str
    kept: str
    """Where the file that is replaced stays until all moves have been made."""
    after: Identity
    """The part's."""
    before: Identity | None
    """That of the file that is replaced; None if there is none."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The moves of one folder, and the folders of the whole set."""

    name: str
    """Of the files of this set, without a suffix: ".narrate-0123456789abcdef"."""
    folders: tuple[Path, ...]
    """The first one's journal decides."""
    moves: tuple[Move, ...]


class UnreachableError(OSError):
    """A folder of a set is not there, perhaps on a disk that is not connected now."""


def new_name() -> str:
    """A name that no other run takes, without a suffix."""
    return f".narrate-{secrets.token_hex(8)}"


def identity(path: Path) -> Identity | None:
    """Which file this is; None if there is none."""
    try:
        status = path.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    return (status.st_dev, status.st_ino)


def version(path: Path) -> Identity | None:
    """Which file this is, and which content it has; None if there is none."""
    try:
        status = path.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def written(journals: Sequence[tuple[Path, Journal]]) -> None:
    """Write the journals of a set, the deciding one last; a power cut tears none. Raises OSError."""
    for folder, journal in reversed(journals):
        draft = folder / f"{journal.name}-journal{PART}"
        content = json.dumps({"version": VERSION, **asdict(journal)}, default=os.fspath)
        with draft.open("w", encoding="ascii") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / f"{journal.name}{DO}")
        sync_folder(folder)


def read(path: Path) -> Journal | None:
    """A journal that this user wrote; None for anything else."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST or not _is_ours(status):
                return None
            data = json.loads(file.read())
        return _journal(path, data)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _journal(path: Path, data: dict[str, Any]) -> Journal:
    """Raises ValueError, TypeError or KeyError for what we have not written."""
    is_of_this_name = data["version"] == VERSION and data["name"] == path.stem
    if not is_of_this_name or not data["folders"]:
        raise ValueError(data)
    folders = tuple(map(Path, data["folders"]))
    _check_absolute(folders)
    moves = tuple(_move(each) for each in data["moves"])
    return Journal(data["name"], folders, moves)


def _check_absolute(folders: Sequence[Path]) -> None:
    for folder in folders:
        if not folder.is_absolute():
            raise ValueError(folders)


def _move(data: dict[str, Any]) -> Move:
    part, place, kept = data["part"], data["place"], data["kept"]
    if not HIDDEN.fullmatch(part) or not HIDDEN.fullmatch(kept):
        raise ValueError(part, kept)
    if Path(place).name != place:
        raise ValueError(place)
    before = data["before"]
    return Move(part, place, kept, tuple(data["after"]), None if before is None else tuple(before))


def _is_ours(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def keep(folder: Path, move: Move) -> None:
    """Give the file that will be replaced a second name, if the file system can."""
    if move.before is not None:
        with suppress(OSError):
            os.link(folder / move.place, folder / move.kept, follow_symlinks=False)


def make(folder: Path, move: Move) -> None:
    """Put a part in its place. Raises OSError."""
    place, kept = folder / move.place, folder / move.kept
    if move.before is not None and not kept.exists() and place.exists():
        place.replace(kept)
    (folder / move.part).replace(place)


def complete(folder: Path, move: Move) -> None:
    """Make a move of a run that has died, if that is still to be done. Raises OSError.

    A file that somebody else has put there meanwhile stays.
    """
    part, place, kept = folder / move.part, folder / move.place, folder / move.kept
    if identity(part) != move.after:
        return
    if version(place) == move.before or _is_kept(place, kept, move):
        make(folder, move)


def _is_kept(place: Path, kept: Path, move: Move) -> bool:
    """Whether the old file has been moved away already."""
    return identity(place) is None and version(kept) == move.before


def undo(folder: Path, move: Move) -> None:
    """Put the file that was replaced back in its place, if it was replaced. Raises OSError."""
    place, kept = folder / move.place, folder / move.kept
    is_new = identity(place) == move.after
    if move.before is not None and kept.exists() and (is_new or identity(place) is None):
        kept.replace(place)
    elif move.before is None and is_new:
        place.unlink()


def sync_folder(folder: Path) -> None:
    """Have the names in a folder survive a power cut, as far as the system can."""
    if os.name != "posix":
        return
    with suppress(OSError):  # some file systems know no such thing
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sync_file(path: Path) -> None:
    """Have a file's content survive a power cut. Raises OSError if it could not be written."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle(journal: Journal) -> None:
    """Make or undo all moves of a set, as its deciding journal says, and remove its journals.

    The folders are locked by the caller. Raises OSError; what could not be done is left for another time.
    """
    first = journal.folders[0]
    if (first / f"{journal.name}{UNDO}").exists():
        _all_of(journal, UNDO)
    elif (first / f"{journal.name}{DO}").exists():
        _all_of(journal, DO)
    elif first.is_dir():
        _drop(journal.name, journal.folders)  # it was never decided
    else:
        raise UnreachableError(str(first))


def _all_of(journal: Journal, what: str) -> None:
    step = complete if what == DO else undo
    moves = list(_moves_of(journal))
    for folder, move in moves:
        step(folder, move)
    for folder in journal.folders:
        sync_folder(folder)
    for folder, move in moves:
        (folder / move.kept).unlink(missing_ok=True)
        (folder / move.part).unlink(missing_ok=True)
    _drop(journal.name, journal.folders)


def _moves_of(journal: Journal) -> Iterator[tuple[Path, Move]]:
    """Of all folders of the set. One without a journal is done. Raises OSError for one that is not there."""
    for number, folder in enumerate(journal.folders):
        if not folder.is_dir():
            raise UnreachableError(str(folder))
        suffixes = (DO, UNDO) if number == 0 else (DO,)
        for suffix in suffixes:
            found = read(folder / f"{journal.name}{suffix}")
            if found is not None:
                yield from ((folder, move) for move in found.moves)


def turn_back(journal: Journal) -> None:
    """Decide that the set is to be undone. Raises OSError."""
    first = journal.folders[0]
    (first / f"{journal.name}{DO}").replace(first / f"{journal.name}{UNDO}")
    sync_folder(first)


def _drop(name: str, folders: Sequence[Path]) -> None:
    """Remove the journals of a set, the deciding one last."""
    for folder in reversed(folders):
        for suffix in (DO, UNDO):
            (folder / f"{name}{suffix}").unlink(missing_ok=True)


def forget(journal: Journal, moves: Sequence[tuple[Path, Move]]) -> None:
    """Remove the traces of a set that was not decided. Raises OSError."""
    _drop(journal.name, journal.folders)
    for folder in journal.folders:
        (folder / f"{journal.name}-journal{PART}").unlink(missing_ok=True)
    for folder, move in moves:
        (folder / move.kept).unlink(missing_ok=True)
