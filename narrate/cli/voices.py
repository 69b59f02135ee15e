"""`narrate voices`: who can speak."""

from __future__ import annotations

import click

from narrate.cli.options import HELP


@click.command("voices", context_settings=HELP)
@click.option("--engine", metavar="NAME", help="Only the voices of this engine, all of them.")
@click.option("--cast", metavar="NAME|FILE", help="Only the voices of this cast.")
@click.option("--audition", "folder", metavar="DIR", help="Write a clip of each voice into DIR instead.")
def voices_command(engine: str | None, cast: str | None, folder: str | None) -> None:
    """List the voices, and whether they are here.

    With --audition the voices of a cast, or of an engine, say who they are: one .wav each. [default: the
    default cast]
    """
    from narrate.pipeline.api import audition, available_voices
    from narrate.views import voices_table

    if folder is None:
        click.echo(voices_table(available_voices(engine, cast)), nl=False)
        return
    for path in audition(folder, cast, engine):
        click.echo(path)
