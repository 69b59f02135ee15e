"""Pictures in files of this machine, which the page and the book embed."""

from __future__ import annotations

from pathlib import Path

LARGEST = 20_000_000
"""Bytes of a picture's file: more than cameras make, and less than slows a reader down."""


def local_file(address: str) -> bytes:
    """The bytes of a local file; empty if it is not here, or larger than `LARGEST`.

    Raises OSError if the file cannot be read, and ValueError for an address that no file can have.
    """
    path = Path(address)
    if not path.is_file():
        return b""
    if path.stat().st_size > LARGEST:
        return b""
    return path.read_bytes()
