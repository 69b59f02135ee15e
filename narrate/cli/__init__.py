"""The command: parse, call, print. One file per subcommand; everything heavy is imported inside them."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

import click

from narrate.cli.article import article_command
from narrate.cli.cache import cache_command
from narrate.cli.check import check_command
from narrate.cli.completion import completion_command
from narrate.cli.config import config_command
from narrate.cli.corrections import corrections_command
from narrate.cli.failing import fail
from narrate.cli.feed import feed_command
from narrate.cli.group import ArticleGroup
from narrate.cli.interrupting import end_on_signals
from narrate.cli.ledger import ledger_command
from narrate.cli.names import names_command
from narrate.cli.options import HELP
from narrate.cli.play import play_command
from narrate.cli.script import script_command
from narrate.cli.ssml import ssml_command
from narrate.cli.streams import prepare_streams
from narrate.cli.voices import voices_command
from narrate.printing import guard_streams
from narrate.storage.outcome import watched
from narrate.version import __version__

COMMANDS = (
    play_command, script_command, ssml_command, ledger_command, names_command, voices_command, check_command,
    corrections_command, feed_command, cache_command, config_command, completion_command,
)  # fmt: skip
M_ARENA_MAX = -8
"""Of mallopt(3), in glibc's malloc.h."""
GARBAGE_EVERY = 100_000
"""Objects between two collections. At Python's own 700 (2000 from 3.13 on) it searches what a voice loads, a
million that stay, hundreds of times: a tenth of the start. Cycles, which need collecting, are few here."""


@click.group(cls=ArticleGroup, context_settings={**HELP, "ignore_unknown_options": True})
@click.version_option(__version__, "--version", message="narrate %(version)s")
def cli() -> None:
    """Turn an article into chaptered speech that a person wants to listen to.

    ARTICLE is a text file, a web page (https://… or saved), a Markdown file, an EPUB book or an SSML
    document; - is standard input.
    """


cli.article = article_command
for _command in COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """Run the command; every error is one line and an exit code."""
    end_on_signals()
    prepare_streams()
    _in_utf8(sys.stdout)
    guard_streams()
    # NumPy's products are small here, and threads of its own would only take time from those that speak.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(GARBAGE_EVERY)
    _share_heaps()
    with watched() as outcome:
        try:
            status = cli.main(prog_name="narrate", standalone_mode=False)
            if sys.stdout is not None:
                sys.stdout.flush()
            sys.exit(status)
        except BaseException as error:
            fail(error, outcome)


def _in_utf8(stream: TextIO) -> None:
    """A pipe gets UTF-8, as a file does, whatever the system's code page is; a terminal shows what it can."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _share_heaps() -> None:
    """Let threads share two heaps. Else glibc gives each its own, and all of them keep what one needed: 80 MB
    in two hours of speech."""
    if sys.platform != "linux":
        return
    with suppress(ImportError, OSError, AttributeError):  # a Python without ctypes, another C library
        import ctypes

        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)
