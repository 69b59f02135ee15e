"""What shows that nobody speaks a quotation: titles, nicknames, scare quotes, words as words.

Each name is a row of the table UNSPOKEN in `weights`; the weights of some are below zero, for speech.
"""

from __future__ import annotations

from collections.abc import Iterator

from narrate.quotation.features import nearness, side, sort_of_verb
from narrate.quotation.nouns import NAMING
from narrate.quotation.scene import CHARACTERS_READ, Scene
from narrate.quotation.words import FIRST_AND_SECOND_PERSON, FUNCTION_WORDS, PREPOSITIONS

NEAR = 12
"""Tokens on either side of a quotation whose words are looked at."""
LONG = 10
"""Words from which on the length says no more."""

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
        yield "alone"
        yield f"alone, {shape}"
        if scene.single:
            yield "alone in single marks"
    if scene.single:
        yield "single marks"
    if scene.text[:1].isupper():
        yield "begins with a capital"
    if any(word.strip(".,!?…") in FIRST_AND_SECOND_PERSON for word in scene.words):
        yield "first or second person"
    yield from _home(scene)
    cue = _nearest_cue(scene)
    if cue is not None:
        yield f"near “{scene.home.tokens[cue].low}”"


def _home(scene: Scene) -> Iterator[str]:
    if scene.home.cues and scene.home.speech_noun:
        yield "speech noun"
    if not scene.home.mentions:
        yield "no mention"
    yield f"{min(len(scene.home.quotations), 6)} quotations in the sentence"
    yield f"{_capitals(scene)} quarters in capitals"
    yield from _company(scene)


def _company(scene: Scene) -> Iterator[str]:
    """The words around it in its sentence. Names say nothing about other articles."""
    tokens = scene.home.tokens
    for where, near in (
        ("before", tokens[max(0, scene.at - NEAR) : scene.at]),
        ("after", tokens[scene.at + 1 : scene.at + 1 + NEAR]),
    ):
        yield from {f"“{token.low}” {where}" for token in near if token.low and not token.capital}


def _capitals(scene: Scene) -> int:
    """Quarters of its words that begin with a capital: many in titles."""
    words = scene.text[:CHARACTERS_READ].split()
    return round(4 * sum(word[0].isupper() for word in words) / max(1, len(words)))


def _size(scene: Scene) -> str:
    count = len(scene.words)
    if count <= 3:
        return str(count)
    return "4 to 5" if count < 6 else "6 to 9" if count < LONG else f"{LONG} and more"


def _shape(scene: Scene) -> str:
    """How the quotation is written, by length and capitals."""
    count = len(scene.words)
    if count >= LONG:
        return "long"
    length = "one word" if count == 1 else "few words" if count < 4 else "short"
    if not scene.text[:1].isupper():
        return f"{length} in small"
    words = [w for w in scene.text.split() if w[0].isalpha()]
    title = all(w[0].isupper() or w in FUNCTION_WORDS or len(w) < 4 for w in words)
    return f"{length} in {'title case' if title else 'capital'}"


def _verb(scene: Scene) -> str:
    """The verb of saying that is nearest in the sentence, by its sort and place."""
    cue = _nearest_cue(scene)
    if cue is None:
        return "no verb of saying"
    sort = sort_of_verb(scene.home.tokens[cue].low)
    return f"{sort} {nearness(cue, scene.at)} {side(cue, scene.at)} it"


def _nearest_cue(scene: Scene) -> int | None:
    return min(scene.home.cues, key=lambda at: abs(at - scene.at), default=None)


def _left(scene: Scene) -> str:
    word = scene.token(-1)
    if word in NAMING or (word == "," and scene.token(-2) in NAMING):
        return "after naming"
    if word in _LEFT:
        return _LEFT[word]
    if scene.at - 1 in scene.home.cues:
        return "after verb"
    before = scene.home.tokens[scene.at - 1]
    if word in FUNCTION_WORDS:
        return "after other preposition" if word in PREPOSITIONS else "after function word"
    if before.possessive:
        return "after possessive"
    return "after name" if before.capital else "after word"


def _right(scene: Scene) -> str:
    word = scene.token(1)
    if scene.text[-1] in ".!?…":
        return "ends a sentence"
    if scene.text[-1] == ",":
        return "ends with comma"
    if word in FUNCTION_WORDS:
        return "before function word"
    return (
        "ends without punctuation" if not word else "before noun" if word.isalpha() else "before punctuation"
    )
