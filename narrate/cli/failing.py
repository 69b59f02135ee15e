"""How the command ends if something goes wrong: one line on standard error, and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from narrate.cli.group import did_you_mean
from narrate.cli.interrupting import signal_of
from narrate.cli.streams import OutputGoneError, ReaderGoneError, close_output, flush_output
from narrate.errors import NarrateError, OutputError
from narrate.printing import print_line
from narrate.storage.outcome import Outcome
from narrate.storage.target import remove_unfinished

USAGE = 2
"""Exit code for mistakes in the command line."""
SIGNALLED = 128
"""Plus its number: what a shell says of a tool that a signal has ended."""
BROKEN_PIPE = SIGNALLED + 13
FAILED = 1


def fail(error: BaseException, outcome: Outcome) -> NoReturn:
    """End the process as `error` demands. With NARRATE_DEBUG in the environment, a bug is raised again.

    `outcome` is what has been written by now.
    """
    if isinstance(error, BrokenPipeError | ReaderGoneError):
        # As other tools do when their output is no longer read: in silence, with the status of SIGPIPE.
        close_output()
        sys.exit(BROKEN_PIPE)
    if _is_homeless(error):
        remedy = "go to another one, or name whole paths"
        error = OutputError("the current folder is gone", None, remedy)
    remove_unfinished()
    message, exit_code = _told(error, outcome)
    print_line("narrate: " + " ".join(message.split()), error=True)
    flush_output()
    sys.exit(exit_code)


def _told(error: BaseException, outcome: Outcome) -> tuple[str, int]:
    """What is said of an error, and the exit code. Raises what is not for people."""
    match error:
        case NarrateError():
            return str(error), error.exit_code
        case click.NoSuchOption():
            return _unknown_option(error), USAGE
        case click.ClickException():
            return _mistake(error), USAGE
        case KeyboardInterrupt() | click.Abort():
            return _interrupted(outcome), SIGNALLED + signal_of(error)
        case OutputGoneError():
            return f"cannot write to standard output ({error.strerror})", FAILED
        case Exception() if "NARRATE_DEBUG" not in os.environ:
            problem = f"internal error: {error!r}"
            return f"{problem} (please report it; NARRATE_DEBUG=1 shows where)", FAILED
        case _:
            raise error


def _interrupted(outcome: Outcome) -> str:
    """What is true of the outputs."""
    if outcome.complete:
        return f"interrupted; already written: {', '.join(map(str, outcome.complete))}"
    if outcome.begun:
        return f"interrupted; {' and '.join(outcome.begun)} got the beginning, and no file was written"
    return "interrupted; nothing was written"


def _is_homeless(error: BaseException) -> bool:
    """Whether the error comes from a current folder that has been removed."""
    if not isinstance(error, FileNotFoundError):
        return False
    try:
        Path.cwd()
    except OSError:
        return True
    return False


def _mistake(error: click.ClickException) -> str:
    """click's own message, as a line of ours."""
    message = error.format_message().rstrip(".")
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message[:1].lower()}{message[1:]} (see {_path(ctx)} --help)"


def _unknown_option(error: click.NoSuchOption) -> str:
    """Near misses are looked for among the options of all groups that the command is in, too."""
    known = list(_options_of(error.ctx))
    remedy = did_you_mean(error.option_name, known) or f"see {_path(error.ctx)} --help"
    return f"no such option: {error.option_name} ({remedy})"


def _options_of(ctx: click.Context | None) -> Iterator[str]:
    """The options of a command, and of all groups that it is in."""
    while ctx:
        for parameter in ctx.command.get_params(ctx):
            yield from parameter.opts
        ctx = ctx.parent


def _path(ctx: click.Context | None) -> str:
    """The command as it was called: "narrate feed add"."""
    return ctx.command_path.strip() if ctx else "narrate"
