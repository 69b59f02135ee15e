"""Which words of a text the default voice probably says wrong, and how it will say them.

A word is doubtful for one of three reasons: it is not in the dictionary, so that a network guesses; it is,
but looks foreign and is written as a name, so that the entry may be another word's ("Xi" is a letter of
Greek); or the dictionary has several readings, of which one is chosen by its place in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from narrate.engines.hibari import adapter
from narrate.engines.hibari.adapter import GUESSED, GraphemeToPhoneme, Token
from narrate.engines.hibari.heteronyms import READINGS, settle
from narrate.engines.hibari.ipa import to_ipa
from narrate.engines.hibari.normalizing import normalized, safe

Reason = Literal["not in the dictionary", "odd spelling", "several readings"]
# English puts these letters together in borrowed words only, or reads them in more ways than one.
_ODD = re.compile(
    r"[^\W\d_a-zA-Z]|^(?:x|zh|ts|mb|nd|ng|nk|dz|gb|kp|hr|hl|sv|zb|zd|mw|tl|tch)|q(?!u)|cz|sz|rz|dj|^gh|[kdb]h|aa|ii|uu"
    r"|(?:eaux|eux|ieu|oux|ij|ao|iu)$|[^aeiouy]{5}|[aeiou]{4}",
    re.IGNORECASE,
)
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile("['’]s?$")
# Words of the closed classes have readings by stress, which the voice gets right.
_OPEN_CLASSES = ("NN", "VB", "JJ", "RB")
_HELPERS = "am are be been being can could did do does get got had has have her his is was were will would"
_EVERYDAY = frozenset(_HELPERS.split())
_STRESSES = str.maketrans("", "", "ˈˌ")


ODD_HARM, SEVERAL_HARM = 0.1, 0.01
"""Of a word that the dictionary has, and of one of whose readings the rules have chosen: about that of a
guess that is nine times out of ten right, and of one that hardly ever is not."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One occurrence of a doubtful word."""

    word: str
    """Without the possessive."""
    ipa: str
    """How it will be said."""
    reason: Reason
    harm: float
    """From 0 to 1: how unsure it is, and how different it would be if it is wrong."""


@cache
def reader() -> GraphemeToPhoneme:
    """What reads for the default voice; loading takes 0.2 s, once."""
    return GraphemeToPhoneme()


def doubts(text: str, g2p: GraphemeToPhoneme) -> Iterator[Doubt]:
    """Every doubtful word of a text, in order, as often as it occurs."""
    tokens = g2p.tokens(normalized(safe(text)))
    g2p.tag(tokens)
    settle(tokens, g2p)
    for token in g2p.phonemized(tokens):
        if _has_several(token, g2p):
            yield Doubt(token.text, to_ipa(token.phonemes or ""), "several readings", SEVERAL_HARM)
        yield from _doubtful_parts(token, g2p)


def _doubtful_parts(token: Token, g2p: GraphemeToPhoneme) -> Iterator[Doubt]:
    """The words of a token, such as the two of "al-Assad", that are doubtful by themselves."""
    for part in _PART.findall(token.text):
        word = adapter.token(_POSSESSIVE.sub("", part), token.tag)
        spoken = g2p.phonemized([word])[0]
        reason = _reason(spoken, g2p)
        # What a word means is clearer where it stands: "Haj" behind "al-".
        is_settled = reason == "not in the dictionary" and (token.rating or 0) > GUESSED
        if reason and not is_settled:
            yield Doubt(spoken.text, to_ipa(spoken.phonemes or ""), reason, _harm(spoken.text, reason, g2p))


def _harm(word: str, reason: Reason, g2p: GraphemeToPhoneme) -> float:
    """Half of what is guessed differs from the likeliest other way in a third of its sounds or more."""
    if reason == "odd spelling":
        return ODD_HARM
    guess = g2p.guess(word)
    if not guess.others:
        # Either there is one way to say it, or nothing is known of its letters.
        return 1 - guess.certainty
    likest = max(SequenceMatcher(None, guess.phonemes, other).ratio() for other in guess.others[:2])
    return (1 - guess.certainty) * (1 - likest)


def _reason(word: Token, g2p: GraphemeToPhoneme) -> Reason | None:
    is_guessed = word.rating is not None and word.rating <= GUESSED
    if len(word.text) > 1 and is_guessed:
        return "not in the dictionary"
    is_known_in_lower_case = not g2p.lists(word.text) and g2p.lists(word.text.lower())
    is_name = word.text[:1].isupper() and is_known_in_lower_case
    return "odd spelling" if is_name and _ODD.search(word.text) else None


def _has_several(token: Token, g2p: GraphemeToPhoneme) -> bool:
    """Whether the dictionary has readings of it that differ in more than stress."""
    word = token.text.lower()
    if word in _EVERYDAY:
        return False
    if not token.tag.startswith(_OPEN_CLASSES):
        return False
    readings = g2p.readings(word)
    if not isinstance(readings, dict):
        return word in READINGS
    said = set()
    for reading in filter(None, readings.values()):
        without_stress = reading.translate(_STRESSES)
        said.add(without_stress)
    return len(said) > 1


def phonemes(word: str) -> str:
    """How one word by itself is said, in hibari's alphabet; "" for what cannot be said."""
    spoken = reader().phonemized([adapter.token(word)])
    return "".join(each.phonemes or "" for each in spoken)
