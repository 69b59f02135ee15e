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

    An engine that is not `Limited` can do all.
    """
    asked: dict[str, set[float]] = {}
    for utterance in script.utterances:
        if utterance.voice.pitch:
            asked.setdefault(utterance.voice.engine, set()).add(utterance.voice.pitch)
    for name, pitches in sorted(asked.items()):
        low, high = _reach(name, engine_pool)
        if low == high == 0:
            yield f"the engine {name} cannot change the pitch of a voice: it stays as it is"
        elif min(pitches) < low or max(pitches) > high:
            reach = f"the engine {name} changes the pitch of a voice by {low:g} to {high:g} semitones at most"
            yield f"{reach}: what was asked for beyond is left out"


def _reach(name: str, engine_pool: EnginePool) -> tuple[float, float]:
    """Everything where the engine is not here: a script can be written without it, and speaking says so."""
    with suppress(EngineError):
        engine = engine_pool[name]
        if isinstance(engine, Limited):
            return engine.pitches
    return -inf, inf
