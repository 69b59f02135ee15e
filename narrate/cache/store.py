"""Files under keys, at most so many bytes of them; the least recently used one goes first.

Safe for several threads and processes without a lock: a file appears whole, by renaming, and every reader
expects that it may be gone. Each begins with a checksum of what follows, and a damaged one is thrown away.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from narrate.cache.privacy import close_file, make_private, write_private

SUFFIX = ".speech"
_OURS = re.compile(r"[0-9a-f]{64}\.speech|[0-9a-f]{16}\.part")
"""A key is a SHA-256 in hexadecimal digits."""
CHECKSUM = 16
"""Bytes."""
SHARE = 10
"""Files are counted again when a tenth of the size has been written, and a tenth is then made free. So one
process stays within the size, and each further one that works at the same time may exceed it by a tenth."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How full a store is."""

    files: int
    size: int
    """Bytes."""


class Store:
    """The files of one folder, which is made when it is first needed, and which its owner alone can read."""

    def __init__(self, folder: Path, size: int) -> None:
        """`size` in bytes; a single file that is larger is not stored."""
        self.folder = folder
        """Where the files are."""
        self._size = size
        self._lock = Lock()
        self._is_private = False  # not looked at yet
        self.trouble = ""
        """Why something could not be stored; "" if all could."""
        self._room = 0  # bytes that may be written before the files are counted again

    def get(self, key: str) -> bytes | None:
        """What is stored under `key`; None if there is nothing or it is damaged."""
        path = self._path(key)
        self._make_private()
        try:
            stored = memoryview(_read_file(path, self._size))
        except (OSError, ValueError, MemoryError):
            return None
        content = stored[CHECKSUM:]
        if stored[:CHECKSUM] != _checksum(key, content):
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)  # used now; access times are not kept on many disks
        return bytes(content)

    def put(self, key: str, content: bytes) -> None:
        """Store `content` under `key`, if it can be."""
        needed = CHECKSUM + len(content)
        if needed > self._size:
            return
        part = self.folder / f"{secrets.token_hex(8)}.part"
        try:
            self._make_room(needed)
            make_private(self.folder, _is_ours)
            write_private(part, _checksum(key, content) + content)
            part.replace(self._path(key))
        except OSError as error:  # a full or locked disk, or somebody cleared the folder meanwhile
            if not isinstance(error, FileNotFoundError):
                self.trouble = self.trouble or error.strerror or str(error)
            with suppress(OSError):
                part.unlink()

    def usage(self) -> Usage:
        """Count the files."""
        sizes = [size for _, size, _ in self._files()]
        return Usage(len(sizes), sum(sizes))

    def clear(self) -> Usage:
        """Remove everything; returns what there was."""
        return self._shrink(0)

    def _path(self, key: str) -> Path:
        return self.folder / (key + SUFFIX)

    def _make_private(self) -> None:
        """Close what an earlier version left open to others, once; nothing is made."""
        with suppress(OSError):
            if not self._is_private and self.folder.is_dir():
                self._is_private = True
                make_private(self.folder, _is_ours)

    def _make_room(self, needed: int) -> None:
        """Remove old files for so many bytes, many at a time."""
        with self._lock:
            if needed > self._room:
                self._room = max(needed, self._size // SHARE)
                self._shrink(self._size - self._room)
            self._room -= needed

    def _shrink(self, size: int) -> Usage:
        """Remove the least recently used files until `size` bytes are left; returns what was removed."""
        files = sorted(self._files())
        over = sum(size for _, size, _ in files) - size
        count = removed = 0
        for _, length, path in files:
            if removed >= over:
                break
            with suppress(OSError):
                path.unlink()
                count += 1
                removed += length
        return Usage(count, removed)

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """When each file was used (Unix time), its size and its path: what is unfinished as well."""
        with suppress(OSError):  # there is no such folder, or it may not be looked at
            for path in list(self.folder.iterdir()):
                if _is_ours(path):
                    close_file(path)
                    with suppress(OSError):
                        status = path.stat(follow_symlinks=False)
                        yield status.st_mtime, status.st_size, path


def _is_ours(path: Path) -> bool:
    """Whether we gave it its name: nothing else in the folder is touched."""
    return _OURS.fullmatch(path.name) is not None


def _read_file(path: Path, largest: int) -> bytes:
    """The content of a regular file. Raises OSError for anything else, and does not wait for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
            raise OSError("not a file of the cache")
        return file.read()


def _checksum(key: str, content: bytes | memoryview) -> bytes:
    """Of the content under its key, so that a file that was renamed is not taken for another one."""
    secret = hashlib.blake2b(key.encode(), digest_size=hashlib.blake2b.MAX_KEY_SIZE).digest()
    return hashlib.blake2b(content, digest_size=CHECKSUM, key=secret).digest()
