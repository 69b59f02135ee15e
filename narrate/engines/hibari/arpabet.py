"""ARPAbet, in which American dictionaries are written, in the alphabet of hibari's dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable

PHONEMES = {
    "AA": "ɑ", "AE": "æ", "AH": "ʌ", "AO": "ɔ", "AW": "W", "AY": "I", "EH": "ɛ", "ER": "ɜɹ", "EY": "A",
    "IH": "ɪ", "IY": "i", "OW": "O", "OY": "Y", "UH": "ʊ", "UW": "u", "B": "b", "CH": "ʧ", "D": "d",
    "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "ʤ", "K": "k", "L": "l", "M": "m", "N": "n",
    "NG": "ŋ", "P": "p", "R": "ɹ", "S": "s", "SH": "ʃ", "T": "t", "TH": "θ", "V": "v",
    "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
"""Of stressed vowels, and consonants."""
_UNSTRESSED = {"AH": "ə", "ER": "əɹ"}
_STRESS = {"0": "", "1": "ˈ", "2": "ˌ"}
VOWELS = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ"
# As hibari's dictionary has it: of 32,769 words that it shares with the CMU Pronouncing Dictionary, 2,869
# differ in "ᵊ", and 1,979 in the flap.
_RULES = (
    (re.compile(f"(?<=[{VOWELS}ɹ])t(?=[ə{VOWELS}])(?!ən)"), "ɾ"),
    (re.compile("(?<=[bdfhkmnpstvzðŋɡɾʃʒʤʧθ])əl"), "ᵊl"),
    (re.compile("(?<=[dfkpstvzðɡɾʃʒʤʧθ])ən"), "ᵊn"),
    (re.compile("æɹ"), "ɛɹ"),
    (re.compile("iɹ(?![ˈˌ])"), "ɪɹ"),
    (re.compile("ˌ([iOə])$"), r"\1"),
)


def in_hibaris_alphabet(phonemes: Iterable[str]) -> str:
    """["D", "AA1", "N", "AH0", "L", "D"] as "dˈɑnᵊld"."""
    whole = "".join(map(_phoneme, phonemes))
    for pattern, replacement in _RULES:
        whole = pattern.sub(replacement, whole)
    return whole


def _phoneme(arpabet: str) -> str:
    name = arpabet.rstrip("012")
    stress = _STRESS[arpabet[-1]] if name != arpabet else ""
    if name in _UNSTRESSED and not stress:
        return _UNSTRESSED[name]
    return stress + PHONEMES[name]
