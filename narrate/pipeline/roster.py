"""Which voices there are, and which cast speaks."""

from __future__ import annotations

from collections.abc import Iterator

from narrate import casting, engines
from narrate.engines.rack import Rack
from narrate.errors import CastError, EngineError
from narrate.model import Cast, EngineVoice

Listing = list[tuple[str, EngineVoice]]
"""Voices under the name of their cast or engine."""


def choose_cast(cast: str | None, engine: str | None, rack: Rack) -> Cast:
    """The cast that was asked for by name or file, or that an engine makes of its own voices.

    Raises CastError: no such cast, or one for another engine than the one that was asked for.
    """
    if cast is None and engine not in (None, engines.DEFAULT):
        return casting.cast_of_engine(engine, rack[engine].voices())
    chosen = casting.load_cast(cast or "default")
    used = {voice.engine for voice in chosen.roles.values()}
    if engine is not None and used != {engine}:
        problem = f"the cast is for the engine {', '.join(sorted(used))}, not {engine}"
        raise CastError(problem, chosen.name, "leave out --engine or --cast")
    return chosen


def available_voices(engine: str | None = None, cast: str | None = None) -> Listing:
    """Every voice of a cast or of an engine; with neither, of the default cast and of all engines.

    Then an engine that is not installed is passed over, and of the many languages that a system may
    speak only English is listed.
    """
    with Rack() as rack:
        if engine:
            return [(engine, voice) for voice in rack[engine].voices()]
        listing = [
            (f"cast {cast or 'default'}", v) for v in _cast_voices(casting.load_cast(cast or "default"), rack)
        ]
        for name in [] if cast else engines.names():
            listing += [(name, v) for v in _offered(rack, name) if v.language.startswith("en")]
        return listing


def _cast_voices(cast: Cast, rack: Rack) -> Iterator[EngineVoice]:
    """A cast's voices as they would sound here."""
    groups = [[cast.roles["narration"]], cast.roles.values(), *cast.pools.values(), cast.people.values()]
    voices = {voice.name: voice for group in groups for voice in group}
    here = {
        (e, v.name) for e in {v.engine for v in voices.values()} for v in _offered(rack, e) if v.installed
    }
    for voice in voices.values():
        made_from = f"{voice.engine} {voice.engine_voice}"
        installed = (voice.engine, voice.engine_voice) in here
        yield EngineVoice(voice.name, voice.language, voice.gender, installed, made_from)


def _offered(rack: Rack, name: str) -> list[EngineVoice]:
    """An engine's voices; none where the engine is not installed."""
    try:
        return list(rack[name].voices())
    except EngineError:
        return []
