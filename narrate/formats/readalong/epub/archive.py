"""The container (EPUB 3.3, section 4.2): a ZIP file that depends on nothing but its contents."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import NAMESPACE_OID, UUID, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that ZIP has: no clock goes into a file."""
READABLE = 0o644 << 16
"""Permissions, where ZIP keeps Unix's."""
PIECE = 2**20
"""Bytes that are copied at a time."""
PACKED = (".xhtml", ".smil", ".css", ".opf", ".ncx", ".xml")
"""Suffixes of what is compressed. Sound and pictures are already, and readers can seek in a stored file."""


class Archive:
    """A container to which files are added one by one; the first says that it is an EPUB."""

    def __init__(self, path: Path) -> None:
        """Start the container at `path`, replacing what is there."""
        self._zip = ZipFile(path, "w")
        self._digest = sha256()
        # Section 4.2.3.3: the first file, neither compressed nor with extra fields.
        self._zip.writestr(_entry("mimetype"), b"application/epub+zip")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def add(self, name: str, content: bytes) -> None:
        """Put a file of this name and content into the container."""
        self._digest.update(name.encode() + content)
        self._zip.writestr(_entry(name), content)

    def add_file(self, name: str, path: Path) -> None:
        """Put a copy of a file into the container; it is never in memory as a whole."""
        entry = _entry(name)
        entry.file_size = path.stat().st_size  # tells zipfile whether it needs ZIP64
        with path.open("rb") as source, self._zip.open(entry, "w") as copy:
            shutil.copyfileobj(source, copy, PIECE)

    def identity(self) -> UUID:
        """A name for what has been added with `add` so far: the same for the same, whenever it is made."""
        return uuid5(NAMESPACE_OID, self._digest.hexdigest())


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.create_system = 3  # Unix, on every system
    entry.external_attr = READABLE
    entry.compress_type = ZIP_DEFLATED if name.endswith(PACKED) else ZIP_STORED
    return entry
