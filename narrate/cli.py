"""The command: parse, call, print. Everything heavy is imported inside the commands."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from click_default_group import DefaultGroup

from narrate import __version__

HELP = {"help_option_names": ["-h", "--help"]}


class _Narrate(DefaultGroup):  # type: ignore[misc]
    """A group whose help shows what `narrate ARTICLE` takes, too."""

    def collect_usage_pieces(self, _: click.Context) -> list[str]:
        return ["ARTICLE [-o FILE]…  (or one of the commands below)"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        article_command.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


SCRIPT_OPTIONS = (
    click.option("--cast", metavar="NAME|FILE", help="Voices: a shipped cast, or a .toml file."),
    click.option("--engine", metavar="NAME", help="hibari (default), system, tone, or a plug-in."),
    click.option(
        "--quotes",
        type=click.Choice(["voice", "announce", "plain"]),
        default="voice",
        show_default=True,
        help="Speakers in voices of their own, announced by the narrator, or as all other text.",
    ),
    click.option(
        "--captions",
        type=click.Choice(["describe", "brief", "skip"]),
        default="describe",
        show_default=True,
        help="Photo captions with their credits, without, or not at all.",
    ),
    click.option("--all", "everything", is_flag=True, help="Speak what is not part of the article, too."),
    click.option(
        "--rate",
        type=click.FloatRange(0.5, 3.0),
        default=1.0,
        show_default=True,
        help="Speed of speech; 2 is twice as fast.",
    ),
)


def _script_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that shape a script."""
    for option in reversed(SCRIPT_OPTIONS):
        command = option(command)
    return command


GROUP: type[click.Group] = _Narrate


@click.group(cls=GROUP, default="article", context_settings=HELP)
@click.version_option(__version__, "--version", package_name="narrate-article")
def cli() -> None:
    """Turn an article into chaptered speech that a person wants to listen to.

    ARTICLE is a text file or a saved web page, or - for standard input.
    """


@cli.command("article", context_settings=HELP, hidden=True)
@click.argument("article")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FILE",
    help="Where to write; the suffix is the format: .mp3 .m4b .opus .flac .wav .vtt .srt .json .txt … "
    "Repeatable. [default: output/<title>.mp3]",
)  # fmt: skip
@_script_options
@click.option("--jobs", type=click.IntRange(1), help="Utterances spoken at a time. [default: the cores]")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def article_command(article: str, outputs: tuple[str, ...], quiet: bool, **options: Any) -> None:
    """Narrate ARTICLE."""
    from narrate.pipeline import narrate
    from narrate.views import summary

    with _progress(quiet) as progress:
        production = narrate(article, outputs, progress=progress, **options)
    if not quiet:
        click.echo(summary(production.narration, production.outputs), err=True)


@cli.command("script", context_settings=HELP)
@click.argument("article")
@_script_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write. [default: standard output]")
def script_command(article: str, form: str, output: str | None, **options: Any) -> None:
    """Show who says what, in which voice, and what is left out."""
    from narrate.pipeline import write_script
    from narrate.views import script_json, script_text

    script = write_script(article, **options)
    _write(script_json(script) + "\n" if form == "json" else script_text(script), output)


@cli.command("ssml", context_settings=HELP)
@click.argument("article")
@_script_options
@click.option("--dialect", type=click.Choice(["w3c", "alexa"]), default="w3c", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write. [default: standard output]")
def ssml_command(article: str, output: str | None, dialect: str, **options: Any) -> None:
    """Write the script as SSML: W3C SSML 1.1, or what Alexa takes."""
    from narrate.pipeline import write_script
    from narrate.ssml import alexa_document, document

    script = write_script(article, **options)
    _write(alexa_document(script) if dialect == "alexa" else document(script), output)


@cli.command("voices", context_settings=HELP)
@click.option("--engine", metavar="NAME", help="Only the voices of this engine, all of them.")
@click.option("--cast", metavar="NAME|FILE", help="Only the voices of this cast.")
def voices_command(engine: str | None, cast: str | None) -> None:
    """List the voices: engine, gender, accent, and whether they are here."""
    from narrate.pipeline import available_voices
    from narrate.views import voices_table

    click.echo(voices_table(available_voices(engine, cast)), nl=False)


def main() -> None:
    """Run the command; every error is one line and an exit code."""
    from narrate.errors import NarrateError

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # leave nothing behind, as after Ctrl-C
    try:
        cli.main(standalone_mode=False)
    except NarrateError as error:
        _fail(str(error), error.exit_code)
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except click.ClickException as error:
        hint = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "narrate"
        _fail(f"{error.format_message()} (see {hint} --help)", 2)
    except (KeyboardInterrupt, click.Abort):
        _fail("interrupted; nothing was written", 130)
    except Exception as error:
        if "NARRATE_DEBUG" in os.environ:
            raise
        _fail(f"internal error: {error!r} (please report it; NARRATE_DEBUG=1 shows where)", 1)


def _fail(message: str, exit_code: int) -> None:
    click.echo("narrate: " + " ".join(message.split()), err=True)
    sys.exit(exit_code)


def _write(text: str, output: str | None) -> None:
    """Print, or write a file beside its place and move it there."""
    if output is None:
        click.echo(text, nl=False)
        return
    from narrate.errors import OutputError

    path = Path(output)
    try:
        with click.open_file(output, "w", encoding="utf-8", atomic=True) as file:
            file.write(text)
    except OSError as error:
        raise OutputError("cannot write", path, error.strerror or str(error)) from error


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal; nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Narrating"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Narrating")
        yield lambda done, total: bar.update(task, completed=done, total=total)
