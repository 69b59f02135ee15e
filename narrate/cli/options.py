"""The options of a command, made from the fields of `Options`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import click
from click.shell_completion import CompletionItem

from narrate.errors import OptionError
from narrate.options import Group, Option, Options, check, described, expected

HELP = {"help_option_names": ["-h", "--help"]}
HEADINGS = {
    "output": "Output",
    "voices": "Voices",
    "text": "What is read out",
    "checking": "Checking",
    "running": "Running",
}
"""Of the groups of options in the help of a command, in this order."""

Command = Callable[..., None]


class GroupedOption(click.Option):
    """An option that the help lists under the heading of its group."""

    def __init__(self, *arguments: Any, group: Group, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.group = group


class GroupedCommand(click.Command):
    """A command whose help lists options in groups; those without one come last."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_groups(ctx, formatter)
        write_ungrouped(self, ctx, formatter)

    def format_groups(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options that belong to a group."""
        grouped = [each for each in self.get_params(ctx) if isinstance(each, GroupedOption)]
        for group, heading in HEADINGS.items():
            options = [each for each in grouped if each.group == group]
            _write(heading, options, ctx, formatter)


def write_ungrouped(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write the options of a command that belong to no group."""
    options = [each for each in command.get_params(ctx) if isinstance(each, click.Option)]
    others = [each for each in options if not isinstance(each, GroupedOption)]
    _write("Other", others, ctx, formatter)


def _write(
    heading: str, options: Sequence[click.Option], ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    records = [each.get_help_record(ctx) for each in options]
    rows = list(filter(None, records))  # a hidden option has none
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


class _Value(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.2 on
    """A value of an option, checked as in Python and in narrate.toml."""

    def __init__(self, option: Option) -> None:
        self.name = option.key
        self._option = option

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        converted = _converted(value, self._option)
        try:
            # Of an option that is given more than once, each value comes alone.
            check(self._option, [converted] if self._option.repeated else converted)
        except OptionError:
            self.fail(f"{value!r}; it takes {expected(self._option)}", param, ctx)
        return converted

    def shell_complete(
        self, _ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        about = self._option.about
        items = [CompletionItem(word) for word in about.words if word.startswith(incomplete)]
        if about.is_file:
            items.insert(0, CompletionItem(incomplete, type="file"))
        return items


def takes_options(*groups: Group) -> Callable[[Command], Command]:
    """Give a command the options of these groups, those of the output first, and --config.

    It gets them as keywords for `chosen_options`.
    """

    def decorate(command: Command) -> Command:
        for option in reversed(list(_made(groups))):
            command = option(command)
        return command

    return decorate


def quiet_option(command: Command) -> Command:
    """Give a command the option --quiet."""
    return click.option(
        "-q", "--quiet", is_flag=True, cls=GroupedOption, group="running", help="Print nothing but errors."
    )(command)


def chosen_options(article: str, values: Mapping[str, Any]) -> Options:
    """The options for an article: what the command line says, over what files called narrate.toml say.

    `values` is what a command gets from the options of `takes_options`. Raises OptionError.
    """
    from narrate.pipeline.defaults import load_options

    given = {name: value for name, value in values.items() if value not in (None, ())}
    options = load_options(article, given.pop("config", None), **given)
    # Whoever types an address on a machine may read what it reaches; for a service, see SECURITY.md.
    return replace(options, private_addresses=options.private_addresses or "allow")


def _made(groups: tuple[Group, ...]) -> Iterator[Callable[[Command], Command]]:
    for group in HEADINGS:
        if group in groups:
            yield from _of_group(group)
    if "running" in groups:
        yield _no_cache
    yield _config


def _of_group(group: str) -> Iterator[Callable[[Command], Command]]:
    for option in described(Options):
        if option.about.group == group:
            yield _click_option(option)


def _click_option(option: Option) -> Callable[[Command], Command]:
    """The option as click knows it; its value is None, or (), if the command line does not have it."""
    keywords: dict[str, Any] = {"help": _help(option), "cls": GroupedOption, "group": option.about.group}
    if option.kind is bool:
        keywords |= {"is_flag": True, "default": None}
    elif option.choices:
        keywords |= {"type": click.Choice(option.choices)}
    else:
        metavar = "|".join((*option.about.words, option.about.unit))
        keywords |= {"type": _Value(option), "metavar": metavar, "multiple": option.repeated}
    return click.option(f"--{option.key}", option.field, **keywords)


def _help(option: Option) -> str:
    """What it is for, and what is the case without it."""
    default = option.about.unset or _default(option)
    return f"{option.about.help} [default: {default}]" if default else option.about.help


def _default(option: Option) -> str:
    """ "" if nothing is the default."""
    if option.default in (None, False, ()) and option.kind in (bool, str):
        return ""
    return f"{option.default:g}" if isinstance(option.default, float) else str(option.default)


def _converted(value: Any, option: Option) -> Any:
    """Text as the number that it is, if the option takes numbers; what is not one stays, to be refused."""
    if option.kind in (int, float):
        with suppress(ValueError):
            return option.kind(value)
    return value


_no_cache = click.option(
    "--no-cache",
    "cache_size",
    flag_value=0,
    type=int,
    default=None,
    cls=GroupedOption,
    group="running",
    help="The same as --cache-size 0.",
)
_config = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(),
    cls=GroupedOption,
    group="running",
    help="Defaults for these options (see `narrate config`).",
)
