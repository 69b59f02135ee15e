"""How a name is probably said: what hibari's network makes of its letters, and what our model does.

Each errs in other names. So of the model's likeliest ways the one is taken that is likeliest once it counts
in what the network agrees: consonants, number of syllables, and the stressed vowel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from narrate.engines.hibari import british
from narrate.engines.hibari.arpabet import VOWELS, in_hibaris_alphabet
from narrate.engines.hibari.naming import without_accents
from narrate.engines.hibari.spelling import Candidate, Speller

SCALE = 0.58
"""Weight of the model's log probability, fitted to 1,000 names of the CMU Pronouncing Dictionary on which the
n-grams were not fitted."""
AGREED = (1.08, 0.96, 1.06)
"""What counts for a way in which the network agrees in the consonants, the syllables, the stressed vowel.
Twice what that fit gives: of 800 names of Wiktionary, which are of more languages, 50 % are wrong then, for
52 %, and of the dictionary's own 30.1 % for 29.6 %."""
_ALIKE = str.maketrans({"T": "t", "ɾ": "t", "ʔ": "t", "ᵊ": "ə", "ᵻ": "ɪ", "ɔ": "ɑ", "ɒ": "ɑ", "ː": None})
"""What is not told apart: a flap from "t", and "cot" from "caught", which half of America says alike."""


class Sound(NamedTuple):
    """What is heard of a word first: if these are right, the rest is an accent."""

    consonants: str
    syllables: int
    stressed: str
    """The vowel with the primary stress; of one syllable its vowel."""


@dataclass(frozen=True, slots=True)
class Guess:
    """How a word is probably said."""

    phonemes: str
    certainty: float
    """From 0 to 1: how likely it is by our measure, beside the other ways."""
    others: tuple[str, ...] = ()
    """Other ways that sound different, the likeliest first."""


class Guesser:
    """Guesses for one accent."""

    def __init__(self, speller: Speller, network: Callable[[str], str | None], *, is_british: bool) -> None:
        """`network`: hibari's own, in its alphabet of that accent."""
        self._speller = speller
        self._network = network
        self._is_british = is_british

    def guess(self, word: str) -> Guess:
        """The likeliest way to say a word; what the network says if it has letters of other languages."""
        own = self._network(word) or ""
        letters = without_accents(word.lower()).replace("'", "")
        ways = self._speller.candidates(letters)
        if not ways:
            return Guess(own, 0.0)
        heard = sound_of(own)
        said = [self._phonemes(way, letters) for way in ways]
        scored = []
        for way, phonemes in zip(ways, said, strict=True):
            score = SCALE * way.log + _agreement(sound_of(phonemes), heard)
            scored.append((score, phonemes))
        return _likeliest(sorted(scored, reverse=True))

    def _phonemes(self, way: Candidate, letters: str) -> str:
        american = in_hibaris_alphabet(way.phonemes)
        return british.from_american(american, letters) if self._is_british else american


def _likeliest(scored: Sequence[tuple[float, str]]) -> Guess:
    """The first of several ways, best first; those that sound like one another share their chances."""
    highest = scored[0][0]
    chances: dict[Sound, float] = {}
    firsts: dict[Sound, str] = {}
    for score, phonemes in scored:
        sound = sound_of(phonemes)
        chances[sound] = chances.get(sound, 0.0) + exp(score - highest)
        firsts.setdefault(sound, phonemes)
    best, *others = firsts.values()
    certainty = chances[sound_of(best)] / sum(chances.values())
    return Guess(best, certainty, tuple(others))


def sound_of(phonemes: str) -> Sound:
    """What is heard of phonemes in hibari's alphabet, of either accent."""
    consonants = ""
    vowels = ""
    stressed = ""
    is_stressed = False
    for sign in phonemes.translate(_ALIKE):
        if sign in "ˈˌ":
            is_stressed = sign == "ˈ"
        elif sign in VOWELS:
            vowels += sign
            stressed = stressed or (sign if is_stressed else "")
            is_stressed = False
        elif sign.isalpha():
            consonants += sign
    return Sound(consonants, len(vowels), stressed or vowels[:1])


def _agreement(one: Sound, other: Sound) -> float:
    return sum(weight for weight, a, b in zip(AGREED, one, other, strict=True) if a == b)
