"""Word times for engines that tell none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.engines.common.estimating import weight, with_words
from narrate.engines.tone import ToneEngine
from narrate.model import Speech, Voice

ENGINE = ToneEngine()
VOICE = Voice("v", "tone", "450")
MS = 24


def _estimated(document: str) -> tuple[Speech, Speech]:
    """What the engine tells, and what is estimated from its sound."""
    told = ENGINE.synthesize(document, VOICE)
    return told, with_words(replace(told, words=()), document)


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("harbour", "boat"),
        ("idea", "thought"),
        ("2016", "may"),
        ("Bananas", "strength"),
        ("name", "nam"),
        ("through", "a"),
    ],
)
def test_a_word_weighs_what_it_takes_to_say_it(longer: str, shorter: str) -> None:
    """Sounds count and not letters: vowels most, digits as words, written pairs and silent ends once."""
    assert weight(longer) >= weight(shorter) > 0


def test_estimates_are_marked_and_told_times_are_left_alone() -> None:
    """Who reads the times can tell which kind they are."""
    told, estimated = _estimated("<speak>Four small boats.</speak>")
    assert estimated.estimated
    assert with_words(told, "<speak>Four small boats.</speak>") is told


def test_words_lie_where_the_sound_is_and_pauses_belong_to_none() -> None:
    """A second of silence between two sentences is inside no word, and the words on its sides end there."""
    document = "<speak><s>Boats came in.</s><break time='1s'/><s>Nobody left them.</s></speak>"
    told, estimated = _estimated(document)
    assert [word.text_start for word in estimated.words] == [word.text_start for word in told.words]
    for really, guessed in zip(told.words, estimated.words, strict=True):
        assert guessed.start == pytest.approx(really.start, abs=60 * MS)
        assert guessed.end == pytest.approx(really.end, abs=60 * MS)


def test_an_alias_is_what_takes_the_time() -> None:
    """Two letters that are said as four words get the time of four words."""
    document = "<speak>a <sub alias='many long and heavy words'>UN</sub> b</speak>"
    _, estimated = _estimated(document)
    _, abbreviation, _ = estimated.words
    assert (abbreviation.text_start, abbreviation.text_end) == (2, 4)
    assert abbreviation.end - abbreviation.start > 0.6 * len(estimated.samples)


@pytest.mark.parametrize("samples", [np.zeros(0, np.float32), np.zeros(2400, np.float32)])
def test_silence_has_no_words(samples: np.ndarray) -> None:
    """What is not heard is not timed."""
    speech = with_words(Speech(samples, 24_000), "<speak>Boats.</speak>")
    assert speech.words == ()
    assert not speech.estimated


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "boat", "2016", "harbour,", "left.", "—", "o'clock", "été"]), max_size=30),
    st.integers(0, 2**32 - 1),
    st.integers(1, 72_000),
)
def test_estimates_are_in_order_inside_the_sound_whatever_it_is(
    words: list[str], seed: int, length: int
) -> None:
    """Any text over any noise with pauses in it: never negative, overlapping or out of order."""
    rng = np.random.default_rng(seed)
    gates = np.repeat(rng.integers(0, 2, -(-length // 2400)), 2400)[:length]
    samples = (rng.uniform(-0.5, 0.5, length) * gates).astype(np.float32)
    text = " ".join(words)
    speech = with_words(Speech(samples, 24_000), f"<speak>{text}</speak>")
    for word in speech.words:
        assert 0 <= word.start < word.end <= length
        assert text[word.text_start : word.text_end].strip() == text[word.text_start : word.text_end] != ""
    for before, after in pairwise(speech.words):
        assert before.end <= after.start
        assert before.text_end <= after.text_start
