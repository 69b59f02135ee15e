"""`narrate ARTICLE`: speak it."""

from __future__ import annotations

import sys
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
    from narrate.cli.progress import Kind
    from narrate.feed import Added
    from narrate.options import Options
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
@takes_options("output", "voices", "text", "checking", "running")
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
    if options.check:
        from narrate.pipeline.proofing import refuse_missing

        refuse_missing(options)  # before anything is spoken
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
    if options.check:
        sys.exit(_listen(production, options, kind, quiet))


def _print_summary(production: Production, show: str | None, added: Added | None) -> None:
    from narrate.views import summary

    print_text(summary(production.narration, production.outputs) + "\n", error=True)
    if added:
        done = "Updated" if added.updated else "Added"
        print_line(f"{done} in the feed of {show}", error=True)


def _listen(production: Production, options: Options, kind: Kind | None, quiet: bool) -> bool:
    """Print what a recogniser finds in the audio files; whether it is more than the threshold allows."""
    from narrate.pipeline.proofing import proofs
    from narrate.views import proof_text

    has_failed = False
    with showing_progress(kind, quiet, "Listening") as progress:
        for path, proof in proofs(production, options, progress):
            has_failed |= proof.fault_rate > options.threshold
            if not quiet:
                print_text(proof_text(proof, str(path)), error=True)
    return has_failed


def _print_report(production: Production) -> None:
    from narrate.pipeline.api import measurements
    from narrate.views import report

    for path, found, wanted in measurements(production):
        print_text(report(path, found, wanted) + "\n", error=True)
