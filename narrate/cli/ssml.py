"""`narrate ssml`: the script as SSML."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.options import HELP, script_options
from narrate.cli.terminal import print_notes, write


@click.command("ssml", context_settings=HELP)
@click.argument("article")
@script_options
@click.option(
    "--dialect",
    type=click.Choice(["w3c", "alexa", "azure", "espeak", "google", "polly"]),
    default="w3c",
    show_default=True,
    help="The standard, or what a platform accepts; what had to be changed is told.",
)
@click.option("-o", "--output", metavar="FILE", help="Where to write. [default: standard output]")
def ssml_command(article: str, output: str | None, dialect: str, **options: Any) -> None:
    """Write the script as SSML: W3C SSML 1.1, or what a platform takes."""
    from narrate.pipeline.api import write_script
    from narrate.pipeline.outputs import refuse_to_overwrite
    from narrate.ssml import adapted, document

    if output is not None:
        refuse_to_overwrite(article, output)
    script = write_script(article, **options)
    print_notes(script.notes)
    if dialect == "w3c":
        write(document(script), output)
        return
    result = adapted(script, dialect)
    write(result.text, output)
    print_notes(f"for {dialect}: {note}" for note in result.notes)
