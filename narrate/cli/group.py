"""Groups of commands that help: without a command they print their help, and they know what was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

import click
from click.shell_completion import CompletionItem

from narrate.cli.options import GroupedCommand, write_ungrouped
from narrate.cli.streams import ReaderGoneError
from narrate.printing import print_text

NEAR = 0.7
"""Similarity, of 1 at most, from which a word may be meant: "voice" and "voices" have 0.91. difflib's own
limit of 0.6 takes --nosuch for --no-cache."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ "did you mean voices?", or "" if nothing that is known is near."""
    near = difflib.get_close_matches(word, list(known), 1, NEAR)
    return f"did you mean {near[0]}?" if near else ""


class HelpingGroup(click.Group):
    """A group of commands that prints its help if no command is given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            print_text(ctx.get_help() + "\n", error=True)
            ctx.exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not ctx.resilient_parsing:
            self._check(args[0], ctx)
        return super().resolve_command(ctx, args)

    def _check(self, word: str, ctx: click.Context) -> None:
        """Raise UsageError for a word that is neither a command nor an option, with what was meant."""
        if word in self.commands or word.startswith("-"):
            return
        remedy = did_you_mean(word, self.commands) or "one of " + ", ".join(self.commands)
        raise click.UsageError(f"no such command: {word} ({remedy})", ctx)


class ArticleGroup(HelpingGroup):
    """The group of all commands, in which what is not a command is an article."""

    article: GroupedCommand
    """What is done with an article."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        # Without a name of its own, it is called what the group is called in usage lines and hints.
        return None, self.article, args

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGoneError from error

    def collect_usage_pieces(self, _ctx: click.Context) -> list[str]:
        return ["ARTICLE [-o FILE]…  (or one of the commands below)"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options for an article, the group's own, and the commands, which a terminal still shows."""
        self.article.format_groups(ctx, formatter)
        write_ungrouped(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Files, and commands or options."""
        files = [CompletionItem(incomplete, type="file")]
        options = self.article.shell_complete(ctx, incomplete)
        return files + super().shell_complete(ctx, incomplete) + options
