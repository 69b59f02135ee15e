"""What the command prints and writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from narrate.cli.options import Command, GroupedOption

BROKEN_PIPE = 128 + 13
"""What a shell says of a tool that SIGPIPE has ended."""


def output_option(command: Command) -> Command:
    """Give a command that prints text the option --output."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(),
        cls=GroupedOption,
        group="output",
        help="Where to write. [default: standard output]",
    )(command)


def write(text: str, output: str | None) -> None:
    """Print `text`, or write it to the file `output`, which appears when it is complete."""
    if output is None:
        click.echo(text, nl=False)
        return
    from narrate.storage import write_whole

    write_whole(Path(output), text.encode("utf-8", "replace"))


def print_notes(notes: Iterable[str]) -> None:
    """Print what was asked for and is not possible, on standard error."""
    for note in notes:
        click.echo(f"narrate: {note}", err=True)


@contextmanager
def ending_with_its_reader() -> Iterator[None]:
    """End as other tools do when their output is no longer read: in silence, with the status of SIGPIPE."""
    try:
        yield
    except BrokenPipeError:
        # What is still buffered goes nowhere, so that Python does not complain at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
