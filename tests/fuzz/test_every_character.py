"""Every kind of character through the default voice's reader: one of them once ended a whole narration."""

from __future__ import annotations

import unicodedata
from itertools import islice

import pytest

from tests.fuzz import targets

STEP = 61
"""Of the letters one in so many is tried here, a prime number, so that no block is missed by its order. All
144,733 assigned code points have been tried once."""


def _numerals() -> list[str]:
    """All that count: digits of every script, superscripts, fractions, circled and bracketed numbers."""
    return [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Nd", "Nl", "No")]


def _others() -> list[str]:
    """One in STEP of the code points that are assigned and no numerals."""
    assigned = (chr(code) for code in range(0x110000) if unicodedata.category(chr(code))[0] not in "CN")
    return list(islice(assigned, 0, None, STEP))


@pytest.mark.fuzz
@pytest.mark.parametrize("form", ["{}", "wo{}rd", "It was 1{} then.", "${}"])
def test_every_numeral_is_read(form: str) -> None:
    """By itself, in a word, behind a digit and behind a sign."""
    for character in _numerals():
        targets.run(targets.reader, form.format(character).encode())


@pytest.mark.fuzz
def test_other_characters_are_read() -> None:
    """Letters, marks, signs and spaces of all blocks, each in a word."""
    for character in _others():
        targets.run(targets.reader, f"wo{character}rd".encode())


def test_many_characters_are_spoken() -> None:
    """The voice makes sound of what its reader gives it, whatever the characters were."""
    from narrate.engines.hibari.engine import HibariEngine
    from narrate.model import Voice

    engine = HibariEngine()
    characters = " ".join([*_numerals()[::80], *_others()[::60]])
    written = characters.replace("&", "and").replace("<", " ")
    speech = engine.synthesize(f"<speak>{written}</speak>", Voice("heart", "hibari", "heart"))
    engine.close()
    assert len(speech.samples) > speech.sample_rate
    assert all(0 <= word.start <= word.end <= len(speech.samples) for word in speech.words)
