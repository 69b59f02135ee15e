"""`narrate config`: defaults for the options."""

from __future__ import annotations

import click

from narrate.cli.options import HELP


@click.group("config", context_settings=HELP, invoke_without_command=True)
@click.option("--article", metavar="FILE", help="Also use the narrate.toml beside this article.")
@click.option("--config", metavar="FILE", help="Also use this file.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def config_command(ctx: click.Context, article: str | None, config: str | None, form: str) -> None:
    """Show your defaults, and where they come from.

    Defaults are read from files called narrate.toml: first the one in your configuration folder, then the
    one beside the article, then the one given with --config. A later one takes precedence, and the command
    line over all of them. A key is the name of an option without the hyphens in front: rate = 1.2, quotes =
    "tone", lexicon = ["names.pls"], all = true. Paths are relative to the file.
    """
    if ctx.invoked_subcommand is not None:
        return
    from narrate.pipeline.defaults import settings
    from narrate.views import settings_json, settings_table

    found = [
        (each.option.key, each.value, each.origin)
        for each in settings(article, config)
        if each.option.about.standing
    ]
    click.echo(settings_json(found) if form == "json" else settings_table(found), nl=False)


@config_command.command("path", context_settings=HELP)
def path_command() -> None:
    """Print where your own narrate.toml is, or would be."""
    from narrate.pipeline.defaults import standing_file

    click.echo(standing_file())
