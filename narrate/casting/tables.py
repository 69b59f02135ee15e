"""The tables of a cast file, checked key by key."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from narrate.casting.assigning import POOLS
from narrate.errors import CastError
from narrate.model import Cast, Role, Voice

ROLES: tuple[Role, ...] = get_args(Role)
KEYS = ("name", "extends", "engine", "voices", "roles", "pools", "people")
NUMBERS = ("rate", "pitch", "formant", "gain")
VOICE_KEYS = ("engine", "engine_voice", "language", "gender", "fallback", *NUMBERS)
# The engines' own limits: beyond them speech cannot be understood.
LIMITS = {"rate": (0.3, 4.0), "pitch": (-24.0, 24.0), "formant": (0.6, 1.6), "gain": (-40.0, 20.0)}

Key = tuple[str, ...]
"""Where something stands: ("voices", "anchor", "rate")."""


@dataclass(frozen=True, slots=True)
class Source:
    """A cast file as text, to say where a mistake is."""

    name: str
    """As the user wrote it."""
    text: str

    def line(self, key: Key) -> int | None:
        """The line, from 1, that sets `key`, or that opens the table that it would be in; None: neither.

        tomllib tells no lines, so they are looked for: `[a.b]` and `c = …` in it, or `b.c = …`.
        """
        table: Key = ()
        found: dict[Key, int] = {}
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
                table = _parts(header[1])
                found.setdefault(table, number)
            elif setting := re.match(r"""\s*((?:"[^"]*"|'[^']*'|[\w.\s-])+?)\s*=""", line):
                found.setdefault((*table, *_parts(setting[1])), number)
        return next((found[key[:size]] for size in range(len(key), 0, -1) if key[:size] in found), None)

    def error(self, key: Key, problem: str, remedy: str) -> CastError:
        """A mistake at `key`."""
        line = self.line(key)
        return CastError(
            f"the cast {problem}", self.name if line is None else f"{self.name}, line {line}", remedy
        )


def read_cast(name: str, data: Mapping[str, Any], sources: Sequence[Source]) -> Cast:
    """Check merged tables, and turn them into a Cast. `sources`: the files, the first one on top."""
    return _Reader(name, data, sources).cast()


class _Reader:
    """Turns the tables of a cast into a Cast, and names the key where they are wrong."""

    def __init__(self, name: str, data: Mapping[str, Any], sources: Sequence[Source]) -> None:
        self._name = name
        self._data = data
        self._sources = sources
        self._voices: dict[str, Voice] = {}

    def cast(self) -> Cast:
        self._known(self._data, KEYS, ())
        voices, roles, pools, people = (self._data.get(key, {}) for key in KEYS[3:])
        for name, table in voices.items():
            self._voices[name] = self._read_voice(name, table)
        self._known(roles, ROLES, ("roles",))
        if "narration" not in roles:
            raise self._error(
                ("roles",), "has no voice for the narration", 'add `narration = "…"` under [roles]'
            )
        self._known(pools, POOLS, ("pools",))
        return Cast(
            name=str(self._data.get("name", Path(self._name).stem)),
            roles={role: self._voice(roles[role], ("roles", role)) for role in ROLES if role in roles},
            pools={pool: self._several(voices, ("pools", pool)) for pool, voices in pools.items()},
            people={person: self._voice(voice, ("people", person)) for person, voice in people.items()},
            fallbacks={
                name: self._several(table["fallback"], ("voices", name, "fallback"))
                for name, table in voices.items()
                if "fallback" in table
            },
        )

    def _read_voice(self, name: str, table: object) -> Voice:
        key = ("voices", name)
        if not isinstance(table, dict):
            raise self._error(key, f"voice {name} is no table", f"write it as [voices.{name}]")
        self._known(table, VOICE_KEYS, key)
        engine, gender = table.get("engine"), table.get("gender")
        if not engine:
            raise self._error(key, f"voice {name} has no engine", 'add `engine = "hibari"`')
        if gender not in (None, "f", "m"):
            remedy = 'write "f" or "m", or leave it out'
            raise self._error((*key, "gender"), f"voice {name} has gender {gender!r}", remedy)
        numbers: dict[str, Any] = {n: self._number(name, n, table[n]) for n in NUMBERS if n in table}
        language = table.get("language", "en-US")
        return Voice(name, engine, str(table.get("engine_voice", "")), language, gender, **numbers)

    def _number(self, voice: str, key: str, value: object) -> float:
        low, high = LIMITS[key]
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            problem = f"voice {voice} has {key} {value!r}"
            raise self._error(("voices", voice, key), problem, f"a number from {low} to {high}")
        return float(value)

    def _several(self, names: object, key: Key) -> tuple[Voice, ...]:
        """One voice by its name, or a list of them."""
        listed = names if isinstance(names, list) else [names]
        return tuple(self._voice(name, key) for name in listed)

    def _voice(self, name: object, key: Key) -> Voice:
        if not isinstance(name, str) or name not in self._voices:
            raise self._error(key, f"names an unknown voice, {name!r}", _nearest(str(name), self._voices))
        return self._voices[name]

    def _known(self, table: Mapping[str, Any], keys: Sequence[str], above: Key) -> None:
        for key in table:
            if key not in keys:
                where = ".".join((*above, key))
                raise self._error((*above, key), f"has an unknown key, `{where}`", _nearest(key, keys))

    def _error(self, key: Key, problem: str, remedy: str) -> CastError:
        """In the topmost file that says something of `key`."""
        exact = (source for source in self._sources if source.line(key) is not None)
        return next(exact, self._sources[0]).error(key, problem, remedy)


def _parts(dotted: str) -> Key:
    """TOML's dotted keys: 'people."Ada Moreau"' has two parts."""
    parts = re.findall(r""""([^"]*)"|'([^']*)'|([\w-]+)""", dotted)
    return tuple("".join(part) for part in parts)


def _nearest(word: str, known: Iterable[str]) -> str:
    names = list(known)
    close = difflib.get_close_matches(word, names, n=1)
    return f"did you mean {close[0]}?" if close else "one of " + ", ".join(names)
