"""Engines in use: loading beside other work fails no run, and what is wrong is said by whoever speaks."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from types import ModuleType

import pytest

from narrate import engines
from narrate.engines.pool import EnginePool
from narrate.engines.tone import ToneEngine
from narrate.errors import EngineError
from narrate.model import Voice

SSML = "<speak>One word.</speak>"


class Slow(ToneEngine):
    """Loads as long as a test wants, and then may fail."""

    name = "slow"
    may_load = threading.Event()
    loaded = threading.Event()

    def prepare(self, voice: Voice) -> None:
        self.may_load.wait(10)
        self.loaded.set()
        if voice.engine_voice == "broken":
            raise RuntimeError("a library's own exception")


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> type[Slow]:
    """The engine under the name "slow", nothing loaded yet."""
    module = ModuleType("slow_engine")
    module.Slow = Slow  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "slow_engine", module)
    monkeypatch.setitem(engines.BUILT_IN, "slow", "slow_engine:Slow")
    Slow.may_load.clear()
    Slow.loaded.clear()
    return Slow


@pytest.fixture
def left_threads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Exceptions that left a thread: Python prints them between the lines of the command."""
    left: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: left.append(told.exc_value))
    known = set(threading.enumerate())
    yield left
    for thread in set(threading.enumerate()) - known:
        thread.join(10)


def test_a_voice_is_loaded_beside_other_work(slow: type[Slow]) -> None:
    """Whoever asks goes on before it is loaded."""
    with EnginePool() as engine_pool:
        engine_pool.prepare(Voice("v", "slow", "450"))
        assert not slow.loaded.is_set()
        slow.may_load.set()
        assert slow.loaded.wait(10)


def _join_new(known: set[threading.Thread]) -> None:
    for thread in set(threading.enumerate()) - known:
        thread.join(10)


def test_what_breaks_while_loading_is_not_printed(slow: type[Slow], left_threads: list[object]) -> None:
    """Whatever a library raises: the run goes on, and the engine says it when it is to speak."""
    slow.may_load.set()
    known = set(threading.enumerate())
    with EnginePool() as engine_pool:
        engine_pool.prepare(Voice("v", "slow", "broken"))
        _join_new(known)
        assert slow.loaded.is_set()
        assert left_threads == []
        with pytest.raises(EngineError, match="broken"):
            engine_pool["slow"].synthesize(SSML, Voice("v", "slow", "broken"))


def test_a_voice_that_is_not_here_is_named_when_it_is_to_speak(left_threads: list[object]) -> None:
    """And not while it is loaded."""
    voice = Voice("v", "hibari", "nobody")
    known = set(threading.enumerate())
    with EnginePool() as engine_pool:
        engine_pool.prepare(voice)
        _join_new(known)
        assert left_threads == []
        with pytest.raises(EngineError, match="nobody"):
            engine_pool["hibari"].synthesize(SSML, voice)


def test_an_engine_that_loads_nothing_speaks_as_ever() -> None:
    """It has no `prepare`, and no thread is begun for it."""
    known = threading.active_count()
    with EnginePool() as engine_pool:
        engine_pool.prepare(Voice("v", "tone", "450"))
        assert threading.active_count() == known
        assert len(engine_pool["tone"].synthesize(SSML, Voice("v", "tone", "450")).samples) == 4800


def test_an_unknown_engine_is_named_when_it_is_asked_for() -> None:
    """As an engine whose package is missing."""
    with EnginePool() as engine_pool:
        engine_pool.prepare(Voice("v", "nobody", "x"))
        with pytest.raises(EngineError, match="nobody"):
            engine_pool["nobody"]
