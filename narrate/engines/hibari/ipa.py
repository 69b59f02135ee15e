"""From the International Phonetic Alphabet to the misaki alphabet that hibari's voices were trained on.

misaki (https://github.com/hexgrad/misaki, EN_PHONES.md) writes a diphthong or an affricate as one
capital or ligature and puts a stress mark before the vowel, where IPA puts it before the syllable.
The voices know the sounds of English: others become the nearest English one, as a newsreader's would.
"""

from __future__ import annotations

import re
import unicodedata

_VOWELS = "AIOQWYaiuæɑɐɒɔəɛɜɪʊʌᵻ"

# Longest first where one is the start of another. The right side is made of what English has.
_ENGLISH = {
    "aɪ": "I", "eɪ": "A", "oʊ": "O", "əʊ": "O", "aʊ": "W", "ɔɪ": "Y", "tʃ": "ʧ", "dʒ": "ʤ", "ɪə": "iə",
    "ɚ": "əɹ", "ɝ": "ɜɹ", "r": "ɹ", "ɹ̩": "əɹ", "n̩": "ᵊn", "l̩": "ᵊl", "m̩": "ᵊm", "g": "ɡ", "ɫ": "l",
    "ʍ": "w", "ɾ": "T", "ʔ": "t", "ɒ": "ɑ", "ɐ": "ə", "ɨ": "ᵻ",
}  # fmt: skip
_FOREIGN = {
    "a": "ɑ", "e": "ɛ", "o": "O", "y": "u", "ø": "ɜ", "œ": "ɜ", "ɵ": "ʊ", "ʉ": "u", "ɯ": "ʊ", "ɤ": "ʌ",
    "ɘ": "ə", "ɞ": "ɜ", "ʏ": "ʊ", "ɶ": "æ", "ɲ": "nj", "ɳ": "n", "ɴ": "ŋ", "ɱ": "m", "ʎ": "lj", "ɭ": "l",
    "ʟ": "l", "ɬ": "l", "ɮ": "l", "ʁ": "ɹ", "ʀ": "ɹ", "ɻ": "ɹ", "ɽ": "T", "ɺ": "l", "x": "k", "χ": "k",
    "ɣ": "ɡ", "q": "k", "ɢ": "ɡ", "ħ": "h", "ɦ": "h", "ç": "h", "ʝ": "j", "ɕ": "ʃ", "ʑ": "ʒ", "ʂ": "ʃ",
    "ʐ": "ʒ", "ʈ": "t", "ɖ": "d", "c": "k", "ɟ": "ɡ", "β": "v", "ʋ": "v", "ɸ": "f", "ɥ": "w", "ɰ": "w",
    "\u0303": "n",
}  # fmt: skip
_SAME = "bdfhijklmnpstuvwzæðŋɑɔəɛɜɡɪɹʃʊʌʒθᵊᵻˈˌ "
_SYMBOLS = {**{symbol: symbol for symbol in _SAME}, **_FOREIGN, **_ENGLISH}
_PATTERN = re.compile("|".join(sorted(map(re.escape, _SYMBOLS), key=len, reverse=True)) + "|.", re.DOTALL)
_STRESS = re.compile(f"([ˈˌ])([^{_VOWELS}ˈˌ ]+)(?=[{_VOWELS}])")
_TIES = str.maketrans("", "", "\u0361\u035c")


def to_misaki(ipa: str) -> str:
    """IPA to misaki. Length, tone and syllable marks, which English does not need, are left out.

    Empty where the text holds no sound at all.
    """
    text = unicodedata.normalize("NFD", ipa).translate(_TIES).replace("c\u0327", "ç").replace("'", "ˈ")
    symbols = _PATTERN.sub(lambda match: _SYMBOLS.get(match[0], ""), text)
    return _STRESS.sub(r"\2\1", symbols).strip()


_IPA = {
    "A": "eɪ", "I": "aɪ", "O": "oʊ", "Q": "əʊ", "W": "aʊ", "Y": "ɔɪ", "ʧ": "tʃ", "ʤ": "dʒ", "T": "ɾ",
}  # fmt: skip
# What may stand before a vowel in one English syllable: the mark goes before it.
_ONSET = "(?:s?[ptk][ɹljw]?|[bdɡ][ɹljw]?|[fθ][ɹlj]?|s[mnlwf]?|ʃɹ?|[hvmn]j?|[lɹwjʧʤzʒð])"
_STRESSED = re.compile(f"({_ONSET})([ˈˌ])(?=[{_VOWELS}])")


def to_ipa(misaki: str) -> str:
    """misaki to IPA, with stress marks before the syllable; `to_misaki` leads back to the same sounds."""
    # The network that guesses sometimes writes a mark twice.
    once = re.sub("([ˈˌ])[ˈˌ]+", r"\1", misaki)
    return "".join(_IPA.get(symbol, symbol) for symbol in _STRESSED.sub(r"\2\1", once))
