"""An engine with a memory says the same as the engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from narrate.cache import Store, cached
from narrate.engines.tone import ToneEngine
from narrate.errors import SynthesisError
from narrate.model import Speech, Voice, Word

VOICE = Voice("narrator", "tone", "440")
DOCUMENT = "<speak>Good evening.</speak>"


class _Counting(ToneEngine):
    """Counts what it has to say, and adds noise that no coding with loss would keep."""

    said = 0

    def synthesize(self, ssml: str, voice: Voice) -> Speech:  # noqa: ARG002
        self.said += 1
        noise = np.random.default_rng(1).normal(size=1000).astype(np.float32) * 1e-7
        words = (Word(0, 4, 10, 500), Word(5, 12, 500, 1000))
        return Speech(noise, 24_000, words, estimated=True, description="Rain.")


def test_switched_off_it_is_the_engine_itself() -> None:
    """Without a cache, nothing is between the pipeline and an engine."""
    engine = ToneEngine()
    assert cached(engine, None) is engine


def test_what_was_said_is_not_said_again(tmp_path: Path) -> None:
    """Another process finds it; samples are the same bits, words have the same times."""
    engine = _Counting()
    first = cached(engine, Store(tmp_path, 10**6)).synthesize(DOCUMENT, VOICE)
    again = cached(engine, Store(tmp_path, 10**6)).synthesize(DOCUMENT, VOICE)
    assert engine.said == 1
    assert again.samples.tobytes() == first.samples.tobytes()
    assert again.samples.dtype == np.float32
    for name in ("sample_rate", "words", "estimated", "description"):
        assert getattr(again, name) == getattr(first, name)


def test_it_stands_in_for_the_engine() -> None:
    """What is asked of an engine before it speaks has the same answers."""
    engine = ToneEngine()
    other = cached(engine, Store(Path("unused"), 0))
    for field in ("name", "version", "sample_rate", "honours"):
        assert getattr(other, field) == getattr(engine, field)
    assert list(other.voices()) == list(engine.voices())
    other.close()


@pytest.mark.parametrize(
    "change",
    [
        {"engine_voice": "441"},
        {"rate": 1.01},
        {"pitch": 0.5},
        {"formant": 1.05},
        {"language": "en-GB"},
    ],
)
def test_another_voice_is_another_sound(tmp_path: Path, change: dict[str, object]) -> None:
    """Every field counts."""
    engine = _Counting()
    remembering = cached(engine, Store(tmp_path, 10**6))
    remembering.synthesize(DOCUMENT, VOICE)
    remembering.synthesize(DOCUMENT, replace(VOICE, **change))  # type: ignore[arg-type]
    assert engine.said == 2


@pytest.mark.parametrize("field", ["name", "version"])
def test_another_engine_or_version_is_another_sound(
    tmp_path: Path, field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update of the engine must be heard."""
    engine = _Counting()
    cached(engine, Store(tmp_path, 10**6)).synthesize(DOCUMENT, VOICE)
    monkeypatch.setattr(engine, field, "another", raising=False)
    cached(engine, Store(tmp_path, 10**6)).synthesize(DOCUMENT, VOICE)
    assert engine.said == 2


def test_a_failure_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that was down is asked again."""
    engine = _Counting()
    remembering = cached(engine, Store(tmp_path, 10**6))
    with monkeypatch.context() as patch, pytest.raises(SynthesisError):  # noqa: PT012
        patch.setattr(engine, "synthesize", _down)
        remembering.synthesize(DOCUMENT, VOICE)
    assert len(remembering.synthesize(DOCUMENT, VOICE).samples) == 1000


def _down(ssml: str, voice: Voice) -> Speech:
    raise SynthesisError("the service is down")
