"""What a recogniser's words are compared with, and how: passages of a script, spoken forms, sounds."""

from __future__ import annotations

from narrate.engines.hibari import doubts
from narrate.model import Utterance
from narrate.proofing.hearing import no_spoken_forms
from narrate.proofing.passages import Passage
from narrate.proofing.sounds import Sounds
from narrate.proofing.words import SpokenForms
from narrate.speaking.spoken import substitutions


def sounds_of(language: str) -> Sounds:
    """What compares words of a language: by sound in English, else by letters."""
    return Sounds(doubts.phonemes if _is_english(language) else None)


def spoken_forms_of(language: str) -> SpokenForms:
    """What writes figures and signs of a language out in words."""
    return substitutions if _is_english(language) else no_spoken_forms


def passage_of(utterance: Utterance) -> Passage:
    """What an utterance says."""
    return Passage(
        utterance.index,
        utterance.text,
        [mark for mark in utterance.marks if mark.kind == "sub"],
        utterance.chapter,
        utterance.role,
        utterance.start,
    )


def _is_english(language: str) -> bool:
    return language.lower().split("-")[0] == "en"
