"""`narrate names`: what will probably be mispronounced."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.articles import article_argument
from narrate.cli.options import HELP, GroupedCommand, GroupedOption, chosen_options, takes_options
from narrate.cli.terminal import print_notes, write_product
from narrate.printing import print_text

STDOUT = "-"


@click.command("names", cls=GroupedCommand, context_settings=HELP)
@article_argument
@click.option(
    "--pls",
    "stub",
    metavar="FILE",
    type=click.Path(),
    cls=GroupedOption,
    group="output",
    help="Where to write the lexicon; with - nothing else is printed. [default: after the list]",
)
@takes_options("voices", "text")
def names_command(article: str, stub: str | None, **values: Any) -> None:
    """List words that may be mispronounced, the worst first.

    Worst is what is said often, is guessed with little to go by, and could be said quite differently; what is
    probably right comes at the end.

    After the list comes a lexicon with these words as the default voice says them: correct it, and give it
    to narrate with --lexicon. Words with several pronunciations, such as "lead", are listed last and are not
    in the lexicon.
    """
    from narrate.pipeline.api import write_script
    from narrate.pipeline.names import doubtful_words_of, lexicon_stub
    from narrate.pipeline.outputs import refuse_to_overwrite
    from narrate.views import names_table

    options = chosen_options(article, values)
    refuse_to_overwrite(article, stub)
    script = write_script(article, options)
    print_notes(script.notes)
    words = doubtful_words_of(script)
    lexicon = lexicon_stub(words)
    if stub == STDOUT:
        write_product(lexicon, None)
        return
    print_text(names_table((each.count, each.word, each.ipa, each.reason) for each in words) + "\n")
    write_product(lexicon, stub)
