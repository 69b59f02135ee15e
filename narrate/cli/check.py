"""`narrate check`: listen to a finished recording."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from narrate.cli.options import (
    HELP,
    GroupedCommand,
    GroupedOption,
    chosen_options,
    quiet_option,
    takes_options,
)
from narrate.cli.progress import progress_option, showing_progress
from narrate.cli.terminal import write_product
from narrate.printing import print_text

if TYPE_CHECKING:
    from narrate.model import Proof


@click.command("check", cls=GroupedCommand, context_settings=HELP)
@click.argument("audio", type=click.Path(path_type=Path))
@click.option(
    "--against",
    metavar="ARTICLE|FILE.json",
    type=click.Path(),
    cls=GroupedOption,
    group="checking",
    help="What should be said: the article, or the timeline. [default: the timeline beside AUDIO]",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    cls=GroupedOption,
    group="output",
    help="Write a report, too: .html to play each finding, .json for programs, .txt. Repeatable.",
)
@takes_options("checking", "voices", "text")
@progress_option
@quiet_option
def check_command(
    audio: Path, against: str | None, outputs: tuple[str, ...], quiet: bool, **values: Any
) -> None:
    """Listen to a recording and say what is wrong.

    AUDIO is a file that narrate has made. A speech recogniser hears it, and what it hears is compared with
    what should be said. What does not fit is heard again before it is reported. The exit code is 1 if more
    words are wrong than --threshold allows. With --against ARTICLE, give the options that the recording was
    made with.
    """
    from narrate.pipeline.proofing import check, refuse_report

    kind = values.pop("progress_kind")
    options = chosen_options(against or str(audio), values)
    for output in outputs:
        refuse_report(output, audio, against)
    with showing_progress(kind, quiet, "Listening") as progress:
        proof = check(audio, against, options, progress=progress)
    for output in outputs:
        write_product(_report(proof, Path(output), audio, options.threshold), output)
    if not quiet:
        print_text(_text(proof, audio))
    sys.exit(proof.fault_rate > options.threshold)


def _text(proof: Proof, audio: Path) -> str:
    from narrate.views import proof_text

    return proof_text(proof, str(audio))


def _report(proof: Proof, output: Path, audio: Path, threshold: float) -> str:
    """The report in the format of the suffix of `output`."""
    from narrate.views import proof_json, proof_page

    match output.suffix.lower():
        case ".json":
            return proof_json(proof, str(audio), threshold)
        case ".html":
            return proof_page(proof, _relative(audio, output))
        case _:
            return _text(proof, audio)


def _relative(audio: Path, output: Path) -> str:
    """The path from a page to the recording, as in an address."""
    return Path(os.path.relpath(audio.resolve(), output.resolve().parent)).as_posix()
