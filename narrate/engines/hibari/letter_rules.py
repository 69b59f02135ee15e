"""Names of other languages by the rules of their own letters, with the sounds that English has for them.

For a few languages whose letters show which they are: "ş", "ğ" and "ı" are Turkish, "ł" and "ę" Polish, "ñ"
is Spanish. What stands behind "al-" is Arabic. Where English has no such sound, the nearest is taken, as
newsreaders do: "ł" is "w", "kh" is "k". An "a" without stress is weak.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from narrate.engines.hibari.arpabet import VOWELS


def _sounds(listed: str) -> dict[str, str]:
    """Pairs such as "sz:ʃ", between spaces; a letter without a sound is silent."""
    pairs = (pair.partition(":") for pair in listed.split())
    return {letters: sound for letters, _, sound in pairs}


_SAME = _sounds(
    """
    b:b d:d f:f h:h k:k l:l m:m n:n p:p s:s t:t v:v z:z r:ɹ g:ɡ w:w ': ’:
    """
)
_FIVE = _sounds(
    """
    a:ɑ e:ɛ i:i o:O u:u
    """
)
_TURKISH = _sounds(
    """
    c:ʤ ç:ʧ ş:ʃ ğ: j:ʒ y:j ı:ə ö:O ü:u â:ɑ î:i
    """
)
_POLISH = _sounds(
    """
    sz:ʃ cz:ʧ rz:ʒ ch:h dz:dz dź:ʤ dż:ʤ ć:ʧ ś:ʃ ź:ʒ ż:ʒ ci:ʧ si:ʃ zi:ʒ ł:w w:v j:j ą:ɔn ę:ɛn ó:u y:ɪ
    c:ts ń:n ie:jɛ ia:jɑ io:jɔ iu:ju o:ɔ
    """
)
_SPANISH = _sounds(
    """
    ch:ʧ ll:j ñ:nj qu:k que:kɛ qui:ki gue:ɡɛ gui:ɡi ce:sɛ ci:si ge:hɛ gi:hi z:s j:h h: v:b x:ks y:j c:k
    rr:ɹ ia:jɑ ie:jɛ io:jO ua:wɑ ue:wɛ á:ɑ é:A í:i ó:O ú:u ü:w q:k
    """
)
_ARABIC = _sounds(
    """
    kh:k gh:ɡ dh:d sh:ʃ th:θ aa:ɑ ee:i ii:i oo:u ou:u uu:u ai:I ay:A aw:W ei:A q:k j:ʤ y:j c:k x:ks ch:ʃ
    """
)
_ACUTE = "áéíóú"


@dataclass(frozen=True, slots=True)
class _Language:
    """How the letters of a language are read."""

    sounds: Mapping[str, str]
    """By letters in lower case; the longest that fit count."""
    stress: Callable[[str], int]
    """Which syllable of a word is stressed: from the first, 0, or from the last, -1."""


def _last(_: str) -> int:
    return -1


def _last_but_one(_: str) -> int:
    return -2


def _spanish_stress(word: str) -> int:
    """The accent says it; without one it is the last but one, or the last behind most consonants."""
    accent = re.search(f"[{_ACUTE}]", word)
    if accent:
        before = re.sub("(?<=[qg])u(?=[eiéí])|[iu](?=[aeoáéó])", "", word[: accent.start()])
        return len(re.findall("[aeiouü]", before))
    return -2 if word[-1] in "aeiouns" else -1


def _arabic_stress(word: str) -> int:
    """The last syllable if its vowel is long and written so, else the one before it."""
    is_long = re.search("(?:aa|ee|ii|oo|ou|uu|ai|ei|i)[^aeiou']+$", word)
    return -1 if is_long else -2


TURKISH = _Language(_SAME | _FIVE | _TURKISH, _last)
POLISH = _Language(_SAME | _FIVE | _POLISH, _last_but_one)
SPANISH = _Language(_SAME | _FIVE | _SPANISH, _spanish_stress)
ARABIC = _Language(_SAME | _FIVE | _ARABIC, _arabic_stress)
_SHOWN_BY = ((re.compile("[şğı]"), TURKISH), (re.compile("[łąęśźż]"), POLISH), (re.compile("ñ"), SPANISH))
"""Letters that no other language has in which many names of the news are written."""


def by_own_letters(word: str) -> str | None:
    """The American phonemes of a name whose letters show its language; None for any other. Lower case."""
    for letters, language in _SHOWN_BY:
        if letters.search(word):
            return read(word, language)
    return None


def read(word: str, language: _Language) -> str | None:
    """A word in lower case by the rules of a language; None if it has a letter that the language has not."""
    sounds: list[str] = []
    at = 0
    while at < len(word):
        longest_first = (word[at : at + length] for length in (3, 2, 1))
        letters = next((each for each in longest_first if each in language.sounds), None)
        if letters is None:
            return None
        sounds.append(language.sounds[letters])
        at += len(letters)
    # Two consonants of a kind are one sound.
    whole = re.sub(r"(.)\1", r"\1", "".join(sounds))
    return _stressed(word, whole, language)


def _stressed(word: str, whole: str, language: _Language) -> str | None:
    places = [place for place, sign in enumerate(whole) if sign in VOWELS]
    if not places:
        return None
    syllable = language.stress(word)
    last = len(places) - 1
    chosen = places[max(last + 1 + syllable, 0) if syllable < 0 else min(syllable, last)]
    weak = [place for place in places if place != chosen and whole[place] == "ɑ"]
    signs = ["ə" if place in weak else sign for place, sign in enumerate(whole)]
    signs[chosen] = f"ˈ{signs[chosen]}"
    return "".join(signs)
