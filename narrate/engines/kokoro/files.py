"""Kokoro's model and voices: where they are, how they are read, and how they are fetched.

    python -m narrate.engines.kokoro.files

fetches them from the releases of kokoro-onnx into the user's folder, once, and prints where they are.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_data_path

from narrate.errors import EngineError, NarrateError, OutputError
from narrate.folders import in_home
from narrate.printing import print_line
from narrate.storage import fill_whole

if TYPE_CHECKING:
    from narrate.engines.kokoro.model import KokoroModel

RELEASE = "https://github.com/thewh1teagle/kokoro-onnx/releases/download/model-files-v1.0/"
MODEL, VOICES = "kokoro-v1.0.onnx", "voices-v1.0.bin"
VARIABLES = {MODEL: "NARRATE_KOKORO_MODEL", VOICES: "NARRATE_KOKORO_VOICES"}
FETCH = "python -m narrate.engines.kokoro.files"
STYLE = 256
"""Numbers that describe a voice, for each length of a text."""
PATIENCE = 30.0
"""Seconds to wait for the next bytes."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where the model and the voices lie."""

    model: Path
    voices: Path
    """A file of NumPy's (.npz) with an array for each voice, or a folder with a NAME.bin for each, which
    holds the same 32-bit floats and nothing else."""


def folder() -> Path:
    """Where fetched files lie."""
    return user_data_path("narrate", appauthor=False) / "kokoro"


def found() -> Files:
    """The files that the environment names, or the fetched ones. Raises EngineError where one is missing."""
    return Files(_found(MODEL), _found(VOICES))


def _found(name: str) -> Path:
    path = in_home(os.environ.get(VARIABLES[name]) or folder() / name)
    if not path.is_file() and not (name == VOICES and path.is_dir()):
        remedy = f"with a network, fetch it once: {FETCH}; or say where it is in {VARIABLES[name]}"
        raise EngineError("Kokoro's file is not here", path, remedy)
    return path


def voice_names(files: Files) -> list[str]:
    """What voices there are; reads the list alone. Raises EngineError where the file is not Kokoro's."""
    if files.voices.is_dir():
        return sorted(path.stem for path in files.voices.glob("*.bin"))
    try:
        with zipfile.ZipFile(files.voices) as archive:
            return sorted(name.removesuffix(".npy") for name in archive.namelist())
    except (OSError, zipfile.BadZipFile) as error:
        remedy = f"delete it and fetch it again: {FETCH}"
        raise EngineError("Kokoro's voices cannot be read", files.voices, remedy) from error


def style(files: Files, name: str) -> NDArray[np.float32]:
    """A voice: a row for each number of phonemes, shape (n, 256).

    Raises EngineError for a voice that is not here, or whose numbers are not Kokoro's.
    """
    if name not in voice_names(files):
        raise EngineError("unknown voice", name, "see `narrate voices --engine kokoro`")
    try:
        if files.voices.is_dir():
            values: NDArray[np.float32] = np.fromfile(files.voices / f"{name}.bin", "<f4")
        else:
            with np.load(files.voices) as archive:
                values = np.asarray(archive[name], np.float32)
        rows = values.reshape(-1, STYLE)
        if not len(rows):
            raise ValueError("it is empty")
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        remedy = f"it has to hold rows of {STYLE} numbers; fetch the voices again: {FETCH}"
        raise EngineError(f"Kokoro's voice {name} cannot be read", files.voices, remedy) from error
    return rows


def load(files: Files, numbers: Mapping[str, int]) -> KokoroModel:
    """Read the model; `numbers` of the phonemes hold where it carries none.

    Raises EngineError where it is not Kokoro's.
    """
    from narrate.engines.kokoro.model import KokoroModel

    try:
        return KokoroModel(files.model, numbers)
    except Exception as error:  # onnxruntime's classes have no public base
        remedy = f"delete it and fetch it again: {FETCH}; {error!r:.200}"
        raise EngineError("Kokoro cannot be loaded", files.model, remedy) from error


def fetch(name: str, release: str = RELEASE) -> Path:
    """Download one file whole. Raises EngineError: no network, or not there.

    What came is checked for its length, as far as the server says it, and not for its contents: we know
    no hash of them. That they are the release's rests on TLS; `load` refuses what is no model.
    """
    path = folder() / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fill_whole(path, partial(_download, release + name))
    except (URLError, OSError, OutputError) as error:
        remedy = f"{error}; fetch it where there is a network, and put it into {path.parent}"
        raise EngineError("cannot fetch Kokoro's file", release + name, remedy) from error
    return path


def _download(address: str, part: Path) -> None:
    """Raises OSError, also if less comes than was promised."""
    with urlopen(address, timeout=PATIENCE) as response, part.open("wb") as file:
        shutil.copyfileobj(response, file, 1 << 20)
        promised = int(response.headers.get("Content-Length", file.tell()))
        if file.tell() != promised:
            raise OSError(f"{file.tell()} of {promised} bytes came")


def main() -> int:
    """Fetch what is missing."""
    try:
        for name in (MODEL, VOICES):
            path = folder() / name
            print_line(path if path.exists() else fetch(name))
    except NarrateError as error:
        print_line(f"narrate: {error}", error=True)
        return error.exit_code
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
