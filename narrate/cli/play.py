"""`narrate play`: hear it now."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.options import HELP, script_options, speech_options
from narrate.cli.terminal import print_notes, progress_bar


@click.command("play", context_settings=HELP)
@click.argument("article")
@script_options
@speech_options
def play_command(article: str, quiet: bool, **options: Any) -> None:
    """Play ARTICLE through the loudspeaker while it is being made."""
    from narrate.pipeline.api import play

    with progress_bar(quiet) as progress:
        production = play(article, progress=progress, **options)
    if not quiet:
        print_notes(production.narration.script.notes)
