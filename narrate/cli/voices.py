"""`narrate voices`: who can speak."""

from __future__ import annotations

import click

from narrate.cli.options import HELP
from narrate.printing import print_line, print_text


@click.command("voices", context_settings=HELP)
@click.option("--engine", metavar="NAME", help="Only the voices of this engine, all of them.")
@click.option("--cast", metavar="NAME|FILE", type=click.Path(), help="Only the voices of this cast.")
@click.option(
    "--audition",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Write a clip of each voice (.wav) into DIR instead.",
)
def voices_command(engine: str | None, cast: str | None, folder: str | None) -> None:
    """List voices, and whether they are installed.

    Without an option: those of the default cast, and the English ones of all engines. With --audition and no
    other option: those of the default cast.
    """
    from narrate.pipeline.api import audition
    from narrate.pipeline.roster import available_voices
    from narrate.views import voices_table

    if folder is None:
        print_text(voices_table(available_voices(engine, cast)))
        return
    for path in audition(folder, cast, engine):
        print_line(path)
