"""Pauses as a listener hears them: in seconds, by what is said before them."""

from __future__ import annotations

import statistics

import pytest

from narrate.direction import paced
from narrate.model import Mark, Utterance
from narrate.speaking import annotate
from tests.helpers import NARRATOR, utterance


def _said(text: str, pause: float = 0.6) -> Utterance:
    return annotate(utterance(text, NARRATOR, pause_after=pause))


def _breaks(spoken: Utterance) -> list[float]:
    """Seconds between its sentences."""
    return [int(m.value.removesuffix("ms")) / 1000 for m in spoken.marks if m.kind == "break"]


MANY = [_said(f"The ferry to pier {n} left late. Nobody knew why number {n} did.") for n in range(60)]


def test_pauses_vary_a_little_around_what_they_are() -> None:
    """No two in a row alike, none an eighth off, and the usual length in the mean."""
    after = [paced(said).pause_after for said in MANY]
    between = [pause for said in MANY for pause in _breaks(paced(said))]
    assert len(between) == len(MANY)
    for pauses, usual in ((after, 0.6), (between, 0.35)):
        assert len(set(pauses)) > len(pauses) / 2
        assert statistics.mean(pauses) == pytest.approx(usual, rel=0.03)
        assert max(abs(pause / usual - 1) for pause in pauses) < 0.125


def test_the_same_words_get_the_same_pause() -> None:
    """In every run, so that files are the same to the byte."""
    assert [paced(said) for said in MANY] == [paced(said) for said in MANY]


@pytest.mark.parametrize(("longer", "shorter"), [("Why?", "Why."), ("But…", "But."), ("“Why?”", "“Why.”")])
def test_a_question_waits_and_an_unfinished_thought_hangs(longer: str, shorter: str) -> None:
    """In the mean over many sentences."""
    means = [
        statistics.mean(paced(_said(f"Number {n} {text}")).pause_after for n in range(50))
        for text in (longer, shorter)
    ]
    assert means[0] > 1.05 * means[1]


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_all_pauses_scale(scale: float) -> None:
    """After utterances and between sentences alike."""
    for said in MANY[:5]:
        plain, scaled = paced(said), paced(said, scale)
        assert scaled.pause_after == pytest.approx(scale * plain.pause_after, abs=0.0016)
        assert _breaks(scaled) == pytest.approx([scale * b for b in _breaks(plain)], abs=0.0016)


def test_no_pauses_is_no_pauses() -> None:
    """A listener who skips them gets none at all."""
    spoken = paced(MANY[0], 0.0)
    assert (spoken.pause_after, _breaks(spoken)) == (0.0, [0.0])


def test_a_break_that_somebody_asked_for_stays() -> None:
    """It is not joined by one of ours."""
    said = _said("It rained. It stopped.")
    end = next(mark.end for mark in said.marks if mark.kind == "sentence")
    asked = Mark("break", end, end, "2000ms")
    spoken = paced(annotate(utterance("It rained. It stopped.", NARRATOR, marks=(asked,))))
    assert _breaks(spoken) == [2.0]
