"""What stands on a field of `Options`: everything that the command, its help and the checks are made from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import KW_ONLY, Field, dataclass, field, fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
StrPath = str | os.PathLike[str]
Group = Literal["output", "voices", "text", "checking", "running"]
"""What options have in common; the help of a command lists each group under a heading of its own."""


@dataclass(frozen=True, slots=True)
class About:
    """What an option means to a user. Its name, type, choices and default are the field's own."""

    help: str
    _: KW_ONLY
    group: Group
    key: str = ""
    """Its name in the command and in narrate.toml; "": the field's, with hyphens."""
    unit: str = ""
    """What stands for a value in the help: FACTOR, KBIT/S."""
    least: float | None = None
    most: float | None = None
    """The range of a number, both ends included; None: no limit."""
    words: tuple[str, ...] = ()
    """Values with a meaning of their own, beside the numbers or files that it takes."""
    is_file: bool = False
    """Whether a value that is not one of `words` is the path of a file."""
    suffix: str = ""
    """How the path ends; a value that does not end so is a name."""
    unset: str = ""
    """What happens if it is None: "as many as there are cores"."""
    standing: bool = True
    """Whether a default for all articles makes sense, so that narrate.toml may have it."""


@dataclass(frozen=True, slots=True)
class Option:
    """One field of `Options`, with all that is known about it."""

    field: str
    """Its name in Python."""
    key: str
    """Its name in the command (after `--`) and in narrate.toml."""
    types: tuple[type, ...]
    """What a value may be: bool, int, float or str."""
    choices: tuple[str, ...]
    """All values that it can have; empty if they cannot be listed."""
    optional: bool
    """Whether it may be None."""
    repeated: bool
    """Whether it takes a list of values."""
    default: Any
    about: About

    @property
    def kind(self) -> type:
        """What a value is if it is not one of `choices` or `words`: a number, if it can be one."""
        for number in (bool, int, float):
            if number in self.types:
                return number
        return str


def option(default: T, about: About) -> T:
    """A field of a dataclass, with its default and what it means to a user."""
    return field(default=default, metadata={"about": about})


@cache
def described(options: type[Any]) -> tuple[Option, ...]:
    """The options that are the fields of a dataclass, in its order."""
    hints = get_type_hints(options)
    return tuple(_option(each, hints[each.name]) for each in fields(options))


def _option(field_: Field[Any], hint: Any) -> Option:
    about: About = field_.metadata["about"]
    members = _members(hint)
    value = members[0]  # what stands before "| None", if that does
    return Option(
        field=field_.name,
        key=about.key or field_.name.replace("_", "-"),
        types=_types(members),
        choices=_choices(value),
        optional=NoneType in members,
        repeated=get_origin(value) is Sequence,
        default=field_.default,
        about=about,
    )


def _choices(hint: Any) -> tuple[str, ...]:
    return get_args(hint) if get_origin(hint) is Literal else ()


def _types(members: tuple[Any, ...]) -> tuple[type, ...]:
    """What each single value may be: choices and paths are text."""
    types = [str if get_origin(each) else each for each in members]
    return tuple(each for each in types if each is not NoneType)


def _members(hint: Any) -> tuple[Any, ...]:
    """`int | None` → (int, NoneType); anything else alone."""
    if get_origin(hint) in (Union, UnionType):
        return get_args(hint)
    return (hint,)
