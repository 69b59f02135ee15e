"""TOML files that people write: read strictly, with the line of what is wrong.

`tomllib` tells no lines, so they are looked for in the text.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from narrate.errors import UserError
from narrate.toml_tables import read_toml

Key = tuple[str | int, ...]
"""Where something stands: ("voices", "anchor", "rate"), or ("block", 0) for the first table of an array."""

LONGEST_VALUE = 40
"""Characters of a value that a message shows."""

_HEADER = re.compile(r"\s*+(\[{1,2})([^\[\]]++)\]")
_BASIC = r'"(?:[^"\\]|\\.)*"'
_SETTING = re.compile(rf"""\s*+((?:{_BASIC}|'[^']*'|[\w.\s-])++)=""")
_PART = re.compile(rf"""({_BASIC})|'([^']*)'|([\w-]+)""")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What a file says, and where it says it."""

    path: Path
    text: str
    data: Mapping[str, Any]
    error_class: type[UserError]
    """What a mistake in it is raised as."""

    def place(self, key: Key) -> str:
        """For messages: "people.toml, line 4"."""
        line = line_of(self.text, key)
        return str(self.path) if line is None else f"{self.path}, line {line}"

    def error(self, key: Key, problem: str, remedy: str) -> UserError:
        """A mistake at `key`."""
        return self.error_class(problem, self.place(key), remedy)

    def check_keys(self, table: Mapping[str, Any], known: Iterable[str], above: Key = ()) -> None:
        """Refuse the first key that means nothing."""
        for key in table:
            if key not in known:
                raise self.error((*above, key), f"unknown key `{key}`", nearest(key, known))


def load_toml(path: Path, what: str, error_class: type[UserError]) -> TomlFile:
    """Read a file; `what` is what messages call it: "the corrections". Raises `error_class`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise error_class("no such file", path, "check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        raise error_class(f"{what} cannot be read", path, str(error)) from error
    return parsed(path, text, what, error_class)


def parsed(path: Path, text: str, what: str, error_class: type[UserError]) -> TomlFile:
    """The same of a text that is to be the file's. Raises `error_class` if it is not valid TOML."""
    try:
        return TomlFile(path, text, read_toml(text), error_class)
    except ValueError as error:
        raise error_class(f"{what} are not valid TOML", path, str(error)) from error


def shown(value: object) -> str:
    """A value as a message shows it, which is short."""
    text = repr(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def nearest(word: str, known: Iterable[str]) -> str:
    """What may have been meant: "did you mean voice?", or "one of voice, gender"."""
    names = list(known)
    close = difflib.get_close_matches(word, names, n=1)
    return f"did you mean {close[0]}?" if close else "one of " + ", ".join(names)


def line_of(text: str, key: Key) -> int | None:
    """The line, from 1, that sets `key`, or that opens the table that it would be in; None for neither.

    Found are `[a.b]` and `c = …` in it, `b.c = …`, and the tables of an array, `[[a]]`.
    """
    found = _lines(text)
    prefixes = (key[:size] for size in range(len(key), 0, -1))
    return next((found[prefix] for prefix in prefixes if prefix in found), None)


def _lines(text: str) -> dict[Key, int]:
    """The first line of every table and key of a file."""
    table: Key = ()
    tables_in: Counter[Key] = Counter()
    found: dict[Key, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                array, table = table, (*table, tables_in[table])
                tables_in[array] += 1
                found.setdefault(array, number)
            found.setdefault(table, number)
        elif setting := _SETTING.match(line):
            found.setdefault((*table, *_parts(setting[1])), number)
    return found


def _parts(dotted: str) -> Key:
    """TOML's dotted keys: 'people."Ada Moreau"' has two parts."""
    return tuple(_unquoted(*part) for part in _PART.findall(dotted))


def _unquoted(basic: str, literal: str, bare: str) -> str:
    """A part of a key without its quotation marks."""
    if not basic:
        return literal or bare
    with suppress(ValueError):  # JSON has TOML's escapes, but for \\U and \\e
        return str(json.loads(basic))
    return basic[1:-1]
