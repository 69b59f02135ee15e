"""How the command ends if something goes wrong: one line on standard error, and an exit code."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from narrate.cli.group import did_you_mean
from narrate.errors import NarrateError

USAGE = 2
"""Exit code for mistakes in the command line."""
INTERRUPTED = 128 + 2
"""What a shell says of a tool that SIGINT has ended."""


def fail(error: BaseException) -> NoReturn:
    """End the process as `error` demands. With NARRATE_DEBUG in the environment, a bug is raised again."""
    match error:
        case SystemExit():
            raise error
        case NarrateError():
            _end(str(error), error.exit_code)
        case click.NoSuchOption():
            _end(_unknown_option(error), USAGE)
        case click.UsageError():
            message = error.format_message().rstrip(".")
            _end(f"{message[:1].lower()}{message[1:]} (see {_path(error.ctx)} --help)", USAGE)
        case click.ClickException():
            _end(error.format_message(), USAGE)
        case KeyboardInterrupt() | click.Abort():
            _end("interrupted; nothing was written", INTERRUPTED)
        case _ if "NARRATE_DEBUG" in os.environ or not isinstance(error, Exception):
            raise error
        case _:
            _end(f"internal error: {error!r} (please report it; NARRATE_DEBUG=1 shows where)", 1)


def _unknown_option(error: click.NoSuchOption) -> str:
    """Near misses are looked for among the options of all groups that the command is in, too."""
    known: list[str] = []
    ctx = error.ctx
    while ctx:
        for parameter in ctx.command.get_params(ctx):
            known += parameter.opts
        ctx = ctx.parent
    remedy = did_you_mean(error.option_name, known) or f"see {_path(error.ctx)} --help"
    return f"no such option: {error.option_name} ({remedy})"


def _path(ctx: click.Context | None) -> str:
    return ctx.command_path.strip() if ctx else "narrate"


def _end(message: str, exit_code: int) -> NoReturn:
    click.echo("narrate: " + " ".join(message.split()), err=True)
    sys.exit(exit_code)
