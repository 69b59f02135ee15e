"""`narrate ledger`: what becomes of every character."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.articles import article_argument
from narrate.cli.options import HELP, GroupedCommand, GroupedOption, chosen_options, takes_options
from narrate.cli.terminal import output_option, print_notes, write


@click.command("ledger", cls=GroupedCommand, context_settings=HELP)
@article_argument
@output_option
@click.option(
    "--full",
    is_flag=True,
    cls=GroupedOption,
    group="output",
    help="List what is spoken as it is written, too.",
)
@takes_options("voices", "text")
def ledger_command(article: str, full: bool, output: str | None, **values: Any) -> None:
    """Show what is spoken, changed or left out, and why.

    With times, and for other programs: narrate ARTICLE -o FILE.ledger.json
    """
    from narrate.pipeline.api import write_script
    from narrate.pipeline.outputs import refuse_to_overwrite
    from narrate.views import ledger_table

    options = chosen_options(article, values)
    refuse_to_overwrite(article, output)
    script = write_script(article, options)
    print_notes(script.notes)
    write(ledger_table(script, full), output)
