"""`narrate names`: what will probably be said wrong."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.options import HELP, script_options
from narrate.cli.terminal import write


@click.command("names", context_settings=HELP)
@click.argument("article")
@script_options
@click.option(
    "--pls",
    "stub",
    metavar="FILE",
    help="Where to write the lexicon to fill in; - for nothing but it. [default: after the list]",
)
def names_command(article: str, stub: str | None, **options: Any) -> None:
    """List words that the default voice will probably say wrong.

    With them comes a lexicon that says them so: correct it and pass it with --lexicon. Words with several
    readings, such as "lead", are listed last and left out of it.
    """
    from narrate.pipeline.names import doubtful_words, lexicon_stub
    from narrate.pipeline.outputs import refuse_to_overwrite
    from narrate.views import names_table

    if stub is not None:
        refuse_to_overwrite(article, stub)
    words = doubtful_words(article, **options)
    if stub != "-":
        click.echo(names_table((each.count, each.word, each.ipa, each.reason) for each in words))
    write(lexicon_stub(words), None if stub in (None, "-") else stub)
