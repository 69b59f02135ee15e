"""Which words of a text the default voice probably says wrong, and how it will say them.

A word is doubtful for one of three reasons: it is not in the dictionary, so that a network guesses; it is,
but looks foreign and is written as a name, so that the entry may be another word's ("Xi" is a letter of
Greek); or the dictionary has several readings, of which one is chosen by its place in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from narrate.engines.common.inference import without_telemetry
from narrate.engines.hibari.heteronyms import READINGS, settle
from narrate.engines.hibari.ipa import to_ipa
from narrate.engines.hibari.normalizing import normalized, safe

if TYPE_CHECKING:
    from hibari.g2p import G2P
    from hibari.g2p.token import Tok

Reason = Literal["not in the dictionary", "odd spelling", "several readings"]
GUESSED = 2
"""hibari's rating of a reading by its network; dictionaries have 3 and 4, what was given 5."""
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


@dataclass(frozen=True, slots=True)
class Doubt:
    """One occurrence of a doubtful word."""

    word: str
    """Without the possessive."""
    ipa: str
    """How it will be said."""
    reason: Reason


@cache
def reader() -> G2P:
    """What reads for the default voice; loading takes 0.2 s, once."""
    without_telemetry()  # G2P imports onnxruntime for the first word that is not in its lexicons
    from hibari.g2p import G2P

    return G2P()


def doubts(text: str, g2p: G2P) -> Iterator[Doubt]:
    """Every doubtful word of a text, in order, as often as it occurs."""
    from hibari.g2p.token import Tok

    words = g2p.tokenizer(normalized(safe(text)))
    tokens = [Tok(word, whitespace=space) for word, space in words]
    tags = g2p.tagger([token.text for token in tokens])
    for token, tag in zip(tokens, tags, strict=True):
        token.tag = tag
    settle(tokens, g2p)
    for token in g2p.phonemize_tokens(tokens):
        if _has_several(token, g2p):
            yield Doubt(token.text, to_ipa(token.phonemes or ""), "several readings")
        yield from _doubtful_parts(token, g2p)


def _doubtful_parts(token: Tok, g2p: G2P) -> Iterator[Doubt]:
    """The words of a token, such as the two of "al-Assad", that are doubtful by themselves."""
    from hibari.g2p.token import Tok

    for part in _PART.findall(token.text):
        word = Tok(_POSSESSIVE.sub("", part), token.tag)
        spoken = g2p.phonemize_tokens([word])[0]
        reason = _reason(spoken, g2p)
        if reason:
            yield Doubt(spoken.text, to_ipa(spoken.phonemes or ""), reason)


def _reason(word: Tok, g2p: G2P) -> Reason | None:
    is_guessed = word.rating is not None and word.rating <= GUESSED
    if len(word.text) > 1 and is_guessed:
        return "not in the dictionary"
    golds = g2p.lexicon.golds.d
    is_known_in_lower_case = word.text not in golds and word.text.lower() in golds
    is_name = word.text[:1].isupper() and is_known_in_lower_case
    return "odd spelling" if is_name and _ODD.search(word.text) else None


def _has_several(token: Tok, g2p: G2P) -> bool:
    """Whether the dictionary has readings of it that differ in more than stress."""
    word = token.text.lower()
    readings = g2p.lexicon.golds.get(word)
    if word in _EVERYDAY or not token.tag.startswith(_OPEN_CLASSES):
        return False
    if not isinstance(readings, dict):
        return word in READINGS
    said = {reading.translate(_STRESSES) for reading in readings.values() if reading}
    return len(said) > 1
