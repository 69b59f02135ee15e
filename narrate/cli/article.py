"""`narrate ARTICLE`: speak it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from narrate.cli.articles import article_argument
from narrate.cli.options import (
    HELP,
    GroupedCommand,
    GroupedOption,
    chosen_options,
    quiet_option,
    takes_options,
)
from narrate.cli.progress import progress_option, showing_progress
from narrate.printing import print_line, print_text

if TYPE_CHECKING:
    from narrate.feed import Added
    from narrate.pipeline.api import Production


@click.command("article", cls=GroupedCommand, context_settings=HELP)
@article_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    cls=GroupedOption,
    group="output",
    help="Where to write; the suffix is the format: .mp3 .m4b .html .epub .opus .flac .wav .vtt .srt .json "
    ".txt … Repeatable. [default: output/<title>.mp3]",
)
@takes_options("output", "voices", "text", "running")
@click.option(
    "--feed",
    "show",
    metavar="SHOW",
    type=click.Path(),
    cls=GroupedOption,
    group="output",
    help="Add it to the podcast in the folder SHOW (see `narrate feed`).",
)
@click.option(
    "--report",
    "reports",
    is_flag=True,
    cls=GroupedOption,
    group="output",
    help="Measure the audio files, and print what a meter reads.",
)
@progress_option
@quiet_option
def article_command(
    article: str, outputs: tuple[str, ...], show: str | None, quiet: bool, reports: bool, **values: Any
) -> None:
    """Narrate ARTICLE."""
    from narrate.pipeline.api import narrate
    from narrate.pipeline.publishing import publish

    kind = values.pop("progress_kind")
    options = chosen_options(article, values)
    added = None
    with showing_progress(kind, quiet) as progress:
        if show is None:
            production = narrate(article, outputs, options, progress=progress)
        else:
            production, added = publish(article, show, outputs, options, progress=progress)
    if not quiet:
        _print_summary(production, show, added)
    if reports:
        _print_report(production)


def _print_summary(production: Production, show: str | None, added: Added | None) -> None:
    from narrate.views import summary

    print_text(summary(production.narration, production.outputs) + "\n", error=True)
    if added:
        done = "Updated" if added.updated else "Added"
        print_line(f"{done} in the feed of {show}", error=True)


def _print_report(production: Production) -> None:
    from narrate.pipeline.api import measurements
    from narrate.views import report

    for path, found, wanted in measurements(production):
        print_text(report(path, found, wanted) + "\n", error=True)
