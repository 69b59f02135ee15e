"""Run a command, and say what it took."""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""As after `pip install`: a working copy may forbid bytecode, and then compiles itself at every start."""
EXAMPLE = Path(__file__).parents[1] / "docs" / "example-article.txt"


def arguments_of(about: str | None, runs: int) -> argparse.ArgumentParser:
    """What the commands take that run an article several times."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=runs)
    return parser


@dataclass(frozen=True, slots=True)
class Taken:
    """What one process took, from its start to its exit."""

    seconds: float
    """On the clock."""
    cpu: float
    """Seconds of processor time, over all cores."""
    megabytes: float
    """The most memory that it held (resident set)."""


def run(command: Sequence[str], stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Taken:
    """Run a command with more variables in its environment. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryFile() as file:
        file.write(stdin)
        file.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=file,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **COMPILED, **(env or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Taken(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def least(runs: Sequence[Taken]) -> Taken:
    """The least of each: what others on the machine do only adds to it."""
    return Taken(
        min(taken.seconds for taken in runs),
        min(taken.cpu for taken in runs),
        min(taken.megabytes for taken in runs),
    )
