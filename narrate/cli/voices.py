"""`narrate voices`: who can speak."""

from __future__ import annotations

import click

from narrate.cli.options import HELP


@click.command("voices", context_settings=HELP)
@click.option("--engine", metavar="NAME", help="Only the voices of this engine, all of them.")
@click.option("--cast", metavar="NAME|FILE", help="Only the voices of this cast.")
def voices_command(engine: str | None, cast: str | None) -> None:
    """List the voices: engine, gender, accent, and whether they are here."""
    from narrate.pipeline import available_voices
    from narrate.views import voices_table

    click.echo(voices_table(available_voices(engine, cast)), nl=False)
