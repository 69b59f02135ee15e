"""Which speaker gets which voice of a cast."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from narrate.english.titles import FORMS_OF_ADDRESS, OFFICES_BEFORE_NAMES, SHORT_TITLES
from narrate.errors import CastError
from narrate.languages import primary
from narrate.model import Cast, EngineVoice, Speaker, Voice

Key = TypeVar("Key")
Before = TypeVar("Before")
After = TypeVar("After")

POOLS = ("f", "m", "unknown")
_TITLES = frozenset(
    (
        *(short.lower() for short in SHORT_TITLES),
        *FORMS_OF_ADDRESS,
        *OFFICES_BEFORE_NAMES,
        *("mx", "former", "acting", "deputy", "jr", "sr"),
    )
)
"""What may stand beside a name and is no part of it."""


def cast_of_engine(engine: str, offered: Sequence[EngineVoice]) -> Cast:
    """Make a cast of an engine's own voices: the first one narrates, the others are quoted."""
    voices = _installed_voices(engine, offered)
    if not voices:
        raise CastError("the engine has no voices", engine, "see `narrate voices`")
    narrator, others = voices[0], voices[1:]
    pools = _pools(_of_language(narrator.language, others) or [narrator])
    return Cast(engine, {"narration": narrator}, pools)


def _installed_voices(engine: str, offered: Sequence[EngineVoice]) -> list[Voice]:
    return [_voice_of(engine, each) for each in offered if each.installed]


def _of_language(language: str, voices: Sequence[Voice]) -> list[Voice]:
    return [voice for voice in voices if primary(voice.language) == primary(language)]


def _voice_of(engine: str, offered: EngineVoice) -> Voice:
    return Voice(offered.name, engine, offered.name, language=offered.language, gender=offered.gender)


def _pools(voices: Sequence[Voice]) -> dict[str, tuple[Voice, ...]]:
    """The voices by gender."""
    pools: dict[str, list[Voice]] = {pool: [] for pool in POOLS}
    for voice in voices:
        pools[voice.gender or "unknown"].append(voice)
    return {pool: tuple(members) for pool, members in pools.items()}


def adjusted(cast: Cast, rate: float = 1.0, pitch: float = 0.0) -> Cast:
    """The same cast, speaking `rate` times as fast and `pitch` semitones higher."""

    def changed(voice: Voice) -> Voice:
        return replace(voice, rate=voice.rate * rate, pitch=voice.pitch + pitch)

    def all_changed(voices: Iterable[Voice]) -> tuple[Voice, ...]:
        return tuple(map(changed, voices))

    return replace(
        cast,
        roles=_mapped(changed, cast.roles),
        pools=_mapped(all_changed, cast.pools),
        people=_mapped(changed, cast.people),
    )


def _mapped(change: Callable[[Before], After], values: Mapping[Key, Before]) -> dict[Key, After]:
    """The same keys, with changed values."""
    return {key: change(value) for key, value in values.items()}


def assign(cast: Cast, speakers: Iterable[Speaker]) -> dict[str, Voice]:
    """Give every speaker a voice, by name, in order of appearance.

    Somebody whom the cast names gets the voice that it reserves, whatever titles either name has. Others
    get the next free voice of the pool of their gender, then of the neutral pool; one of
    unknown gender gets a neutral voice, then whichever is free. Only when none of these is left
    are voices shared, oldest first. Nobody gets a voice of the other gender.
    """
    given: dict[str, Voice] = {}
    reserved = {_plain(name): voice for name, voice in cast.people.items()}
    for speaker in speakers:
        own = reserved.get(_plain(speaker.name)) or given.get(speaker.name)
        given[speaker.name] = own or _next_voice(cast, speaker, list(given.values()))
    return given


def _next_voice(cast: Cast, speaker: Speaker, taken: list[Voice]) -> Voice:
    """The first of the voices for a speaker's gender that is taken least often."""
    pools = [cast.pools.get(pool, ()) for pool in _pools_for(speaker)]
    choice = list(chain.from_iterable(pools)) or [cast.roles["narration"]]
    return min(choice, key=taken.count)


def _pools_for(speaker: Speaker) -> tuple[str, ...]:
    return ("unknown", "f", "m") if speaker.gender is None else (speaker.gender, "unknown")


def _plain(name: str) -> str:
    """A name without titles, initials, accents and capitals: "Sir José A. Marín" is "jose marin".

    A name that holds nothing else stays as it is ("The Prime Minister").
    """
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", bare.casefold())
    kept = [word for word in words if word not in _TITLES and len(word) > 1]
    return " ".join(kept or words)
