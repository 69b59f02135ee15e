"""`narrate corrections`: what has been corrected."""

from __future__ import annotations

import click

from narrate.cli.group import HelpingGroup
from narrate.cli.options import HELP
from narrate.cli.terminal import output_option, print_notes, write_product
from narrate.printing import print_line


@click.group("corrections", cls=HelpingGroup, context_settings=HELP)
def corrections_command() -> None:
    """Collect what has been corrected.

    Corrections of an article are in a file beside it, ARTICLE.corrections.toml; `narrate script --format
    corrections` writes the start of one.
    """


@corrections_command.command("collect", context_settings=HELP)
@click.argument("folder", metavar="DIR", type=click.Path())
@output_option
def collect_command(folder: str, output: str | None) -> None:
    """Write the corrected quotations in DIR as labels.

    Each file ARTICLE.corrections.toml in DIR, or below, becomes a line of JSON with the article's text and
    its quotations. Those that have been corrected have labels; with `checked = true` in the file, all have.
    """
    from narrate.pipeline.collecting import collect

    collected = collect(folder)
    write_product("".join(f"{line}\n" for line in collected.lines), output)
    print_notes(collected.notes)
    counted = f"{len(collected.lines)} articles, {collected.labels} quotations with labels"
    print_line(counted, error=True)
