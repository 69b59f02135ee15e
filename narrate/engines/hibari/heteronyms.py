"""Words that are spelled alike and said otherwise: "they object", "an object"; "lead pipes", "in the lead".

hibari's dictionary has readings by part of speech, and its tagger chooses. Two things are mended here, before
the dictionary is asked: the tagger calls some words a noun wherever they stand, and the dictionary has but
one reading of others. Rules look at the words beside, by their part of speech (Penn Treebank tags) and a few
words that go with a sense; none is made for a name. Phonemes are those of hibari's dictionaries.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from narrate.engines.hibari.adapter import GIVEN, GraphemeToPhoneme, Token


@dataclass(frozen=True, slots=True)
class _Place:
    """A word, and what stands beside it."""

    tag: str
    before: str
    """The word before it, in lower case; empty at the start."""
    before_tag: str
    earlier: str
    """The word before that."""
    after: str
    after_tag: str

    def noun(self) -> bool:
        return self.tag.startswith(("NN", "JJ"))


_SUBJECTS = frozenset(["i", "you", "we", "they", "who"])
_STATES = "am are be been being feel felt is remain remained remains seem seemed seems was were"
_LEADEN = """
acetate acid batteries battery bullet bullets contamination crystal dust exposure level levels mine miner
miners mines mining ore paint pencil pencils pipe pipes plumbing poisoning shot smelter solder weight weights
"""
_MINUTE = """
amount amounts change changes detail difference differences dose doses fraction fractions fragment fragments
particle particles quantities quantity scale trace traces
"""
_IN_LINE = "back death first front last middle second skid third"
_IN_ANGER = """
about after between blew broke brewing deepened deepens erupted erupts escalated escalates flared over sparked
with
"""
_BEING = frozenset(_STATES.split())
_OF_LEAD = frozenset(_LEADEN.split())
_SMALL = frozenset(_MINUTE.split())
_LINES = frozenset(_IN_LINE.split())
_QUARRELLED = frozenset(_IN_ANGER.split())
_COILING = frozenset(["up", "down", "its", "their", "through", "around"])
_ENDINGS = frozenset(".,;:!?)—") | {""}


def _metal(at: _Place) -> bool:
    """The metal has no article: "levels of lead"; but "a lead", "lead singer"."""
    if at.after in _OF_LEAD:
        return True
    if at.before == "to" and at.earlier in ("exposed", "exposure"):
        return True
    if at.before_tag in ("DT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "VBG", "NN", "NNS", "NNP"):
        return False
    is_mass = at.before_tag.startswith(("IN", "VB")) or at.before in ("", "and", "or", "with")
    describes_next = at.after_tag.startswith(("NN", "JJ", "VBG", "RP", "DT"))
    return at.noun() and is_mass and not describes_next


def _tiny(at: _Place) -> bool:
    return at.after in _SMALL


def _satisfied(at: _Place) -> bool:
    return at.before in _BEING or at.after in ("with", "to")


def _bent(at: _Place) -> bool:
    taken = at.before in ("a", "final") and at.after in _ENDINGS
    return taken or at.tag.startswith("VB") or at.before_tag == "PRP"


def _prow(at: _Place) -> bool:
    return _bent(at) or (at.noun() and at.after == "of")


def _quarrel(at: _Place) -> bool:
    return at.noun() and at.before not in _LINES and at.before_tag != "CD" and at.after in _QUARRELLED


def _turned(at: _Place) -> bool:
    return at.before_tag not in ("MD", "TO", "DT") and at.after in _COILING


def _paper(at: _Place) -> bool:
    return at.tag == "NN" and at.before_tag in ("DT", "PRP$", "JJ", "POS")


def _was_read(at: _Place) -> bool:
    return at.tag == "NN" and at.before_tag.startswith("NN")


def _always(_: _Place) -> bool:
    return True


def _never(_: _Place) -> bool:
    return False


READINGS: Mapping[str, tuple[Callable[[_Place], bool], str]] = {
    "lead": (_metal, "lˈɛd"),
    "minute": (_tiny, "mInjˈut"),
    "content": (_satisfied, "kəntˈɛnt"),
    "bow": (_prow, "bˈW"),
    "bows": (_bent, "bˈWz"),
    "bowed": (_always, "bˈWd"),
    "bowing": (_always, "bˈWɪŋ"),
    "row": (_quarrel, "ɹˈW"),
    "rows": (_quarrel, "ɹˈWz"),
    "wound": (_turned, "wˈWnd"),
    "resume": (_paper, "ɹˈɛzəmˌA"),
    "read": (_was_read, "ɹˈɛd"),
    "houses": (_always, "hˈWzᵻz"),
}
"""When a word is said otherwise than the dictionary has it, and how."""


def settle(tokens: Sequence[Token], g2p: GraphemeToPhoneme) -> None:
    """Give tokens the tag or the phonemes that their place asks for; those with phonemes keep them."""
    for index, token in enumerate(tokens):
        if token.phonemes is None and token.text.isalpha():
            _settle_one(token, _place(tokens, index), g2p)


def _settle_one(token: Token, at: _Place, g2p: GraphemeToPhoneme) -> None:
    word = token.text.lower()
    applies, reading = READINGS.get(word, (_never, ""))
    if applies(at):
        token.phonemes = reading
        token.rating = GIVEN
        return
    is_called_noun = at.noun() and _is_verb(at)
    if is_called_noun and _has_verb(word, g2p):
        token.tag = _tag_of_verb(at)


def _tag_of_verb(at: _Place) -> str:
    """The base form behind "to" or a modal verb, else the present tense."""
    is_infinitive = at.before_tag in ("MD", "TO")
    return "VB" if is_infinitive else "VBP"


def _place(tokens: Sequence[Token], index: int) -> _Place:
    """Adverbs before the word are passed over: "they strongly object"."""
    first = index - 1
    while first > 0 and tokens[first].tag == "RB":
        first -= 1
    before, before_tag = _word(tokens, first)
    earlier, _ = _word(tokens, first - 1)
    after, after_tag = _word(tokens, index + 1)
    return _Place(tokens[index].tag, before, before_tag, earlier, after, after_tag)


def _word(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    """A word in lower case and its tag; empty beyond either end."""
    if not 0 <= index < len(tokens):
        return "", ""
    return tokens[index].text.lower(), tokens[index].tag


def _is_verb(at: _Place) -> bool:
    """After a subject or "to", or between a plural and what it is done to: "police record every call"."""
    if at.before in _SUBJECTS or at.before_tag in ("MD", "TO"):
        return True
    plural = at.before_tag == "NNS" or at.before in ("police", "people")
    return plural and at.after_tag in ("DT", "PRP", "PRP$")


def _has_verb(word: str, g2p: GraphemeToPhoneme) -> bool:
    """Whether the dictionary has a reading of its own for the verb."""
    readings = g2p.readings(word)
    return isinstance(readings, dict) and not readings.keys().isdisjoint(("VERB", "NOUN"))
