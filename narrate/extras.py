"""How to install an extra, whichever way this package was installed.

The usual `pip install 'PACKAGE[piper]'` would look for this package in an index that does not have it. What
an extra brings is in our own metadata, and can be installed by name.
"""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.markers import Marker

DISTRIBUTION = "narrate-article"


def install_command(extra: str) -> str:
    """The command that brings what an extra needs: "python -m pip install 'starlette>=0.49.1' …".

    Where nothing of it runs on this Python, a sentence that says so.
    """
    try:
        needed = packages(extra)
    except PackageNotFoundError:  # run from a clone that was not installed
        source = Path(__file__).parents[1]
        return _command([f"{source}[{extra}]"], editable=True)
    if not needed:
        return f"its packages do not run on Python {sys.version_info.major}.{sys.version_info.minor}"
    return _command(needed)


def packages(extra: str) -> list[str]:
    """The requirements of an extra that hold here: ["piper-tts>=1.8", …]."""
    from packaging.requirements import Requirement

    found = []
    for line in requires(DISTRIBUTION) or ():
        requirement = Requirement(line)
        if not _belongs_to(requirement.marker, extra):
            continue
        requirement.marker = None
        found.append(str(requirement))
    return found


def _belongs_to(marker: Marker | None, extra: str) -> bool:
    """Whether a requirement holds here with an extra, and not without it."""
    if marker is None:
        return False
    if marker.evaluate({"extra": ""}):
        return False
    return marker.evaluate({"extra": extra})


def _command(needed: Iterable[str], *, editable: bool = False) -> str:
    """The command for the installer that made this environment."""
    environment = Path(sys.prefix)
    arguments = ["-e"] if editable else []
    arguments += needed
    if (environment / "pipx_metadata.json").is_file():
        return _joined(["pipx", "inject", environment.name, *arguments])
    if find_spec("pip") is None:  # uv makes environments without it
        return _joined(["uv", "pip", "install", "--python", sys.executable, *arguments])
    return _joined([_python(), "-m", "pip", "install", *arguments])


def _python() -> str:
    """ "python" where that is the interpreter that runs, else its path."""
    found = shutil.which("python")
    if found is not None and Path(found) == Path(sys.executable):
        return "python"
    return sys.executable


def _joined(arguments: Iterable[str]) -> str:
    """One line for the shell, in which ">" and "[" are quoted."""
    if sys.platform == "win32":
        return " ".join(f'"{word}"' if set(word) & set(" <>[]=") else word for word in arguments)
    return shlex.join(arguments)
