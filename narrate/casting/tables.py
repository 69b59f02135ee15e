"""The tables of a cast file, checked key by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from narrate.casting.assigning import POOLS
from narrate.errors import CastError
from narrate.languages import tag_of
from narrate.model import Cast, Gender, Role, Voice
from narrate.toml_files import Key, line_of, nearest

ROLES: tuple[Role, ...] = get_args(Role)
KEYS = ("name", "extends", "engine", "voices", "roles", "pools", "people")
NUMBERS = ("rate", "pitch", "formant", "gain")
PERSON_KEYS = ("voice", "aliases")
VOICE_KEYS = ("engine", "engine_voice", "language", "gender", "fallback", *NUMBERS)
# The engines' own limits: beyond them speech cannot be understood.
LIMITS = {"rate": (0.3, 4.0), "pitch": (-24.0, 24.0), "formant": (0.6, 1.6), "gain": (-40.0, 20.0)}


@dataclass(frozen=True, slots=True)
class Source:
    """A cast file as text, to say where a mistake is."""

    name: str
    """As the user wrote it."""
    text: str

    def line(self, key: Key) -> int | None:
        """The line, from 1, that sets `key`, or that opens its table; None for neither."""
        return line_of(self.text, key)

    def error(self, key: Key, problem: str, remedy: str) -> CastError:
        """A mistake at `key`."""
        line = self.line(key)
        where = self.name if line is None else f"{self.name}, line {line}"
        return CastError(f"the cast {problem}", where, remedy)


def read_cast(name: str, data: Mapping[str, Any], sources: Sequence[Source]) -> Cast:
    """Check merged tables, and turn them into a Cast. `sources`: the files, the first one on top."""
    return _CastParser(name, data, sources).cast()


class _CastParser:
    """Turns the tables of a cast into a Cast, and names the key where they are wrong."""

    def __init__(self, name: str, data: Mapping[str, Any], sources: Sequence[Source]) -> None:
        self._name = name
        self._data = data
        self._sources = sources
        self._voices: dict[str, Voice] = {}

    def cast(self) -> Cast:
        """The checked cast."""
        self._check_keys(self._data, KEYS, ())
        self._read_voices()
        name = self._data.get("name", Path(self._name).stem)
        return Cast(
            name=str(name),
            roles=self._roles(),
            pools=self._pools(),
            people=self._people(),
            aliases=self._aliases(),
            voices=dict(self._voices),
            fallbacks=self._fallbacks(),
        )

    def _table(self, key: str) -> Mapping[str, Any]:
        table: Mapping[str, Any] = self._data.get(key, {})
        return table

    def _read_voices(self) -> None:
        for name, table in self._table("voices").items():
            self._voices[name] = self._read_voice(name, table)

    def _roles(self) -> dict[Role, Voice]:
        """The voices of the roles, in the order of the roles."""
        table = self._table("roles")
        self._check_keys(table, ROLES, ("roles",))
        if "narration" not in table:
            remedy = 'add `narration = "…"` under [roles]'
            raise self._error(("roles",), "has no voice for the narration", remedy)
        return {role: self._voice(table[role], ("roles", role)) for role in ROLES if role in table}

    def _pools(self) -> dict[str, tuple[Voice, ...]]:
        table = self._table("pools")
        self._check_keys(table, POOLS, ("pools",))
        return {pool: self._several(names, ("pools", pool)) for pool, names in table.items()}

    def _people(self) -> dict[str, Voice]:
        """Who has which voice. A person is written as a voice's name, or as a table with other names, too."""
        people: dict[str, Voice] = {}
        for person, written in self._table("people").items():
            if isinstance(written, dict):
                self._check_keys(written, PERSON_KEYS, ("people", person))
                people[person] = self._voice(written.get("voice"), ("people", person, "voice"))
            else:
                people[person] = self._voice(written, ("people", person))
        return people

    def _aliases(self) -> dict[str, tuple[str, ...]]:
        """Other names of people, by the name that the file has for them."""
        tables = {name: table for name, table in self._table("people").items() if isinstance(table, dict)}
        return {name: self._names(name, table.get("aliases", [])) for name, table in tables.items()}

    def _names(self, person: str, names: object) -> tuple[str, ...]:
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            return tuple(names)
        problem = f"has aliases of {person} that are no list of names"
        raise self._error(("people", person, "aliases"), problem, 'write them as ["the mayor"]')

    def _fallbacks(self) -> dict[str, tuple[Voice, ...]]:
        """By the name of the voice that they stand for."""
        found: dict[str, tuple[Voice, ...]] = {}
        for name, table in self._table("voices").items():
            if "fallback" in table:
                found[name] = self._several(table["fallback"], ("voices", name, "fallback"))
        return found

    def _read_voice(self, name: str, table: object) -> Voice:
        key = ("voices", name)
        if not isinstance(table, dict):
            raise self._error(key, f"voice {name} is no table", f"write it as [voices.{name}]")
        self._check_keys(table, VOICE_KEYS, key)
        if not table.get("engine"):
            raise self._error(key, f"voice {name} has no engine", 'add `engine = "hibari"`')
        numbers: dict[str, Any] = self._numbers(name, table)
        return Voice(
            name=name,
            engine=self._words(name, table, "engine", ""),
            engine_voice=self._words(name, table, "engine_voice", ""),
            language=self._language(name, table),
            gender=self._gender(name, table.get("gender")),
            **numbers,
        )

    def _language(self, voice: str, table: Mapping[str, object]) -> str:
        """The language of a voice, as the cast writes it."""
        written = self._words(voice, table, "language", "en-US")
        if tag_of(written) is None:
            problem = f"voice {voice} has language {written!r}"
            raise self._error(("voices", voice, "language"), problem, "a tag such as en, en-GB or pt-BR")
        return written

    def _words(self, voice: str, table: Mapping[str, object], key: str, default: str) -> str:
        """A value that has to be a string."""
        value = table.get(key, default)
        if isinstance(value, str):
            return value
        problem = f"voice {voice} has {key} {value!r}"
        raise self._error(("voices", voice, key), problem, "write it in quotation marks")

    def _gender(self, voice: str, written: object) -> Gender | None:
        if written is None or written in get_args(Gender):
            return written  # type: ignore[return-value]  # just checked
        remedy = 'write "f" or "m", or leave it out'
        raise self._error(("voices", voice, "gender"), f"voice {voice} has gender {written!r}", remedy)

    def _numbers(self, voice: str, table: Mapping[str, object]) -> dict[str, float]:
        """Rate, pitch and their like, as far as a voice gives them."""
        return {key: self._number(voice, key, table[key]) for key in NUMBERS if key in table}

    def _number(self, voice: str, key: str, value: object) -> float:
        """A number within its limits."""
        low, high = LIMITS[key]
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        problem = f"voice {voice} has {key} {value!r}"
        raise self._error(("voices", voice, key), problem, f"a number from {low} to {high}")

    def _several(self, names: object, key: Key) -> tuple[Voice, ...]:
        """One voice by its name, or a list of them."""
        listed = names if isinstance(names, list) else [names]
        return tuple(self._voice(name, key) for name in listed)

    def _voice(self, name: object, key: Key) -> Voice:
        if not isinstance(name, str) or name not in self._voices:
            raise self._error(key, f"names an unknown voice, {name!r}", nearest(str(name), self._voices))
        return self._voices[name]

    def _check_keys(self, table: Mapping[str, Any], keys: Sequence[str], above: Key) -> None:
        """Refuse a key that means nothing."""
        for key in table:
            if key not in keys:
                where = ".".join(map(str, (*above, key)))
                raise self._error((*above, key), f"has an unknown key, `{where}`", nearest(key, keys))

    def _error(self, key: Key, problem: str, remedy: str) -> CastError:
        """In the topmost file that says something of `key`."""
        exact = (source for source in self._sources if source.line(key) is not None)
        return next(exact, self._sources[0]).error(key, problem, remedy)
