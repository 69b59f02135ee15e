"""Which speaker gets which voice of a cast."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from narrate.errors import CastError
from narrate.languages import primary
from narrate.model import Cast, EngineVoice, Speaker, Voice

POOLS = ("f", "m", "unknown")
_TITLES_WRITTEN = """
mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron president vice prime minister chancellor
secretary senator congressman congresswoman representative governor mayor judge justice ambassador general gen
colonel col major maj captain capt lieutenant lt sergeant sgt admiral commander king queen prince princess
pope cardinal bishop archbishop father sister rabbi imam sheikh ayatollah former acting deputy jr sr
"""
_TITLES = frozenset(_TITLES_WRITTEN.split())


def cast_of_engine(engine: str, offered: Sequence[EngineVoice]) -> Cast:
    """Make a cast of an engine's own voices: the first one narrates, the others are quoted."""
    voices = [
        Voice(v.name, engine, v.name, language=v.language, gender=v.gender) for v in offered if v.installed
    ]
    if not voices:
        raise CastError("the engine has no voices", engine, "see `narrate voices`")
    same_language = [v for v in voices if primary(v.language) == primary(voices[0].language)]
    others = same_language[1:] or voices[:1]
    pools = {pool: tuple(v for v in others if (v.gender or "unknown") == pool) for pool in POOLS}
    return Cast(engine, {"narration": voices[0]}, pools)


def adjusted(cast: Cast, rate: float = 1.0, pitch: float = 0.0) -> Cast:
    """The same cast, speaking `rate` times as fast and `pitch` semitones higher."""

    def changed(voice: Voice) -> Voice:
        return replace(voice, rate=voice.rate * rate, pitch=voice.pitch + pitch)

    return replace(
        cast,
        roles={role: changed(voice) for role, voice in cast.roles.items()},
        pools={pool: tuple(map(changed, voices)) for pool, voices in cast.pools.items()},
        people={name: changed(voice) for name, voice in cast.people.items()},
    )


def assign(cast: Cast, speakers: Iterable[Speaker]) -> dict[str, Voice]:
    """Give every speaker a voice, by name, in order of appearance.

    Somebody whom the cast names gets the voice that it reserves, whatever titles either name has. Others
    get the next free voice of the pool of their gender, then of the neutral pool; one of
    unknown gender gets a neutral voice, then whichever is free. Only when none of these is left
    are voices shared, oldest first. Nobody gets a voice of the other gender.
    """
    given: dict[str, Voice] = {}
    reserved = {_plain(name): voice for name, voice in cast.people.items()}
    narrator = cast.roles["narration"]
    for speaker in speakers:
        if speaker.name in given:
            continue
        choice = [voice for pool in _pools_for(speaker) for voice in cast.pools.get(pool, ())] or [narrator]
        taken = list(given.values())
        given[speaker.name] = reserved.get(_plain(speaker.name)) or min(choice, key=taken.count)
    return given


def _pools_for(speaker: Speaker) -> tuple[str, ...]:
    return ("unknown", "f", "m") if speaker.gender is None else (speaker.gender, "unknown")


def _plain(name: str) -> str:
    """A name without titles, initials, accents and capitals: "Sir José A. Marín" is "jose marin".

    A name that holds nothing else stays as it is ("The Prime Minister").
    """
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", bare.casefold())
    kept = [word for word in words if word not in _TITLES and len(word) > 1]
    return " ".join(kept or words)
