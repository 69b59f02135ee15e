"""`narrate config`: defaults for the options."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.options import HELP
from narrate.printing import print_line, print_text


@click.group("config", context_settings=HELP, invoke_without_command=True)
@click.option("--article", metavar="FILE", help="Also use the narrate.toml beside this article.")
@click.option("--config", metavar="FILE", help="Also use this file.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for other programs.",
)
@click.pass_context
def config_command(ctx: click.Context, article: str | None, config: str | None, form: str) -> None:
    """Show your defaults, and where they come from.

    Defaults are read from files called narrate.toml: first the one in your configuration folder, then the
    one beside the article, then the one given with --config. A later one takes precedence, and the command
    line over all of them. A key is the name of an option without the hyphens in front, and paths are relative
    to the file:

    \b
    rate = 1.2
    quotes = "tone"
    lexicon = ["names.pls"]
    all = true
    """
    if ctx.invoked_subcommand is not None:
        return
    from narrate.views import settings_json, settings_table

    show = settings_json if form == "json" else settings_table
    print_text(show(_rows(article, config)))


def _rows(article: str | None, config: str | None) -> list[tuple[str, Any, str]]:
    """The name, the value and the origin of every option that a narrate.toml may have."""
    from narrate.pipeline.defaults import settings

    standing = [each for each in settings(article, config) if each.option.about.standing]
    return [(each.option.key, each.value, each.origin) for each in standing]


@config_command.command("path", context_settings=HELP)
def path_command() -> None:
    """Print where your own narrate.toml is, or would be."""
    from narrate.pipeline.defaults import standing_file

    print_line(standing_file())
