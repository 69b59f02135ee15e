"""`narrate play`: hear it now."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.articles import article_argument
from narrate.cli.options import HELP, GroupedCommand, chosen_options, quiet_option, takes_options
from narrate.cli.progress import Kind, progress_option, showing_progress
from narrate.cli.terminal import print_notes


@click.command("play", cls=GroupedCommand, context_settings=HELP)
@article_argument
@takes_options("voices", "text", "running")
@progress_option
@quiet_option
def play_command(article: str, quiet: bool, progress_kind: Kind | None, **values: Any) -> None:
    """Play ARTICLE while it is being made."""
    from narrate.pipeline.api import play

    options = chosen_options(article, values)
    with showing_progress(progress_kind, quiet) as progress:
        production = play(article, options, progress=progress)
    if not quiet:
        print_notes(production.narration.script.notes)
