"""What the command prints and writes: text, and a bar while it works."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

BROKEN_PIPE = 128 + 13
"""What a shell says of a tool that SIGPIPE has ended."""


def write(text: str, output: str | None) -> None:
    """Print, or write a file beside its place and move it there."""
    if output is None:
        click.echo(text, nl=False)
        return
    from narrate.errors import OutputError

    path = Path(output)
    try:
        with click.open_file(output, "w", encoding="utf-8", atomic=True) as file:
            file.write(text)
    except OSError as error:
        raise OutputError("cannot write", path, error.strerror or str(error)) from error


def print_notes(notes: Iterable[str]) -> None:
    """What was asked for and cannot be had, on standard error."""
    for note in notes:
        click.echo(f"narrate: {note}", err=True)


@contextmanager
def ending_with_its_reader() -> Iterator[None]:
    """End as other tools whose output is no longer read: without a word, with the status of SIGPIPE."""
    try:
        yield
    except BrokenPipeError:
        # What is still buffered goes nowhere, so that Python does not complain at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal; nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Narrating"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Narrating")
        yield lambda done, total: bar.update(task, completed=done, total=total)
