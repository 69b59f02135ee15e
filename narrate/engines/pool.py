"""The engines in use."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from narrate.engines import Engine, Preparing, open_engine
from narrate.errors import NarrateError
from narrate.model import Voice


class EnginePool:
    """Opens each engine when it is first asked for, and closes them together.

    Not for several threads: ask for every engine once before they start.
    """

    def __init__(self) -> None:
        self._open: dict[str, Engine] = {}

    def __enter__(self) -> EnginePool:
        return self

    def __exit__(self, *_: object) -> None:
        for engine in self._open.values():
            engine.close()

    def __getitem__(self, name: str) -> Engine:
        """The engine of that name. Raises EngineError: unknown, or not installed."""
        if name not in self._open:
            self._open[name] = open_engine(name)
        return self._open[name]

    def prepare(self, voice: Voice) -> None:
        """Begin to load what a voice needs, beside other work, where its engine can do that.

        What is wrong with the voice is said when it is to speak.
        """
        with suppress(NarrateError):
            engine = self[voice.engine]
            if isinstance(engine, Preparing):
                Thread(target=_prepare, args=(engine, voice), daemon=True).start()


def _prepare(engine: Preparing, voice: Voice) -> None:
    # Whatever it is: what leaves a thread is printed, and `synthesize` meets it again.
    with suppress(Exception):
        engine.prepare(voice)
