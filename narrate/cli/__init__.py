"""The command: parse, call, print. One file per subcommand; everything heavy is imported inside them."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

import click
from click_default_group import DefaultGroup

from narrate.cli.article import article_command
from narrate.cli.cache import cache_command
from narrate.cli.feed import feed_command
from narrate.cli.names import names_command
from narrate.cli.options import HELP
from narrate.cli.play import play_command
from narrate.cli.script import script_command
from narrate.cli.ssml import ssml_command
from narrate.cli.voices import voices_command
from narrate.version import __version__


class _Narrate(DefaultGroup):  # type: ignore[misc]
    """A group whose help shows what `narrate ARTICLE` takes, too."""

    def collect_usage_pieces(self, _: click.Context) -> list[str]:
        return ["ARTICLE [-o FILE]…  (or one of the commands below)"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        article_command.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


GROUP: type[click.Group] = _Narrate
M_ARENA_MAX = -8
"""Of mallopt(3), in glibc's malloc.h."""
GARBAGE_EVERY = 100_000
"""Objects between two collections. At Python's own 700 (2000 from 3.13 on) it searches what a voice loads, a
million that stay, hundreds of times: a tenth of the start. Cycles, which need collecting, are few here."""


@click.group(cls=GROUP, default="article", context_settings=HELP)
@click.version_option(__version__, "--version", package_name="narrate-article")
def cli() -> None:
    """Turn an article into chaptered speech that a person wants to listen to.

    ARTICLE is a text file, a web page (https://… or saved), a Markdown file or an EPUB book; - is
    standard input.
    """


for _command in (
    article_command, play_command, script_command, ssml_command, names_command, voices_command, cache_command,
    feed_command,
):  # fmt: skip
    cli.add_command(_command)


def main() -> None:
    """Run the command; every error is one line and an exit code."""
    from narrate.errors import NarrateError

    _in_utf8(sys.stdout)
    # NumPy's products are small here, and threads of its own would only take time from those that speak.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(GARBAGE_EVERY)
    _share_heaps()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # leave nothing behind, as after Ctrl-C
    try:
        cli.main(standalone_mode=False)
    except NarrateError as error:
        _fail(str(error), error.exit_code)
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except click.ClickException as error:
        hint = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "narrate"
        _fail(f"{error.format_message()} (see {hint} --help)", 2)
    except (KeyboardInterrupt, click.Abort):
        _fail("interrupted; nothing was written", 130)
    except Exception as error:
        if "NARRATE_DEBUG" in os.environ:
            raise
        _fail(f"internal error: {error!r} (please report it; NARRATE_DEBUG=1 shows where)", 1)


def _in_utf8(stream: TextIO) -> None:
    """A pipe gets UTF-8, as a file does, whatever the system's code page is; a terminal shows what it can."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _share_heaps() -> None:
    """Let threads share two heaps. Else glibc gives each its own, and all of them keep what one needed: 80 MB
    in two hours of speech."""
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):  # a Python without ctypes, another C library
            import ctypes

            ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


def _fail(message: str, exit_code: int) -> None:
    click.echo("narrate: " + " ".join(message.split()), err=True)
    sys.exit(exit_code)
