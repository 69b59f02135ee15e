"""An engine that does not speak alike twice gets a second chance, past the cache."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from narrate.cache import Store, cached
from narrate.engines import Varying
from narrate.engines.http.engine import HttpEngine
from narrate.engines.system.engine import SystemEngine
from narrate.engines.tone import ToneEngine
from narrate.model import EngineVoice, Samples, Speech, Voice
from narrate.pipeline.retakes import Ear, Retaking
from narrate.proofing.recognizer import RATE, TimedWord

TEXT = "The ferry to the islands was two hours late."
SSML = '<speak>The ferry to the <sub alias="islands">isl.</sub> was two hours late.</speak>'
VOICE = Voice("narrator", "takes", "any")
GOOD, BAD, WORSE = 0.1, 0.2, 0.3
"""Levels of a take, by which the recogniser below knows how it is to be understood."""
HEARD = {GOOD: TEXT, BAD: "The ferry to the islands was purple crocodiles.", WORSE: "Mumble."}


class Takes:
    """An engine whose takes are given."""

    name = "takes"
    version = "1"
    sample_rate = RATE
    honours = frozenset({"speak", "sub"})
    varies = True

    def __init__(self, *levels: float) -> None:
        self.left = list(levels)

    def voices(self) -> Sequence[EngineVoice]:
        return ()

    def synthesize(self, ssml: str, voice: Voice) -> Speech:  # noqa: ARG002
        return Speech(np.full(RATE, self.left.pop(0), np.float32), RATE)

    def close(self) -> None:
        pass


class LevelRecognizer:
    """Hears what a take of this level says."""

    def hear(self, sounds: Sequence[Samples]) -> list[str]:
        return [self._text(sound) for sound in sounds]

    def hear_again(self, sound: Samples) -> list[TimedWord]:
        return [TimedWord(f" {word}", 0, 1) for word in self._text(sound).split()]

    def preference(self, sound: Samples, one: str, other: str) -> float:  # noqa: ARG002
        return 20.0

    def _text(self, sound: Samples) -> str:
        level = float(np.median(sound))
        return next(text for known, text in HEARD.items() if abs(known - level) < 0.01)


@pytest.mark.parametrize(
    ("levels", "chosen", "left"),
    [((GOOD, BAD), GOOD, 1), ((BAD, GOOD), GOOD, 0), ((BAD, WORSE), BAD, 0), ((WORSE, BAD), BAD, 0)],
)
def test_the_better_of_two_takes_is_heard_and_kept(
    tmp_path: Path, levels: tuple[float, ...], chosen: float, left: int
) -> None:
    """A good take is not repeated; of two others the one with fewer wrong words is used, and cached."""
    engine = Takes(*levels)
    store = Store(tmp_path, 10_000_000)
    retaking = Retaking(cached(engine, store), Ear(LevelRecognizer(), "en"))
    assert np.median(retaking.synthesize(SSML, VOICE).samples) == pytest.approx(chosen)
    assert len(engine.left) == left
    again = cached(Takes(), store).synthesize(SSML, VOICE)
    assert np.median(again.samples) == pytest.approx(chosen)


@pytest.mark.parametrize(
    ("engine", "varies"), [(SystemEngine, True), (HttpEngine, True), (ToneEngine, False)]
)
def test_engines_that_vary_say_so(engine: type, varies: bool) -> None:
    """The voices of a system and a server may sound different each time; ours are the same to the byte."""
    assert hasattr(engine, "varies") == varies
    assert isinstance(Takes(), Varying)
