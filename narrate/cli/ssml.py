"""`narrate ssml`: the script as SSML."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.options import HELP, script_options
from narrate.cli.terminal import write


@click.command("ssml", context_settings=HELP)
@click.argument("article")
@script_options
@click.option("--dialect", type=click.Choice(["w3c", "alexa"]), default="w3c", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write. [default: standard output]")
def ssml_command(article: str, output: str | None, dialect: str, **options: Any) -> None:
    """Write the script as SSML: W3C SSML 1.1, or what Alexa takes."""
    from narrate.pipeline import write_script
    from narrate.ssml import alexa_document, document

    script = write_script(article, **options)
    write(alexa_document(script) if dialect == "alexa" else document(script), output)
