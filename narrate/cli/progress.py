"""How far the work is, on standard error: as a bar, as lines, as JSON, or not at all.

A bar redraws itself, which a screen reader says again and again, or not at all. Lines are few, each is whole,
and none is taken back. Nothing is told by colour alone, and with NO_COLOR in the environment nothing has any.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal, TextIO, get_args

import click

from narrate.cli.options import GroupedOption
from narrate.printing import GuardedStream, print_line

Progress = Callable[[int, int], None]
"""Is called with how many utterances are done, and how many there are."""
Kind = Literal["bar", "lines", "json", "none"]
STEP = 10
"""Per cent between two lines: few enough to be listened to, and often enough to show that it goes on."""


def progress_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option --progress."""
    return click.option(
        "--progress",
        "progress_kind",
        type=click.Choice(get_args(Kind)),
        cls=GroupedOption,
        group="running",
        help="How to show how far it is: a bar, lines for screen readers and logs, JSON for programs. "
        "[default: bar; lines if TERM is dumb; none if standard error is not a terminal]",
    )(command)


@contextmanager
def showing_progress(kind: Kind | None, quiet: bool, doing: str = "Narrating") -> Iterator[Progress | None]:
    """Show progress; what it gives is called with how far the work is, and None asks for no calls.

    `doing` is what a person is told.
    """
    chosen = "none" if quiet else kind or _fitting()
    if chosen == "bar":
        with _bar(doing) as bar:
            yield bar
    elif chosen == "lines":
        yield _Lines(doing)
    elif chosen == "json":
        yield _print_json
    else:
        yield None


def _fitting() -> Kind:
    """What the terminal can show."""
    if not sys.stderr.isatty():
        return "none"
    is_dumb = os.environ.get("TERM", "") in {"", "dumb"}
    if is_dumb and os.name != "nt":  # Windows sets no TERM
        return "lines"
    return "bar"


@contextmanager
def _bar(doing: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # The bar sends control sequences of its own; what else is printed meanwhile does not go through it.
    console = Console(file=_past_the_guard(sys.stderr))
    with RichProgress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        task = bar.add_task(doing)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _past_the_guard(stream: TextIO) -> TextIO:
    return stream.unguarded if isinstance(stream, GuardedStream) else stream


class _Lines:
    """Prints "Narrating: 20 per cent." whenever another step is done, and no line twice."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._told = -1

    def __call__(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1) // STEP * STEP
        if percent > self._told:
            self._told = percent
            print_line(f"{self._doing}: {percent} per cent.", error=True)


def _print_json(done: int, total: int) -> None:
    print_line(json.dumps({"done": done, "total": total}), error=True)
