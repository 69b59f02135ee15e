"""`narrate ssml`: the script as SSML."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.articles import article_argument
from narrate.cli.options import HELP, GroupedCommand, GroupedOption, chosen_options, takes_options
from narrate.cli.terminal import output_option, print_notes, write_product

STANDARD = "w3c"


@click.command("ssml", cls=GroupedCommand, context_settings=HELP)
@article_argument
@output_option
@click.option(
    "--dialect",
    type=click.Choice([STANDARD, "alexa", "azure", "espeak", "google", "polly"]),
    default=STANDARD,
    show_default=True,
    cls=GroupedOption,
    group="output",
    help="The standard, or what a platform accepts; what had to be changed for it is listed.",
)
@takes_options("voices", "text")
def ssml_command(article: str, output: str | None, dialect: str, **values: Any) -> None:
    """Write the script as SSML, for any platform."""
    from narrate.pipeline.api import write_script
    from narrate.pipeline.outputs import refuse_to_overwrite
    from narrate.ssml import adapted, document

    options = chosen_options(article, values)
    refuse_to_overwrite(article, output)
    script = write_script(article, options)
    print_notes(script.notes)
    if dialect == STANDARD:
        write_product(document(script), output)
        return
    result = adapted(script, dialect)
    write_product(result.text, output)
    print_notes(f"for {dialect}: {note}" for note in result.notes)
