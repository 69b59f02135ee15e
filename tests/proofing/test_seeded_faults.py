"""Faults that are put into a real recording on purpose are found where they are, and nothing else is."""

from __future__ import annotations

import json
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import narrate
from narrate.model import Proof
from narrate.pipeline.proofing import check

pytestmark = pytest.mark.slow

ARTICLE = """Harbour closed after storm

The harbour will stay closed until the end of the week. Divers found a broken chain below the northern pier.
Nobody was hurt when the storm reached the coast on Sunday evening. Fishermen have been told to keep their
boats on land.

The council has promised to repair the lighthouse before winter. Twenty families spent the night in a school.
Their houses had lost both electricity and running water.

Tourists who wanted to visit the islands received their money back. A second storm is expected on Thursday
afternoon. Schools in the valley will open two hours later than usual.
"""
Samples = NDArray[np.int16]
Span = tuple[int, int]


@dataclass(frozen=True)
class Recorded:
    """A recording in samples, and when its words are heard."""

    samples: Samples
    rate: int
    words: list[dict[str, Any]]

    def span(self, stretch: str) -> Span:
        """From the first sample of some words to the one after the last."""
        wanted = stretch.split()
        texts = [word["text"].strip(".,") for word in self.words]
        first = next(index for index in range(len(texts)) if texts[index : index + len(wanted)] == wanted)
        last = first + len(wanted) - 1
        return self._sample(self.words[first]["start_ms"]), self._sample(self.words[last]["end_ms"])

    def _sample(self, milliseconds: float) -> int:
        return round(milliseconds * self.rate / 1000)


def recorded(folder: Path, **options: Any) -> Recorded:
    """The article, spoken into `folder`."""
    folder.mkdir()
    article, sound, timeline = folder / "harbour.txt", folder / "harbour.wav", folder / "harbour.json"
    article.write_text(ARTICLE, encoding="utf-8")
    narrate.narrate(article, [sound, timeline], brief=True, **options)
    with wave.open(str(sound)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        samples = np.frombuffer(file.readframes(file.getnframes()), np.int16)
        rate = file.getframerate()
    segments = json.loads(timeline.read_text(encoding="utf-8"))["segments"]
    return Recorded(samples, rate, [word for segment in segments for word in segment["words"]])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("harbour") / "made"


@pytest.fixture(scope="module")
def sound(folder: Path) -> Recorded:
    return recorded(folder)


Check = Callable[[Samples], Proof]


@pytest.fixture
def checked(sound: Recorded, folder: Path, whisper_base: Path, tmp_path: Path) -> Check:
    """From other samples to what is found in them, compared with the same timeline."""

    def check_samples(samples: Samples) -> Proof:
        path = tmp_path / "seeded.wav"
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, sound.rate, 0, "NONE", ""))
            file.writeframes(samples.astype(np.int16).tobytes())
        return check(path, folder / "harbour.json", narrate.Options(model=str(whisper_base)))

    return check_samples


def without(sound: Recorded, stretch: str) -> tuple[Samples, Span]:
    start, end = sound.span(stretch)
    return np.concatenate([sound.samples[:start], sound.samples[end:]]), (start, start)


def twice(sound: Recorded, stretch: str) -> tuple[Samples, Span]:
    start, end = sound.span(stretch)
    gap = np.zeros(sound.rate // 3, np.int16)
    samples = [sound.samples[:end], gap, sound.samples[start:end], sound.samples[end:]]
    return np.concatenate(samples), (end, 2 * end - start)


def swapped(sound: Recorded, stretch: str) -> tuple[Samples, Span]:
    """Two sentences that follow each other; "|" stands between them."""
    one, other = stretch.split(" | ")
    start, end = sound.span(one)
    begin, finish = sound.span(other)
    parts = [(0, start), (begin, finish), (end, begin), (start, end), (finish, len(sound.samples))]
    return np.concatenate([sound.samples[first:last] for first, last in parts]), (start, finish)


def drowned(sound: Recorded, stretch: str) -> tuple[Samples, Span]:
    """In white noise that is twice as loud as the speech."""
    start, end = sound.span(stretch)
    speech = sound.samples[start:end].astype(np.float64)
    noise = np.random.default_rng(14).normal(0, 2 * np.sqrt(np.mean(speech**2)), end - start)
    samples = sound.samples.copy()
    samples[start:end] = np.clip(speech + noise, -32768, 32767)
    return samples, (start, end)


def truncated(sound: Recorded, stretch: str) -> tuple[Samples, Span]:
    """The second half of a word is gone."""
    start, end = sound.span(stretch)
    middle = (start + end) // 2
    return np.concatenate([sound.samples[:middle], sound.samples[end:]]), (start, middle)


def silenced(sound: Recorded, stretch: str) -> tuple[Samples, Span]:
    """The second half of a word cannot be heard."""
    start, end = sound.span(stretch)
    samples = sound.samples.copy()
    samples[(start + end) // 2 : end] = 0
    return samples, (start, end)


Seed = Callable[[Recorded, str], tuple[Samples, Span]]
LOST = {"missing", "changed", "cut"}


@pytest.mark.parametrize(
    ("seed", "stretch", "kinds"),
    [
        (without, "Nobody was hurt when the storm reached the coast on Sunday evening", {"missing"}),
        (without, "Twenty families spent the night in a school", {"missing"}),
        (twice, "A second storm is expected on Thursday afternoon", {"repeated"}),
        (twice, "Divers found a broken chain below the northern pier", {"repeated"}),
        (
            swapped,
            "The council has promised to repair the lighthouse before winter | "
            "Twenty families spent the night in a school",
            {"moved"},
        ),
        (drowned, "Their houses had lost both electricity and running water", LOST),
        (truncated, "lighthouse", LOST),
        (truncated, "electricity", LOST),
        (truncated, "Tourists", LOST),
        (silenced, "expected", LOST),
    ],
)
def test_a_seeded_fault_is_found(
    sound: Recorded, checked: Check, seed: Seed, stretch: str, kinds: set[str]
) -> None:
    """It is of the right kind, within a second of its place, and the only one."""
    samples, (start, end) = seed(sound, stretch)
    proof = checked(samples)
    assert {fault.kind for fault in proof.faults} <= kinds, proof.faults
    assert len(proof.faults) == 1, proof.faults
    fault = proof.faults[0]
    assert fault.start / proof.sample_rate <= end / sound.rate + 1
    assert fault.end / proof.sample_rate >= start / sound.rate - 1


def test_a_clip_of_another_voice_and_text_is_found(sound: Recorded, checked: Check, tmp_path: Path) -> None:
    """As if two files had been confused: another sentence, spoken by somebody else."""
    other = recorded(tmp_path / "other", pitch=-6.0)
    first, last = other.span("Schools in the valley will open two hours later than usual")
    start, end = sound.span("Divers found a broken chain below the northern pier")
    samples = np.concatenate([sound.samples[:start], other.samples[first:last], sound.samples[end:]])
    proof = checked(samples)
    assert [fault.kind for fault in proof.faults] == ["changed"]
    assert "Divers" in proof.faults[0].said
    assert "valley" in proof.faults[0].heard


def test_a_recording_without_faults_passes(sound: Recorded, folder: Path, whisper_base: Path) -> None:
    """Nothing is reported, and hardly a word is misheard."""
    proof = check(folder / "harbour.wav", options=narrate.Options(model=str(whisper_base)))
    assert proof.faults == ()
    assert proof.word_error_rate <= 0.02
