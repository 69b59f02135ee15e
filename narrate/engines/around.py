"""What engines around other engines have in common."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.engines import Engine
from narrate.model import EngineVoice


class EngineAround:
    """Has all that another engine has, but speaks in its own way: `synthesize` is for the subclass."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.name = engine.name
        self.version = engine.version
        self.sample_rate = engine.sample_rate
        self.honours = engine.honours

    def voices(self) -> Sequence[EngineVoice]:
        return self._engine.voices()

    def close(self) -> None:
        self._engine.close()
