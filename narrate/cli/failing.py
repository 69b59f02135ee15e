"""How the command ends if something goes wrong: one line on standard error, and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import NoReturn

import click

from narrate.cli.group import did_you_mean
from narrate.errors import NarrateError
from narrate.printing import print_line

USAGE = 2
"""Exit code for mistakes in the command line."""
INTERRUPTED = 128 + 2
"""What a shell says of a tool that SIGINT has ended."""
FAILED = 1


def fail(error: BaseException) -> NoReturn:
    """End the process as `error` demands. With NARRATE_DEBUG in the environment, a bug is raised again."""
    message, exit_code = _told(error)
    print_line("narrate: " + " ".join(message.split()), error=True)
    sys.exit(exit_code)


def _told(error: BaseException) -> tuple[str, int]:
    """What is said of an error, and the exit code. Raises what is not for people."""
    match error:
        case NarrateError():
            return str(error), error.exit_code
        case click.NoSuchOption():
            return _unknown_option(error), USAGE
        case click.ClickException():
            return _mistake(error), USAGE
        case KeyboardInterrupt() | click.Abort():
            return "interrupted; nothing was written", INTERRUPTED
        case Exception() if "NARRATE_DEBUG" not in os.environ:
            problem = f"internal error: {error!r}"
            return f"{problem} (please report it; NARRATE_DEBUG=1 shows where)", FAILED
        case _:
            raise error


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
