"""Casts: which voices there are for the roles, and which speaker gets which of them."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from platformdirs import user_config_path

from narrate.errors import CastError
from narrate.model import Cast, EngineVoice, Role, Speaker, Voice

ROLES: tuple[Role, ...] = get_args(Role)
POOLS = ("f", "m", "unknown")
NUMBERS = ("rate", "pitch", "formant", "gain")
VOICE_KEYS = ("engine", "engine_voice", "language", "gender", *NUMBERS)
# The engines' own limits: beyond them speech cannot be understood.
LIMITS = {"rate": (0.3, 4.0), "pitch": (-24.0, 24.0), "formant": (0.6, 1.6), "gain": (-40.0, 20.0)}


def voices_folder() -> Path:
    """Where the casts lie that come with the product: in the wheel, or at the top of a checkout."""
    installed = Path(__file__).parent / "voices"
    return installed if installed.is_dir() else Path(__file__).parents[1] / "voices"


def own_folder() -> Path:
    """Where a user's own casts lie; they go before those of the same name that come with the product."""
    return user_config_path("narrate", appauthor=False) / "voices"


def names() -> list[str]:
    """Names of the casts that there are."""
    return sorted({path.stem for folder in (own_folder(), voices_folder()) for path in folder.glob("*.toml")})


def load_cast(name: str) -> Cast:
    """Load a cast by name, the user's own first, or from a file by its path ("mine.toml").

    Raises CastError: no such cast, not TOML, an unknown key, a voice or value that is not there.
    """
    own = own_folder() / f"{name}.toml"
    path = Path(name) if name.endswith(".toml") else own if own.exists() else voices_folder() / own.name
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CastError("no such cast", name, "one of " + ", ".join(names()) + ", or a .toml file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CastError("cannot read the cast", name, str(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise CastError("the cast is not valid TOML", name, str(error)) from error
    return _Reader(name, data).cast()


def cast_of_engine(engine: str, offered: Sequence[EngineVoice]) -> Cast:
    """Make a cast of an engine's own voices: the first one narrates, the others are quoted."""
    voices = [
        Voice(v.name, engine, v.name, language=v.language, gender=v.gender) for v in offered if v.installed
    ]
    if not voices:
        raise CastError("the engine has no voices", engine, "see `narrate voices`")
    same_language = [v for v in voices if v.language[:2] == voices[0].language[:2]]
    others = same_language[1:] or voices[:1]
    pools = {pool: tuple(v for v in others if (v.gender or "unknown") == pool) for pool in POOLS}
    return Cast(engine, {"narration": voices[0]}, pools)


def at_rate(cast: Cast, rate: float) -> Cast:
    """The same cast, speaking `rate` times as fast."""

    def faster(voice: Voice) -> Voice:
        return replace(voice, rate=voice.rate * rate)

    return replace(
        cast,
        roles={role: faster(voice) for role, voice in cast.roles.items()},
        pools={pool: tuple(map(faster, voices)) for pool, voices in cast.pools.items()},
        people={name: faster(voice) for name, voice in cast.people.items()},
    )


def assign(cast: Cast, speakers: Iterable[Speaker]) -> dict[str, Voice]:
    """Give every speaker a voice, by name, in order of appearance.

    A speaker gets the next free voice of the pool of their gender, then of the neutral pool; one of
    unknown gender gets a neutral voice, then whichever is free. Only when none of these is left
    are voices shared, oldest first. Nobody gets a voice of the other gender.
    """
    given: dict[str, Voice] = {}
    narrator = cast.roles["narration"]
    for speaker in speakers:
        if speaker.name in given:
            continue
        choice = [voice for pool in _pools_for(speaker) for voice in cast.pools.get(pool, ())] or [narrator]
        taken = list(given.values())
        reserved = cast.people.get(speaker.name)
        given[speaker.name] = reserved or min(choice, key=taken.count)
    return given


def _pools_for(speaker: Speaker) -> tuple[str, ...]:
    return ("unknown", "f", "m") if speaker.gender is None else (speaker.gender, "unknown")


class _Reader:
    """Turns the tables of a cast file into a Cast, and names the key where they are wrong."""

    def __init__(self, name: str, data: Mapping[str, Any]) -> None:
        self._name = name
        self._data = data
        self._voices: dict[str, Voice] = {}

    def cast(self) -> Cast:
        self._known(self._data, ("name", "engine", "voices", "roles", "pools", "people"), "")
        for name, table in self._table("voices").items():
            self._voices[name] = self._read_voice(name, table)
        roles = self._table("roles")
        self._known(roles, ROLES, "roles.")
        if "narration" not in roles:
            raise self._error("has no voice for the narration", 'add `narration = "…"` under [roles]')
        pools = self._table("pools")
        self._known(pools, POOLS, "pools.")
        return Cast(
            name=str(self._data.get("name", Path(self._name).stem)),
            roles={role: self._voice(roles[role]) for role in ROLES if role in roles},
            pools={pool: tuple(map(self._voice, voices)) for pool, voices in pools.items()},
            people={person: self._voice(voice) for person, voice in self._table("people").items()},
        )

    def _table(self, key: str) -> dict[str, Any]:
        table = self._data.get(key, {})
        if not isinstance(table, dict):
            raise self._error(f"`{key}` has to be a table", f"write it as [{key}]")
        return table

    def _read_voice(self, name: str, table: Mapping[str, Any]) -> Voice:
        self._known(table, VOICE_KEYS, f"voices.{name}.")
        engine = table.get("engine", self._data.get("engine"))
        if not engine or "engine_voice" not in table:
            raise self._error(f"voice {name} lacks its engine or engine_voice", "add them")
        numbers = {key: self._number(name, key, table[key]) for key in NUMBERS if key in table}
        gender = table.get("gender")
        if gender not in (None, "f", "m"):
            raise self._error(f"voice {name} has gender {gender!r}", 'write "f" or "m", or leave it out')
        language = table.get("language", "en-US")
        return Voice(name, engine, str(table["engine_voice"]), language, gender, **numbers)

    def _number(self, voice: str, key: str, value: object) -> float:
        low, high = LIMITS[key]
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise self._error(f"voice {voice} has {key} {value!r}", f"a number from {low} to {high}")
        return float(value)

    def _voice(self, name: str) -> Voice:
        if name not in self._voices:
            raise self._error(f"names an unknown voice, {name!r}", _nearest(str(name), self._voices))
        return self._voices[name]

    def _known(self, table: Mapping[str, Any], keys: Sequence[str], prefix: str) -> None:
        for key in table:
            if key not in keys:
                raise self._error(f"has an unknown key, `{prefix}{key}`", _nearest(key, keys))

    def _error(self, problem: str, remedy: str) -> CastError:
        return CastError(f"the cast {problem}", self._name, remedy)


def _nearest(word: str, known: Iterable[str]) -> str:
    names = list(known)
    close = difflib.get_close_matches(word, names, n=1)
    return f"did you mean {close[0]}?" if close else "one of " + ", ".join(names)
