"""Engines: what turns an SSML document into sound. One file per engine.

To add one, write a class with the attributes and methods of `Engine`, and register it: here in
`BUILT_IN` for an engine of ours, or from another distribution under the entry-point group
`narrate.engines`:

    [project.entry-points."narrate.engines"]
    mine = "my_package:MyEngine"

The class is called with no arguments, only when the engine is asked for, and may be used by several
threads at once. It raises `SynthesisError` when it cannot speak, and never returns cut speech.
What it may have besides is in `Preparing` and `Limited`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, cast, runtime_checkable

from narrate.errors import EngineError
from narrate.model import EngineVoice, Speech, Voice

BUILT_IN = {
    "hibari": "narrate.engines.hibari.engine:HibariEngine",
    "http": "narrate.engines.http.engine:HttpEngine",
    "kokoro": "narrate.engines.kokoro.engine:KokoroEngine",
    "piper": "narrate.engines.piper.engine:PiperEngine",
    "system": "narrate.engines.system.engine:SystemEngine",
    "tone": "narrate.engines.tone:ToneEngine",
}
DEFAULT = "hibari"
GROUP = "narrate.engines"


class Engine(Protocol):
    """What an engine has to be."""

    name: str
    """Registry key."""
    version: str
    """Changes when the same input would sound different; part of the cache key."""
    sample_rate: int
    """Hz, of every Speech that it returns."""
    honours: frozenset[str]
    """SSML elements it renders itself; the others are lowered before it gets the document."""

    def voices(self) -> Sequence[EngineVoice]:
        """What it can speak with, the default first."""
        ...

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """Speak one document in one voice. Thread-safe. No words and no breaks in, zero samples out."""
        ...

    def close(self) -> None:
        """Free what it holds; calling it again does nothing."""
        ...


@runtime_checkable
class Preparing(Protocol):
    """What an engine may have besides, whose voices take long to load."""

    def prepare(self, voice: Voice) -> None:
        """Load what the voice needs. Called in a thread of its own, while the article is read."""
        ...


@runtime_checkable
class Limited(Protocol):
    """What an engine says besides that cannot give a voice any pitch, so that users are told."""

    pitches: tuple[float, float]
    """The lowest and the highest that it can, in semitones."""


@runtime_checkable
class Varying(Protocol):
    """What an engine says besides whose speech differs from time to time, so that another take may help."""

    varies: bool


@runtime_checkable
class Literate(Protocol):
    """What an engine says besides that cannot say the letters of every writing system."""

    def writing_systems(self, voice: Voice) -> frozenset[str]:
        """Those whose letters the voice can say, by the first word of their Unicode names: "LATIN"."""
        ...


def names() -> list[str]:
    """Every engine that can be asked for, the default first."""
    return [*BUILT_IN, *sorted(entry_points(group=GROUP).names - set(BUILT_IN))]


def open_engine(name: str) -> Engine:
    """Load an engine by its registry key. Raises EngineError: unknown, or not installed."""
    from narrate.engines.common.inference import without_telemetry

    without_telemetry()
    if name in BUILT_IN:
        module, attribute = BUILT_IN[name].split(":")
        factory = getattr(import_module(module), attribute)
    else:
        found = entry_points(group=GROUP, name=name)
        if not found:
            raise EngineError("unknown engine", name, "one of " + ", ".join(names()))
        entry = next(iter(found))
        try:
            factory = entry.load()
        except (ImportError, AttributeError) as error:
            remedy = f"{error}; install its package again, or ask its authors"
            raise EngineError("the engine is registered but cannot be loaded", name, remedy) from error
    return cast(Engine, factory())
