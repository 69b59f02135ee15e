"""American phonemes as a British voice says them, in the alphabet of hibari's British dictionary."""

from __future__ import annotations

import re

_BEFORE_VOWEL = "(?=[ˈˌ]?[AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻᵊ])"
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("[ɾT]", "t"),
        ("ᵻ", "ɪ"),
        ("O", "Q"),
        # "r" is said before a vowel alone; behind some vowels it has left a length or a glide.
        (f"ɜɹ{_BEFORE_VOWEL}", "ɜːɹ"), ("ɜɹ", "ɜː"),
        (f"ɑɹ{_BEFORE_VOWEL}", "ɑːɹ"), ("ɑɹ", "ɑː"),
        (f"ɔɹ{_BEFORE_VOWEL}", "ɔːɹ"), ("ɔɹ", "ɔː"),
        (f"ɛɹ{_BEFORE_VOWEL}", "ɛɹ"), ("ɛɹ", "ɛː"),
        (f"ɪɹ{_BEFORE_VOWEL}", "ɪəɹ"), ("ɪɹ", "ɪə"),
        (f"ʊɹ{_BEFORE_VOWEL}", "ʊəɹ"), ("ʊɹ", "ʊə"),
        (f"ɹ(?!{_BEFORE_VOWEL})", ""),
        ("ɔ(?!ː)", "ɔː"),
        ("u", "uː"),
        ("i(?!$|z$)", "iː"),
        ("æ", "a"),
    )
)  # fmt: skip


def from_american(phonemes: str, word: str) -> str:
    """The British phonemes of a word, given the American ones."""
    for pattern, replacement in _RULES:
        phonemes = pattern.sub(replacement, phonemes)
    # American English has one vowel in "lot" and "palm"; the letter tells which.
    short = "ɒ" if "o" in word and "a" not in word else "ɑː"
    return re.sub("ɑ(?!ː)", short, phonemes)
