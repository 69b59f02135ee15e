"""Whether two words sound alike. What cannot be told by ear is no difference: "their" and "there"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from narrate.proofing.words import as_figures

Pronounce = Callable[[str], str]
"""From a folded word to its phonemes, one character each; "" if nobody knows them."""
NEAR = 0.75
"""Similarity, of 1 at most, from which a name is taken for the one that was meant."""

_STRESS_AND_LENGTH = str.maketrans("", "", "ˈˌːˑ")
_VOWELS = "aeiouæɑɐɒɔəɚɛɜɪʊʌʏøœyᵊᵻAIOQWYɨ"
_KINDS = str.maketrans(
    {
        **dict.fromkeys(_VOWELS, "a"),
        **dict.fromkeys("bp", "p"),
        **dict.fromkeys("dtðθɾʔT", "t"),
        **dict.fromkeys("ɡgkqxχ", "k"),
        **dict.fromkeys("fv", "f"),
        **dict.fromkeys("szʃʒʤʧ", "s"),
        **dict.fromkeys("mnŋ", "n"),
        **dict.fromkeys("hɦ", ""),
    }
)
"""Phonemes that a recogniser confuses in words that it has never read."""


class Sounds:
    """Compares words by their sound, and by their letters where the sound is not known."""

    def __init__(self, pronounce: Pronounce | None = None) -> None:
        self._pronounce = cache(pronounce) if pronounce else None
        self.same = cache(self._same)
        self.similarity = cache(self._similarity)

    def _same(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether some words cannot be told from some others by ear."""
        if as_figures(one) == as_figures(other):
            return True
        sound = self._sound(one)
        return bool(sound) and sound == self._sound(other)

    def _similarity(self, one: tuple[str, ...], other: tuple[str, ...]) -> float:
        """From 0, nothing in common, to 1, the same."""
        from rapidfuzz.distance import Levenshtein  # of the extra

        if self.same(one, other):
            return 1.0
        letters = Levenshtein.normalized_similarity("".join(one), "".join(other))
        first, second = self._sound(one), self._sound(other)
        if not first or not second:
            return letters
        exact = Levenshtein.normalized_similarity(first, second)
        kinds = Levenshtein.normalized_similarity(first.translate(_KINDS), second.translate(_KINDS))
        return max(letters, (exact + kinds) / 2)

    def _sound(self, words: Sequence[str]) -> str:
        if self._pronounce is None:
            return ""
        sounds = [self._pronounce(word) for word in words]
        return "".join(sounds).translate(_STRESS_AND_LENGTH) if all(sounds) else ""
