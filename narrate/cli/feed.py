"""`narrate feed`: a podcast of narrated articles."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from narrate.cli.group import HelpingGroup
from narrate.cli.options import HELP
from narrate.printing import print_line, print_text

if TYPE_CHECKING:
    from narrate.feed import Added, Conflicts

DATES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"]


@click.group("feed", cls=HelpingGroup, context_settings=HELP)
def feed_command() -> None:
    """Publish recordings as a podcast.

    A podcast is a folder, SHOW, that can be put on the web as it is. `narrate ARTICLE --feed SHOW` narrates
    an article into it.
    """


@feed_command.command("init", context_settings=HELP)
@click.argument("show", type=click.Path(path_type=Path))
@click.option("--title", default="", help="What the podcast is called.")
@click.option("--description", default="", metavar="TEXT", help="What it is about, in a few sentences.")
@click.option("--author", default="", metavar="NAME", help="Who makes it.")
@click.option(
    "--owner", "owner_name", default="", metavar="NAME", help="The person in charge, for directories."
)
@click.option(
    "--email", "owner_email", default="", metavar="ADDRESS", help="Contact address; public in the feed."
)
@click.option(
    "--category",
    multiple=True,
    metavar="NAME",
    help='One of Apple\'s: "News", or "News > Daily News". Repeatable.',
)
@click.option(
    "--language", default="en", show_default=True, metavar="TAG", help="Language tag, for instance en-GB."
)
@click.option("--link", default="", metavar="URL", help="The show's web page. [default: the address]")
@click.option("--address", default="", metavar="URL", help="Where SHOW will be on the web.")
@click.option(
    "--artwork",
    metavar="FILE",
    type=click.Path(),
    help="Picture of the podcast. [default: drawn from the title]",
)
@click.option("--license", default="", metavar="NAME|URL", help="Licence of the recordings.")
@click.option("--copyright", default="", metavar="NAME", help="Who holds the copyright.")
@click.option("--explicit", is_flag=True, help="It is not for children.")
@click.option(
    "--locked/--unlocked",
    default=True,
    help="Whether other hosts are kept from importing it. [default: locked]",
)
def init_command(show: Path, artwork: str | None, **values: Any) -> None:
    """Begin a podcast in the folder SHOW: show.toml and artwork.jpg."""
    from narrate.feed.show import NAME
    from narrate.pipeline.publishing import create_show

    missing = create_show(show, values, artwork)
    print_line(show / NAME)
    if missing:
        print_line("To be filled in: " + ", ".join(missing), error=True)


@feed_command.command("add", context_settings=HELP)
@click.argument("show", type=click.Path(path_type=Path))
@click.argument("audio", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--date",
    type=click.DateTime(DATES),
    help="When it was published. [default: the date of the article, or of the file]",
)
@click.option(
    "--replace",
    "replaces",
    is_flag=True,
    help="Put it in the place of the episode of that name or title, whatever that is about.",
)
@click.option("--new", is_flag=True, help="Add another episode, even if the show seems to have it already.")
def add_command(
    show: Path, audio: tuple[Path, ...], date: datetime | None, replaces: bool, new: bool
) -> None:
    """Add recordings to SHOW, or update them.

    The files beside a recording come with it: beside a.mp3 these are a.json, a.vtt, a.srt, a.txt,
    a.chapters.json and a.jpg, as `narrate` writes them.
    """
    from narrate import feed

    if replaces and new:
        raise click.UsageError("--replace and --new exclude each other")
    conflicts: Conflicts = "replace" if replaces else "new" if new else "refuse"
    if date and not date.tzinfo:
        date = date.replace(tzinfo=UTC)
    for path in audio:
        _print_added(feed.add(show, path, date=date, conflicts=conflicts))


def _print_added(added: Added) -> None:
    """Which episode it is, and on standard error what is missing beside it."""
    done = "updated" if added.updated else "added"
    print_line(f"{done} {added.episode.name}: {added.episode.title}")
    for missing in added.missing:
        print_line(f"  {missing}", error=True)


@feed_command.command("remove", context_settings=HELP)
@click.argument("show", type=click.Path(path_type=Path))
@click.argument("episodes", nargs=-1, required=True, metavar="EPISODE…")
def remove_command(show: Path, episodes: tuple[str, ...]) -> None:
    """Take episodes out of SHOW and delete their files.

    An EPISODE is a file name or a guid.
    """
    from narrate import feed

    for name in episodes:
        removed = feed.remove(show, name)
        print_line(f"removed {removed.name}: {removed.title}")


@feed_command.command("build", context_settings=HELP)
@click.argument("show", type=click.Path(path_type=Path))
def build_command(show: Path) -> None:
    """Write SHOW/feed.xml anew.

    Do this after a change of show.toml or of an episode's file.
    """
    from narrate import feed

    feed.build(show)
    print_line(show / feed.FEED)


@feed_command.command("check", context_settings=HELP)
@click.argument("show", type=click.Path(path_type=Path))
def check_command(show: Path) -> None:
    """Say what the rules of podcast directories do not allow, and what to do.

    The audio is measured, too. The exit code is 0 if nothing has to be corrected, 1 if something has, and
    2 if SHOW is not a podcast.
    """
    from narrate import feed, views

    found = feed.check(show)
    print_text(views.findings(found) + "\n")
    sys.exit(any(finding.must for finding in found))


@feed_command.command("serve", context_settings=HELP)
@click.argument("show", type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port; 0 takes any that is free.",
)
def serve_command(show: Path, port: int) -> None:
    """Serve SHOW to the podcast apps of this machine, until Ctrl-C."""
    from narrate import feed

    with suppress(KeyboardInterrupt):
        feed.serve(show, port, lambda address: print_line(f"{address} (Ctrl-C ends)"))
