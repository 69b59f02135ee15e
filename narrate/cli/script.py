"""`narrate script`: who says what."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.articles import article_argument
from narrate.cli.options import HELP, GroupedCommand, GroupedOption, chosen_options, takes_options
from narrate.cli.terminal import output_option, print_notes, write, write_product


@click.command("script", cls=GroupedCommand, context_settings=HELP)
@article_argument
@output_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "corrections"]), default="text", show_default=True,
    cls=GroupedOption, group="output",
    help="For people, for other programs, or what is unsure as a file of corrections.",
)  # fmt: skip
@takes_options("voices", "text")
def script_command(article: str, form: str, output: str | None, **values: Any) -> None:
    """Show who says what, and what is left out."""
    from narrate.pipeline.api import write_script
    from narrate.pipeline.outputs import refuse_to_overwrite, refuse_to_replace
    from narrate.views import corrections_stub, script_json, script_text

    options = chosen_options(article, values)
    refuse_to_overwrite(article, output)
    if form == "corrections":
        refuse_to_replace(output)
    script = write_script(article, options)
    print_notes(script.notes)
    if form == "json":
        write_product(script_json(script) + "\n", output)
    elif form == "corrections":
        write_product(corrections_stub(script), output)
    else:
        write(script_text(script), output)
