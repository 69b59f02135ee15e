"""The engines in use."""

from __future__ import annotations

from narrate.engines import Engine, open_engine


class Rack:
    """Opens each engine when it is first asked for, and closes them together.

    Not for several threads: ask for every engine once before they start.
    """

    def __init__(self) -> None:
        self._open: dict[str, Engine] = {}

    def __enter__(self) -> Rack:
        return self

    def __exit__(self, *_: object) -> None:
        for engine in self._open.values():
            engine.close()

    def __getitem__(self, name: str) -> Engine:
        """The engine of that name. Raises EngineError: unknown, or not installed."""
        if name not in self._open:
            self._open[name] = open_engine(name)
        return self._open[name]
