"""How sure speakers are, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from narrate import direction
from narrate.model import Quotation, Speaker
from narrate.quotation import find_quotations
from narrate.quotation.confidence import probability


def _confidence(text: str) -> float | None:
    return find_quotations(text)[-1].confidence


def test_a_name_beside_a_verb_is_surer_than_a_pronoun_after_two_men() -> None:
    """Where two can be meant, less is sure."""
    named = _confidence("“We will rebuild the quay,” said Orla Finch.")
    vague = _confidence("Dermot Quay met Lars Holm and Ivo Marsh.\n“We will rebuild the quay,” he said.")
    assert named is not None
    assert vague is not None
    assert named > vague + 0.2


def test_who_has_no_speaker_has_no_confidence() -> None:
    """Nobody says a title."""
    assert _confidence("She starred in the film “Night Train to Ulm” last year.") is None


@pytest.mark.parametrize("likelihood", [0.0, 1e-300, 0.5, 1.0])
def test_probabilities_are_probabilities(likelihood: float) -> None:
    """However sure the weights are."""
    assert 0 < probability(likelihood) < 1


def test_surer_weights_give_higher_probabilities() -> None:
    """The line through the log odds rises."""
    found = [probability(share / 20) for share in range(1, 20)]
    assert found == sorted(found)


def test_only_sure_speakers_are_given_a_voice() -> None:
    """Words of a speaker who is hardly sure are left to the neutral voice; a given speaker has no doubt."""
    ada = Speaker("Ada Moreau", "f")
    sure = Quotation(0, 9, "We waited", "direct", ada, 0.9)
    unsure = replace(sure, speaker=Speaker("Tom Lodge", "m"), confidence=0.2)
    given = replace(sure, speaker=Speaker("Nell Byrd", "f"), confidence=None)
    assert [speaker.name for speaker in direction.voiced_speakers([sure, unsure, given])] == [
        "Ada Moreau",
        "Nell Byrd",
    ]
