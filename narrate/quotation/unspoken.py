"""What shows that nobody speaks a quotation: titles, nicknames, scare quotes, words as words.

Each name is a row of the table UNSPOKEN in `weights`; the weights of some are below zero, for speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narrate.quotation.features import nearness, side, sort_of_verb
from narrate.quotation.nouns import NAMING
from narrate.quotation.scene import CHARACTERS_READ, Scene
from narrate.quotation.tokens import Token
from narrate.quotation.word_classes import FIRST_AND_SECOND_PERSON, FUNCTION_WORDS, PREPOSITIONS

NEAR = 12
"""Tokens on either side of a quotation whose words are looked at."""
LONG = 10
"""Words from which on the length says no more."""
MOST_QUOTATIONS = 6
"""In a sentence; more are told apart no more."""

_LEFT = {
    "": "starts sentence", ",": "after comma", ":": "after colon", "that": "after that", "as": "after as",
    "to": "after to", "“": "after quotation", "the": "after the", "(": "after bracket",
    **dict.fromkeys(("a", "an"), "after a"),
    **dict.fromkeys(("=", ">", "<"), "after markup"),
    **dict.fromkeys(("and", "or"), "after and"),
    **dict.fromkeys(("is", "was", "be", "are", "were", "been", "being"), "after be"),
    **{word: f"after {word}" for word in ("on", "in", "of", "with", "for")},
}  # fmt: skip


def unspoken_features(scene: Scene) -> Iterator[str]:
    """Features of a quotation that nobody says."""
    left, right, shape, verb = _left(scene), _right(scene), _shape(scene), _verb(scene)
    yield from ("unspoken", f"{_size(scene)} words", shape, left, right, verb)
    yield from (
        f"{shape}, {left}",
        f"{shape}, {right}",
        f"{left}, {right}",
        f"{shape}, {verb}",
        f"{left}, {verb}",
    )
    if scene.alone:
        yield from _alone(scene, shape)
    if scene.single:
        yield "single marks"
    if scene.text[:1].isupper():
        yield "begins with a capital"
    if any(word.strip(".,!?…") in FIRST_AND_SECOND_PERSON for word in scene.words):
        yield "first or second person"
    yield from _home(scene)


def _alone(scene: Scene, shape: str) -> Iterator[str]:
    """Features of a quotation that is a paragraph of its own."""
    yield "alone"
    yield f"alone, {shape}"
    if scene.single:
        yield "alone in single marks"


def _home(scene: Scene) -> Iterator[str]:
    """Features of the sentence of a quotation."""
    if scene.home.reporting_verbs and scene.home.speech_noun:
        yield "speech noun"
    if not scene.home.mentions:
        yield "no mention"
    quotations = len(scene.home.quotations)
    yield f"{min(quotations, MOST_QUOTATIONS)} quotations in the sentence"
    yield f"{_capitals(scene)} quarters in capitals"
    yield from _company(scene)
    verb = _nearest_verb(scene)
    if verb is not None:
        yield f"near “{scene.home.tokens[verb].low}”"


def _company(scene: Scene) -> Iterator[str]:
    """The words around it in its sentence."""
    tokens = scene.home.tokens
    before = tokens[max(0, scene.at - NEAR) : scene.at]
    is_closed_outside = scene.outside and scene.token(1) in (",", ".")
    following = scene.at + 1 + is_closed_outside
    after = tokens[following : following + NEAR]
    yield from {f"“{word}” before" for word in _telling_words(before)}
    yield from {f"“{word}” after" for word in _telling_words(after)}


def _telling_words(tokens: Sequence[Token]) -> Iterator[str]:
    """Names say nothing about other articles."""
    return (token.low for token in tokens if token.low and not token.capital)


def _capitals(scene: Scene) -> int:
    """Quarters of its words that begin with a capital: many in titles."""
    words = scene.text[:CHARACTERS_READ].split()
    capitals = sum(word[0].isupper() for word in words)
    return round(4 * capitals / max(1, len(words)))


def _size(scene: Scene) -> str:
    """How many words it has, the more the less exactly."""
    count = len(scene.words)
    if count <= 3:
        return str(count)
    if count >= LONG:
        return f"{LONG} and more"
    return "4 to 5" if count <= 5 else "6 to 9"


def _shape(scene: Scene) -> str:
    """How the quotation is written, by length and capitals."""
    count = len(scene.words)
    if count >= LONG:
        return "long"
    return f"{_length(count)} in {_case(scene.text)}"


def _length(words: int) -> str:
    if words == 1:
        return "one word"
    return "few words" if words < 4 else "short"


def _case(text: str) -> str:
    """Which of its words begin with a capital."""
    if not text[:1].isupper():
        return "small"
    words = [word for word in text.split() if word[0].isalpha()]
    return "title case" if all(map(_suits_title, words)) else "capital"


def _suits_title(word: str) -> bool:
    """Whether a title could have the word in it as it is written."""
    return word[0].isupper() or word in FUNCTION_WORDS or len(word) < 4


def _verb(scene: Scene) -> str:
    """The reporting verb that is nearest in the sentence, by its sort and place."""
    verb = _nearest_verb(scene)
    if verb is None:
        return "no verb of saying"
    sort = sort_of_verb(scene.home.tokens[verb].low)
    return f"{sort} {nearness(verb, scene.at)} {side(verb, scene.at)} it"


def _nearest_verb(scene: Scene) -> int | None:
    verbs = scene.home.reporting_verbs
    return min(verbs, key=lambda at: abs(at - scene.at), default=None)


def _left(scene: Scene) -> str:
    """What stands before it."""
    word = scene.token(-1)
    if _is_named_or_called(scene, word):
        return "after naming"
    if word in _LEFT:
        return _LEFT[word]
    if scene.at - 1 in scene.home.reporting_verbs:
        return "after verb"
    return _left_word(scene.home.tokens[scene.at - 1])


def _is_named_or_called(scene: Scene, word: str) -> bool:
    """Whether the word before it, or the one before a comma, says that a name follows."""
    return word in NAMING or (word == "," and scene.token(-2) in NAMING)


def _left_word(before: Token) -> str:
    """The sort of the word before it."""
    if before.low in FUNCTION_WORDS:
        return "after other preposition" if before.low in PREPOSITIONS else "after function word"
    if before.possessive:
        return "after possessive"
    return "after name" if before.capital else "after word"


def _right(scene: Scene) -> str:
    """What it ends with, or what stands after it."""
    sign = scene.closing_sign
    if sign in ".!?…":
        return "ends a sentence"
    if sign == ",":
        return "ends with comma"
    word = scene.token(1)
    return _right_word(word) if word else "ends without punctuation"


def _right_word(word: str) -> str:
    if word in FUNCTION_WORDS:
        return "before function word"
    return "before noun" if word.isalpha() else "before punctuation"
