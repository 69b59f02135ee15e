"""Word times from the engine to the transcript, through all that is done to the sound on the way."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate import engines, narrate
from narrate.engines.tone import ToneEngine
from narrate.errors import SynthesisError
from narrate.model import Samples, Speech, Voice

ARTICLE = """Ferry late in Larmouth

On 12 May 2016 the ferry – with 1,250 people and 3.5% of the cargo – came in late.

"Fog," said Mrs Ada Moreau, "and the U.N. pilot, at 7:30 pm."
"""
CAST = """
[voices.narrator]
engine = "{engine}"
engine_voice = "450"
rate = {rate}
gain = {gain}
[roles]
narration = "narrator"
"""
WORDS = st.lists(
    st.sampled_from(
        ["boats", "came", "in", "on", "12", "May", "1,250", "U.N.", "7:30 pm", "Dr", "“quite", "late”", "–",
         "£5m", "and", "O’Brien", "café", "50%", "it's", "(not)"]
    ),
    min_size=1,
    max_size=25,
)  # fmt: skip


class _WordlessEngine(ToneEngine):
    """Beeps without telling when."""

    name = "wordless"

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        return replace(super().synthesize(ssml, voice), words=())


class _DyingEngine(ToneEngine):
    """Speaks twice and dies."""

    name = "dying"
    left = 2

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        self.left -= 1
        if self.left < 0:
            raise SynthesisError("the voice model failed", "out of memory")
        return super().synthesize(ssml, voice)


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two engines, registered."""
    for engine in (_WordlessEngine, _DyingEngine):
        monkeypatch.setitem(engines.BUILT_IN, engine.name, f"{__name__}:{engine.__name__}")


def _transcript(
    folder: Path, text: str, engine: str = "tone", rate: float = 1.0, gain: float = 0.0
) -> tuple[list[dict[str, object]], Samples]:
    """The segments, and the samples that the WAV beside them holds."""
    story, cast = folder / "story.txt", folder / "cast.toml"
    story.write_text(text, encoding="utf-8")
    cast.write_text(CAST.format(engine=engine, rate=rate, gain=gain), encoding="utf-8")
    outputs = [folder / "story.json", folder / "story.wav"]
    narrate(story, outputs, cast=str(cast), jobs=1)
    with av.open(str(outputs[1]), "r") as container:
        samples = np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)])
    segments = json.loads(outputs[0].read_text(encoding="utf-8"))["segments"]
    return segments, samples.astype(np.float32) / np.float32(2**15)


def _check(segments: list[dict[str, object]], text: str) -> list[dict[str, object]]:
    """All words, which are as written, in order, apart, and inside their segments."""
    every = []
    for segment in segments:
        words = segment["words"]
        assert isinstance(words, list)
        for word in words:
            assert segment["start_ms"] <= word["start_ms"] < word["end_ms"] <= segment["end_ms"]
            if word["source_start"] is not None:
                assert text[word["source_start"] : word["source_end"]] == word["text"]
        every += words
    for before, after in pairwise(every):
        assert before["end_ms"] <= after["start_ms"]
    return every


@pytest.mark.parametrize(("rate", "gain"), [(1.0, 0.0), (0.5, 6.0), (2.5, -9.0)])
def test_each_word_is_heard_where_the_transcript_says(tmp_path: Path, rate: float, gain: float) -> None:
    """In the WAV, after trimming, levelling and joining, each word is its beeps, to the millisecond."""
    segments, samples = _transcript(tmp_path, ARTICLE, rate=rate, gain=gain)
    words = _check(segments, ARTICLE)
    assert {"12 May 2016", "1,250", "3.5%", "Ada"} <= {str(word["text"]) for word in words}
    loud = np.abs(samples) > 0.02 * np.abs(samples).max()
    for word in words:
        start, end = (round(float(str(word[key])) * 24) for key in ("start_ms", "end_ms"))
        assert np.flatnonzero(loud[start:end])[0] < 2 * 24
        assert end - start - np.flatnonzero(loud[start:end])[-1] < 2 * 24
        assert not loud[start - 4 * 24 : start - 24].any()


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.sampled_from([0.4, 1.0, 3.0]))
def test_word_times_are_in_order_for_any_text(tmp_path: Path, words: list[str], rate: float) -> None:
    """Numbers, abbreviations, marks and quotations: never negative, overlapping or out of order."""
    text = "Boats in the harbour\n\n" + " ".join(words) + " there."
    segments, _ = _transcript(tmp_path, text, rate=rate)
    assert _check(segments, text)
    assert not any(segment["words_estimated"] for segment in segments)


def test_an_engine_that_tells_no_times_gets_estimates_that_say_so(tmp_path: Path, tried: None) -> None:
    """Every word still has its time, in order, and the transcript says that it is a guess."""
    segments, _ = _transcript(tmp_path, ARTICLE, engine="wordless")
    words = {str(word["text"]) for word in _check(segments, ARTICLE)}
    assert {"Ferry", "2016", "1,250", "cargo", "Ada", "pilot", "7:30"} <= words
    assert all(segment["words_estimated"] for segment in segments)


def test_an_engine_that_dies_says_where_and_leaves_nothing(tmp_path: Path, tried: None) -> None:
    """The third utterance is named with its text, the cause and what to do; no output is there."""
    with pytest.raises(SynthesisError) as caught:
        _transcript(tmp_path, ARTICLE, engine="dying")
    message = str(caught.value)
    assert "dying could not speak utterance 2" in message
    assert "out of memory" in message
    assert "--engine" in message
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cast.toml", "story.txt"]
