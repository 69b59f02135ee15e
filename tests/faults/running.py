"""What all fault tests share: an article, the command, and the table."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLE = 'The mill opens again\n\nThe old mill opened on Monday.\n\n"It is a good day," said Ada Moreau.\n'
COMMAND = (sys.executable, "-m", "narrate")
TONE = ("--engine", "tone")
OLD = b"OLD"


@dataclass(slots=True)
class Tried:
    """How often a kind of fault was tried, and what went wrong."""

    kind: str
    tries: int = 0
    failures: list[str] = field(default_factory=list)

    def check(self, holds: bool, what: str) -> None:
        """Count one try."""
        self.tries += 1
        if not holds:
            self.failures.append(what)


def article(folder: Path) -> Path:
    """A short article in a file of its own."""
    path = folder / "s.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def environment(folder: Path, **more: str) -> dict[str, str]:
    """A home, a cache and a temporary folder for one test."""
    for name in ("home", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    own = {
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "NARRATE_CACHE_DIR": str(folder / "cache"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return {**os.environ, **own, **more}


def run(
    arguments: Sequence[str | Path], env: dict[str, str], cwd: Path, command: Sequence[str] = COMMAND
) -> tuple[int, str]:
    """The exit code, and what was said on standard error; a run that hangs is ended, with code 124."""
    full = [*command, *map(str, arguments)]
    try:
        done = subprocess.run(
            full, env=env, cwd=cwd, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False
        )
    except subprocess.TimeoutExpired:
        return 124, "hangs"
    return done.returncode, done.stderr.decode(errors="replace")


def is_one_line(said: str) -> bool:
    """Whether it is a line of ours, and nothing of Python's."""
    lines = [line for line in said.splitlines() if line.strip()]
    return len(lines) == 1 and lines[0].startswith("narrate: ") and "internal error" not in said


def hidden(folder: Path) -> list[str]:
    """What is left of unfinished work in a folder."""
    return sorted(path.name for path in folder.rglob("*") if "narrate-" in path.name)
