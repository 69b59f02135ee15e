"""`narrate cache`: what is kept of earlier runs."""

from __future__ import annotations

import click

from narrate.cli.options import HELP

MB = 1_000_000


@click.group("cache", context_settings=HELP)
def cache_command() -> None:
    """Show or clear what is kept of earlier runs.

    That is speech by the utterance, and coded sound.
    """


@cache_command.command("info")
def info_command() -> None:
    """Say where the cache is and how full."""
    from narrate import cache

    usage = cache.Store(cache.folder(), 0).usage()
    click.echo(f"{cache.folder()}\n{usage.files} pieces of sound, {usage.size / MB:.1f} MB")


@cache_command.command("clear")
def clear_command() -> None:
    """Throw the cache away; the next run makes everything anew."""
    from narrate import cache

    usage = cache.Store(cache.folder(), 0).clear()
    click.echo(f"removed {usage.files} pieces of sound, {usage.size / MB:.1f} MB")
