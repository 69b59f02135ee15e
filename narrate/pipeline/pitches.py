"""Whether engines can make the pitches that are asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from narrate.engines.rack import Rack
from narrate.model import Script


def out_of_reach(script: Script, rack: Rack) -> Iterator[str]:
    """A line for each engine that has to make a voice higher or lower than it can.

    What an engine can do is its attribute `pitches`, the lowest and the highest in semitones; without one it
    can do all.
    """
    asked: dict[str, set[float]] = {}
    for utterance in script.utterances:
        asked.setdefault(utterance.voice.engine, set()).add(utterance.voice.pitch)
    for name, pitches in sorted(asked.items()):
        low, high = getattr(rack[name], "pitches", (-inf, inf))
        if low == high == 0 and pitches != {0.0}:
            yield f"the engine {name} cannot change the pitch of a voice: it stays as it is"
        elif min(pitches) < low or max(pitches) > high:
            reach = f"the engine {name} changes the pitch of a voice by {low:g} to {high:g} semitones at most"
            yield f"{reach}: what was asked for beyond is left out"
