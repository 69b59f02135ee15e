"""The two phonetic alphabets of SSML and PLS: the International Phonetic Alphabet and X-SAMPA.

Inside narrate a pronunciation is IPA, in Unicode's canonical decomposition or not. X-SAMPA is J. C. Wells,
"Computer-coding the IPA: a proposed extension of SAMPA" (1995), and becomes IPA when it is read.
"""

from __future__ import annotations

import re
import unicodedata

# The chart of 2020, and what is written beside it: ligatures, and hooks for r-coloured vowels.
_LETTERS = (
    "abcdefhijklmnopqrstuvwxyzæçðøħŋœǀǁǂǃɐɑɒɓɔɕɖɗɘəɚɛɜɝɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟ"
    "ʡʢⱱβθχᵻᵿʣʤʥʦʧʨg"
)
_MARKS = "ˈˌːˑ.ˀʰʲʷˠˡⁿˤʼ˞|‖‿˥˦˧˨˩ꜜꜛ↗↘ᵊ"
_IPA = frozenset(_LETTERS + _MARKS + " ")
_TIES_AND_DIACRITICS = re.compile("[\u0300-\u036f]")

_XSAMPA = {
    "b_<": "ɓ", "d`": "ɖ", "d_<": "ɗ", "g": "ɡ", "g_<": "ɠ", "h\\": "ɦ", "j\\": "ʝ", "l`": "ɭ", "l\\": "ɺ",
    "n`": "ɳ", "p\\": "ɸ", "r`": "ɽ", "r\\": "ɹ", "r\\`": "ɻ", "s`": "ʂ", "s\\": "ɕ", "t`": "ʈ", "v\\": "ʋ",
    "P": "ʋ", "x\\": "ɧ", "z`": "ʐ", "z\\": "ʑ", "A": "ɑ", "B": "β", "B\\": "ʙ", "C": "ç", "D": "ð",
    "E": "ɛ", "F": "ɱ", "G": "ɣ", "G\\": "ɢ", "G\\_<": "ʛ", "H": "ɥ", "H\\": "ʜ", "I": "ɪ", "I\\": "ᵻ",
    "J": "ɲ", "J\\": "ɟ", "J\\_<": "ʄ", "K": "ɬ", "K\\": "ɮ", "L": "ʎ", "L\\": "ʟ", "M": "ɯ", "M\\": "ɰ",
    "N": "ŋ", "N\\": "ɴ", "O": "ɔ", "O\\": "ʘ", "Q": "ɒ", "R": "ʁ", "R\\": "ʀ", "S": "ʃ", "T": "θ",
    "U": "ʊ", "U\\": "ᵿ", "V": "ʌ", "W": "ʍ", "X": "χ", "X\\": "ħ", "Y": "ʏ", "Z": "ʒ", '"': "ˈ", "%": "ˌ",
    "'": "ʲ", ":": "ː", ":\\": "ˑ", "-": "", "@": "ə", "@\\": "ɘ", "@`": "ɚ", "{": "æ", "}": "ʉ", "1": "ɨ",
    "2": "ø", "3": "ɜ", "3\\": "ɞ", "3`": "ɝ", "4": "ɾ", "5": "ɫ", "6": "ɐ", "7": "ɤ", "8": "ɵ", "9": "œ",
    "&": "ɶ", "?": "ʔ", "?\\": "ʕ", "<\\": "ʢ", ">\\": "ʡ", "^": "ꜛ", "!": "ꜜ", "!\\": "ǃ", "|": "|",
    "|\\": "ǀ", "||": "‖", "|\\|\\": "ǁ", "=\\": "ǂ", "-\\": "‿", "=": "\u0329", "~": "\u0303", "`": "˞",
    ".": ".", " ": " ", '_"': "\u0308", "_+": "\u031f", "_-": "\u0320", "_/": "\u030c", "_0": "\u0325",
    "_=": "\u0329", "_>": "ʼ", "_?\\": "ˤ", "_\\": "\u0302", "_^": "\u032f", "_}": "\u031a", "_~": "\u0303",
    "_A": "\u0318", "_a": "\u033a", "_B": "\u030f", "_B_L": "\u1dc5", "_c": "\u031c", "_d": "\u032a",
    "_e": "\u0334", "_F": "\u0302", "_G": "ˠ", "_H": "\u0301", "_H_T": "\u1dc4", "_h": "ʰ", "_j": "ʲ",
    "_k": "\u0330", "_L": "\u0300", "_l": "ˡ", "_M": "\u0304", "_m": "\u033b", "_N": "\u033c", "_n": "ⁿ",
    "_O": "\u0339", "_o": "\u031e", "_q": "\u0319", "_R": "\u030c", "_R_F": "\u1dc8", "_r": "\u031d",
    "_T": "\u030b", "_t": "\u0324", "_v": "\u032c", "_w": "ʷ", "_X": "\u0306", "_x": "\u033d", "<F>": "↘",
    "<R>": "↗",
}  # fmt: skip
_SYMBOL = re.compile("|".join(map(re.escape, sorted(_XSAMPA, key=len, reverse=True))) + "|[a-z]")


def xsampa_to_ipa(xsampa: str) -> str:
    """Rewrite X-SAMPA as IPA: 'fRA~"se' becomes "fʁɑ̃ˈse".

    Raises ValueError, with the symbol, for one that X-SAMPA does not have.
    """
    symbols = []
    at = 0
    while at < len(xsampa):
        match = _SYMBOL.match(xsampa, at)
        if match is None:
            raise ValueError(xsampa[at])
        symbol = match[0]
        # Letters that are not in the table are the same in both alphabets.
        symbols.append(_XSAMPA.get(symbol, symbol))
        at = match.end()
    return "".join(symbols)


def stranger(ipa: str) -> str | None:
    """The first character that is not in the International Phonetic Alphabet; None if all are."""
    # The cedilla of "ç" is part of a letter, not a diacritic of the alphabet.
    decomposed = unicodedata.normalize("NFD", ipa).replace("c\u0327", "ç")
    letters = _TIES_AND_DIACRITICS.sub("", decomposed)
    for character in letters:
        if character not in _IPA and not character.isspace():
            return character
    return None
