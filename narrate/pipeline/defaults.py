"""Defaults for the options from files called narrate.toml.

The command reads up to three; a later one takes precedence, key by key, and the command line over them all:

1. in the configuration folder, for everything that a user narrates
2. beside the article, if it is a file: an address on the web has no such folder
3. the file that is named with --config

A key is an option's name in the command, and what a value may be stands on the field of `Options`.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Unpack

from narrate.errors import OptionError
from narrate.folders import config_folder, in_home
from narrate.options import Option, OptionFields, Options, StrPath, check, described
from narrate.reading.source import is_address
from narrate.toml_tables import read_toml

NAME = "narrate.toml"
BUILT_IN = "built-in"
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Setting:
    """The value that an option has, and why."""

    option: Option
    value: Any
    origin: str
    """BUILT_IN, COMMAND_LINE, or the path of the file that says so."""


def load_options(
    source: StrPath | None = None, config: StrPath | None = None, **fields: Unpack[OptionFields]
) -> Options:
    """The options that the command would use: what files called narrate.toml say, and `fields` over that.

    A file is looked for in the configuration folder, and beside `source` if that is a file, too; `config` is
    the path of another one. Raises OptionError for a mistake in a file, and if there is no file `config`.

    >>> import narrate, pathlib
    >>> _ = pathlib.Path("narrate.toml").write_text("rate = 1.2")
    >>> narrate.load_options("article.txt").rate
    1.2
    """
    found = settings(source, config, fields)
    return Options(**{setting.option.field: setting.value for setting in found})


def settings(
    source: StrPath | None = None,
    config: StrPath | None = None,
    given: Mapping[str, Any] = MappingProxyType({}),
) -> list[Setting]:
    """Every option with its value, in the order of the fields; arguments as for `load_options`."""
    found = {each.field: Setting(each, each.default, BUILT_IN) for each in described(Options)}
    for path in default_files(source, config):
        for option, value in read_defaults(path).items():
            found[option.field] = Setting(option, value, str(path))
    for name, value in given.items():
        option = found[name].option
        found[name] = Setting(option, value, COMMAND_LINE)
    return list(found.values())


def default_files(source: StrPath | None = None, config: StrPath | None = None) -> list[Path]:
    """The files that apply, the one with the least precedence first."""
    files = [standing_file()]
    if source is not None:
        files += _beside(source)
    files = list(filter(Path.is_file, files))
    if config is not None:
        files.append(Path(config))  # if it does not exist, reading it says so
    return files


def _beside(source: StrPath) -> list[Path]:
    """The file beside an article; none beside standard input and what comes from the web."""
    if source == "-" or is_address(source):
        return []
    return [Path(source).parent / NAME]


def standing_file() -> Path:
    """Where a user's own defaults are, if there are any."""
    return config_folder() / NAME


def read_defaults(path: Path) -> dict[Option, Any]:
    """What one file says, checked; relative paths in it are relative to its folder. Raises OptionError."""
    options = {option.key: option for option in described(Options)}
    defaults: dict[Option, Any] = {}
    for key, value in _table(path).items():
        option = options.get(key)
        if option is None:
            raise OptionError(f"unknown option in {path}", key, _near(key, list(options)))
        _check(path, option, value)
        defaults[option] = _resolved(path, option, value)
    return defaults


def _table(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return read_toml(text)
    except FileNotFoundError:
        raise OptionError("no such file", path, "check what --config says") from None
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError("the defaults cannot be read", path, str(error)) from error
    except ValueError as error:
        raise OptionError("the defaults are not valid TOML", path, str(error)) from error


def _near(key: str, keys: list[str]) -> str:
    near = difflib.get_close_matches(key.replace("_", "-"), keys, 1)
    return f"did you mean {near[0]}?" if near else "`narrate config` lists the options"


def _check(path: Path, option: Option, value: Any) -> None:
    """Raise OptionError, with the file, for an option that it cannot have, or cannot have with this value."""
    if not option.about.standing:
        raise OptionError(f"not an option for all articles in {path}", option.key, "give it in the command")
    try:
        check(option, value)
    except OptionError as error:
        raise OptionError(f"{error.problem} in {path}", error.value, error.remedy) from None


def _resolved(file: Path, option: Option, value: Any) -> Any:
    """The value, with paths that are relative to the file's folder made relative to the current one."""
    if not option.about.is_file:
        return value
    if option.repeated:
        return [_path_beside(file, each) for each in value]
    is_name = value in option.about.words or not value.endswith(option.about.suffix)
    return value if is_name else _path_beside(file, value)


def _path_beside(file: Path, value: str) -> str:
    return str(file.parent / in_home(value))
