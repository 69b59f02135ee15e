"""Files under keys, at most so many bytes of them; the least recently used one goes first.

Safe for several threads and processes without a lock: a file appears whole, by renaming, and every reader
expects that it may be gone. Each begins with a checksum of what follows, and a damaged one is thrown away.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from narrate.cache.privacy import close_file, make_private, write_private

SUFFIX = ".speech"
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
        self._folder = folder
        self._size = size
        self._lock = Lock()
        self._is_private = False  # not looked at yet
        self._room = 0  # bytes that may be written before the files are counted again

    def get(self, key: str) -> bytes | None:
        """What is stored under `key`; None if there is nothing or it is damaged."""
        path = self._path(key)
        self._make_private()
        try:
            stored = memoryview(path.read_bytes())
        except OSError:
            return None
        content = stored[CHECKSUM:]
        if stored[:CHECKSUM] != _checksum(content):
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
        part = self._folder / f"{secrets.token_hex(8)}.part"
        try:
            self._make_room(needed)
            make_private(self._folder, _is_ours)
            write_private(part, _checksum(content) + content)
            part.replace(self._path(key))
        except OSError:  # a full or locked disk, or another process that cleared the folder meanwhile
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
        return self._folder / (key + SUFFIX)

    def _make_private(self) -> None:
        """Close what an earlier version left open to others, once; nothing is made."""
        if not self._is_private and self._folder.is_dir():
            self._is_private = True
            with suppress(OSError):
                make_private(self._folder, _is_ours)

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
        if not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if _is_ours(path):
                close_file(path)
                with suppress(OSError):
                    status = path.stat()
                    yield status.st_mtime, status.st_size, path


def _is_ours(path: Path) -> bool:
    return path.suffix in (SUFFIX, ".part")


def _checksum(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=CHECKSUM).digest()
