"""Words that the default voice probably says wrong are found, with the reason and the sounds."""

from __future__ import annotations

from collections import Counter

import pytest

from narrate.engines.hibari import adapter
from narrate.engines.hibari.doubts import doubts, reader
from narrate.engines.hibari.ipa import to_ipa, to_misaki
from narrate.phonetics import stranger

READER = reader()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minister met the mayor of the town on Monday.", []),
        ("Thryssa met Quorlani's men.", [("Thryssa", "guess"), ("Quorlani", "guess")]),
        ("The Quorlani-led, anti-Thryssa talks", [("Quorlani", "guess"), ("Thryssa", "guess")]),
        ("President Xi spoke.", [("Xi", "odd")]),
        ("President Power spoke.", []),
        ("They object to the lead.", [("object", "several"), ("lead", "several")]),
        ("It is what he had been doing.", []),
        ("At 7:30 pm, 1,250 people paid $9.99.", []),
        ("", []),
    ],
)
def test_doubtful_words_are_found(text: str, found: list[tuple[str, str]]) -> None:
    """Not in the dictionary, oddly spelled, or with several readings; everything else is trusted."""
    reasons = {"guess": "not in the dictionary", "odd": "odd spelling", "several": "several readings"}
    expected = Counter((word, reasons[reason]) for word, reason in found)
    assert Counter((doubt.word, doubt.reason) for doubt in doubts(text, READER)) == expected


@pytest.mark.slow
def test_the_sounds_are_ipa_and_lead_back_to_what_is_said() -> None:
    """What is listed can be put into a lexicon as it is, and then nothing changes."""
    for word in ("Thryssa", "Quorlani", "Zhelmova", "Okwuosa"):
        (doubt,) = doubts(word, READER)
        assert stranger(doubt.ipa) is None
        (spoken,) = READER.phonemized([adapter.token(word, "NNP")])
        assert to_misaki(doubt.ipa) == spoken.phonemes


@pytest.mark.parametrize(
    ("misaki", "ipa"),
    [("kˈæsᵊl", "ˈkæsᵊl"), ("həlˈO", "həˈloʊ"), ("ˌɪntəɹnˈæʃᵊnəl", "ˌɪntəɹˈnæʃᵊnəl"), ("ʧˈAnʤ", "ˈtʃeɪndʒ")],
)
def test_ipa_has_its_stress_before_the_syllable(misaki: str, ipa: str) -> None:
    """As dictionaries print it; the voices' alphabet has it before the vowel."""
    assert to_ipa(misaki) == ipa
    assert to_misaki(ipa) == misaki
