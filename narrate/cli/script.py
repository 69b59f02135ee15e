"""`narrate script`: who says what."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.options import HELP, script_options
from narrate.cli.terminal import print_notes, write


@click.command("script", context_settings=HELP)
@click.argument("article")
@script_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write. [default: standard output]")
def script_command(article: str, form: str, output: str | None, **options: Any) -> None:
    """Show who says what, in which voice, and what is left out."""
    from narrate.pipeline.api import write_script
    from narrate.pipeline.outputs import refuse_to_overwrite
    from narrate.views import script_json, script_text

    if output is not None:
        refuse_to_overwrite(article, output)
    script = write_script(article, **options)
    print_notes(script.notes)
    write(script_json(script) + "\n" if form == "json" else script_text(script), output)
