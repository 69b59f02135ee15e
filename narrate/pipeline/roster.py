"""Which voices there are, and which cast speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narrate import casting, engines
from narrate.engines.pool import EnginePool
from narrate.errors import CastError, EngineError
from narrate.model import Cast, EngineVoice, Voice
from narrate.pipeline.languages import by_language

DEFAULT = "default"
"""The cast that speaks if none is asked for."""
LISTED_LANGUAGE = "en"
"""Of the engines' own voices, those that are listed if no engine is named: a system may speak a hundred."""

Listing = list[tuple[str, EngineVoice]]
"""Voices under the name of their cast or engine."""


def choose_cast(cast: str | None, engine: str | None, engine_pool: EnginePool, language: str = "en") -> Cast:
    """The cast that was asked for by name or file, or that an engine makes of its own voices.

    Of an engine's own, those that speak the article's `language` (BCP 47) come first. Voices that are not
    installed are replaced as the cast says. Raises CastError: no such cast, or one for another engine than
    the one that was asked for.
    """
    if cast is None and engine not in (None, engines.DEFAULT):
        voices = by_language(engine_pool[engine].voices(), language)
        return casting.cast_of_engine(engine, voices)
    chosen = _settled(casting.load_cast(cast or DEFAULT), engine_pool)
    _check_engine(chosen, engine)
    return chosen


def _check_engine(cast: Cast, engine: str | None) -> None:
    """Raise CastError for a cast that is for another engine than the one that was asked for."""
    used = {voice.engine for voice in cast.roles.values()}
    if engine is not None and used != {engine}:
        problem = f"the cast is for the engine {', '.join(sorted(used))}, not {engine}"
        raise CastError(problem, cast.name, "leave out --engine or --cast")


def voices_of(cast: Cast) -> list[Voice]:
    """Each voice of a cast once, the narrator first, under the name that the cast file has for it."""
    voices = [cast.roles["narration"], *cast.roles.values()]
    for pool in cast.pools.values():
        voices += pool
    voices += cast.people.values()
    # A dictionary keeps the place of the first voice of a name, and has the last one there.
    return list({casting.name_in_file(voice): voice for voice in voices}.values())


def available_voices(engine: str | None = None, cast: str | None = None) -> Listing:
    """Every voice of a cast or of an engine; with neither, of the default cast and of all engines.

    Then an engine that is not installed is passed over, and only English voices are listed. Raises CastError
    for a cast and an engine.
    """
    if engine and cast:
        raise CastError("the list is of a cast or of an engine", cast, "leave out --engine or --cast")
    with EnginePool() as engine_pool:
        if engine:
            return _voices_of_engine(engine, engine_pool)
        if cast:
            return _voices_of_cast(cast, engine_pool)
        return _voices_of_cast(DEFAULT, engine_pool) + list(_voices_of_engines(engine_pool))


def _voices_of_engine(name: str, engine_pool: EnginePool) -> Listing:
    return [(name, voice) for voice in engine_pool[name].voices()]


def _voices_of_cast(name: str, engine_pool: EnginePool) -> Listing:
    cast = casting.load_cast(name)
    return [(f"cast {name}", voice) for voice in _cast_voices(cast, engine_pool)]


def _voices_of_engines(engine_pool: EnginePool) -> Iterator[tuple[str, EngineVoice]]:
    for name in engines.names():
        for voice in _offered(engine_pool, name):
            if voice.language.startswith(LISTED_LANGUAGE):
                yield name, voice


def _cast_voices(cast: Cast, engine_pool: EnginePool) -> Iterator[EngineVoice]:
    """A cast's voices as they would sound here."""
    replaced = {casting.name_in_file(voice): voice for voice in voices_of(_settled(cast, engine_pool))}
    for voice in voices_of(cast):
        speaks = replaced.get(voice.name, voice)
        is_here = _is_installed(speaks, engine_pool)
        description = _description(voice, speaks)
        yield EngineVoice(voice.name, speaks.language, speaks.gender, is_here, description)


def _settled(cast: Cast, engine_pool: EnginePool) -> Cast:
    return casting.settle(cast, lambda name: _offered(engine_pool, name))


def _is_installed(voice: Voice, engine_pool: EnginePool) -> bool:
    offered = _offered(engine_pool, voice.engine)
    return any(each.installed and each.name == voice.engine_voice for each in offered)


def _description(voice: Voice, speaks: Voice) -> str:
    """What a voice of a cast is made from, and what stands in for it if it is not installed."""
    made_from = f"{speaks.engine} {speaks.engine_voice}".strip()
    if not speaks.instead_of:
        return made_from
    return f"{voice.engine} {voice.engine_voice} is not here: {speaks.name} ({made_from})"


def _offered(engine_pool: EnginePool, name: str) -> Sequence[EngineVoice]:
    """An engine's voices; none if the engine is not installed."""
    try:
        return engine_pool[name].voices()
    except EngineError:
        return []
