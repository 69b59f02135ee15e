"""Which voices there are, and which cast speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narrate import casting, engines
from narrate.engines.pool import EnginePool
from narrate.errors import CastError, EngineError
from narrate.model import Cast, EngineVoice, Voice
from narrate.pipeline.languages import by_language

Listing = list[tuple[str, EngineVoice]]
"""Voices under the name of their cast or engine."""


def choose_cast(cast: str | None, engine: str | None, engine_pool: EnginePool, language: str = "en") -> Cast:
    """The cast that was asked for by name or file, or that an engine makes of its own voices.

    Of an engine's own, those that speak the article's `language` (BCP 47) come first. Voices that are not
    here are replaced as the cast says. Raises CastError: no such cast, or one for another engine than the
    one that was asked for.
    """
    if cast is None and engine not in (None, engines.DEFAULT):
        return casting.cast_of_engine(engine, by_language(engine_pool[engine].voices(), language))
    chosen = casting.settle(casting.load_cast(cast or "default"), lambda name: _offered(engine_pool, name))
    used = {voice.engine for voice in chosen.roles.values()}
    if engine is not None and used != {engine}:
        problem = f"the cast is for the engine {', '.join(sorted(used))}, not {engine}"
        raise CastError(problem, chosen.name, "leave out --engine or --cast")
    return chosen


def voices_of(cast: Cast) -> list[Voice]:
    """Each voice of a cast once, the narrator first, under the name that the cast file has for it."""
    groups = [[cast.roles["narration"]], cast.roles.values(), *cast.pools.values(), cast.people.values()]
    return list({v.instead_of or v.name: v for group in groups for v in group}.values())


def available_voices(engine: str | None = None, cast: str | None = None) -> Listing:
    """Every voice of a cast or of an engine; with neither, of the default cast and of all engines.

    Then an engine that is not installed is passed over, and of the many languages that a system may
    speak only English is listed. Raises CastError for a cast and an engine.
    """
    if engine and cast:
        raise CastError("the list is of a cast or of an engine", cast, "leave out --engine or --cast")
    with EnginePool() as engine_pool:
        if engine:
            return [(engine, voice) for voice in engine_pool[engine].voices()]
        listing = [
            (f"cast {cast or 'default'}", v)
            for v in _cast_voices(casting.load_cast(cast or "default"), engine_pool)
        ]
        for name in [] if cast else engines.names():
            listing += [(name, v) for v in _offered(engine_pool, name) if v.language.startswith("en")]
        return listing


def _cast_voices(cast: Cast, engine_pool: EnginePool) -> Iterator[EngineVoice]:
    """A cast's voices as they would sound here."""
    settled = {
        v.instead_of or v.name: v for v in voices_of(casting.settle(cast, lambda e: _offered(engine_pool, e)))
    }
    for voice in voices_of(cast):
        speaks = settled.get(voice.name, voice)
        here = any(
            v.installed and v.name == speaks.engine_voice for v in _offered(engine_pool, speaks.engine)
        )
        made_from = f"{speaks.engine} {speaks.engine_voice}".strip()
        if speaks.instead_of:
            made_from = f"{voice.engine} {voice.engine_voice} is not here: {speaks.name} ({made_from})"
        yield EngineVoice(voice.name, speaks.language, speaks.gender, here, made_from)


def _offered(engine_pool: EnginePool, name: str) -> Sequence[EngineVoice]:
    """An engine's voices; none where the engine is not installed."""
    try:
        return engine_pool[name].voices()
    except EngineError:
        return []
