"""The argument ARTICLE."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from narrate.cli.group import did_you_mean
from narrate.cli.options import Command
from narrate.errors import SourceError
from narrate.network.addresses import shown_in


class _ArticleType(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.2 on
    """A path, a web address, or "-"; of a path that does not exist it finds out what was meant."""

    name = "article"

    def convert(self, value: Any, _param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if ctx and not ctx.resilient_parsing:
            _check(str(value), _commands(ctx))
        return value

    def shell_complete(
        self, _ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="file")]


def article_argument(command: Command) -> Command:
    """Give a command the argument ARTICLE."""
    return click.argument(
        "article", type=_ArticleType(), nargs=-1, required=True, metavar="ARTICLE", callback=_only
    )(command)


def _only(ctx: click.Context, _: click.Parameter, articles: tuple[str, ...]) -> str:
    if len(articles) > 1:
        raise click.UsageError(
            f"one article at a time, not {len(articles)}: {shown_in(' '.join(articles))}", ctx
        )
    return articles[0] if articles else ""  # none only while a shell completes the line


def _commands(ctx: click.Context) -> list[str]:
    """The commands that a word in place of an article may have meant: none if a command has been given."""
    group = ctx.find_root().command
    if ctx.info_name is None and isinstance(group, click.Group):
        return list(group.commands)
    return []


def _check(article: str, commands: list[str]) -> None:
    """Raise SourceError for a path that does not exist, if it is known what was meant.

    What is left is for the reading stage to refuse.
    """
    if not _is_missing(article):
        return
    files = _files_beside(Path(article))
    if commands and article.isidentifier():
        remedy = did_you_mean(article, [*commands, *files]) or "narrate --help lists the commands"
        raise SourceError("no such file or command", article, remedy)
    remedy = did_you_mean(article, files)
    if remedy:
        raise SourceError("no such file", article, remedy)


def _is_missing(article: str) -> bool:
    """Whether this is a path, and there is nothing at it."""
    is_path = article != "-" and "://" not in article
    return is_path and not os.path.lexists(article)


def _files_beside(path: Path) -> list[str]:
    """The paths of the files in the folder of `path`; none if there is no such folder."""
    try:
        return [str(file) for file in path.parent.iterdir()]
    except OSError:
        return []
