"""Runs the command, and sends a signal to itself at one step of the file system.

    python -m tests.faults.driver STEP SIGNAL ARGUMENTS…

A step is a call that moves, links, removes or syncs a file. Numbers beyond the last step send nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

STEPS = ("replace", "rename", "link", "unlink", "fsync")
"""Functions of `os`; `pathlib` calls them, too."""


def _counted(function: Callable[..., Any], state: dict[str, int], number: int) -> Callable[..., Any]:
    def step(*arguments: Any, **named: Any) -> Any:
        state["step"] += 1
        if state["step"] == state["at"]:
            os.kill(os.getpid(), number)
        return function(*arguments, **named)

    return step


def main() -> None:
    """Count steps from the beginning of the run."""
    at, number, *arguments = sys.argv[1:]
    state = {"step": 0, "at": int(at)}
    for name in STEPS:
        setattr(os, name, _counted(getattr(os, name), state, int(number)))
    sys.argv = ["narrate", *arguments]
    from narrate.cli import main as narrate

    narrate()


if __name__ == "__main__":
    main()
