"""`narrate cache`: what is kept of earlier runs."""

from __future__ import annotations

import click

from narrate.cli.group import HelpingGroup
from narrate.cli.options import HELP
from narrate.printing import print_line

MB = 1_000_000


@click.group("cache", cls=HelpingGroup, context_settings=HELP)
def cache_command() -> None:
    """Show or clear what is kept of earlier runs.

    Speech is kept utterance by utterance, and encoded audio piece by piece.
    """


@cache_command.command("info", context_settings=HELP)
def info_command() -> None:
    """Print where the cache is, and its size."""
    from narrate import cache

    usage = cache.Store(cache.folder(), 0).usage()
    print_line(cache.folder())
    print_line(f"{usage.files} pieces of sound, {usage.size / MB:.1f} MB")


@cache_command.command("clear", context_settings=HELP)
def clear_command() -> None:
    """Delete the cache; the next run makes everything anew."""
    from narrate import cache

    usage = cache.Store(cache.folder(), 0).clear()
    print_line(f"removed {usage.files} pieces of sound, {usage.size / MB:.1f} MB")
