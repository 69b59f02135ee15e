"""Floors under the figures of docs/quality.md: on a sample of our own, and on labelled data where it is."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from benchmarks.quality import FLOORS, RUNS, Figure, digests, is_worse, measure, pinned
from narrate.pipeline.from_article import read_text

SAMPLE = Path(__file__).with_name("articles.txt")
DIGEST = "db083a95ffaa0ac9"
"""Beginning of the SHA-256 of the sample, so that a floor always belongs to one text."""
PARTS_FLOOR = 1.0
"""Share of the labelled parts that come out as one block of that kind, with the same ends."""
DATA = Path(__file__).resolve().parents[3] / "shared" / "dev"

_LABEL = re.compile(r"\[(\w+)\] ")


def articles() -> list[tuple[str, list[tuple[int, int, str]]]]:
    """The sample's texts without their labels, and (start, end, kind) of their parts."""
    lines = [line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [_unlabelled(article.strip()) for article in "\n\n".join(lines).split("~")]


def _unlabelled(article: str) -> tuple[str, list[tuple[int, int, str]]]:
    _, *parts = _LABEL.split(article)
    text, labels = "", []
    for kind, part in zip(parts[::2], parts[1::2], strict=True):
        labels.append((len(text), len(text) + len(part.rstrip()), kind))
        text += part
    return text, labels


def test_the_sample_is_the_one_that_was_measured() -> None:
    """Whoever changes the sample measures again."""
    assert hashlib.sha256(SAMPLE.read_bytes()).hexdigest().startswith(DIGEST)


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])
def test_the_structure_of_the_sample_does_not_get_worse(gap: str) -> None:
    """Every part of four invented articles comes out whole and as what it is."""
    wrong: list[str] = []
    total = 0
    for text, labels in articles():
        spaced = text.replace("\n\n", gap)
        found = {(spaced[b.start : b.end], b.kind) for b in read_text(spaced).blocks}
        total += len(labels)
        wrong += [
            f"{kind}: {text[start:end]}"
            for start, end, kind in labels
            if (text[start:end], kind) not in found
        ]
    assert 1 - len(wrong) / total >= PARTS_FLOOR, wrong


@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_dir(), reason="the labelled data is not beside the project (../shared/dev)")
@pytest.mark.parametrize("name", RUNS)
def test_figures_stay_above_their_floors(name: str) -> None:
    """No figure on the labelled data is worse than when it was pinned, and the data is still the same."""
    run, pins = RUNS[name], json.loads(FLOORS.read_text(encoding="utf-8"))
    assert digests(run, DATA).items() <= pins["data"].items(), (
        "other data: python -m benchmarks.quality --pin"
    )
    measured = measure(run, DATA)
    sunk = {
        figure.name: (measured[figure.name], pins["floors"][figure.name])
        for figure in run.figures
        if is_worse(figure, measured[figure.name], pins["floors"][figure.name])
    }
    assert not sunk


def test_every_figure_has_a_floor() -> None:
    """A figure that nobody pinned would not be watched."""
    pins = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert set(pins["floors"]) == {figure.name for run in RUNS.values() for figure in run.figures}


ACCURACY, SCARE = "structure accuracy, bullets", "scare quotes with a speaker"


@pytest.mark.parametrize(
    ("name", "value", "lower", "becomes"),
    [
        (ACCURACY, 0.96, False, 0.96),
        (ACCURACY, 0.90, True, 0.90),
        (ACCURACY, 0.90, False, None),
        (SCARE, 0.05, False, 0.05),
        (SCARE, 0.15, False, None),
    ],
)
def test_floors_sink_only_when_that_is_asked(
    name: str, value: float, lower: bool, becomes: float | None
) -> None:
    """A better figure raises its floor by itself; a worse one is refused without the flag."""
    floors = {ACCURACY: 0.95, SCARE: 0.10}
    if becomes is None:
        with pytest.raises(ValueError, match=f"would sink: {name}"):
            pinned(floors, {name: value}, lower=lower)
    else:
        assert pinned(floors, {name: value}, lower=lower) == {**floors, name: becomes}


@pytest.mark.parametrize(("at_most", "worse"), [(False, True), (True, False)])
def test_which_way_is_worse(at_most: bool, worse: bool) -> None:
    """Of a share of mistakes less is better, of all else more."""
    assert is_worse(Figure("share", "", at_most=at_most), 0.1, 0.2) is worse
