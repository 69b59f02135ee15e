"""What the command prints and writes."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from narrate.cli.options import Command, GroupedOption
from narrate.printing import harmless, print_line, print_product, print_text


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
        _check_stdout()
        print_text(text)
    else:
        _write_file(harmless(text), output)


def write_product(text: str, output: str | None) -> None:
    """Print what programs read, or write it to the file `output`, unchanged; only a terminal is spared."""
    if output is None:
        _check_stdout()
        print_product(text)
    else:
        _write_file(text, output)


def _write_file(text: str, output: str) -> None:
    """The file appears when it is complete. Raises OutputError."""
    from narrate.storage import write_whole

    write_whole(Path(output), text.encode("utf-8", "replace"))


def _check_stdout() -> None:
    """Raise OutputError if there is no standard output to print to."""
    if sys.stdout is None:
        from narrate.errors import OutputError

        raise OutputError("standard output is closed", None, "name a file with -o")


def print_notes(notes: Iterable[str]) -> None:
    """Print what was asked for and is not possible, on standard error."""
    for note in notes:
        print_line(f"narrate: {note}", error=True)
