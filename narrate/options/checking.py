"""Whether a value is one that its option can have, by what stands on the option's field."""

from __future__ import annotations

import os
from math import inf
from typing import Any

from narrate.errors import OptionError
from narrate.options.field import Option, described

_TYPES = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}


def check_all(options: Any) -> None:
    """Raise OptionError for the first field of `options` whose value means nothing."""
    for option in described(options.__class__):
        check(option, getattr(options, option.field))


def check(option: Option, value: Any) -> None:
    """Raise OptionError if an option cannot have this value: which option, which value, and what it takes."""
    if value is None and option.optional:
        return
    if option.repeated:
        is_valid = _is_list(value) and all(_is_valid(option, each) for each in value)
    else:
        is_valid = _is_valid(option, value)
    if not is_valid:
        raise OptionError(f"invalid {option.key}", value, expected(option))


def expected(option: Option) -> str:
    """What an option takes, in words: "0.5 to 3", "one of voice, tone, announce, plain"."""
    if option.choices:
        return f"one of {', '.join(option.choices)}"
    if option.repeated:
        return "a list of files"
    values = _range(option) or " or ".join(_TYPES[each] for each in option.types)
    if option.about.is_file:
        values = "a file" if option.about.words else "a name or a file"
    if option.about.words:
        unit = "" if option.about.is_file else f" {option.about.unit}"
        return f"one of {', '.join(option.about.words)}, or {values}{unit}"
    return values


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _is_valid(option: Option, value: Any) -> bool:
    if option.choices:
        return value in option.choices
    if isinstance(value, str) and value in option.about.words:
        return True
    if bool in option.types:
        return isinstance(value, bool)
    if float in option.types:
        return _is_number(value, str in option.types) and _is_in_range(option, float(value))
    if int in option.types:
        return type(value) is int and _is_in_range(option, value)
    return isinstance(value, str | os.PathLike) and bool(os.fspath(value))


def _is_number(value: Any, as_text: bool) -> bool:
    """Whether this is a number; with `as_text`, also one that is written out, as in a command line."""
    if isinstance(value, str):
        return as_text and _is_written_number(value)
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_written_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _is_in_range(option: Option, value: float) -> bool:
    """False for a NaN, too."""
    least = -inf if option.about.least is None else option.about.least
    most = inf if option.about.most is None else option.about.most
    return least <= value <= most and abs(value) != inf


def _range(option: Option) -> str:
    """ "0.5 to 3", "1 or more"; "" if there is no limit."""
    least, most = option.about.least, option.about.most
    if least is None:
        return ""
    if most is None:
        return f"{least:g} or more"
    return f"{least:g} to {most:g}"
