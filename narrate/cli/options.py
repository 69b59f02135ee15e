"""The options that several subcommands share."""

from __future__ import annotations

from collections.abc import Callable

import click

HELP = {"help_option_names": ["-h", "--help"]}

_SCRIPT_OPTIONS = (
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


def script_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that shape a script."""
    for option in reversed(_SCRIPT_OPTIONS):
        command = option(command)
    return command
