"""Golden transcripts: what is pressed, and what is then heard, as a script that people can read.

    # The player in browse mode: keys with Ctrl and Alt reach it wherever one reads.
    [open page#s1]
        Finished loading The ferry that never came.
    [ctrl+alt+q]
        Ada Moreau. “We waited.

A line in square brackets is done, and the lines under it are heard. `[open NAME#link]` opens a page,
`[do EXPRESSION]` evaluates something in the page, such as a wait for the end of the sound; all else is a key.
What Chromium and Orca say of a page's loading is left out: how often depends on how fast it goes. With
NARRATE_GOLDEN=write in the environment, what is heard is written into the transcript.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.screen_reader.listening import ScreenReader

LINES = "    "


@dataclass(frozen=True)
class Step:
    """Something that is done, and what is to be heard then."""

    action: str
    """A key, or "open …", or "do …"."""
    heard: tuple[str, ...]


def read(path: Path) -> tuple[str, list[Step]]:
    """The comment at the top of a transcript, and its steps."""
    comment: list[str] = []
    steps: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            comment.append(line)
        elif line.startswith("["):
            steps.append((line.strip()[1:-1], []))
        elif line.strip():
            steps[-1][1].append(line.strip())
    return "\n".join(comment), [Step(action, tuple(heard)) for action, heard in steps]


def written(comment: str, steps: list[Step]) -> str:
    """A transcript as text."""
    lines = [comment]
    for step in steps:
        lines.append(f"[{step.action}]")
        lines += [LINES + line for line in step.heard]
    return "\n".join(lines) + "\n"


def performed(reader: ScreenReader, steps: list[Step], pages: Mapping[str, str]) -> list[Step]:
    """The same steps with what is really heard; `pages` are what "open" knows, by name."""
    expects = os.environ.get("NARRATE_GOLDEN") != "write"
    found = []
    for step in steps:
        expected = step.heard if expects else None
        kind, _, rest = step.action.partition(" ")
        if kind == "open":
            name, mark, link = rest.partition("#")
            heard = reader.open(pages[name] + mark + link, expected)
        elif kind == "do":
            heard = reader.do(rest, expected)
        else:
            heard = reader.press(step.action, expected)
        found.append(Step(step.action, tuple(heard)))
    return found
