"""Whether a value is one that its option can have, by what stands on the option's field."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from contextlib import suppress
from math import inf
from typing import Any, TypeVar

from narrate.errors import OptionError
from narrate.options.field import About, Option, described

T = TypeVar("T")
_KINDS: dict[type, str] = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}


def check_all(options: Any) -> None:
    """Raise OptionError for the first field of `options` whose value means nothing."""
    for option in described(options.__class__):
        check(option, getattr(options, option.field))


def check(option: Option, value: Any) -> None:
    """Raise OptionError if an option cannot have this value: which option, which value, and what it takes."""
    is_unset = value is None and option.optional
    if is_unset or _fits(option, value):
        return
    raise OptionError(f"invalid {option.key}", value, expected(option))


def documented(options: type[T]) -> type[T]:
    """Add to the docstring of a dataclass what each of its options is for, and what it takes."""
    kind: Any = options
    lines = [f"* ``{each.field}``: {each.about.help} ({expected(each)})" for each in described(kind)]
    options.__doc__ = "\n".join([inspect.cleandoc(options.__doc__ or ""), "", *lines])
    return options


def expected(option: Option) -> str:
    """What an option takes, in words: "0.5 to 3", "one of voice, tone, announce, plain"."""
    if option.choices:
        return f"one of {', '.join(option.choices)}"
    if option.repeated:
        return "a list of files"
    value = _expected_value(option)
    if option.about.words:
        return f"one of {', '.join(option.about.words)}, or {value}"
    return value


def _expected_value(option: Option) -> str:
    """What an option takes apart from words with a meaning of their own."""
    about = option.about
    if about.is_file:
        return "a file" if about.words else "a name or a file"
    if about.least is None:
        return _KINDS[option.kind]
    # Beside words a range would not say what it is of.
    return f"{_range(about)} {about.unit}" if about.words else _range(about)


def _range(about: About) -> str:
    """ "0.5 to 3", or "1 or more"."""
    if about.most is None:
        return f"{about.least:g} or more"
    return f"{about.least:g} to {about.most:g}"


def _fits(option: Option, value: Any) -> bool:
    if not option.repeated:
        return _is_valid(option, value)
    return isinstance(value, list | tuple) and all(_is_valid(option, each) for each in value)


def _is_valid(option: Option, value: Any) -> bool:
    if option.choices:
        return value in option.choices
    if value in option.about.words:
        return True
    return _TESTS[option.kind](option, value)


def _is_flag(_: Option, value: Any) -> bool:
    return isinstance(value, bool)


def _is_whole(option: Option, value: Any) -> bool:
    return type(value) is int and _is_in_range(option.about, value)  # a bool is an int, too


def _is_number(option: Option, value: Any) -> bool:
    if isinstance(value, str) and str in option.types:
        with suppress(ValueError):
            value = float(value)  # written out, as in a command line
    return type(value) in (int, float) and _is_in_range(option.about, value)


def _is_text(_: Option, value: Any) -> bool:
    return isinstance(value, str | os.PathLike) and os.fspath(value) != ""


def _is_in_range(about: About, value: float) -> bool:
    """False for a NaN, too."""
    least = -inf if about.least is None else about.least
    most = inf if about.most is None else about.most
    return least <= value <= most


_TESTS: dict[type, Callable[[Option, Any], bool]] = {
    bool: _is_flag,
    int: _is_whole,
    float: _is_number,
    str: _is_text,
}
