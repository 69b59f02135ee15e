"""`narrate ARTICLE`: speak it."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.options import HELP, script_options
from narrate.cli.terminal import progress_bar


@click.command("article", context_settings=HELP, hidden=True)
@click.argument("article")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FILE",
    help="Where to write; the suffix is the format: .mp3 .m4b .opus .flac .wav .vtt .srt .json .txt … "
    "Repeatable. [default: output/<title>.mp3]",
)  # fmt: skip
@script_options
@click.option("--jobs", type=click.IntRange(1), help="Utterances spoken at a time. [default: the cores]")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def article_command(article: str, outputs: tuple[str, ...], quiet: bool, **options: Any) -> None:
    """Narrate ARTICLE."""
    from narrate.pipeline import narrate
    from narrate.views import summary

    with progress_bar(quiet) as progress:
        production = narrate(article, outputs, progress=progress, **options)
    if not quiet:
        click.echo(summary(production.narration, production.outputs), err=True)
