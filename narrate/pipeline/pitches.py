"""Whether engines can make the pitches that are asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from math import inf

from narrate.engines import Limited
from narrate.engines.pool import EnginePool
from narrate.errors import EngineError
from narrate.model import Script


def out_of_reach(script: Script, engine_pool: EnginePool) -> Iterator[str]:
    """A line for each engine that has to make a voice higher or lower than it can.

    An engine that is not `Limited` can make any pitch.
    """
    for name, pitches in sorted(_asked(script).items()):
        low, high = _reach(name, engine_pool)
        if min(pitches) < low or max(pitches) > high:
            yield _note(name, low, high)


def _note(engine: str, low: float, high: float) -> str:
    if low == high == 0:
        return f"the engine {engine} cannot change the pitch of a voice: it stays as it is"
    reach = f"the engine {engine} changes the pitch of a voice by {low:g} to {high:g} semitones at most"
    return f"{reach}: what was asked for beyond is left out"


def _asked(script: Script) -> dict[str, set[float]]:
    """The pitches in semitones that every engine has to make, apart from a voice's own."""
    asked: dict[str, set[float]] = {}
    for utterance in script.utterances:
        voice = utterance.voice
        if voice.pitch:
            asked.setdefault(voice.engine, set()).add(voice.pitch)
    return asked


def _reach(name: str, engine_pool: EnginePool) -> tuple[float, float]:
    """The lowest and the highest pitch that an engine can make, in semitones.

    All of them if it is not installed: a script can be written without it, and speaking says so.
    """
    with suppress(EngineError):
        engine = engine_pool[name]
        if isinstance(engine, Limited):
            return engine.pitches
    return -inf, inf
