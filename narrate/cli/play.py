"""`narrate play`: hear it now."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.articles import article_argument
from narrate.cli.options import HELP, GroupedCommand, chosen_options, quiet_option, takes_options
from narrate.cli.terminal import print_notes, progress_bar


@click.command("play", cls=GroupedCommand, context_settings=HELP)
@article_argument
@takes_options("voices", "text", "running")
@quiet_option
def play_command(article: str, quiet: bool, **values: Any) -> None:
    """Play ARTICLE while it is being made."""
    from narrate.pipeline.api import play

    options = chosen_options(article, values)
    with progress_bar(quiet) as progress:
        production = play(article, options, progress=progress)
    if not quiet:
        print_notes(production.narration.script.notes)
