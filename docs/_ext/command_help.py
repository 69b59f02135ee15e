"""Writes down the help of a command and of all below it: ```{command-help} MODULE:COMMAND NAME."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class MarkdownFormatter(click.HelpFormatter):
    """Takes what a command writes as its help, and makes headings and definition lists of it."""

    def __init__(self) -> None:
        super().__init__(width=10_000)
        self.lines: list[str] = []

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        self.lines += ["", f"**{name}**", ""]
        yield

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:  # noqa: ARG002
        for term, meaning in rows:
            self.lines += [f"`{term}`", f": {escaped(meaning) or '–'}", ""]


class CommandHelpDirective(SphinxDirective):
    """A section for a command and for each of its own commands."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        module, attribute = self.arguments[0].split(":")
        command = getattr(import_module(module), attribute)
        lines = list(described(command, self.arguments[1], None))
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)


def described(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    """The help of a command as Markdown, then that of the commands below it."""
    context = click.Context(command, info_name=name, parent=parent)
    yield f"## {context.command_path}"
    yield ""
    yield "```text"
    yield " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield "```"
    yield ""
    yield from paragraphs(command.help or "")
    formatter = MarkdownFormatter()
    command.format_options(context, formatter)
    yield from formatter.lines
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            inner = command.get_command(context, below)
            if inner is not None and not inner.hidden:
                yield from described(inner, below, context)


def paragraphs(text: str) -> Iterator[str]:
    """A help text as Markdown; click marks paragraphs whose lines stay as they are with a backspace."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        kept = paragraph.startswith("\b\n")
        yield from ["```text", paragraph[2:], "```", ""] if kept else [escaped(paragraph), ""]


def escaped(text: str) -> str:
    """Text in which Markdown sees only code between backticks."""
    pieces = text.split("`")
    plain = [piece.replace("<", "&lt;").replace("*", "\\*") for piece in pieces]
    return "`".join(pieces[at] if at % 2 else plain[at] for at in range(len(pieces)))


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_directive("command-help", CommandHelpDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
