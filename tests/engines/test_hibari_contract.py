"""What is expected of hibari-tts beyond what it promises. A new version is taken once all of this holds."""

from __future__ import annotations

import numpy as np
import pytest

from narrate.engines.hibari import adapter
from narrate.engines.hibari.adapter import GIVEN, GUESSED, GraphemeToPhoneme
from narrate.tagger import asset


@pytest.fixture(scope="module")
def reader() -> GraphemeToPhoneme:
    return GraphemeToPhoneme()


def test_a_sentence_becomes_tokens_that_know_the_space_behind_them(reader: GraphemeToPhoneme) -> None:
    """Joined with it, they are the text."""
    text = "We can't go, said Dr. Almey."
    tokens = reader.tokens(text)
    assert "".join(each.text + each.whitespace for each in tokens) == text


def test_tags_are_those_of_the_penn_treebank(reader: GraphemeToPhoneme) -> None:
    """One for each token, by its place in the sentence."""
    tokens = reader.tokens("They record a record.")
    reader.tag(tokens)
    assert [each.tag for each in tokens] == ["PRP", "VBP", "DT", "NN", "."]


def test_phonemes_that_are_given_are_kept_and_others_are_rated(reader: GraphemeToPhoneme) -> None:
    """A word of the dictionary is sure, an invented one a guess."""
    named = adapter.token("Jen", "NNP", " ", "ʃˈO")
    tokens = [named, adapter.token("bridge", "NN", " "), adapter.token("Quorlani")]
    given, known, guessed = reader.phonemized(tokens)
    assert (given.phonemes, given.rating) == ("ʃˈO", GIVEN)
    assert known.phonemes == "bɹˈɪʤ"
    assert GUESSED < (known.rating or 0) < GIVEN
    assert guessed.rating in range(GUESSED + 1)


def test_the_dictionary_has_readings_by_part_of_speech(reader: GraphemeToPhoneme) -> None:
    """For words that are said otherwise as a verb; and it tells a name from a word."""
    readings = reader.readings("object")
    assert isinstance(readings, dict)
    assert {"VERB"} <= readings.keys() or {"NOUN"} <= readings.keys()
    assert reader.lists("bridge")
    assert not reader.lists("Bridge")


def test_the_accents_differ() -> None:
    """The British dictionary is another one."""
    said = set()
    for british in (False, True):
        (bath,) = GraphemeToPhoneme(british).phonemized([adapter.token("bath", "NN")])
        said.add(bath.phonemes)
    assert len(said) == 2


def test_figures_are_written_in_words() -> None:
    """And the words before which a numeral is a number are known."""
    assert adapter.normalized("At 7:30 pm") == "At seven thirty P.M."
    assert {"henry", "part"} <= {word.lower() for word in adapter.words_before_numerals()}


def test_the_default_voice_is_here_with_its_facts() -> None:
    """In the wheel, with no network."""
    voice = adapter.voices()["heart"]
    assert (voice["language"], voice["gender"], voice["accent"], voice["british"]) == (
        "en-US", "female", "American", False,
    )  # fmt: skip
    path = adapter.voice_file("heart")
    assert path is not None
    assert path.stat().st_size > 1_000_000


def test_every_phoneme_has_a_number_of_its_own() -> None:
    """From 1 on: 0 is what stands before and after a phrase."""
    numbers = adapter.phoneme_numbers()
    assert {" ", "ˈ", ",", "."} <= numbers.keys()
    assert len(set(numbers.values())) == len(numbers)
    assert min(numbers.values()) > 0


def test_pulses_and_overlap_add_make_300_samples_a_frame() -> None:
    """At 24 kHz, from 601 bins."""
    dsp = adapter.signal_processing()
    assert (dsp.HOP, dsp.N_FFT // 2 + 1) == (300, 601)
    assert dsp.WIN_SRC.shape == (dsp.N_FFT,)
    pulses = dsp.pulses(np.full(8, 200, np.float32))
    assert pulses.shape == (8 * 300,)
    assert dsp.ola(np.zeros((601, 8), np.complex64)).shape == (8 * 300,)
    np.testing.assert_allclose(dsp.ex(np.zeros((1, 1), np.float32)), 1)


@pytest.mark.parametrize("name", ["tagger.json.gz", "tokenizer_exceptions.json", "vocab.json"])
def test_its_tables_are_json(name: str) -> None:
    """They are loaded here, faster than by itself."""
    assert asset(name)
