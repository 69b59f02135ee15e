"""What the command prints and writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from narrate.cli.options import Command, GroupedOption
from narrate.printing import harmless, print_line, print_product, print_text

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
    """Print what people read, or write it to the file `output`: control characters are shown in both."""
    if output is None:
        print_text(text)
    else:
        _write_file(harmless(text), output)


def write_product(text: str, output: str | None) -> None:
    """Print what programs read, or write it to the file `output`, unchanged; only a terminal is spared."""
    if output is None:
        print_product(text)
    else:
        _write_file(text, output)


def _write_file(text: str, output: str) -> None:
    """The file appears when it is complete. Raises OutputError."""
    from narrate.errors import OutputError

    path = Path(output)
    try:
        with click.open_file(output, "w", encoding="utf-8", atomic=True) as file:
            file.write(text)
    except OSError as error:
        raise OutputError("cannot write", path, error.strerror or str(error)) from error


def print_notes(notes: Iterable[str]) -> None:
    """Print what was asked for and is not possible, on standard error."""
    for note in notes:
        print_line(f"narrate: {note}", error=True)


@contextmanager
def ending_with_its_reader() -> Iterator[None]:
    """End as other tools do when their output is no longer read: in silence, with the status of SIGPIPE."""
    try:
        yield
    except BrokenPipeError:
        # What is still buffered goes nowhere, so that Python does not complain at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
