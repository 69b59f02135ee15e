"""The options that several subcommands share."""

from __future__ import annotations

from collections.abc import Callable

import click

HELP = {"help_option_names": ["-h", "--help"]}

_SCRIPT_OPTIONS = (
    click.option("--cast", metavar="NAME|FILE", help="Voices: a shipped cast, or a .toml file."),
    click.option(
        "--engine",
        metavar="NAME",
        help="hibari (default), piper, kokoro, system, http, tone, or a plug-in.",
    ),
    click.option(
        "--quotes",
        type=click.Choice(["voice", "tone", "announce", "plain"]),
        default="voice",
        show_default=True,
        help="Speakers in voices of their own, in these between two soft tones, announced by the narrator, "
        "or as all other text.",
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
        metavar="FACTOR",
        default=1.0,
        show_default=True,
        help="Speed of speech; 2 is twice as fast.",
    ),
    click.option(
        "--pitch",
        type=click.FloatRange(-12, 12),
        default=0.0,
        metavar="SEMITONES",
        help="Of every voice; 2 is a tone higher, -12 an octave lower.",
    ),
    click.option(
        "--pauses",
        type=click.FloatRange(0, 4),
        metavar="FACTOR",
        default=1.0,
        show_default=True,
        help="Length of the pauses; 2 is twice as long.",
    ),
    click.option("--brief", is_flag=True, help="Begin without the sentence on source, date and length."),
    click.option("--disclose", is_flag=True, help="Say at the start that the voices are synthetic."),
    click.option("--chimes", is_flag=True, help="A short sound before every chapter but the first."),
    click.option(
        "--lexicon",
        "lexicons",
        multiple=True,
        metavar="FILE",
        help="Pronunciations of names and words: a W3C PLS file (see `narrate names`). Repeatable.",
    ),
)

_SPEECH_OPTIONS = (
    click.option(
        "--jobs",
        type=click.IntRange(1),
        metavar="N",
        help="Utterances spoken at a time. [default: the cores]",
    ),
    click.option(
        "--cache-size",
        type=click.IntRange(0),
        metavar="MB",
        help="How much speech is kept for the next run; the oldest goes first. [default: 1000]",
    ),
    click.option("--no-cache", "cache_size", flag_value=0, type=int, help="Keep nothing: --cache-size 0."),
    click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors."),
)


def script_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that shape a script."""
    for option in reversed(_SCRIPT_OPTIONS):
        command = option(command)
    return command


def speech_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how speaking is done."""
    for option in reversed(_SPEECH_OPTIONS):
        command = option(command)
    return command
