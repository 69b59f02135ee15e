"""`narrate ARTICLE`: speak it."""

from __future__ import annotations

from typing import Any

import click

from narrate.cli.options import HELP, script_options, speech_options
from narrate.cli.terminal import ending_with_its_reader, progress_bar


@click.command("article", context_settings=HELP, hidden=True)
@click.argument("article")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FILE",
    help="Where to write; the suffix is the format: .mp3 .m4b .html .epub .opus .flac .wav .vtt .srt .json "
    ".txt … Repeatable. [default: output/<title>.mp3]",
)  # fmt: skip
@script_options
@click.option(
    "--format",
    type=click.Choice(["wav", "mp3", "opus", "flac"]),
    help="What `-o -` sends to standard output while it is made.",
)
@click.option(
    "--loudness",
    metavar="LUFS|NAME",
    default="podcast",
    show_default=True,
    help="podcast (-16), mono-podcast (-19), broadcast (-23), acx, or a number.",
)
@click.option(
    "--preset",
    type=click.Choice(["podcast", "small", "archive"]),
    default="podcast",
    show_default=True,
    help="Size and quality of coded audio.",
)
@click.option(
    "--bitrate", type=click.IntRange(1), metavar="KBIT/S", help="In place of the preset's bit rate."
)
@click.option(
    "--sample-rate", type=click.IntRange(1), metavar="HZ", help="In place of the preset's sample rate."
)
@click.option(
    "--cover",
    default="made",
    show_default=True,
    metavar="made|article|none|FILE",
    help="The picture in the files: drawn from the title, the article's own, none, or yours.",
)
@click.option(
    "--words", is_flag=True, help="The time of every word, too, in captions (.vtt) and books (.epub)."
)
@click.option("--assets", is_flag=True, help="Put the sound of a page (.html) beside it.")
@click.option(
    "--feed", "show", metavar="SHOW", help="Add it to the podcast in the folder SHOW (see `narrate feed`)."
)
@click.option("--report", "reports", is_flag=True, help="Measure the files and print what a meter reads.")
@speech_options
def article_command(
    article: str, outputs: tuple[str, ...], show: str | None, quiet: bool, reports: bool, **options: Any
) -> None:
    """Narrate ARTICLE."""
    from narrate.pipeline.api import measurements, narrate
    from narrate.views import report, summary

    with ending_with_its_reader(), progress_bar(quiet) as progress:
        if show is None:
            production = narrate(article, outputs, progress=progress, **options)
        else:
            from narrate.pipeline.publishing import publish

            production, added = publish(article, show, outputs, progress=progress, **options)
    if not quiet:
        click.echo(summary(production.narration, production.outputs), err=True)
    if show is not None and not quiet:
        click.echo(f"{'Updated' if added.updated else 'Added'} in the feed of {show}", err=True)
    for path, found, wanted in measurements(production) if reports else ():
        click.echo(report(path, found, wanted), err=True)
