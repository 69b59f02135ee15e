"""Whether a quotation is speech to be voiced, a fragment of the reporter's sentence, or neither.

The measure is how it sounds when a second voice comes in: speech that could stand alone is voiced,
words that the reporter's grammar needs stay with the narrator.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from narrate.model import QuotationKind
from narrate.quotation.scene import Scene
from narrate.quotation.word_classes import FUNCTION_WORDS

SPEECH_ALONE = 4
"""Words; a paragraph of at least so many in marks is speech, even when no one can be named."""
CLAUSE = 5
"""Words; a fragment with a subject of its own that is shorter is mostly an idiom ("as it were")."""
CLAUSE_OF_SAYING = 5
"""Tokens between a reporting verb and the comma before the quotation, at most: "he told the paper,"."""

_SENTENCES = re.compile(r"[.!?…]['’”\")]?\s+\S")
_SUBJECT = re.compile(r"\b(?:I|we|he|she|they|it|you|there|who)(?:['’]\w+|\s+\w+)", re.IGNORECASE)


def kind_of(scene: Scene, *, spoken: bool) -> QuotationKind:
    """`spoken`: whether the quotation has a speaker."""
    if spoken:
        return "direct" if scene.alone or _is_speech(scene) else "partial"
    is_paragraph = scene.alone and not scene.single
    return "direct" if is_paragraph and len(scene.words) >= SPEECH_ALONE else "scare"


def _is_speech(scene: Scene) -> bool:
    """Whether a quotation could stand alone, by what stands before it and how it is written."""
    if _SENTENCES.search(scene.text):
        return True
    left = scene.token(-1)
    is_speech = _BY_LEFT.get(left)
    if is_speech is not None:
        return is_speech(scene)
    if scene.at - 1 in scene.home.reporting_verbs:
        return _is_speech_after_verb(scene)
    return left not in FUNCTION_WORDS and _is_clause(scene)


def _is_speech_after_colon(scene: Scene) -> bool:
    return _has_capital(scene) or scene.text[-1] in ".!?…,"


def _is_speech_after_comma(scene: Scene) -> bool:
    if _follows_verb(scene, scene.at - 1):
        return True
    return _has_capital(scene) and len(scene.words) > 1


def _is_speech_after_verb(scene: Scene) -> bool:
    """Whether it is speech right after a reporting verb, without a comma."""
    if _has_capital(scene):
        return len(scene.words) > 1 or _ends_sentence(scene)
    return _is_clause(scene)


def _has_capital(scene: Scene) -> bool:
    return scene.text[:1].isupper()


def _ends_sentence(scene: Scene) -> bool:
    return scene.text[-1] in ".!?"


def _stands_first(scene: Scene) -> bool:
    """A quotation that begins its sentence is speech unless the sentence goes on with it."""
    right = scene.token(1)
    return scene.text[-1] in ",.!?…-–—" or right in ("", ",", "-", "–", "—", ".")


def _follows_verb(scene: Scene, comma: int) -> bool:
    """ "…," he said, "…": a reporting verb shortly before the comma."""
    return any(comma - CLAUSE_OF_SAYING <= verb < comma for verb in scene.home.reporting_verbs)


def _is_clause(scene: Scene) -> bool:
    """A clause with a subject of its own that ends the sentence."""
    if len(scene.words) < CLAUSE or not _ends_sentence(scene):
        return False
    return _SUBJECT.search(scene.text) is not None


_BY_LEFT: Mapping[str, Callable[[Scene], bool]] = {
    "": _stands_first,
    ":": _is_speech_after_colon,
    "“": _is_speech_after_colon,
    ",": _is_speech_after_comma,
}
"""How speech is told from fragments by what stands before the quotation; "“" is another one."""
